extension Double: WireScalar {
    /// A binary floating-point number.
    public static var shape: ScalarShape { .double }
    /// Zero.
    public static var empty: Double { 0 }
    /// The largest finite double, in any precision that was written, stands for unset.
    public var isLargest: Bool { self >= 1.797e308 && isFinite }

    /// Reads decimal text, with or without an exponent, or an infinity.
    public static func read(from reader: inout TextReader) throws(WireError) -> Double? {
        guard let (value, next) = scan(reader.base, reader.cursor, reader.end) else {
            return try readSlowly(from: &reader)
        }
        reader.cursor = next
        return value
    }
    /// The common case: up to fifteen digits and the end of the field; the value and where the next field begins.
    @inline(never)
    private static func scan(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (Double, next: Int)? {
        var index = start
        var negative = false
        if index < end, base[index] == 0x2D {
            negative = true
            index += 1
        }
        let first = index
        var mantissa: UInt64 = 0
        var point = -1
        while index < end {
            let byte = base[index]
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
        guard digits > 0, digits <= 15, index == end || base[index] == 0 else { return nil }
        let value = scaled(mantissa, point < 0 ? 0 : index - point - 1)
        return (negative ? -value : value, next: index < end ? index + 1 : end)
    }
    /// Up to 15 digits are exact in a double, and so is a power of ten up to 22: one rounding, the right one.
    @inline(__always)
    private static func scaled(_ digits: UInt64, _ scale: Int) -> Double {
        scale == 0 ? Double(digits) : Double(digits) / DecimalPowers.exact(scale)
    }
    /// Reads up to seven characters at once, more one by one.
    @inline(__always)
    public static func read(from reader: inout QuickTextReader, _ word: UInt64, _ length: Int) -> Double? {
        guard length < 8 else {
            guard let (value, next) = scan(reader.base, reader.cursor, reader.end) else { return nil }
            reader.cursor = next
            return value
        }
        let isNegative = word & 0xFF == 0x2D
        let number = isNegative ? word &>> 8 : word
        guard let (digits, scale) = QuickDigits.decimal(number, isNegative ? length &- 1 : length) else { return nil }
        reader.cursor &+= length &+ 1
        let value = scaled(digits, scale)
        return isNegative ? -value : value
    }
    /// Reads eight bytes.
    @inline(__always)
    public static func read(from reader: inout QuickProtobufReader) -> Double? {
        guard reader.tag & 7 == 1, reader.end &- reader.cursor >= 8 else { return nil }
        let bits = UnsafeRawPointer(reader.base + reader.cursor).loadUnaligned(as: UInt64.self)
        reader.cursor &+= 8
        return Double(bitPattern: UInt64(littleEndian: bits))
    }
    /// Whether `bytes` are the commonest spellings of the unset double, of which an order has dozens:
    /// `1.7976931348623157`, then `E308` or `e+308`.
    static func isUnset(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count == 22 || bytes.count == 23 else { return false }
        func word(_ place: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        // "1.797693" and "13486231", then the rest with a small "e".
        guard word(0) == 0x3339_3637_3937_2E31, word(8) == 0x3133_3236_3834_3331 else { return false }
        return bytes.count == 22
            ? word(14) | 0x0020_0000_0000 == 0x3830_3365_3735_3133  // "3157e308"
            : word(15) | 0x2000_0000 == 0x3830_332B_6537_3531  // "157e+308"
    }
    static func readSlowly(from reader: inout TextReader) throws(WireError) -> Double? {
        let bytes = try reader.next()
        if bytes.isEmpty { return nil }
        if isUnset(bytes) { return greatestFiniteMagnitude }
        guard let value = NumberText.number(bytes) else { throw WireError(.malformed(expected: "a number")) }
        return value
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
