import TradewindsVocabulary

/// Reads the protobuf form of the messages that come by the million, each in one piece of code without a call.
///
/// As ``QuickTextReader`` does for text: it knows fields in ascending order, numbered below 16, each once, all of them
/// declared; any other message is read again by ``ProtobufReader``.
///
/// - Note: Holds a pointer into the frame and must not outlive the closure that gave it.
public struct QuickProtobufReader: Coder {
    // Unsafe: a view on the frame's bytes, valid while the caller of the entry point holds the frame. Every access
    // below is bounded by `end`.
    let base: UnsafePointer<UInt8>
    var cursor: Int
    let end: Int
    /// The tag under the cursor, number and wire type; zero at the end.
    var tag = 0
    /// The negotiated server version.
    public let version: ServerVersion

    /// Values come in.
    public static var fills: Bool { true }
    /// Always protobuf.
    public var form: Form { .protobuf }

    /// A reader of `bytes` from `start`; `nil` where they are too few to be read eight at a time, or begin with a tag
    /// that this reader does not know.
    @inline(__always)
    init?(_ bytes: UnsafeRawBufferPointer, from start: Int, version: ServerVersion) {
        guard bytes.count >= 8, let address = bytes.baseAddress else { return nil }
        self.base = address.assumingMemoryBound(to: UInt8.self)
        self.cursor = start
        self.end = bytes.count
        self.version = version
        guard advance(after: 0) else { return nil }
    }

    /// Whether all was read and nothing more.
    var isDone: Bool { @inline(__always) get { tag == 0 } }

    /// Moves to the next tag; false where it does not come after field `number`.
    @inline(__always)
    private mutating func advance(after number: Int) -> Bool {
        guard cursor < end else {
            tag = 0
            return true
        }
        tag = Int(base[cursor])
        cursor &+= 1
        return tag < 0x80 && tag &>> 3 > number
    }

    /// Reads a field's value, where the field is there.
    @inline(__always)
    private mutating func carrier<S: WireScalar>(_ number: Int) throws(WireError) -> S? {
        guard tag &>> 3 == number else {
            // Passed by: an absent field, or one that nobody declared.
            if tag == 0 || tag &>> 3 > number { return nil }
            throw .uncommon
        }
        guard let carrier = S.read(from: &self), advance(after: number) else { throw .uncommon }
        return carrier
    }

    /// A plain value; an absent field leaves the type's own default.
    @inline(__always)
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V
    ) throws(WireError) {
        if let carrier: V.Carrier = try carrier(number) { value = V(carrier: carrier) }
    }

    /// A value that may be unset.
    @inline(__always)
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        if let carrier: V.Carrier = try carrier(number) { value = carrier.isLargest ? nil : V(carrier: carrier) }
    }

    /// A text; protobuf needs no escapes.
    @inline(__always)
    public mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        try field(number, name, &value)
    }

    /// A nested message that is there.
    @inline(__always)
    private mutating func nested<G: WireGroup>(_ number: Int, _ value: inout G) throws(WireError) {
        guard tag & 7 == 2, let range = span() else { throw .uncommon }
        guard let base = UnsafeRawPointer(base) as UnsafeRawPointer?,
            var inner = QuickProtobufReader(
                UnsafeRawBufferPointer(start: base, count: range.upperBound), from: range.lowerBound, version: version)
        else { throw .uncommon }
        try value.walk(&inner)
        guard inner.isDone, advance(after: number) else { throw .uncommon }
    }

    /// A nested message; absent leaves it as it is.
    @inline(__always)
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G
    ) throws(WireError) {
        guard tag &>> 3 == number else {
            if tag == 0 || tag &>> 3 > number { return }
            throw .uncommon
        }
        try nested(number, &value)
    }

    /// A nested message that may be absent.
    @inline(__always)
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G?
    ) throws(WireError) {
        guard tag &>> 3 == number else {
            if tag == 0 || tag &>> 3 > number { return }
            throw .uncommon
        }
        var inner = G()
        try nested(number, &inner)
        value = inner
    }

    /// The bytes of a length-delimited value of less than 128 bytes.
    @inline(__always)
    mutating func span() -> Range<Int>? {
        guard cursor < end else { return nil }
        let length = Int(base[cursor])
        let start = cursor &+ 1
        guard length < 0x80, length <= end &- start else { return nil }
        cursor = start &+ length
        return start..<cursor
    }

    /// A varint; one of more than one byte takes a call.
    @inline(__always)
    mutating func varint() -> UInt64? {
        guard cursor < end else { return nil }
        let byte = base[cursor]
        if byte < 0x80 {
            cursor &+= 1
            return UInt64(byte)
        }
        guard let (value, next) = Self.longVarint(base, cursor, end) else { return nil }
        cursor = next
        return value
    }

    @inline(never)
    private static func longVarint(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (UInt64, Int)? {
        var cursor = start
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while cursor < end, shift < 70 {
            let byte = base[cursor]
            cursor += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return (value, cursor) }
            shift += 7
        }
        return nil
    }
}

/// What no tick has: left to the reader that knows all.
extension QuickProtobufReader {
    /// Stops.
    public mutating func list<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ values: inout [G]
    ) throws(WireError) { throw .uncommon }
    /// Stops.
    public mutating func values<V: WireValue>(
        _ number: Int, _ name: StaticString, _ values: inout [V]
    ) throws(WireError) { throw .uncommon }
    /// Stops.
    public mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) { throw .uncommon }
    /// Nothing: text only.
    @inline(__always)
    public mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {}
    /// What the caller says: text only.
    public mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool { isPresent }
    /// Nothing: text only.
    public mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {}
    /// Stops.
    public func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError { .uncommon }
}
