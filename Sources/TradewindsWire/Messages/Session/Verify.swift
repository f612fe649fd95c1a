import TradewindsVocabulary

/// Begins the verification of a program.
public struct VerifyRequest: RequestMessage {
    /// Message 65.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 65, "verifyRequest", protobuf: ("VerifyRequest", since: .protobufRest3))
    }

    /// The program's name.
    public var program = ""
    /// Its version.
    public var programVersion = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "apiName", &program)
        try coder.field(2, "apiVersion", &programVersion)
    }
}

/// The gateway's challenge.
public struct VerifyMessageApi: EventMessage {
    /// Message 65.
    public static var kind: MessageKind {
        MessageKind(.toClient, 65, "verifyMessageAPI", protobuf: ("VerifyMessageApi", since: .protobufRest3))
    }

    /// The challenge.
    public var data = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.escaped(1, "apiData", &data)
    }
}

/// The answer to a challenge.
public struct VerifyMessageRequest: RequestMessage {
    /// Message 66.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 66, "verifyMessage", protobuf: ("VerifyMessageRequest", since: .protobufRest3))
    }

    /// The answer.
    public var data = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "apiData", &data)
    }
}

/// Begins the verification and authentication of a program.
public struct VerifyAndAuthRequest: RequestMessage {
    /// Message 72.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 72, "verifyAndAuthRequest", protobuf: nil)
    }

    /// The program's name.
    public var program = ""
    /// Its version.
    public var programVersion = ""
    /// The vendor's key.
    public var key = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(0, "apiName", &program)
        try coder.field(0, "apiVersion", &programVersion)
        try coder.field(0, "opaqueIsvKey", &key)
    }
}

/// The answer to an authentication challenge.
public struct VerifyAndAuthMessage: RequestMessage {
    /// Message 73.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 73, "verifyAndAuthMessage", protobuf: nil)
    }

    /// The answer.
    public var data = ""
    /// The second part of the answer.
    public var response = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(0, "apiData", &data)
        try coder.field(0, "xyzResponse", &response)
    }
}

/// The gateway's challenge for authentication.
public struct VerifyAndAuthMessageAPI: EventMessage {
    /// Message 69.
    public static var kind: MessageKind {
        MessageKind(.toClient, 69, "verifyAndAuthMessageAPI", protobuf: nil)
    }

    /// The challenge.
    public var data = ""
    /// The second part of the challenge.
    public var challenge = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.escaped(0, "apiData", &data)
        try coder.escaped(0, "xyzChallange", &challenge)
    }
}
