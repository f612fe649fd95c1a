/// Numbers out of eight bytes at a time, without a branch for each digit.
///
/// The bytes of a field stand in one word, the first byte lowest, as a little-endian load leaves them.
enum QuickDigits {
    private static let zeros: UInt64 = 0x3030_3030_3030_3030
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// The eight bytes at `place`, with zeros after `end`; the caller has made sure that eight bytes come before `end`
    /// and that `place` is before it.
    @inline(__always)
    static func word(_ base: UnsafePointer<UInt8>, at place: Int, end: Int) -> UInt64 {
        let start = min(place, end &- 8)
        let word = UInt64(littleEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
        return word &>> UInt64(truncatingIfNeeded: (place &- start) &* 8)
    }

    /// How many bytes come before the first zero byte; 8 where there is none.
    @inline(__always)
    static func length(_ word: UInt64) -> Int { ((word &- ones) & ~word & tops).trailingZeroBitCount &>> 3 }

    /// The whole number that the first `count` bytes (1 to 8) spell; `nil` where one of them is no digit.
    @inline(__always)
    static func whole(_ word: UInt64, _ count: Int) -> UInt64? {
        let bits = UInt64(truncatingIfNeeded: 64 &- count &* 8)
        // Zeros in front, the last digit highest.
        let digits = word &<< bits | ~(UInt64.max &<< bits) & zeros
        let values = digits ^ zeros
        guard (values | (values &+ 0x7676_7676_7676_7676)) & tops == 0 else { return nil }
        let pairs = values &* 10 &+ values &>> 8
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (low &+ high) &>> 32
    }

    /// The digits of a number with or without a point among the first `count` bytes (up to 7), and how many of them come
    /// after the point; `nil` where it is none.
    @inline(__always)
    static func decimal(_ word: UInt64, _ count: Int) -> (digits: UInt64, scale: Int)? {
        let field = word & ~(UInt64.max &<< UInt64(truncatingIfNeeded: count &* 8))
        let point = length(field ^ 0x2E2E_2E2E_2E2E_2E2E)
        guard point < count else {
            guard count > 0, let digits = whole(word, count) else { return nil }
            return (digits, 0)
        }
        guard count > 1 else { return nil }
        let before = ~(UInt64.max &<< UInt64(truncatingIfNeeded: point &* 8))
        let joined = field & before | field &>> 8 & ~before
        guard let digits = whole(joined, count &- 1) else { return nil }
        return (digits, count &- 1 &- point)
    }
}
