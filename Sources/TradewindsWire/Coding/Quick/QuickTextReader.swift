import TradewindsVocabulary

/// Reads the text form of the messages that come by the million, each in one piece of code without a call.
///
/// It knows the common spellings only and stops at any other, without saying why: the message is then read again by
/// ``TextReader``, which knows all of them and names what is wrong. So the two can never disagree about a message that
/// this one reads to its end; a test holds them against each other.
///
/// - Note: Holds a pointer into the frame and must not outlive the closure that gave it.
public struct QuickTextReader: Coder {
    // Unsafe: a view on the frame's bytes, valid while the caller of the entry point holds the frame. Every access
    // below is bounded by `end`.
    let base: UnsafePointer<UInt8>
    var cursor: Int
    let end: Int
    /// The negotiated server version.
    public let version: ServerVersion

    /// Values come in.
    public static var fills: Bool { true }
    /// Always text.
    public var form: Form { .text }

    /// A reader of `bytes` from `start`; `nil` where they are too few to be read eight at a time.
    @inline(__always)
    init?(_ bytes: UnsafeRawBufferPointer, from start: Int, version: ServerVersion) {
        guard bytes.count >= 8, let address = bytes.baseAddress else { return nil }
        self.base = address.assumingMemoryBound(to: UInt8.self)
        self.cursor = start
        self.end = bytes.count
        self.version = version
    }

    /// Whether all was read and nothing more.
    var isDone: Bool { @inline(__always) get { cursor == end } }

    /// The next eight bytes, and how many of them belong to the field; 8 where it is longer.
    @inline(__always)
    func peek() -> (word: UInt64, length: Int)? {
        guard cursor < end else { return nil }
        let word = QuickDigits.word(base, at: cursor, end: end)
        return (word, QuickDigits.length(word))
    }

    /// Takes the next field, whose length is `length` where that is below 8; `nil` where it has no end mark.
    @inline(__always)
    mutating func bytes(_ length: Int) -> UnsafeRawBufferPointer? {
        var mark = cursor &+ length
        if length == 8 {
            while mark < end, base[mark] != 0 { mark &+= 1 }
        }
        guard mark < end else { return nil }
        let bytes = UnsafeRawBufferPointer(start: base + cursor, count: mark &- cursor)
        cursor = mark &+ 1
        return bytes
    }

    /// A plain value.
    @inline(__always)
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V
    ) throws(WireError) {
        guard let (word, length) = peek() else { throw .uncommon }
        if length == 0 {
            cursor &+= 1
            value = V(carrier: V.Carrier.empty)
            return
        }
        guard let carrier = V.Carrier.read(from: &self, word, length) else { throw .uncommon }
        value = V(carrier: carrier)
    }

    /// A value that may be unset.
    @inline(__always)
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        guard let (word, length) = peek() else { throw .uncommon }
        if length == 0 {
            cursor &+= 1
            value = nil
            return
        }
        guard let carrier = V.Carrier.read(from: &self, word, length), !carrier.isLargest else { throw .uncommon }
        value = V(carrier: carrier)
    }

    /// A text without escapes.
    @inline(__always)
    public mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        guard let (_, length) = peek(), let bytes = bytes(length) else { throw .uncommon }
        value = TextEscapes.resolve(bytes)
    }

    /// Skips a field whose text is known.
    @inline(__always)
    public mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {
        guard let (_, length) = peek(), bytes(length) != nil else { throw .uncommon }
    }

    /// The group's fields inline.
    @inline(__always)
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G
    ) throws(WireError) { try value.walk(&self) }

    /// Nothing: an optional group has no mark of its own in text.
    @inline(__always)
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G?
    ) throws(WireError) {}
}

/// What no tick has: left to the reader that knows all.
extension QuickTextReader {
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
    /// Stops.
    public mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool { throw .uncommon }
    /// Stops.
    public mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) { throw .uncommon }
    /// Stops.
    public func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError { .uncommon }
}

extension WireError {
    /// Nothing that a caller ever sees: the message is read again.
    static var uncommon: WireError { @inline(never) get { WireError(.missing) } }
}
