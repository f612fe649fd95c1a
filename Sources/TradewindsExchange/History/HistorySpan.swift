import TradewindsVocabulary

/// How far back a request for history reaches.
public enum HistorySpan: Sendable, Hashable, CustomStringConvertible {
    /// Seconds.
    case seconds(Int)
    /// Trading days, the current one counted.
    case days(Int)
    /// Weeks of seven days.
    case weeks(Int)
    /// Months of the calendar.
    case months(Int)
    /// Years of the calendar.
    case years(Int)

    /// Reads the protocol's form: `3600 S`, `5 D`, `2 W`, `6 M`, `1 Y`; a bare number means seconds. Zero, less, and spans
    /// beyond a hundred years give `nil`.
    public init?(text: String) {
        let trimmed = text.uppercased().filter { !$0.isWhitespace }
        let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), count > 0 else { return nil }
        switch trimmed.dropFirst(digits.count) {
        case "S" where count <= 3_000_000_000, "" where count <= 3_000_000_000: self = .seconds(count)
        case "D" where count <= 36_500: self = .days(count)
        case "W" where count <= 5200: self = .weeks(count)
        case "M" where count <= 1200: self = .months(count)
        case "Y" where count <= 100: self = .years(count)
        default: return nil
        }
    }

    /// The protocol's form.
    public var description: String {
        switch self {
        case .seconds(let count): "\(count) S"
        case .days(let count): "\(count) D"
        case .weeks(let count): "\(count) W"
        case .months(let count): "\(count) M"
        case .years(let count): "\(count) Y"
        }
    }

    /// When a span that ends at `end` begins: days and longer at the opening of a trading day.
    func start(before end: Timestamp, _ schedule: TradingSchedule) -> Timestamp {
        let last = schedule.currentDay(at: end - .nanoseconds(1))
        switch self {
        case .seconds(let count):
            return end - .seconds(count)
        case .days(let count):
            var day = last
            for _ in 1..<max(count, 1) { day = schedule.lastDay(until: day.date.advanced(by: -1)) }
            return day.trading.lowerBound
        case .weeks(let count):
            return opening(last.date.advanced(by: 1 - 7 * count), schedule)
        case .months(let count):
            return opening(Self.back(last.date, months: count), schedule)
        case .years(let count):
            return opening(Self.back(last.date, months: 12 * count), schedule)
        }
    }

    private func opening(_ date: CivilDate, _ schedule: TradingSchedule) -> Timestamp {
        schedule.firstDay(from: date).trading.lowerBound
    }

    /// The day after the same day of an earlier month, the last one of a shorter month.
    private static func back(_ date: CivilDate, months: Int) -> CivilDate {
        let month = Int(date.year) * 12 + Int(date.month) - 1 - months
        for day in stride(from: Int(date.day), to: 27, by: -1) {
            if let found = CivilDate(year: month / 12, month: month % 12 + 1, day: day) { return found.advanced(by: 1) }
        }
        return (CivilDate(year: month / 12, month: month % 12 + 1, day: Int(date.day)) ?? date).advanced(by: 1)
    }
}
