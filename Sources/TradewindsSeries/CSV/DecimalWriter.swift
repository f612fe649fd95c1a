/// Writes doubles as the shortest decimal that reads back the same.
///
/// A value that is a whole number of 10^-d below 10^15 has that number's digits, less its trailing zeros, as its
/// shortest decimal, since no two decimals of 15 digits share a double: one multiplication and one division show it.
/// The number of decimals is remembered from value to value. What needs more digits is cut exactly by
/// `ShortestDecimal`; what does not fit there goes through the standard library.
struct DecimalWriter {
    private var decimals = 2
    private var misses = 0

    private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]
    /// The most bytes that a value takes.
    static let longest = 32

    /// Writes at `output` and gives the number of bytes; none for what is not a number.
    @inline(__always)
    mutating func write(_ value: Double, to output: UnsafeMutablePointer<UInt8>) -> Int {
        guard let digits = scaled(value) else { return writeAny(value, to: output) }
        return Self.write(digits, decimals: decimals, isNegative: value < 0, to: output)
    }

    /// The magnitude in units of 10^-`decimals`, where that is exact.
    @inline(__always)
    private func scaled(_ value: Double) -> UInt64? {
        let power = Self.powers[decimals]
        let product = value.magnitude * power
        guard product < 1e15 else { return nil }
        let units = UInt64(product + 0.5)
        return Double(units) / power == value.magnitude ? units : nil
    }

    private mutating func writeAny(_ value: Double, to output: UnsafeMutablePointer<UInt8>) -> Int {
        guard value.isFinite else { return 0 }
        let before = decimals
        // Once values turn out to need all their digits, only now and then is a fixed number of decimals tried again.
        misses &+= 1
        if misses < 8 || misses & 63 == 0 {
            for candidate in Self.powers.indices {
                decimals = candidate
                if let digits = scaled(value) {
                    misses = 0
                    return Self.write(digits, decimals: candidate, isNegative: value < 0, to: output)
                }
            }
        }
        decimals = before
        if let shortest = ShortestDecimal(value.magnitude) {
            return Self.write(shortest.digits, decimals: shortest.decimals, isNegative: value < 0, to: output)
        }
        var text = value.description
        return text.withUTF8 { utf8 in
            for index in utf8.indices { output[index] = utf8[index] }
            return utf8.count
        }
    }

    @inline(__always)
    private static func write(
        _ digits: UInt64, decimals: Int, isNegative: Bool, to output: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var (digits, decimals) = (digits, decimals)
        while decimals > 0, digits % 10 == 0 {
            digits /= 10
            decimals -= 1
        }
        var at = 0
        if isNegative, digits > 0 {
            output[0] = 0x2D
            at = 1
        }
        let length = max(digitCount(digits), decimals + 1)
        let point = decimals > 0 ? 1 : 0
        // All digits first, where those behind the point belong; then those before it move down by one.
        var position = at + length + point
        var left = length
        while left >= 2 {
            let pair = UInt8(truncatingIfNeeded: digits % 100)
            digits /= 100
            position &-= 2
            left &-= 2
            output[position] = 0x30 &+ pair / 10
            output[position &+ 1] = 0x30 &+ pair % 10
        }
        if left == 1 { output[position &- 1] = UInt8(truncatingIfNeeded: 0x30 &+ digits % 10) }
        if point == 1 {
            let whole = length - decimals
            for index in at..<at + whole { output[index] = output[index &+ 1] }
            output[at + whole] = 0x2E
        }
        return at + length + point
    }

    @inline(__always)
    private static func digitCount(_ value: UInt64) -> Int {
        var (count, bound) = (1, UInt64(10))
        while value >= bound {
            count &+= 1
            bound &*= 10
        }
        return count
    }
}
