import TradewindsVocabulary

/// Writes a message as NUL-separated text fields, exactly as the official client would.
///
/// Reuse one writer for many messages: its buffer keeps its capacity.
public struct TextWriter: Coder {
    /// What has been written.
    public var bytes: [UInt8]
    /// The negotiated server version.
    public let version: ServerVersion
    /// Always text.
    public var form: Form { .text }

    /// Continues `bytes`.
    public init(continuing bytes: consuming [UInt8] = [], version: ServerVersion) {
        self.bytes = bytes
        self.version = version
    }

    /// Ends the current field.
    public mutating func endField() { bytes.append(0) }
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// A NUL inside a text would end its field early, so it is left out.
    mutating func appendField(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            if utf8.contains(0) {
                bytes.append(contentsOf: utf8.filter { $0 != 0 })
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
        endField()
    }
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
    mutating func appendInteger(_ value: Int64) {
        if value >= 0, value < 10 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: value))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var magnitude = value.magnitude
            var index = 20
            repeat {
                let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10)
                index -= 1
                digits[index] = 0x30 + UInt8(truncatingIfNeeded: remainder)
                magnitude = quotient
            } while magnitude > 0
            if value < 0 { bytes.append(0x2D) }
            bytes.append(contentsOf: digits[index..<20])
        }
    }

    /// An error about a value that cannot be written.
    public func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError {
        WireError(reason, field: name.description, offset: bytes.count, version: version)
    }
}

extension TextWriter {
    /// A plain value.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V
    ) throws(WireError) { value.carrier.write(to: &self) }

    /// A value, or the way that unset is spelled.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        if let value {
            value.carrier.write(to: &self)
        } else if unset == .largest {
            V.Carrier.writeLargest(to: &self)
        } else {
            endField()
        }
    }

    /// A text with everything beyond 7 bits escaped.
    public mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        appendField(TextEscapes.spell(value))
    }

    /// The group's fields inline.
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G
    ) throws(WireError) { try value.walk(&self) }

    /// Nothing: an optional group has no mark of its own in text.
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G?
    ) throws(WireError) {}

    /// A count and that many groups.
    public mutating func list<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ values: inout [G]
    ) throws(WireError) {
        appendInteger(Int64(values.count))
        endField()
        for var value in values { try value.walk(&self) }
    }

    /// A count and that many fields.
    public mutating func values<V: WireValue>(
        _ number: Int, _ name: StaticString, _ values: inout [V]
    ) throws(WireError) {
        appendInteger(Int64(values.count))
        endField()
        for value in values { value.carrier.write(to: &self) }
    }

    /// A list of tags.
    public mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {
        switch style {
        case .joined: appendField(TagList.join(values))
        case .counted:
            appendInteger(Int64(values.count))
            endField()
            for pair in values {
                appendField(pair.tag)
                appendField(pair.value)
            }
        }
    }

    /// The known text.
    public mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {
        append(text)
        endField()
    }

    /// Writes the message's own version.
    public mutating func revision(_ newest: Int32) throws(WireError) -> Int32 {
        newest.write(to: &self)
        return newest
    }

    /// Writes whether something follows.
    public mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool {
        isPresent.write(to: &self)
        return isPresent
    }

    /// Writes the count.
    public mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {
        appendInteger(Int64(elements.count))
        endField()
    }
}
