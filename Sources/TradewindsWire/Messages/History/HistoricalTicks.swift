import TradewindsVocabulary

/// Asks for past ticks.
public struct HistoricalTicksRequest: RequestMessage {
    /// Message 96.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 96, "reqHistoricalTicks", protobuf: ("HistoricalTicksRequest", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// The start of the span, or empty.
    public var start = ""
    /// The end of the span, or empty.
    public var end = ""
    /// At most this many; 1000 at most.
    public var count = Int32(0)
    /// Which data: `TRADES`, `MIDPOINT`, `BID`, `ASK` and others.
    public var whatToShow = ""
    /// Whether only regular trading hours count.
    public var regularHoursOnly = false
    /// Whether to leave out quotes that change only in size.
    public var ignoresSize = false
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "reqId", &request)
        try contract.walkExpirable(&coder)
        try coder.field(3, "startDateTime", &start)
        try coder.field(4, "endDateTime", &end)
        try coder.field(5, "numberOfTicks", &count)
        try coder.field(6, "whatToShow", &whatToShow)
        try coder.field(7, "useRth", &regularHoursOnly)
        try coder.field(8, "ignoreSize", &ignoresSize)
        try coder.tags(9, "miscOptions", &options, .joined)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "startDateTime", &start)
        try coder.field(4, "endDateTime", &end)
        try coder.field(5, "numberOfTicks", &count)
        try coder.field(6, "whatToShow", &whatToShow)
        try coder.field(7, "useRTH", &regularHoursOnly)
        try coder.field(8, "ignoreSize", &ignoresSize)
        try coder.tags(9, "miscOptions", &options, .joined)
    }
}

/// Ends a request for past ticks.
public struct CancelHistoricalTicks: RequestMessage {
    /// Message 107.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 107, "cancelHistoricalTicks", protobuf: ("CancelHistoricalTicks", since: .cancelContractData),
            hasText: false, since: .cancelContractData)
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

/// Past midpoints.
public struct HistoricalTicks: EventMessage {
    /// Message 96.
    public static var kind: MessageKind {
        MessageKind(.toClient, 96, "historicalTicks", protobuf: ("HistoricalTicks", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The ticks, oldest first.
    public var ticks: [HistoricalTick] = []
    /// Whether these are the last.
    public var isDone = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.list(2, coder.isText ? "ticks" : "historicalTicks", &ticks)
        try coder.field(3, coder.isText ? "done" : "isDone", &isDone)
    }
}

/// Past quotes.
public struct HistoricalTicksBidAsk: EventMessage {
    /// Message 97.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 97, "historicalTicksBidAsk", protobuf: ("HistoricalTicksBidAsk", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The ticks, oldest first.
    public var ticks: [HistoricalTickBidAsk] = []
    /// Whether these are the last.
    public var isDone = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.list(2, coder.isText ? "ticks" : "historicalTicksBidAsk", &ticks)
        try coder.field(3, coder.isText ? "done" : "isDone", &isDone)
    }
}

/// Past trades.
public struct HistoricalTicksLast: EventMessage {
    /// Message 98.
    public static var kind: MessageKind {
        MessageKind(.toClient, 98, "historicalTicksLast", protobuf: ("HistoricalTicksLast", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The ticks, oldest first.
    public var ticks: [HistoricalTickLast] = []
    /// Whether these are the last.
    public var isDone = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.list(2, coder.isText ? "ticks" : "historicalTicksLast", &ticks)
        try coder.field(3, coder.isText ? "done" : "isDone", &isDone)
    }
}
