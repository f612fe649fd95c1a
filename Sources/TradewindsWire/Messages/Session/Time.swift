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
