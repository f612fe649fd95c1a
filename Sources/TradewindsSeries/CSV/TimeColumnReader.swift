import TradewindsVocabulary

/// Reads the times of a file: remembers the last date and hour, since neighbours mostly share them.
struct TimeColumnReader {
    private let wallClock: WallClock?
    // The bytes of the last date, `2013-09-01`, and its midnight.
    private var lastDateHead: UInt64 = 0
    private var lastDateTail: UInt16 = 0
    private var midnight: Int64 = 0

    private let hasWallClock: Bool
    /// Whether some time named its zone, or counted seconds.
    private(set) var sawZone = false
    private var sawWallClock = false
    /// Whether some times named their zone and others did not, though no wall clock tells what these are.
    @inline(__always)
    var isMixed: Bool { sawZone && sawWallClock && !hasWallClock }

    init(wallClock: WallClock?) { (self.wallClock, hasWallClock) = (wallClock, wallClock != nil) }

    /// The instant written in `from..<end`; `nil` where there is none.
    @inline(__always)
    mutating func read(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Timestamp? {
        let length = end &- from
        guard length >= 10, length <= 29, bytes[from &+ 4] == 0x2D else { return readAny(bytes, from, end) }
        let raw = UnsafeRawPointer(bytes + from)
        let head = raw.loadUnaligned(as: UInt64.self)
        let tail = (raw + 8).loadUnaligned(as: UInt16.self)
        guard head == lastDateHead, tail == lastDateTail else { return readNewDate(bytes, from, end, head, tail) }
        if length == 10 { return instant(midnight) }
        guard let clock = Self.clock(bytes + from, length) else { return readAny(bytes, from, end) }
        return instant(midnight &+ clock)
    }

    private mutating func readNewDate(
        _ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int, _ head: UInt64, _ tail: UInt16
    ) -> Timestamp? {
        guard let date = TimeText(bytes, from, from + 10), !date.isUTC else { return readAny(bytes, from, end) }
        (lastDateHead, lastDateTail, midnight) = (head, tail, date.nanoseconds)
        return readAny(bytes, from, end)
    }

    private mutating func readAny(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Timestamp? {
        guard let time = TimeText(bytes, from, end) else { return nil }
        guard time.isUTC else { return instant(time.nanoseconds) }
        sawZone = true
        return Timestamp(nanoseconds: time.nanoseconds)
    }

    @inline(never)
    private func moved(_ time: Timestamp) -> Timestamp { wallClock.map { $0(time) } ?? time }

    @inline(__always)
    private mutating func instant(_ local: Int64) -> Timestamp {
        sawWallClock = true
        let time = Timestamp(nanoseconds: local)
        return hasWallClock ? moved(time) : time
    }

    /// Nanoseconds since midnight of ` 17:00:00` with up to nine decimals, at bytes 10 on; `nil` for any other form.
    @inline(__always)
    private static func clock(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int64? {
        guard length == 19 || length >= 21, bytes[10] == 0x20 || bytes[10] == 0x54 else { return nil }
        guard bytes[13] == 0x3A, bytes[16] == 0x3A else { return nil }
        guard let hour = two(bytes + 11), let minute = two(bytes + 14), let second = two(bytes + 17) else { return nil }
        guard hour < 24, minute < 60, second < 60 else { return nil }
        let whole = ((hour &* 60 &+ minute) &* 60 &+ second) &* 1_000_000_000
        if length == 19 { return whole }
        guard bytes[19] == 0x2E else { return nil }
        var fraction: Int64 = 0
        for at in 20..<length {
            let digit = bytes[at] &- 0x30
            guard digit <= 9 else { return nil }
            fraction = fraction &* 10 &+ Int64(digit)
        }
        return whole &+ fraction &* scales[length &- 20]
    }

    @inline(__always)
    private static func two(_ bytes: UnsafePointer<UInt8>) -> Int64? {
        let (tens, ones) = (bytes[0] &- 0x30, bytes[1] &- 0x30)
        return tens <= 9 && ones <= 9 ? Int64(tens &* 10 &+ ones) : nil
    }

    // By the number of decimals.
    private static let scales: [Int64] = [
        0, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1,
    ]
}
