extension Int32: WireScalar {
    /// A 32-bit integer.
    public static var shape: ScalarShape { .int32 }
    /// Zero.
    public static var empty: Int32 { 0 }
    /// 2147483647 stands for unset.
    public var isLargest: Bool { self == .max }

    /// Reads digits, or a decimal without a fraction.
    public static func read(from reader: inout TextReader) throws(WireError) -> Int32? {
        guard let wide = try Int64.read(from: &reader) else { return nil }
        guard let value = Int32(exactly: wide) else { throw WireError(.malformed(expected: "a 32-bit integer")) }
        return value
    }
    /// Reads what a 64-bit integer does, where it fits.
    @inline(__always)
    public static func read(from reader: inout QuickTextReader, _ word: UInt64, _ length: Int) -> Int32? {
        guard let wide = Int64.read(from: &reader, word, length) else { return nil }
        return Int32(exactly: wide)
    }
    /// Reads a varint.
    @inline(__always)
    public static func read(from reader: inout QuickProtobufReader) -> Int32? {
        guard reader.tag & 7 == 0, let bits = reader.varint() else { return nil }
        return Int32(truncatingIfNeeded: bits)
    }
    /// Writes digits.
    public func write(to writer: inout TextWriter) {
        writer.appendInteger(Int64(self))
        writer.endField()
    }
    /// Writes 2147483647.
    public static func writeLargest(to writer: inout TextWriter) { Int32.max.write(to: &writer) }
    /// Reads a varint.
    public static func read(from reader: inout ProtobufReader) throws(WireError) -> Int32 {
        guard reader.nextType == 0 else { throw WireError(.wireType(reader.nextType)) }
        return Int32(truncatingIfNeeded: try reader.varint())
    }
    /// Writes a varint, sign-extended to 64 bits.
    public func write(_ number: Int, to writer: inout ProtobufWriter) {
        writer.tag(number, 0)
        writePacked(to: &writer)
    }
    /// Writes a bare varint.
    public func writePacked(to writer: inout ProtobufWriter) { writer.varint(UInt64(bitPattern: Int64(self))) }
    /// Small numbers mostly, sometimes negative or wide, never the unset one.
    public static func sample(from source: inout SampleSource) -> Int32 {
        Int32(truncatingIfNeeded: source.integer(below: Int64(Int32.max)))
    }
    /// Digits.
    public func print(to text: inout String) { text += description }
}

extension Int64: WireScalar {
    /// A 64-bit integer.
    public static var shape: ScalarShape { .int64 }
    /// Zero.
    public static var empty: Int64 { 0 }
    /// 9223372036854775807 stands for unset.
    public var isLargest: Bool { self == .max }

