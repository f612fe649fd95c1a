import TradewindsVocabulary

/// A message from client to gateway.
///
/// Small enough to be passed around: large payloads are boxed (`indirect`).
/// A new message takes a case here, a line in each function below, and its declaration.
public enum Request: MessageSet {
    case reqCurrentTime(CurrentTimeRequest)

    /// Reads the body of one frame (without its length).
    ///
    /// - Throws: ``WireError`` naming message, field and byte; the next frame can be read all the same.
    public init(frame bytes: UnsafeRawBufferPointer, version: ServerVersion) throws(WireError) {
        var body = try MessageBody(bytes, version: version)
        self = try Self.read(&body)
    }

    /// To the gateway.
    public static var direction: Direction { .toGateway }

    /// The types, by ascending id.
    public static var types: [any Message.Type] {
        [
            CurrentTimeRequest.self
        ]
    }

    /// Reads the message that `body` holds.
    public static func read(_ body: inout MessageBody) throws(WireError) -> Request {
        switch body.id {
        case 49: .reqCurrentTime(try body.read())
        default: throw body.unknownMessage()
        }
    }

    /// Shows the message to `visitor`.
    public func visit<V: MessageVisitor>(_ visitor: inout V) throws(WireError) {
        switch self {
        case .reqCurrentTime(let message): try visitor.visit(message)
        }
    }
}
