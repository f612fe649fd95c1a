import TradewindsVocabulary

/// The body of a frame whose message id has been read.
public struct MessageBody {
    // Unsafe: a view on the frame's bytes, valid while the caller of the entry point holds the frame.
    let bytes: UnsafeRawBufferPointer
    let start: Int
    /// The negotiated server version.
    public let version: ServerVersion
    /// The message's id, the same in both forms.
    public let id: Int
    /// The form that the id announced.
    public let form: Form
    private let unknownFields: Unmanaged<UnknownFields>?
    /// Text fields after the last declared one.
    public private(set) var trailing = 0

    /// Reads the message id: text below version 201, four bytes from there on.
    @inline(__always)
    public init(_ bytes: UnsafeRawBufferPointer, version: ServerVersion) throws(WireError) {
        try self.init(bytes, version: version, unknown: nil)
    }

    @inline(__always)
    init(
        _ bytes: UnsafeRawBufferPointer, version: ServerVersion, unknown: Unmanaged<UnknownFields>?
    ) throws(WireError) {
        self.unknownFields = unknown
        self.bytes = bytes
        self.version = version
        if version >= .protobufStart {
            guard bytes.count >= 4 else { throw WireError(.empty, version: version) }
            let id = Int(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
            self.form = id > Frame.protobufOffset ? .protobuf : .text
            self.id = id > Frame.protobufOffset ? id - Frame.protobufOffset : id
            self.start = 4
        } else {
            (id, start) = try Self.textID(bytes, version: version)
            self.form = .text
        }
    }
    @inline(__always)
    private static func textID(
        _ bytes: UnsafeRawBufferPointer, version: ServerVersion
    ) throws(WireError) -> (id: Int, start: Int) {
        if var reader = QuickTextReader(bytes, from: 0, version: version), let (word, length) = reader.peek(),
            length > 0, length < 8, let id = Int64.read(from: &reader, word, length)
        {
            return (Int(id), reader.cursor)
        }
        return try slowTextID(bytes, version: version)
    }
    @inline(never)
    private static func slowTextID(
        _ bytes: UnsafeRawBufferPointer, version: ServerVersion
    ) throws(WireError) -> (id: Int, start: Int) {
        guard !bytes.isEmpty else { throw WireError(.empty, version: version) }
        var reader = TextReader(bytes, from: 0, version: version)
        var id: Int32 = 0
        try reader.field(0, "message id", &id)
        return (Int(id), reader.offset)
    }

    /// Reads a message of type `M`.
    public mutating func read<M: Message>(_ type: M.Type = M.self) throws(WireError) -> M {
        var message = M()
        do throws(WireError) {
            switch form {
            case .text:
                var reader = TextReader(
                    bytes, from: start, version: version, mayEndEarly: M.mayEndEarly)
                try message.walk(&reader)
                if reader.left > 0 { count(&reader) }
            case .protobuf:
                guard let address = bytes.baseAddress else { return message }
                var reader = ProtobufReader(
                    base: address.assumingMemoryBound(to: UInt8.self), from: start, to: bytes.count, version: version,
                    unknown: unknownFields)
                try reader.message(&message)
            }
        } catch { throw named(error, M.kind) }
        return message
    }

    /// Reads a message as ``read(_:)`` does, in less time and more code: for those that come by the million.
    @inline(__always)
    mutating func readQuickly<M: Message>() throws(WireError) -> M {
        var message = M()
        var isRead = false
        do throws(WireError) {
            switch form {
            case .text:
                if var reader = QuickTextReader(bytes, from: start, version: version) {
                    try message.walk(&reader)
                    isRead = reader.isDone
                }
            case .protobuf:
                if var reader = QuickProtobufReader(bytes, from: start, version: version) {
                    try message.walk(&reader)
                    isRead = reader.isDone
                }
            }
        } catch {}
        return isRead ? message : try read()
    }

    /// The error for an id that no message has.
    public func unknownMessage() -> WireError {
        WireError(.unknownMessage(id: id), version: version)
    }
    mutating func count(_ reader: inout TextReader) {
        reader.finish()
        trailing = reader.trailing
    }
    @inline(never)
    func named(_ error: WireError, _ kind: MessageKind) -> WireError {
        var error = error
        error.message = kind.name
        error.version = version
        return error
    }
}

/// A message with everything that came along in its frame, for inspectors.
public struct InspectedMessage<Set: MessageSet>: Sendable {
    /// The message.
    public let message: Set
    /// The form it came in.
    public let form: Form
    /// Protobuf fields that no declaration knows, nested ones included, in wire order.
    public let unknown: [UnknownField]
    /// How many text fields stand after the last declared one.
    public let trailing: Int
    /// The first of those fields, as they came: 256 at most, so that a frame of end marks takes no more memory than
    /// another.
    public let trailingFields: [String]

    /// Reads the body of one frame and keeps what the declarations do not know.
    public init(frame bytes: UnsafeRawBufferPointer, version: ServerVersion) throws(WireError) {
        let fields = UnknownFields()
        defer { withExtendedLifetime(fields) {} }
        var body = try MessageBody(bytes, version: version, unknown: Unmanaged.passUnretained(fields))
        message = try Set.read(&body)
        form = body.form
        trailing = body.trailing
        trailingFields = Self.last(body.trailing, of: bytes, most: 256)
        unknown = fields.fields
    }

    /// The last `count` fields, the first of them only where there are more than `most`.
    private static func last(_ count: Int, of bytes: UnsafeRawBufferPointer, most: Int) -> [String] {
        guard count > 0 else { return [] }
        // The last field may have its end mark or lack it.
        var start = bytes.last == 0 ? bytes.count - 1 : bytes.count
        var left = count
        while start > 0 {
            if bytes[start - 1] == 0 { left -= 1 }
            if left == 0 { break }
            start -= 1
        }
        var found: [String] = []
        var rest = bytes[start...]
        while !rest.isEmpty, found.count < most {
            let field = rest.prefix { $0 != 0 }
            found.append(TextEscapes.plain(UnsafeRawBufferPointer(rebasing: field)))
            rest = rest[field.endIndex...].dropFirst()
        }
        return found
    }
}
