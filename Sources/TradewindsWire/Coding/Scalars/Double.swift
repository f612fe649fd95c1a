extension Double: WireScalar {
    /// A binary floating-point number.
    public static var shape: ScalarShape { .double }
    /// Zero.
    public static var empty: Double { 0 }
    /// The largest finite double, in any precision that was written, stands for unset.
    public var isLargest: Bool { self >= 1.797e308 && isFinite }

    /// Reads decimal text, with or without an exponent, or an infinity.
    public static func read(from reader: inout TextReader) throws(WireError) -> Double? {
        var index = reader.cursor
        let end = reader.end
        var negative = false
        if index < end, reader.base[index] == 0x2D {
            negative = true
            index += 1
        }
        let first = index
        var mantissa: UInt64 = 0
        var point = -1
        while index < end {
            let byte = reader.base[index]
            let digit = byte &- 0x30
            if digit <= 9 {
                mantissa = mantissa &* 10 &+ UInt64(digit)
            } else if byte == 0x2E, point < 0 {
                point = index
            } else {
                break
            }
            index += 1
        }
        let digits = index - first - (point < 0 ? 0 : 1)
        // Up to 15 digits are exact in a double, and so is a power of ten up to 22: one rounding, the right one.
        if digits > 0, digits <= 15, index == end || reader.base[index] == 0 {
            reader.cursor = index < end ? index + 1 : end
            var value = Double(mantissa)
            if point >= 0 { value /= DecimalPowers.exact(index - point - 1) }
            return negative ? -value : value
        }
        return try readSlowly(from: &reader)
    }
    static func readSlowly(from reader: inout TextReader) throws(WireError) -> Double? {
        let bytes = try reader.next()
        if bytes.isEmpty { return nil }
        let text = TextEscapes.plain(bytes)
        switch text {
        case "Infinity", "Infinite", "inf": return .infinity
        case "-Infinity", "-inf": return -.infinity
        default: break
        }
        guard let value = Double(text) else { throw WireError(.malformed(expected: "a number")) }
        // The unset double written with too many digits overflows; it is still the unset double.
        return value.isInfinite ? (value < 0 ? -greatestFiniteMagnitude : greatestFiniteMagnitude) : value
    }

    /// Writes the shortest text that reads back to the same number, always with a point or an exponent.
    public func write(to writer: inout TextWriter) {
        appendText(to: &writer)
        writer.endField()
    }
    func appendText(to writer: inout TextWriter) {
        // Prices are whole or have a few decimals: find the shortest exact scale.
        if magnitude < 1e9, self != 0 {
            var power = 1.0
            for scale in 0...6 {
                let scaled = (self * power).rounded()
                if scaled / power == self {
                    Self.appendFixed(Int64(scaled), scale: scale, to: &writer)
                    return
                }
                power *= 10
            }
        }
        writer.append(isInfinite ? (self < 0 ? "-Infinity" : "Infinity") : description)
    }
    static func appendFixed(_ scaled: Int64, scale: Int, to writer: inout TextWriter) {
        // Six decimals below 0.0001 are written with an exponent, as the shortest text is.
        if scale > 4, scaled.magnitude < 100 {
            writer.append((Double(scaled) / DecimalPowers.exact(scale)).description)
            return
        }
        let unit = Int64(DecimalPowers.exact(scale))
        if scaled < 0 { writer.bytes.append(0x2D) }
        let magnitude = Int64(scaled.magnitude)
        writer.appendInteger(magnitude / unit)
        writer.bytes.append(0x2E)
        var rest = magnitude % unit
        if scale == 0 {
            writer.bytes.append(0x30)
            return
        }
        var place = unit / 10
        while place > 0 {
            writer.bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / place))
            rest %= place
            place /= 10
        }
    }

    /// Writes the largest finite double.
    public static func writeLargest(to writer: inout TextWriter) {
        writer.append("1.7976931348623157e+308")
        writer.endField()
    }
    /// Reads eight bytes.
    public static func read(from reader: inout ProtobufReader) throws(WireError) -> Double {
        guard reader.nextType == 1 else { throw WireError(.wireType(reader.nextType)) }
        guard reader.left >= 8 else { throw WireError(.missing) }
        let bits = UnsafeRawPointer(reader.base + reader.cursor).loadUnaligned(as: UInt64.self)
        reader.cursor += 8
        return Double(bitPattern: UInt64(littleEndian: bits))
    }
    /// Writes eight bytes.
    public func write(_ number: Int, to writer: inout ProtobufWriter) {
        writer.tag(number, 1)
        writePacked(to: &writer)
    }
    /// Writes eight bare bytes.
    public func writePacked(to writer: inout ProtobufWriter) {
        withUnsafeBytes(of: bitPattern.littleEndian) { writer.bytes.append(contentsOf: $0) }
    }
    /// Prices mostly, sometimes negative, tiny or huge.
    public static func sample(from source: inout SampleSource) -> Double { source.double() }
    /// A JSON number, or a string where JSON has no number for it.
    public func print(to text: inout String) { text += isFinite ? description : "\"\(self)\"" }
}
enum DecimalPowers {
    /// 10^0 … 10^15 as doubles, exact.
    static func exact(_ exponent: Int) -> Double {
        switch exponent {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1_000
        case 4: 10_000
        case 5: 100_000
        case 6: 1_000_000
        default: power(exponent)
        }
    }
    static func power(_ exponent: Int) -> Double {
        var value = 1.0
        for _ in 0..<exponent { value *= 10 }
        return value
    }
}
