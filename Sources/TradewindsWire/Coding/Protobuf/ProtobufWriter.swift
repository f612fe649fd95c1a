import TradewindsVocabulary

/// Writes a message in its protobuf form, fields in ascending order.
///
/// Plain numbers are always written, plain text when it is not empty, plain flags when true, optional values when they
/// are set: what the official client does. Reuse one writer for many messages: its buffer keeps its capacity.
public struct ProtobufWriter: Coder {
    /// What has been written.
    public var bytes: [UInt8]
    /// The negotiated server version.
    public let version: ServerVersion
    /// Always protobuf.
    public var form: Form { .protobuf }

    /// Continues `bytes`.
    public init(continuing bytes: consuming [UInt8] = [], version: ServerVersion) {
        self.bytes = bytes
        self.version = version
    }
    mutating func varint(_ value: UInt64) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: value))
    }
    mutating func tag(_ number: Int, _ type: Int) { varint(UInt64(number) << 3 | UInt64(type)) }

    /// Writes a length-delimited value whose length is known only afterwards.
    mutating func delimited(_ number: Int, _ body: (inout Self) throws(WireError) -> Void) throws(WireError) {
        tag(number, 2)
        let mark = bytes.count
        bytes.append(0)
        try body(&self)
        let length = bytes.count - mark - 1
        if length < 0x80 {
            bytes[mark] = UInt8(length)
        } else {
            var prefix: [UInt8] = []
            var rest = length
            while rest >= 0x80 {
                prefix.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            prefix.append(UInt8(rest))
            bytes.replaceSubrange(mark...mark, with: prefix)
        }
    }

    /// An error about a value that cannot be written.
    public func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError {
        WireError(reason, field: name.description, offset: bytes.count, version: version)
    }
}

extension ProtobufWriter {
    /// A plain value.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V
    ) throws(WireError) {
        let carrier = value.carrier
        if !carrier.isOmitted { carrier.write(number, to: &self) }
    }

    /// A value, when it is set.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        if let value { value.carrier.write(number, to: &self) }
    }

    /// A text.
    public mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        try field(number, name, &value)
    }

    /// A nested message, always written.
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G
    ) throws(WireError) {
        try delimited(number) { (writer) throws(WireError) in try value.walk(&writer) }
    }

    /// A nested message, when there is one.
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G?
    ) throws(WireError) {
        guard var inner = value else { return }
        try group(number, name, &inner)
    }

    /// A repeated nested message.
    public mutating func list<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ values: inout [G]
    ) throws(WireError) {
        for var value in values { try group(number, name, &value) }
    }

    /// A repeated scalar: text one by one, numbers packed.
    public mutating func values<V: WireValue>(
        _ number: Int, _ name: StaticString, _ values: inout [V]
    ) throws(WireError) {
        if V.Carrier.shape == .string {
            for value in values { value.carrier.write(number, to: &self) }
            return
        }
        guard !values.isEmpty else { return }
        try delimited(number) { (writer) throws(WireError) in
            for value in values { value.carrier.writePacked(to: &writer) }
        }
    }

    /// A map of text to text.
    public mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {
        for pair in values {
            var entry = TagEntry(pair)
            try group(number, name, &entry)
        }
    }

    /// Nothing: text only.
    public mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {}
    /// What the caller says: text only.
    public mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool { isPresent }
    /// Nothing: text only.
    public mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {}
}
