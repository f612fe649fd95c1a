import TradewindsVocabulary

/// Which end sends a message.
public enum Direction: String, Sendable, Hashable {
    /// Client to gateway: a request.
    case toGateway = "out"
    /// Gateway to client: an event.
    case toClient = "in"
}

/// What is known of a message without looking inside: its ids, its name in the protocol, and its forms.
public struct MessageKind: Sendable, Hashable, CustomStringConvertible {
    /// Which end sends it.
    public let direction: Direction
    /// Its id in text form; protobuf adds ``Frame/protobufOffset``.
    public let id: Int
    /// Its name in the protocol.
    public let name: String
    /// The name of its protobuf message; `nil` where there is none.
    public let protobufName: String?
    /// The version from which it is sent as protobuf; `nil` where it never is.
    public let protobufSince: ServerVersion?
    /// Whether it has a text form.
    public let hasText: Bool
    /// The version from which it exists.
    public let since: ServerVersion

    /// A message in both forms; `protobuf` names its message and the first version that sends it so.
    public init(
        _ direction: Direction, _ id: Int, _ name: String, protobuf: (String, since: ServerVersion)?,
        hasText: Bool = true, since: ServerVersion = .floor
    ) {
        self.direction = direction
        self.id = id
        self.name = name
        self.protobufName = protobuf?.0
        self.protobufSince = protobuf?.since
        self.hasText = hasText
        self.since = since
    }

    /// The form that the message takes at `version`.
    ///
    /// - Throws: ``WireError`` where it does not exist at that version.
    public func form(at version: ServerVersion) throws(WireError) -> Form {
        if let protobufSince, version >= protobufSince { return .protobuf }
        guard version >= since else { throw WireError(.unavailable(since: since), message: name, version: version) }
        guard hasText else {
            throw WireError(.unavailable(since: protobufSince ?? .newest), message: name, version: version)
        }
        return .text
    }

    /// The name in the protocol.
    public var description: String { name }
}

/// A message: a value with one declaration.
public protocol Message: WireGroup {
    /// Ids, name and forms.
    static var kind: MessageKind { get }
    /// Whether a text that ends early is read, what is missing being unset.
    static var mayEndEarly: Bool { get }
}

extension Message {
    /// No: half a message is an error.
    public static var mayEndEarly: Bool { false }
}

/// A message from client to gateway.
///
/// Clients leave out fields at the end, so a short text is read and the gateway answers what it lacks. Not so where money
/// moves: an order that was cut must never be taken for a whole one.
public protocol RequestMessage: Message {}

extension RequestMessage {
    /// Yes, unless the message says otherwise.
    public static var mayEndEarly: Bool { true }
}

/// A message from gateway to client.
public protocol EventMessage: Message {}

/// Looks at a message whose type it learns only then.
public protocol MessageVisitor {
    /// Is given the message, to keep or to change: an order is copied out of its event once, not twice.
    mutating func visit<M: Message>(_ message: consuming M) throws(WireError)
}

/// All messages of one direction, as one value: ``Event`` or ``Request``.
public protocol MessageSet: Sendable, Hashable {
    /// Which end sends these.
    static var direction: Direction { get }
    /// The types, by ascending id.
    static var types: [any Message.Type] { get }
    /// Reads the body of one frame (without its length).
    init(frame bytes: UnsafeRawBufferPointer, version: ServerVersion) throws(WireError)
    /// Reads the message that `body` holds.
    static func read(_ body: inout MessageBody) throws(WireError) -> Self
    /// Shows the message to `visitor`.
    func visit<V: MessageVisitor>(_ visitor: inout V) throws(WireError)
}

extension MessageSet {
    /// Ids, name and forms of the message.
    public var kind: MessageKind {
        var finder = KindFinder()
        try? visit(&finder)
        return finder.kind
    }
}

private struct KindFinder: MessageVisitor {
    var kind = MessageKind(.toClient, 0, "", protobuf: nil)
    mutating func visit<M: Message>(_ message: M) { kind = M.kind }
}
