/// A day of the Gregorian calendar, without a time zone.
@frozen
public struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The year, such as 2026.
    public var year: Int32
    /// The month, 1 to 12.
    public var month: Int8
    /// The day of the month, 1 to 31.
    public var day: Int8

    /// The day, or `nil` when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Self.daysIn(month: month, year: year) else { return nil }
        self.year = Int32(year)
        self.month = Int8(month)
        self.day = Int8(day)
    }

    /// Reads `yyyymmdd` or `yyyy-mm-dd`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let digits: [UInt8]
        switch bytes.count {
        case 8: digits = bytes
        case 10 where bytes[4] == 0x2D && bytes[7] == 0x2D: digits = Array(bytes[0..<4] + bytes[5..<7] + bytes[8..<10])
        default: return nil
        }
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        self.init(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    }

    /// The day that is `days` after 1970-01-01. Days outside the years 1 to 9999 are clamped to them.
    public init(daysSince1970 days: Int) {
        // Counts eras of 400 years from 0000-03-01, so that leap days fall at the end of a year.
        let clamped = min(max(days, -719_162), 2_932_896)
        let shifted = clamped + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        self.day = Int8(dayOfYear - (153 * monthIndex + 2) / 5 + 1)
        self.month = Int8(month)
        self.year = Int32(yearOfEra + era * 400 + (month <= 2 ? 1 : 0))
    }

    /// Days since 1970-01-01, negative before.
    public var daysSince1970: Int {
        let year = Int(year) - (month <= 2 ? 1 : 0)
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let month = Int(month)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + Int(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The weekday: 1 Monday to 7 Sunday.
    public var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

    /// The day `days` later, or earlier when negative.
    public func advanced(by days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }

    /// Midnight UTC at the start of this day.
    public var midnightUTC: Timestamp { Timestamp(seconds: Int64(daysSince1970) * 86_400) }

    /// `yyyymmdd`.
    public var compact: String {
        var digits = String(Int(year) * 10_000 + Int(month) * 100 + Int(day))
        while digits.utf8.count < 8 { digits = "0" + digits }
        return digits
    }

    /// `yyyy-mm-dd`.
    public var description: String {
        let text = compact
        return text.prefix(4) + "-" + text.dropFirst(4).prefix(2) + "-" + text.suffix(2)
    }

    /// Earlier before later.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension Timestamp {
    /// The UTC day that holds this instant.
    public var utcDate: CivilDate { CivilDate(daysSince1970: Int(Self.floorDivide(seconds, 86_400))) }

    /// Seconds since midnight UTC, 0 to 86,399.
    public var utcSecondOfDay: Int { Int(seconds - Self.floorDivide(seconds, 86_400) * 86_400) }
}