    /// Reads digits, or a decimal without a fraction.
    public static func read(from reader: inout TextReader) throws(WireError) -> Int64? {
        guard let (value, next) = scan(reader.base, reader.cursor, reader.end) else {
            return try readSlowly(from: &reader)
        }
        reader.cursor = next
        return value
    }
    /// The common case: one to eighteen digits and the end of the field; the value and where the next field begins.
    @inline(never)
    private static func scan(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (Int64, next: Int)? {
        var index = start
        var value: Int64 = 0
        var negative = false
        if index < end, base[index] == 0x2D {
            negative = true
            index += 1
        }
        let first = index
        while index < end {
            let digit = base[index] &- 0x30
            guard digit <= 9 else { break }
            value = value &* 10 &+ Int64(digit)
            index += 1
        }
        guard index > first, index - first <= 18, index == end || base[index] == 0 else { return nil }
        return (negative ? -value : value, next: index < end ? index + 1 : end)
    }
    /// Reads up to seven characters at once, more one by one.
    @inline(__always)
    public static func read(from reader: inout QuickTextReader, _ word: UInt64, _ length: Int) -> Int64? {
        guard length < 8 else {
            guard let (value, next) = scan(reader.base, reader.cursor, reader.end) else { return nil }
            reader.cursor = next
            return value
        }
        let value: Int64
        if word & 0xFF == 0x2D {
            guard length > 1, let magnitude = QuickDigits.whole(word &>> 8, length &- 1) else { return nil }
            value = -Int64(magnitude)
        } else {
            guard let magnitude = QuickDigits.whole(word, length) else { return nil }
            value = Int64(magnitude)
        }
        reader.cursor &+= length &+ 1
        return value
    }
    /// Reads a varint.
    @inline(__always)
    public static func read(from reader: inout QuickProtobufReader) -> Int64? {
        guard reader.tag & 7 == 0, let bits = reader.varint() else { return nil }
        return Int64(bitPattern: bits)
    }
    static func readSlowly(from reader: inout TextReader) throws(WireError) -> Int64? {
        let bytes = try reader.next()
        if bytes.isEmpty { return nil }
        if Double.isUnset(bytes) { return nil }
        let text = NumberText.trimmed(TextEscapes.plain(bytes))
        if let value = Int64(text) { return value }
        // Some gateways write integers as decimals, and the unset double where an integer is unset.
        guard let number = NumberText.number(text) else { throw WireError(.malformed(expected: "an integer")) }
        if number >= Double.greatestFiniteMagnitude { return nil }
        guard let value = Int64(exactly: number) else { throw WireError(.malformed(expected: "an integer")) }
        return value
    }
    /// Writes digits.
    public func write(to writer: inout TextWriter) {
        writer.appendInteger(self)
        writer.endField()
    }
    /// Writes 9223372036854775807.
    public static func writeLargest(to writer: inout TextWriter) { Int64.max.write(to: &writer) }
    /// Reads a varint.
    public static func read(from reader: inout ProtobufReader) throws(WireError) -> Int64 {
        guard reader.nextType == 0 else { throw WireError(.wireType(reader.nextType)) }
        return Int64(bitPattern: try reader.varint())
    }
    /// Writes a varint.
    public func write(_ number: Int, to writer: inout ProtobufWriter) {
        writer.tag(number, 0)
        writePacked(to: &writer)
    }
    /// Writes a bare varint.
    public func writePacked(to writer: inout ProtobufWriter) { writer.varint(UInt64(bitPattern: self)) }
    /// Small numbers mostly, sometimes negative or wide, never the unset one.
    public static func sample(from source: inout SampleSource) -> Int64 { source.integer(below: .max) }
    /// Digits.
    public func print(to text: inout String) { text += description }
}

extension Bool: WireScalar {
    /// True or false.
    public static var shape: ScalarShape { .bool }
    /// False.
    public static var empty: Bool { false }
    /// False is left out.
    public var isOmitted: Bool { !self }

    /// Reads 0 or 1, any other integer as true, or the words true and false.
    public static func read(from reader: inout TextReader) throws(WireError) -> Bool? {
        let bytes = try reader.next()
        if bytes.isEmpty { return nil }
        if bytes.count == 1, bytes[0] == 0x30 || bytes[0] == 0x31 { return bytes[0] == 0x31 }
        return try slow(bytes)
    }
    static func slow(_ bytes: UnsafeRawBufferPointer) throws(WireError) -> Bool {
        let text = NumberText.trimmed(TextEscapes.plain(bytes))
        if let number = NumberText.number(text), !number.isNaN { return number != 0 }
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        default: throw WireError(.malformed(expected: "0 or 1"))
        }
    }
    /// Reads 0 or 1.
    @inline(__always)
    public static func read(from reader: inout QuickTextReader, _ word: UInt64, _ length: Int) -> Bool? {
        guard length == 1, word & 0xFE == 0x30 else { return nil }
        reader.cursor &+= 2
        return word & 1 == 1
    }
    /// Reads a varint.
    @inline(__always)
    public static func read(from reader: inout QuickProtobufReader) -> Bool? {
        guard reader.tag & 7 == 0, let bits = reader.varint() else { return nil }
        return bits != 0
    }
    /// Writes 1 or 0.
    public func write(to writer: inout TextWriter) {
        writer.bytes.append(self ? 0x31 : 0x30)
        writer.endField()
    }
    /// Reads a varint.
    public static func read(from reader: inout ProtobufReader) throws(WireError) -> Bool {
        guard reader.nextType == 0 else { throw WireError(.wireType(reader.nextType)) }
        return try reader.varint() != 0
    }
    /// Writes a varint.
    public func write(_ number: Int, to writer: inout ProtobufWriter) {
        writer.tag(number, 0)
        writePacked(to: &writer)
    }
    /// Writes a bare varint.
    public func writePacked(to writer: inout ProtobufWriter) { writer.bytes.append(self ? 1 : 0) }
    /// Either.
    public static func sample(from source: inout SampleSource) -> Bool { source.next() & 1 == 1 }
    /// `true` or `false`.
    public func print(to text: inout String) { text += description }
}
