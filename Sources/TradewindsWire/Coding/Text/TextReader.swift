import TradewindsVocabulary

/// Reads a message from NUL-separated text fields.
///
/// Lenient where gateways vary: integers with decimals, unset numbers in any spelling, empty fields, bytes that are
/// not UTF-8. Strict in meaning: a missing field or a text of another type is an error that names its place.
///
/// - Note: Holds a pointer into the frame and must not outlive the closure that gave it.
public struct TextReader: Coder {
    // Unsafe: a view on the frame's bytes, valid while the caller of the entry point holds the frame. Every access
    // below is bounded by `end`.
    let base: UnsafePointer<UInt8>
    var cursor: Int
    let end: Int
    /// The negotiated server version.
    public let version: ServerVersion
    /// Fields after the last declared one, which a newer peer may send; counted by ``finish()``.
    public private(set) var trailing = 0

    // Whether fields after the end are unset instead of missing.
    private let mayEndEarly: Bool

    /// Values come in.
    public static var fills: Bool { true }
    /// Always text.
    public var form: Form { .text }
    /// Where the next field begins, in bytes from the start of the frame body.
    public var offset: Int { cursor }

    /// Reads `bytes` from `start`; `mayEndEarly` where fields after the end are unset instead of missing.
    public init(
        _ bytes: UnsafeRawBufferPointer, from start: Int, version: ServerVersion, mayEndEarly: Bool = false
    ) {
        // An empty buffer may have no address; any will do, since nothing is read from it.
        self.base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? UnsafePointer(bitPattern: 1)!
        self.cursor = start
        self.end = bytes.count
        self.version = version
        self.mayEndEarly = mayEndEarly
    }

    /// Bytes not read yet.
    var left: Int { end - cursor }

    /// The next field without its end mark. The last field of a frame may lack the mark.
    mutating func next() throws(WireError) -> UnsafeRawBufferPointer {
        guard cursor < end else {
            if mayEndEarly { return UnsafeRawBufferPointer(start: base + end, count: 0) }
            throw WireError(.missing)
        }
        let start = cursor
        var index = start
        while index < end, base[index] != 0 { index += 1 }
        cursor = index < end ? index + 1 : end
        return UnsafeRawBufferPointer(start: base + start, count: index - start)
    }

    /// Counts what is left after the declared fields.
    public mutating func finish() {
        while cursor < end {
            _ = try? next()
            trailing += 1
        }
    }

    @inline(never)
    func located(_ error: WireError, _ name: StaticString, at offset: Int) -> WireError {
        var error = error
        if error.field.isEmpty { error.field = name.description }
        error.offset = offset
        error.version = version
        return error
    }

    /// An error at the current place.
    public func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError {
        located(WireError(reason), name, at: cursor)
    }
}

extension TextReader {
    /// A plain value; empty text means the type's empty value.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V
    ) throws(WireError) {
        let start = cursor
        do throws(WireError) {
            value = V(carrier: try V.Carrier.read(from: &self) ?? V.Carrier.empty)
        } catch { throw located(error, name, at: start) }
    }

    /// A value that may be unset.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        let start = cursor
        do throws(WireError) {
            guard let carrier = try V.Carrier.read(from: &self), !carrier.isLargest else {
                value = nil
                return
            }
            value = V(carrier: carrier)
        } catch { throw located(error, name, at: start) }
    }

    /// A text with backslash escapes resolved.
    public mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        let start = cursor
        do throws(WireError) { value = TextEscapes.resolve(try next()) } catch { throw located(error, name, at: start) }
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
        let number = try readCount(name)
        makeRoom(number, in: &values)
        for _ in 0..<number {
            var value = G()
            try value.walk(&self)
            values.append(value)
        }
    }

    /// A count and that many fields.
    public mutating func values<V: WireValue>(
        _ number: Int, _ name: StaticString, _ values: inout [V]
    ) throws(WireError) {
        let number = try readCount(name)
        makeRoom(number, in: &values)
        for _ in 0..<number {
            var value = V(carrier: V.Carrier.empty)
            try field(0, name, &value)
            values.append(value)
        }
    }

    /// A list of tags.
    public mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {
        switch style {
        case .joined:
            var text = ""
            try field(0, name, &text)
            values = TagList.split(text)
        case .counted:
            let number = try readCount(name)
            makeRoom(number, in: &values)
            for _ in 0..<number {
                var pair = TagValue("", "")
                try field(0, name, &pair.tag)
                try field(0, name, &pair.value)
                values.append(pair)
            }
        }
    }

    /// Skips a field whose text is known.
    public mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {
        let start = cursor
        do throws(WireError) { _ = try next() } catch { throw located(error, name, at: start) }
    }

    /// Reads the message's own version; nothing means the newest.
    public mutating func revision(_ newest: Int32) throws(WireError) -> Int32 {
        var version: Int32?
        try field(0, "version", &version)
        return version ?? newest
    }

    /// Reads whether something follows.
    public mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool {
        var present = false
        try field(0, name, &present)
        return present
    }

    /// Reads a count and makes that many blank elements.
    public mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {
        elements = Array(repeating: blank, count: try readCount(name, fields: fields))
    }

    /// Empties `values` and makes room for `count` of them, as far as the bytes left make so many likely: a count that
    /// lies takes no more memory than an honest message of the same length may.
    private func makeRoom<Element>(_ count: Int, in values: inout [Element]) {
        let likely = 12 * left / max(1, MemoryLayout<Element>.stride)
        values.removeAll(keepingCapacity: true)
        values.reserveCapacity(min(count, likely))
    }

    /// A count that the bytes left can hold: each of an element's fields takes at least one byte.
    mutating func readCount(_ name: StaticString, fields: Int = 1) throws(WireError) -> Int {
        let start = cursor
        var value: Int32 = 0
        try field(0, name, &value)
        guard value > 0 else { return 0 }
        guard Int(value) * fields <= left else {
            throw located(WireError(.count(Int(value), left: left)), name, at: start)
        }
        return Int(value)
    }
}
