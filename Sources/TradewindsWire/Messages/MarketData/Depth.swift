import TradewindsVocabulary

/// Subscribes to a contract's order book.
public struct MarketDepthRequest: RequestMessage {
    /// Message 10.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 10, "reqMktDepth", protobuf: ("MarketDepthRequest", since: .protobufMarketData))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// How many rows a side.
    public var rows = Int32(0)
    /// Whether to combine the exchanges.
    public var isSmartDepth = false
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("5")
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "reqId", &request)
        try contract.walkLookup(&coder)
        try coder.field(3, "numRows", &rows)
        try coder.field(4, "isSmartDepth", &isSmartDepth)
        try coder.constant("mktDepthOptions", "")
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "numRows", &rows)
        try coder.field(4, "isSmartDepth", &isSmartDepth)
        try coder.tags(5, "marketDepthOptions", &options, .joined)
    }
}

/// Ends a depth subscription.
public struct CancelMarketDepth: RequestMessage {
    /// Message 11.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 11, "cancelMktDepth", protobuf: ("CancelMarketDepth", since: .protobufMarketData))
    }

    /// The request.
    public var request = RequestID(-1)
    /// As in the subscription.
    public var isSmartDepth = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "isSmartDepth", &isSmartDepth)
    }
}

/// Asks which exchanges offer depth.
public struct MarketDepthExchangesRequest: RequestMessage {
    /// Message 82.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 82, "reqMktDepthExchanges", protobuf: ("MarketDepthExchangesRequest", since: .protobufRest3))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
    }
}

/// The exchanges that offer depth.
public struct MarketDepthExchanges: EventMessage {
    /// Message 80.
    public static var kind: MessageKind {
        MessageKind(.toClient, 80, "mktDepthExchanges", protobuf: ("MarketDepthExchanges", since: .protobufRest3))
    }

    /// The exchanges.
    public var exchanges: [DepthExchange] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.list(1, coder.isText ? "depthMktDataDescriptions" : "depthMarketDataDescriptions", &exchanges)
    }
}

/// An exchange that offers depth.
public struct DepthExchange: WireGroup {
    /// The exchange.
    public var exchange = ""
    /// For which contracts.
    public var securityType: SecurityType?
    /// The listing exchange.
    public var listingExchange = ""
    /// `Deep` or `Deep2`.
    public var service = ""
    /// The group of exchanges that it belongs to.
    public var aggregationGroup: Int32?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "exchange", &exchange)
        try coder.field(2, "secType", &securityType)
        try coder.field(3, "listingExch", &listingExchange)
        try coder.field(4, "serviceDataType", &service)
        try coder.field(5, "aggGroup", &aggregationGroup, unset: .largest)
    }
}
