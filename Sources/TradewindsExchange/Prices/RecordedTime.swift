import TradewindsVocabulary

/// A time in a data file: nanoseconds on the wall clock of the file's zone, or of UTC.
///
/// Forms: `2013-09-01`, `20130901`, either with ` 17:00`, ` 17:00:00` or ` 17:00:00.083` behind it (a `T` may stand for the
/// blank, a `Z` at the end means UTC), or seconds since 1970 (10 digits), milliseconds (13).
struct RecordedTime {
    var nanoseconds: Int64
    var isUTC: Bool
    var isDate: Bool

    init?(_ bytes: UnsafeRawBufferPointer) {
        var cursor = Digits(bytes)
        guard let lead = cursor.number(upTo: 14) else { return nil }
        if lead.digits == 10 || lead.digits == 13 {
            guard cursor.isAtEnd else { return nil }
            let unit: Int64 = lead.digits == 10 ? 1_000_000_000 : 1_000_000
            let (nanoseconds, overflow) = lead.value.multipliedReportingOverflow(by: unit)
            guard !overflow else { return nil }
            self.init(nanoseconds: nanoseconds, isUTC: true, isDate: false)
            return
        }
        // The years that an instant in nanoseconds can hold, with room to be moved.
        guard let date = cursor.date(after: lead), (1700...2200).contains(date.year) else { return nil }
        let day = Int64(date.daysSince1970) * 86_400_000_000_000
        if cursor.isAtEnd {
            self.init(nanoseconds: day, isUTC: false, isDate: true)
            return
        }
        guard cursor.skip(0x20) || cursor.skip(0x54), let clock = cursor.clock() else { return nil }
        let isUTC = cursor.skip(0x5A)
        guard cursor.isAtEnd else { return nil }
        self.init(nanoseconds: day + clock, isUTC: isUTC, isDate: false)
    }

    private init(nanoseconds: Int64, isUTC: Bool, isDate: Bool) {
        (self.nanoseconds, self.isUTC, self.isDate) = (nanoseconds, isUTC, isDate)
    }
}

/// Reads runs of digits.
private struct Digits {
    let bytes: UnsafeRawBufferPointer
    var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    mutating func number(upTo most: Int) -> (value: Int64, digits: Int)? {
        var value: Int64 = 0
        let start = offset
        while offset < bytes.count, offset - start < most, bytes[offset] &- 0x30 <= 9 {
            value = value * 10 + Int64(bytes[offset] - 0x30)
            offset += 1
        }
        return offset > start ? (value, offset - start) : nil
    }

    mutating func two() -> Int64? {
        guard let part = number(upTo: 2), part.digits == 2 else { return nil }
        return part.value
    }

    mutating func date(after lead: (value: Int64, digits: Int)) -> CivilDate? {
        if lead.digits == 8 {
            let value = Int(lead.value)
            return CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        }
        guard lead.digits == 4, skip(0x2D), let month = two(), skip(0x2D), let day = two() else { return nil }
        return CivilDate(year: Int(lead.value), month: Int(month), day: Int(day))
    }

    /// Nanoseconds since midnight.
    mutating func clock() -> Int64? {
        guard let hour = two(), hour < 24, skip(0x3A), let minute = two(), minute < 60 else { return nil }
        var result = (hour * 60 + minute) * 60_000_000_000
        guard skip(0x3A) else { return result }
        guard let second = two(), second < 60 else { return nil }
        result += second * 1_000_000_000
        guard skip(0x2E) else { return result }
        guard let fraction = number(upTo: 9) else { return nil }
        return result + (fraction.digits..<9).reduce(fraction.value) { value, _ in value * 10 }
    }
}
