import TradewindsVocabulary

/// Gathers pieces in order of time into bars.
///
/// Bars within a day begin on whole multiples of their size counted from midnight, exchange time, and at the opening of a
/// session; days, weeks and months go by the date of the trading day.
struct BarGrouping {
    /// A bar with its place on the clock.
    struct Group: Sendable, Hashable {
        var start: Timestamp
        var end: Timestamp
        var date: CivilDate
        var bar: TapeBar
    }

    let size: BarSize
    let schedule: TradingSchedule
    let regularHours: Bool
    private(set) var groups: [Group] = []
    private var day: TradingDay?

    init(size: BarSize, schedule: TradingSchedule, regularHours: Bool) {
        (self.size, self.schedule, self.regularHours) = (size, schedule, regularHours)
    }

    /// Takes the next piece; one outside the hours is dropped.
    mutating func add(_ piece: TapeBar) {
        let time = Timestamp(nanoseconds: piece.start)
        guard let place = place(of: time) else { return }
        if let last = groups.indices.last, groups[last].start == place.start {
            groups[last].bar.merge(piece)
            groups[last].date = place.date
            groups[last].end = place.end
        } else {
            groups.append(Group(start: place.start, end: place.end, date: place.date, bar: piece))
        }
    }

    /// When the bar that holds `time` begins; `time` itself outside the hours.
    func start(ofBarAt time: Timestamp) -> Timestamp {
        var copy = self
        return copy.place(of: time)?.start ?? time
    }

    /// The bar that holds `time`: its span and the date of its trading day; `nil` outside the hours.
    mutating func place(of time: Timestamp) -> (start: Timestamp, end: Timestamp, date: CivilDate)? {
        if !(day?.trading.contains(time) ?? false) { day = schedule.day(at: time) }
        guard let day else { return nil }
        let hours = regularHours ? day.liquid : day.trading
        guard hours.contains(time) else { return nil }
        guard let seconds = size.seconds else {
            return (start: firstDay(of: day).lowerBound, end: hours.upperBound, date: day.date)
        }
        let length = seconds * 1_000_000_000
        let midnight = schedule.zone.instant(day.date, second: 0).nanoseconds
        let start = midnight + floorDivide(time.nanoseconds - midnight, length) * length
        return (
            start: max(Timestamp(nanoseconds: start), hours.lowerBound),
            end: min(Timestamp(nanoseconds: start + length), hours.upperBound), date: day.date
        )
    }

    /// The hours of the first trading day of the day's own bar.
    private func firstDay(of day: TradingDay) -> Range<Timestamp> {
        let first: CivilDate
        switch size {
        case .week: first = day.date.advanced(by: 1 - day.date.weekday)
        case .month: first = day.date.advanced(by: 1 - Int(day.date.day))
        default: first = day.date
        }
        let opening = first == day.date ? day : schedule.firstDay(from: first)
        return regularHours ? opening.liquid : opening.trading
    }
}
