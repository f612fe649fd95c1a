/// Powers of ten for moving a decimal point.
@usableFromInline
enum PowerOfTen {
    /// One more than the largest magnitude of a coefficient: 38 digits.
    @usableFromInline static let limit: UInt128 = wide[38]

    /// The largest power that fits 64 bits.
    @usableFromInline static var largestNarrow: Int { 18 }

    /// 10^0 … 10^18, which fit 64 bits; a larger power counts as the largest.
    ///
    /// A switch, which is compiled to a table in the program: a static array would be looked at for being made every time.
    @inlinable @inline(__always)
    static func narrow(_ power: Int) -> Int64 {
        switch power {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1000
        case 4: 10_000
        case 5: 100_000
        case 6: 1_000_000
        case 7: 10_000_000
        case 8: 100_000_000
        case 9: 1_000_000_000
        case 10: 10_000_000_000
        case 11: 100_000_000_000
        case 12: 1_000_000_000_000
        case 13: 10_000_000_000_000
        case 14: 100_000_000_000_000
        case 15: 1_000_000_000_000_000
        case 16: 10_000_000_000_000_000
        case 17: 100_000_000_000_000_000
        default: 1_000_000_000_000_000_000
        }
    }

    /// 10^0 … 10^38, which fit 128 bits.
    @usableFromInline static let wide: [UInt128] = powers(39)

    private static func powers<Value: FixedWidthInteger>(_ count: Int) -> [Value] {
        var result: [Value] = [1]
        while result.count < count { result.append(result[result.count - 1] * 10) }
        return result
    }

    /// Divides by a power of ten, rounding half to even. Powers beyond 38 give zero.
    @usableFromInline
    static func dividingHalfEven(_ value: Int128, byPower power: Int) -> Int128 {
        guard power > 0 else { return value }
        guard power <= 38 else { return 0 }
        let divisor = Int128(wide[power])
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        let twice = remainder.magnitude.multipliedReportingOverflow(by: 2)
        let half = divisor.magnitude
        let up = twice.overflow || twice.partialValue > half || (twice.partialValue == half && quotient & 1 != 0)
        return up ? quotient + (value < 0 ? -1 : 1) : quotient
    }
}
