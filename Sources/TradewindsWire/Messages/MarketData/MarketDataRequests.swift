import TradewindsVocabulary

/// Subscribes to a contract's quote, or asks for it once.
public struct MarketDataRequest: RequestMessage {
    /// Message 1.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 1, "reqMktData", protobuf: ("MarketDataRequest", since: .protobufMarketData))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// Numbers of extra tick groups, with commas between.
    public var genericTicks = ""
    /// Whether to send what there is once and end.
    public var isSnapshot = false
    /// Whether to buy a regulatory snapshot.
    public var isRegulatorySnapshot = false
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.constant("version", "11")
        try coder.field(1, "reqId", &request)
        try contract.walkQuoted(&coder)
        try coder.field(3, "genericTickList", &genericTicks)
        try coder.field(4, "snapshot", &isSnapshot)
        try coder.field(5, "regulatorySnapshot", &isRegulatorySnapshot)
        try coder.constant("mktDataOptions", "")
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "genericTickList", &genericTicks)
        try coder.field(4, "snapshot", &isSnapshot)
        try coder.field(5, "regulatorySnapshot", &isRegulatorySnapshot)
        try coder.tags(6, "marketDataOptions", &options, .joined)
    }
}

/// Ends a quote subscription.
public struct CancelMarketData: RequestMessage {
    /// Message 2.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 2, "cancelMktData", protobuf: ("CancelMarketData", since: .protobufMarketData))
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("2")
        try coder.field(1, "reqId", &request)
    }
}

/// Chooses between live, frozen and delayed data for later requests.
public struct MarketDataTypeRequest: RequestMessage {
    /// Message 59.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 59, "reqMarketDataType", protobuf: ("MarketDataTypeRequest", since: .protobufMarketData))
    }

    /// The data wanted.
    public var type = MarketDataQuality(1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "marketDataType", &type)
    }
}

/// Tells which data a subscription gets.
public struct MarketDataType: EventMessage {
    /// Message 58.
    public static var kind: MessageKind {
        MessageKind(.toClient, 58, "marketDataType", protobuf: ("MarketDataType", since: .protobufMarketData))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The data sent.
    public var type = MarketDataQuality(1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "marketDataType", &type)
    }
}

/// What a quote subscription needs to know of its contract.
public struct TickReqParams: EventMessage {
    /// Message 81.
    public static var kind: MessageKind {
        MessageKind(.toClient, 81, "tickReqParams", protobuf: ("TickReqParams", since: .protobufMarketData))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The smallest price step.
    public var minTick: ExactDecimal?
    /// Names the components of the consolidated quote.
    public var bboExchange = ""
    /// Which snapshots the user may ask for.
    public var snapshotPermissions = Int32(0)
    /// The precision of last prices.
    public var lastPricePrecision: ExactDecimal?
    /// The precision of last sizes.
    public var lastSizePrecision: ExactDecimal?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "tickerId", &request)
        try coder.field(2, "minTick", &minTick)
        try coder.field(3, "bboExchange", &bboExchange)
        try coder.field(4, "snapshotPermissions", &snapshotPermissions)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "minTick", &minTick)
        try coder.field(3, "bboExchange", &bboExchange)
        try coder.field(4, "snapshotPermissions", &snapshotPermissions)
        try coder.field(5, "lastPricePrecision", &lastPricePrecision)
        try coder.field(6, "lastSizePrecision", &lastSizePrecision)
    }
}

/// The end of a snapshot.
public struct TickSnapshotEnd: EventMessage {
    /// Message 57.
    public static var kind: MessageKind {
        MessageKind(.toClient, 57, "tickSnapshotEnd", protobuf: ("TickSnapshotEnd", since: .protobufMarketData))
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

/// Asks the client to subscribe to another contract instead.
public struct RerouteMarketDataRequest: EventMessage {
    /// Message 91.
    public static var kind: MessageKind {
        MessageKind(.toClient, 91, "rerouteMktDataReq", protobuf: ("RerouteMarketDataRequest", since: .protobufRest1))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = ContractID(0)
    /// The exchange.
    public var exchange = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "conId", &contract)
        try coder.field(3, "exchange", &exchange)
    }
}

/// Asks the client to subscribe to another contract's depth instead.
public struct RerouteMarketDepthRequest: EventMessage {
    /// Message 92.
    public static var kind: MessageKind {
        MessageKind(.toClient, 92, "rerouteMktDepthReq", protobuf: ("RerouteMarketDepthRequest", since: .protobufRest1))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = ContractID(0)
    /// The exchange.
    public var exchange = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "conId", &contract)
        try coder.field(3, "exchange", &exchange)
    }
}

/// Asks which exchanges the letters of a consolidated quote stand for.
public struct SmartComponentsRequest: RequestMessage {
    /// Message 83.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 83, "reqSmartComponents", protobuf: ("SmartComponentsRequest", since: .protobufRest2))
    }

    /// The request.
    public var request = RequestID(-1)
    /// From ``TickReqParams``.
    public var bboExchange = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "bboExchange", &bboExchange)
    }
}

/// The exchanges behind a consolidated quote.
public struct SmartComponents: EventMessage {
    /// Message 82.
    public static var kind: MessageKind {
        MessageKind(.toClient, 82, "smartComponents", protobuf: ("SmartComponents", since: .protobufRest2))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The exchanges.
    public var components: [SmartComponent] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.list(2, coder.isText ? "smartComponentMap" : "smartComponents", &components)
    }
}

/// One exchange of a consolidated quote.
public struct SmartComponent: WireGroup {
    /// Its bit in exchange masks.
    public var bit = Int32(0)
    /// The exchange.
    public var exchange = ""
    /// Its letter in quotes.
    public var letter = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "bitNumber", &bit)
        try coder.field(2, "exchange", &exchange)
        try coder.field(3, "exchangeLetter", &letter)
    }
}
