/// Reads decimal numbers from bytes, correctly rounded.
///
/// The digits are gathered in one integer. With at most 53 bits and a power of ten up to 22 one division is exact
/// (Clinger); up to 19 digits and 27 decimals an integer division with its remainder decides the rounding; the rest,
/// which files of prices do not hold, goes through the standard library.
enum DecimalScanner {
    /// Reads from `position` up to the first byte that does not belong to a number.
    ///
    /// - Returns: `nil`, with `position` untouched, where no plain decimal stands there.
    @inline(__always)
    static func scan(_ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int) -> Double? {
        var at = position
        let isNegative = at < end && bytes[at] == 0x2D
        if at < end, bytes[at] == 0x2D || bytes[at] == 0x2B { at &+= 1 }
        var digits: UInt64 = 0
        var start = at
        while at < end, bytes[at] &- 0x30 <= 9 {
            digits = digits &* 10 &+ UInt64(bytes[at] &- 0x30)
            at &+= 1
        }
        var count = at &- start
        var decimals = 0
        if at < end, bytes[at] == 0x2E {
            at &+= 1
            start = at
            while at < end, bytes[at] &- 0x30 <= 9 {
                digits = digits &* 10 &+ UInt64(bytes[at] &- 0x30)
                at &+= 1
            }
            decimals = at &- start
            count &+= decimals
        }
        guard count > 0 else { return nil }
        let hasExponent = at < end && bytes[at] | 0x20 == 0x65
        let isLong = count > 19 && (count > 40 || significant(bytes, position, at) > 19)
        guard !hasExponent, !isLong, let magnitude = quotient(digits, decimals) else {
            return slow(bytes, &position, end)
        }
        position = at
        return isNegative ? -magnitude : magnitude
    }

    @inline(__always)
    private static func quotient(_ digits: UInt64, _ decimals: Int) -> Double? {
        if digits <= 1 << 53, decimals <= 22 {
            return decimals == 0 ? Double(digits) : Double(digits) / powers[decimals]
        }
        return decimals <= 27 ? divided(digits, decimals) : nil
    }

    /// `digits / 10^decimals`, rounded to nearest, ties to even.
    private static func divided(_ digits: UInt64, _ decimals: Int) -> Double {
        if decimals == 0 { return Double(digits) }
        // Both with their top bit set, the dividend moved down by one so that the quotient fits: it has 63 or 64 bits.
        let shift = digits.leadingZeroBitCount
        let five = fives[decimals]
        let fiveShift = five.leadingZeroBitCount
        let dividend = digits << UInt64(shift)
        let divisor = five << UInt64(fiveShift)
        var (whole, rest) = divisor.dividingFullWidth((dividend >> 1, dividend << 63))
        // What lies below the quotient only matters as being there or not: the last bit of 63 is far below the 53.
        if rest != 0 { whole |= 1 }
        rest = 0
        let exponent = fiveShift - shift - decimals - 63
        return Double(sign: .plus, exponent: exponent, significand: Double(whole))
    }

    /// Digits from the first that is not zero.
    private static func significant(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ until: Int) -> Int {
        var count = 0
        for at in from..<until where bytes[at] &- 0x30 <= 9 {
            if count > 0 || bytes[at] != 0x30 { count += 1 }
        }
        return count
    }

    private static func slow(_ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int) -> Double? {
        var until = position
        while until < end, isNumeric(bytes[until]) { until += 1 }
        let text = String(
            decoding: UnsafeBufferPointer(start: bytes + position, count: until - position), as: UTF8.self)
        guard let value = Double(text), value.isFinite else { return nil }
        position = until
        return value
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        byte &- 0x30 <= 9 || byte == 0x2E || byte == 0x2D || byte == 0x2B || byte | 0x20 == 0x65
    }

    // Exact: the largest powers of ten and of five that a double and a 64-bit integer hold.
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
    private static let fives: [UInt64] = (0...27).map { (0..<$0).reduce(1) { value, _ in value * 5 } }
}
