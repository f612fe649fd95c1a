/// A message from gateway to client.
///
/// Small enough to be passed around: large payloads are boxed (`indirect`), so that a tick never pays for an order.
/// A new message takes a case here, a line in each function below, and its declaration.
public enum Event: MessageSet {
    case tickPrice(TickPrice)
    case tickSize(TickSize)
    case tickGeneric(TickGeneric)
    case tickString(TickString)

    /// Reads the body of one frame (without its length).
    ///
    /// - Throws: ``WireError`` naming message, field and byte; the next frame can be read all the same.
    public init(frame bytes: UnsafeRawBufferPointer, version: ServerVersion) throws(WireError) {
        var body = try MessageBody(bytes, version: version)
        self = try Self.read(&body)
    }

    /// To the client.
    public static var direction: Direction { .toClient }

    /// The types, by ascending id.
    public static var types: [any Message.Type] {
        [
            TickPrice.self,
            TickSize.self,
            TickGeneric.self,
            TickString.self,
        ]
    }

    /// Reads the message that `body` holds.
    public static func read(_ body: inout MessageBody) throws(WireError) -> Event {
        switch body.id {
        case 1: .tickPrice(try body.read())
        case 2: .tickSize(try body.read())
        case 45: .tickGeneric(try body.read())
        case 46: .tickString(try body.read())
        default: throw body.unknownMessage()
        }
    }

    /// Shows the message to `visitor`.
    public func visit<V: MessageVisitor>(_ visitor: inout V) throws(WireError) {
        switch self {
        case .tickPrice(let message): try visitor.visit(message)
        case .tickSize(let message): try visitor.visit(message)
        case .tickGeneric(let message): try visitor.visit(message)
        case .tickString(let message): try visitor.visit(message)
        }
    }
}
