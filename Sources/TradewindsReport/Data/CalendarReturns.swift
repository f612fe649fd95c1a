import TradewindsVocabulary

/// Returns by month and year, each from the last value before it.
struct CalendarReturns {
    struct Year {
        let year: Int
        /// January to December; `nil` where there is no value or nothing to compare with.
        var months: [Double?]
        var total: Double?
    }

    private(set) var years: [Year] = []

    init(_ curve: EquityCurve) {
        var beforeMonth = curve.start
        var beforeYear = curve.start
        var last = curve.start
        var month: Int?
        for (time, value) in zip(curve.times, curve.values) {
            let date = CivilDate(daysSince1970: WallClock.day(time))
            if years.last?.year != Int(date.year) {
                years.append(Year(year: Int(date.year), months: Array(repeating: nil, count: 12)))
                beforeYear = last
                month = nil
            }
            if month != Int(date.month) {
                month = Int(date.month)
                beforeMonth = last
            }
            years[years.count - 1].months[Int(date.month) - 1] = beforeMonth > 0 ? value / beforeMonth - 1 : nil
            years[years.count - 1].total = beforeYear > 0 ? value / beforeYear - 1 : nil
            last = value
        }
    }

    /// The largest gain or loss of a month, from which the table's shades are measured.
    var largestMonth: Double {
        years.flatMap(\.months).reduce(0) { max($0, abs($1 ?? 0)) }
    }
}
