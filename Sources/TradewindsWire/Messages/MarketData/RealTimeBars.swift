import TradewindsVocabulary

/// Subscribes to five-second bars.
public struct RealTimeBarsRequest: RequestMessage {
    /// Message 50.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 50, "reqRealTimeBars", protobuf: ("RealTimeBarsRequest", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// Seconds; gateways send 5 whatever is asked.
    public var barSize = Int32(0)
    /// Which data: `TRADES`, `MIDPOINT`, `BID`, `ASK` and others.
    public var whatToShow = ""
    /// Whether only regular trading hours count.
    public var regularHoursOnly = false
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("3")
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "reqId", &request)
        try contract.walkLookup(&coder)
        try coder.field(3, "barSize", &barSize)
        try coder.field(4, "whatToShow", &whatToShow)
        try coder.field(5, "useRTH", &regularHoursOnly)
        try coder.tags(6, "realTimeBarsOptions", &options, .joined)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "barSize", &barSize)
        try coder.field(4, "whatToShow", &whatToShow)
        try coder.field(5, "useRTH", &regularHoursOnly)
        try coder.tags(6, "realTimeBarsOptions", &options, .joined)
    }
}

/// Ends a subscription to bars.
public struct CancelRealTimeBars: RequestMessage {
    /// Message 51.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 51, "cancelRealTimeBars", protobuf: ("CancelRealTimeBars", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
    }
}

/// A five-second bar.
public struct RealTimeBarTick: EventMessage {
    /// Message 50.
    public static var kind: MessageKind {
        MessageKind(.toClient, 50, "realtimeBar", protobuf: ("RealTimeBarTick", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The start of the bar, seconds since 1970.
    public var seconds = Int64(0)
    /// The first price.
    public var open = 0.0
    /// The highest price.
    public var high = 0.0
    /// The lowest price.
    public var low = 0.0
    /// The last price.
    public var close = 0.0
    /// The volume; none where the data has no trades.
    public var volume: Quantity?
    /// The average price weighted by volume.
    public var weightedPrice: ExactDecimal?
    /// The number of trades, -1 for none.
    public var count = Int32(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("3")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "time", &seconds)
        try coder.field(3, "open", &open)
        try coder.field(4, "high", &high)
        try coder.field(5, "low", &low)
        try coder.field(6, "close", &close)
        try coder.field(7, "volume", &volume)
        try coder.field(8, coder.isText ? "wap" : "WAP", &weightedPrice)
        try coder.field(9, "count", &count)
    }
}
