import TradewindsVocabulary

/// Writes whole frames, one after the other, into one buffer: length, message id, and the form that the version asks.
///
/// Keep one for each connection; ``removeAll()`` keeps its memory.
public struct MessageWriter: MessageVisitor, Sendable {
    /// The frames written since the last ``removeAll()``.
    public private(set) var bytes: [UInt8] = []
    /// The negotiated server version.
    public let version: ServerVersion

    /// Writes for a connection that speaks `version`.
    public init(version: ServerVersion) { self.version = version }

    /// Forgets what has been written and keeps the memory.
    public mutating func removeAll() { clear() }
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Writes `message` in the form that the version asks.
    ///
    /// - Throws: ``WireError`` where the message does not exist at this version; nothing is written then.
    public mutating func write<M: Message>(_ message: consuming M) throws(WireError) {
        try write(message, as: try M.kind.form(at: version))
    }

    /// Writes `message` in `form`, whatever the version would choose.
    public mutating func write<M: Message>(_ message: consuming M, as form: Form) throws(WireError) {
        let mark = bytes.count
        begin(M.kind.id, form)
        do throws(WireError) {
            switch form {
            case .text:
                var writer = TextWriter(continuing: take(), version: version)
                defer { bytes = writer.bytes }
                try message.walk(&writer)
            case .protobuf:
                var writer = ProtobufWriter(continuing: take(), version: version)
                defer { bytes = writer.bytes }
                try message.walk(&writer)
            }
        } catch { throw abandon(mark, error, M.kind) }
        let length = bytes.count - mark - Frame.headerLength
        guard length <= Frame.largestBody else { throw abandon(mark, WireError(.oversized(length)), M.kind) }
        end(mark, length)
    }

    /// The buffer, owned by whoever writes into it.
    private mutating func take() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        return taken
    }

    /// Room for the length, and the id.
    private mutating func begin(_ id: Int, _ form: Form) {
        bytes.append(contentsOf: [0, 0, 0, 0])
        if version >= .protobufStart {
            let wireID = form == .protobuf ? id + Frame.protobufOffset : id
            for byte in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: wireID >> (24 - 8 * byte))) }
        } else {
            bytes.append(contentsOf: String(id).utf8)
            bytes.append(0)
        }
    }

    /// Fills in the length of the frame that begins at `mark`.
    private mutating func end(_ mark: Int, _ length: Int) {
        for byte in 0..<4 { bytes[mark + byte] = UInt8(truncatingIfNeeded: length >> (24 - 8 * byte)) }
    }

    /// Takes the half-written frame away.
    @inline(never)
    private mutating func abandon(_ mark: Int, _ error: WireError, _ kind: MessageKind) -> WireError {
        bytes.removeSubrange(mark...)
        var error = error
        error.message = kind.name
        error.version = version
        return error
    }

    /// Writes an event. Faster than writing its message from another module, whose type the compiler cannot see.
    public mutating func write(_ event: Event) throws(WireError) { try event.visit(&self) }

    /// Writes a request. Faster than writing its message from another module, whose type the compiler cannot see.
    public mutating func write(_ request: Request) throws(WireError) { try request.visit(&self) }

    /// Writes the message shown.
    public mutating func visit<M: Message>(_ message: consuming M) throws(WireError) { try write(message) }
}
