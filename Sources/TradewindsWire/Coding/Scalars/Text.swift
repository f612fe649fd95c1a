import TradewindsVocabulary

extension String: WireScalar {
    /// Text.
    public static var shape: ScalarShape { .string }
    /// Nothing.
    public static var empty: String { "" }
    /// Nothing is left out.
    public var isOmitted: Bool { isEmpty }

    /// Reads the field as it is; `nil` where it is empty.
    public static func read(from reader: inout TextReader) throws(WireError) -> String? {
        let bytes = try reader.next()
        return bytes.isEmpty ? nil : TextEscapes.plain(bytes)
    }
    /// Reads the field as it is.
    @inline(__always)
    public static func read(from reader: inout QuickTextReader, _ word: UInt64, _ length: Int) -> String? {
        guard let bytes = reader.bytes(length) else { return nil }
        return TextEscapes.plain(bytes)
    }
    /// Reads a length and that many bytes.
    @inline(__always)
    public static func read(from reader: inout QuickProtobufReader) -> String? {
        guard reader.tag & 7 == 2, let range = reader.span() else { return nil }
        return TextEscapes.plain(UnsafeRawBufferPointer(start: reader.base + range.lowerBound, count: range.count))
    }
    /// Writes the text.
    public func write(to writer: inout TextWriter) { writer.appendField(self) }
    /// Reads a length and that many bytes.
    public static func read(from reader: inout ProtobufReader) throws(WireError) -> String {
        let range = try reader.span()
        return TextEscapes.plain(
            UnsafeRawBufferPointer(start: reader.base + range.lowerBound, count: range.count))
    }
    /// Writes a length and the bytes.
    public func write(_ number: Int, to writer: inout ProtobufWriter) {
        writer.tag(number, 2)
        var text = self
        text.withUTF8 { utf8 in
            writer.varint(UInt64(utf8.count))
            writer.bytes.append(contentsOf: utf8)
        }
    }
    /// Texts are never packed: written with a length.
    public func writePacked(to writer: inout ProtobufWriter) {}
    /// Printable text of up to a dozen characters.
    public static func sample(from source: inout SampleSource) -> String { source.text() }
    /// A JSON string.
    public func print(to text: inout String) { JSONText.quote(self, into: &text) }
}

extension ExactDecimal: WireScalar {
    /// An exact decimal, text in both forms.
    public static var shape: ScalarShape { .decimal }
    /// Zero.
    public static var empty: ExactDecimal { .zero }

    /// Reads plain or exponent text; `nil` where it is empty or one of the numbers that stand for unset.
    public static func read(from reader: inout TextReader) throws(WireError) -> ExactDecimal? {
        try parse(try reader.next())
    }
    static func parse(_ bytes: UnsafeRawBufferPointer) throws(WireError) -> ExactDecimal? {
        if bytes.count < 10, let value = ExactDecimal(utf8: bytes) { return value }
        return try parseSlowly(bytes)
    }
    static func parseSlowly(_ bytes: UnsafeRawBufferPointer) throws(WireError) -> ExactDecimal? {
        if bytes.isEmpty { return nil }
        let text = NumberText.trimmed(TextEscapes.plain(bytes))
        if unsetTexts.contains(text) { return nil }
        if let value = ExactDecimal(text) { return value }
        guard let number = NumberText.number(text) else { throw WireError(.malformed(expected: "a decimal number")) }
        // No number, or none that ends, is no size.
        if number.isLargest || !number.isFinite { return nil }
        guard let value = NumberText.rounded(text) else {
            throw WireError(.malformed(expected: "a decimal number below 10^38"))
        }
        return value
    }

    private static let unsetTexts = [
        "2147483647", "9223372036854775807", "-9223372036854775808", "170141183460469231731687303715884105727",
    ]

    /// Reads up to seven digits at once, anything else one by one.
    @inline(__always)
    public static func read(from reader: inout QuickTextReader, _ word: UInt64, _ length: Int) -> ExactDecimal? {
        if length < 8, let digits = QuickDigits.whole(word, length) {
            reader.cursor &+= length &+ 1
            return ExactDecimal(Int(digits))
        }
        guard let bytes = reader.bytes(length) else { return nil }
        return fraction(bytes)
    }
    /// Reads up to eight digits at once, anything else one by one.
    @inline(__always)
    public static func read(from reader: inout QuickProtobufReader) -> ExactDecimal? {
        guard reader.tag & 7 == 2, let range = reader.span() else { return nil }
        if range.count <= 8, !range.isEmpty {
            let word = QuickDigits.word(reader.base, at: range.lowerBound, end: reader.end)
            if let digits = QuickDigits.whole(word, range.count) { return ExactDecimal(Int(digits)) }
        }
        return fraction(UnsafeRawBufferPointer(start: reader.base + range.lowerBound, count: range.count))
    }
    /// A number that is short enough to be none of those that stand for unset.
    @inline(never)
    private static func fraction(_ bytes: UnsafeRawBufferPointer) -> ExactDecimal? {
        bytes.count < 10 ? ExactDecimal(utf8: bytes) : nil
    }
    /// Writes plain decimal text.
    public func write(to writer: inout TextWriter) {
        if isWhole, let value = Int64(exactly: coefficient) {
            writer.appendInteger(value)
        } else {
            writer.append(description)
        }
        writer.endField()
    }
    /// Writes 2^127 - 1.
    public static func writeLargest(to writer: inout TextWriter) {
        writer.append("170141183460469231731687303715884105727")
        writer.endField()
    }
    /// Reads decimal text; an unset spelling reads as zero where the field is not optional.
    public static func read(from reader: inout ProtobufReader) throws(WireError) -> ExactDecimal {
        let range = try reader.span()
        let bytes = UnsafeRawBufferPointer(start: reader.base + range.lowerBound, count: range.count)
        return try parse(bytes) ?? .unsetOnWire
    }
    /// Writes decimal text.
    public func write(_ number: Int, to writer: inout ProtobufWriter) { description.write(number, to: &writer) }
    /// Texts are never packed.
    public func writePacked(to writer: inout ProtobufWriter) {}
    /// Whole numbers and fractions, up to 30 digits.
    public static func sample(from source: inout SampleSource) -> ExactDecimal { source.decimal() }
    /// A JSON string, so that no digit is lost.
    public func print(to text: inout String) { text += "\"\(self)\"" }
}

extension ExactDecimal {
    /// What an unset decimal becomes inside the coders: beyond any number that the wire carries.
    static let unsetOnWire = ExactDecimal(Int128.max, scale: 0)
    /// Whether this is the unset decimal.
    public var isLargest: Bool { self == .unsetOnWire }
}
