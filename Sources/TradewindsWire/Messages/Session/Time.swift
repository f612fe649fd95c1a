import TradewindsVocabulary

/// Asks for the gateway's clock in seconds.
public struct CurrentTimeRequest: RequestMessage {
    /// Message 49.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 49, "reqCurrentTime", protobuf: ("CurrentTimeRequest", since: .protobufRest3))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// The gateway's clock.
public struct CurrentTime: EventMessage {
    /// Message 49.
    public static var kind: MessageKind {
        MessageKind(.toClient, 49, "currentTime", protobuf: ("CurrentTime", since: .protobufRest3))
    }

    /// Seconds since 1970, UTC.
    public var seconds = Int64(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, coder.isText ? "time" : "currentTime", &seconds)
    }
}

/// Asks for the gateway's clock in milliseconds.
public struct CurrentTimeInMillisRequest: RequestMessage {
    /// Message 105.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 105, "reqCurrentTimeInMillis", protobuf: ("CurrentTimeInMillisRequest", since: .protobufRest3),
            since: .millis)
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
    }
}

/// The gateway's clock.
public struct CurrentTimeInMillis: EventMessage {
    /// Message 109.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 109, "currentTimeInMillis", protobuf: ("CurrentTimeInMillis", since: .protobufRest3),
            since: .millis)
    }

    /// Milliseconds since 1970, UTC.
    public var milliseconds = Int64(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, coder.isText ? "timeInMillis" : "currentTimeInMillis", &milliseconds)
    }
}
