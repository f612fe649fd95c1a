import TradewindsVocabulary

/// Subscribes to every tick of a contract.
public struct TickByTickRequest: RequestMessage {
    /// Message 97.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 97, "reqTickByTickData", protobuf: ("TickByTickRequest", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// `Last`, `AllLast`, `BidAsk` or `MidPoint`.
    public var kind = ""
    /// How many past ticks to send first.
    public var history = Int32(0)
    /// Whether to leave out quotes that change only in size.
    public var ignoresSize = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "reqId", &request)
        try contract.walkLookup(&coder)
        try coder.field(3, "tickType", &kind)
        try coder.field(4, "numberOfTicks", &history)
        try coder.field(5, "ignoreSize", &ignoresSize)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "tickType", &kind)
        try coder.field(4, "numberOfTicks", &history)
        try coder.field(5, "ignoreSize", &ignoresSize)
    }
}

/// Ends a tick-by-tick subscription.
public struct CancelTickByTick: RequestMessage {
    /// Message 98.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 98, "cancelTickByTickData", protobuf: ("CancelTickByTick", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
    }
}
