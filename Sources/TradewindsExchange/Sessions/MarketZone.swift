import TradewindsVocabulary

/// A time zone in which an exchange states its hours.
///
/// The rules of the United States since 1987 are written out, so that a conversion costs a few instructions and gives
/// the same answer on a machine without a time-zone database.
public enum MarketZone: Sendable, Hashable, CaseIterable {
    /// New York. Text `US/Eastern`.
    case usEastern
    /// Chicago. Text `US/Central`.
    case usCentral
    /// Coordinated universal time. Text `UTC`.
    case utc

    /// The id as contract details carry it.
    public var text: String {
        switch self {
        case .usEastern: "US/Eastern"
        case .usCentral: "US/Central"
        case .utc: "UTC"
        }
    }

    /// The zone of an id, such as `US/Eastern` or `America/New_York`; `nil` for one that is none of these.
    public init?(text: String) {
        switch text {
        case "US/Eastern", "America/New_York", "EST5EDT": self = .usEastern
        case "US/Central", "America/Chicago", "CST6CDT": self = .usCentral
        case "UTC", "Etc/UTC", "GMT": self = .utc
        default: return nil
        }
    }

    /// Seconds to add to UTC in winter.
    private var standardOffset: Int64 {
        switch self {
        case .usEastern: -5 * 3600
        case .usCentral: -6 * 3600
        case .utc: 0
        }
    }

    /// Seconds to add to UTC at `time`.
    public func offset(at time: Timestamp) -> Int64 {
        guard self != .utc else { return 0 }
        let standard = time.seconds + standardOffset
        let summer = Self.summer(ofYear: Int(CivilDate(daysSince1970: Int(floorDivide(standard, 86_400))).year))
        // Clocks go forward at 02:00 standard time and back at 02:00 summer time, which is 01:00 standard time.
        let inSummer = standard >= summer.first * 86_400 + 7200 && standard < summer.last * 86_400 + 3600
        return standardOffset + (inSummer ? 3600 : 0)
    }

    /// The instant at `second` seconds past local midnight of `date`, read off the wall clock.
    ///
    /// A wall-clock time that the spring change skips means the instant an hour later; one that the autumn change
    /// repeats means its first occurrence. `second` may lie outside the day: -25,200 is 17:00 of the day before.
    public func instant(_ date: CivilDate, second: Int) -> Timestamp {
        let local = Int64(date.daysSince1970) * 86_400 + Int64(second)
        guard self != .utc else { return Timestamp(seconds: local) }
        let summer = Timestamp(seconds: local - standardOffset - 3600)
        if offset(at: summer) == standardOffset + 3600 { return summer }
        return Timestamp(seconds: local - standardOffset)
    }

    /// The instant at which this zone's wall clock shows what `local` shows in UTC; see ``instant(_:second:)`` for the
    /// hours of a change.
    public func instant(ofWallClock local: Timestamp) -> Timestamp {
        let day = floorDivide(local.seconds, 86_400)
        let whole = instant(CivilDate(daysSince1970: Int(day)), second: Int(local.seconds - day * 86_400))
        return Timestamp(nanoseconds: whole.nanoseconds + local.nanoseconds - local.seconds * 1_000_000_000)
    }

    /// The local day that holds `time`.
    public func date(at time: Timestamp) -> CivilDate {
        CivilDate(daysSince1970: Int(floorDivide(time.seconds + offset(at: time), 86_400)))
    }

    /// Seconds on the wall clock since local midnight, 0 to 86,399.
    public func secondOfDay(at time: Timestamp) -> Int {
        let local = time.seconds + offset(at: time)
        return Int(local - floorDivide(local, 86_400) * 86_400)
    }

    /// First and last day of summer time, in days since 1970.
    private static func summer(ofYear year: Int) -> (first: Int64, last: Int64) {
        let start = year >= 2007 ? Holiday.nth(2, .sunday, of: 3, year) : Holiday.nth(1, .sunday, of: 4, year)
        let end = year >= 2007 ? Holiday.nth(1, .sunday, of: 11, year) : Holiday.last(.sunday, of: 10, year)
        return (Int64(start.daysSince1970), Int64(end.daysSince1970))
    }
}

/// The quotient rounded down, also for numbers below zero.
func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}
