import TradewindsVocabulary

/// A time of a file: nanoseconds on the file's wall clock, or of UTC where the text says so.
struct TimeText {
    var nanoseconds: Int64
    var isUTC: Bool

    /// Forms: `2013-09-01` or `20130901`, both with a time of day behind a blank, a `T` or a `-` (`17:00`, `17:00:00`,
    /// `17:00:00.083`, `170000`) and a zone behind that (`Z`, `+02:00`, `-0500`, ` UTC`), or seconds (10 digits, with
    /// decimals), milliseconds (13), microseconds (16) or nanoseconds (19) since 1970.
    init?(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) {
        var cursor = DigitCursor(bytes: bytes, at: from, end: end)
        guard let lead = cursor.number(upTo: 19) else { return nil }
        if lead.digits >= 9, lead.digits != 14 {
            guard let instant = Self.sinceEpoch(lead, &cursor), cursor.isAtEnd else { return nil }
            (nanoseconds, isUTC) = (instant, true)
            return
        }
        let day: CivilDate?
        if lead.digits == 14 {
            day = CivilDate(compact: lead.value / 1_000_000)
        } else {
            day = cursor.date(after: lead)
        }
        // The years that an instant in nanoseconds can hold, with room to be moved.
        guard let day, (1700...2200).contains(day.year) else { return nil }
        var time = Int64(day.daysSince1970) * 86_400_000_000_000
        if lead.digits == 14 {
            guard let clock = DigitCursor.clock(compact: lead.value % 1_000_000) else { return nil }
            time += clock
        } else if !cursor.isAtEnd {
            guard cursor.skipDateEnd(), let clock = cursor.clock() else { return nil }
            time += clock
        }
        let zone = cursor.zone()
        guard cursor.isAtEnd else { return nil }
        (nanoseconds, isUTC) = (time - (zone ?? 0), zone != nil)
    }

    private static func sinceEpoch(_ lead: (value: Int64, digits: Int), _ cursor: inout DigitCursor) -> Int64? {
        let unit: Int64
        switch lead.digits {
        case 9, 10: unit = 1_000_000_000
        case 12, 13: unit = 1_000_000
        case 15, 16: unit = 1000
        case 18, 19: unit = 1
        default: return nil
        }
        // Decimals stand in billionths of the unit.
        let part = cursor.fraction() ?? 0
        let (whole, overflow) = lead.value.multipliedReportingOverflow(by: unit)
        let (sum, carry) = whole.addingReportingOverflow(part / (1_000_000_000 / unit))
        return overflow || carry ? nil : sum
    }
}

extension CivilDate {
    fileprivate init?(compact: Int64) {
        let value = Int(compact)
        self.init(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }
}

/// Reads runs of digits.
struct DigitCursor {
    let bytes: UnsafePointer<UInt8>
    var at: Int
    let end: Int

    var isAtEnd: Bool { at == end }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard at < end, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    /// A whole number; `nil` where no digit stands or it does not fit.
    mutating func number(upTo most: Int) -> (value: Int64, digits: Int)? {
        var value: Int64 = 0
        let start = at
        while at < end, at - start < most, bytes[at] &- 0x30 <= 9 {
            let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = scaled.addingReportingOverflow(Int64(bytes[at] - 0x30))
            if overflow || carry { return nil }
            value = sum
            at += 1
        }
        return at > start ? (value, at - start) : nil
    }

    private mutating func two() -> Int64? {
        guard let part = number(upTo: 2), part.digits == 2 else { return nil }
        return part.value
    }

    mutating func date(after lead: (value: Int64, digits: Int)) -> CivilDate? {
        if lead.digits == 8 { return CivilDate(compact: lead.value) }
        guard lead.digits == 4, at < end, bytes[at] == 0x2D || bytes[at] == 0x2F else { return nil }
        let separator = bytes[at]
        guard skip(separator), let month = two(), skip(separator), let day = two() else { return nil }
        return CivilDate(year: Int(lead.value), month: Int(month), day: Int(day))
    }

    /// What stands between a date and a time of day: blanks, a `T` or a `-`.
    mutating func skipDateEnd() -> Bool {
        if skip(0x54) || skip(0x2D) { return true }
        guard skip(0x20) else { return false }
        while skip(0x20) {}
        return true
    }

    /// Nanoseconds since midnight.
    mutating func clock() -> Int64? {
        guard let hour = two() else { return nil }
        if at < end, bytes[at] &- 0x30 <= 9 {
            guard let minute = two(), let second = two() else { return nil }
            return Self.clock(compact: hour * 10_000 + minute * 100 + second)
        }
        guard skip(0x3A), let minute = two() else { return nil }
        var second: Int64 = 0
        if skip(0x3A) {
            guard let read = two() else { return nil }
            second = read
        }
        guard let clock = Self.clock(compact: hour * 10_000 + minute * 100 + second) else { return nil }
        guard at < end, bytes[at] == 0x2E else { return clock }
        return fraction().map { clock + $0 }
    }

    static func clock(compact: Int64) -> Int64? {
        let (hour, minute, second) = (compact / 10_000, compact / 100 % 100, compact % 100)
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1_000_000_000
    }

    /// A point and up to nine digits behind it, in billionths.
    mutating func fraction() -> Int64? {
        guard skip(0x2E), let part = number(upTo: 9) else { return nil }
        return (part.digits..<9).reduce(part.value) { value, _ in value * 10 }
    }

    /// The zone's distance from UTC in nanoseconds; `nil` where none is written.
    mutating func zone() -> Int64? {
        let start = at
        _ = skip(0x20)
        if skip(0x5A) { return 0 }
        if skip(0x55), skip(0x54), skip(0x43) { return 0 }
        let isWest = skip(0x2D)
        if isWest || skip(0x2B), let hours = two() {
            _ = skip(0x3A)
            if let minutes = two(), hours < 24, minutes < 60 {
                return (isWest ? -1 : 1) * (hours * 60 + minutes) * 60_000_000_000
            }
        }
        at = start
        return nil
    }
}

extension Timestamp {
    /// The instant that a text names, in any form of a file's times; `nil` where it is none.
    ///
    /// - `wallClock`: The zone of a text that names none; `nil`: UTC.
    public init?(text: String, wallClock: WallClock? = nil) {
        let bytes = Array(text.utf8)
        let read = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { TimeText($0, 0, buffer.count) }
        }
        guard let read else { return nil }
        let time = Timestamp(nanoseconds: read.nanoseconds)
        self = read.isUTC ? time : wallClock?(time) ?? time
    }
}
