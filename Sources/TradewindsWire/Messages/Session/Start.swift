import TradewindsVocabulary

/// Starts the session of a client; the first message after the greeting.
public struct StartApiRequest: RequestMessage {
    /// Message 71.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 71, "startApi", protobuf: ("StartApiRequest", since: .protobufRest3))
    }

    /// The client's number, unique at the gateway.
    public var client = ClientID(0)
    /// Optional capabilities, empty for none.
    public var capabilities = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("2")
        try coder.field(1, "clientId", &client)
        try coder.field(2, "optionalCapabilities", &capabilities)
    }
}

/// Asks for the next order id again.
public struct IdsRequest: RequestMessage {
    /// Message 8.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 8, "reqIds", protobuf: ("IdsRequest", since: .protobufRest3))
    }

    /// Ignored by gateways.
    public var count = Int32(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "numIds", &count)
    }
}

/// The lowest order id that the client may use next.
public struct NextValidId: EventMessage {
    /// Message 9.
    public static var kind: MessageKind {
        MessageKind(.toClient, 9, "nextValidId", protobuf: ("NextValidId", since: .protobufRest3))
    }

    /// The id.
    public var order = OrderID(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "orderId", &order)
    }
}

/// Sets how much the gateway logs.
public struct SetServerLogLevelRequest: RequestMessage {
    /// Message 14.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 14, "setServerLogLevel", protobuf: ("SetServerLogLevelRequest", since: .protobufRest3))
    }

    /// From 1 (system) to 5 (detail).
    public var level = Int32(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "logLevel", &level)
    }
}
