import TradewindsVocabulary

/// Writes times as `2013-09-01`, or `2013-09-01 17:00:00` with the decimals that the column needs.
struct TimeWriter {
    /// How much of a time is written.
    enum Precision: Int, Comparable {
        case day = -1, second = 0, milli = 3, micro = 6, nano = 9

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    let precision: Precision
    private let hasZone: Bool
    private var day = Int64.min
    private var date = [UInt8](repeating: 0, count: 10)

    /// The most bytes that a time takes.
    static let longest = 32
    private static let dayLength: Int64 = 86_400_000_000_000

    /// The precision that shows every time of a column: dates alone where all are at midnight.
    init(for times: Column<Timestamp>, hasZone: Bool) {
        var precision = Precision.day
        times.withUnsafeBufferPointer { times in
            for time in times where precision < .nano {
                let value = time.nanoseconds
                if value % Self.dayLength == 0 { continue }
                let needed: Precision =
                    value % 1_000_000_000 == 0
                    ? .second : value % 1_000_000 == 0 ? .milli : value % 1000 == 0 ? .micro : .nano
                precision = max(precision, needed)
            }
        }
        (self.precision, self.hasZone) = (precision, hasZone)
    }

    mutating func write(_ time: Timestamp, to output: UnsafeMutablePointer<UInt8>) -> Int {
        var today = time.nanoseconds / Self.dayLength
        var rest = time.nanoseconds % Self.dayLength
        if rest < 0 {
            today -= 1
            rest += Self.dayLength
        }
        if today != day {
            day = today
            date = Array(CivilDate(daysSince1970: Int(today)).description.utf8)
        }
        for index in 0..<10 { output[index] = date[index] }
        if precision == .day { return 10 }
        let second = rest / 1_000_000_000
        output[10] = 0x20
        Self.put(second / 3600, 2, output + 11)
        output[13] = 0x3A
        Self.put(second / 60 % 60, 2, output + 14)
        output[16] = 0x3A
        Self.put(second % 60, 2, output + 17)
        var end = 19
        if precision > .second {
            output[19] = 0x2E
            let unit: Int64 = precision == .milli ? 1_000_000 : precision == .micro ? 1000 : 1
            Self.put(rest % 1_000_000_000 / unit, precision.rawValue, output + 20)
            end = 20 + precision.rawValue
        }
        if hasZone {
            output[end] = 0x5A
            end += 1
        }
        return end
    }

    @inline(__always)
    private static func put(_ value: Int64, _ digits: Int, _ output: UnsafeMutablePointer<UInt8>) {
        var value = value
        var at = digits
        while at > 0 {
            at &-= 1
            output[at] = UInt8(truncatingIfNeeded: 0x30 &+ value % 10)
            value /= 10
        }
    }
}
