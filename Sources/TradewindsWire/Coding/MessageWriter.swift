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
    public mutating func write<M: Message>(_ message: M) throws(WireError) {
        try write(message, as: try M.kind.form(at: version))
    }

    /// Writes `message` in `form`, whatever the version would choose.
    public mutating func write<M: Message>(_ message: M, as form: Form) throws(WireError) {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        let mark = taken.count
        taken.append(contentsOf: [0, 0, 0, 0])
        appendID(M.kind.id, form, to: &taken)
        var message = message
        do throws(WireError) {
            switch form {
            case .text:
                var writer = TextWriter(continuing: taken, version: version)
                taken = []
                do throws(WireError) { try message.walk(&writer) } catch {
                    taken = writer.bytes
                    throw error
                }
                taken = writer.bytes
            case .protobuf:
                var writer = ProtobufWriter(continuing: taken, version: version)
                taken = []
                do throws(WireError) { try message.walk(&writer) } catch {
                    taken = writer.bytes
                    throw error
                }
                taken = writer.bytes
            }
            let length = taken.count - mark - Frame.headerLength
            guard length <= Frame.largestBody else { throw WireError(.oversized(length)) }
            for byte in 0..<4 { taken[mark + byte] = UInt8(truncatingIfNeeded: length >> (24 - 8 * byte)) }
            bytes = taken
        } catch {
            taken.removeSubrange(mark...)
            bytes = taken
            var error = error
            error.message = M.kind.name
            error.version = version
            throw error
        }
    }

    /// Writes an event. Faster than writing its message from another module, whose type the compiler cannot see.
    public mutating func write(_ event: Event) throws(WireError) { try event.visit(&self) }

    /// Writes a request. Faster than writing its message from another module, whose type the compiler cannot see.
    public mutating func write(_ request: Request) throws(WireError) { try request.visit(&self) }

    /// Writes the message shown.
    public mutating func visit<M: Message>(_ message: M) throws(WireError) { try write(message) }

    private func appendID(_ id: Int, _ form: Form, to bytes: inout [UInt8]) {
        if version >= .protobufStart {
            let wireID = form == .protobuf ? id + Frame.protobufOffset : id
            for byte in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: wireID >> (24 - 8 * byte))) }
        } else {
            bytes.append(contentsOf: String(id).utf8)
            bytes.append(0)
        }
    }
}
