import TradewindsVocabulary

/// Asks for the volatility that an option price implies.
public struct CalculateImpliedVolatilityRequest: RequestMessage {
    /// Message 54.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 54, "calculateImpliedVolatility",
            protobuf: ("CalculateImpliedVolatilityRequest", since: .protobufRest1))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// The option's price.
    public var optionPrice = 0.0
    /// The underlying's price.
    public var underlyingPrice = 0.0
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.constant("version", "3")
        try coder.field(1, "reqId", &request)
        try contract.walkLookup(&coder)
        try coder.field(3, "optionPrice", &optionPrice)
        try coder.field(4, "underPrice", &underlyingPrice)
        try coder.constant("implVolOptions", "")
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "optionPrice", &optionPrice)
        try coder.field(4, "underPrice", &underlyingPrice)
        try coder.tags(5, "impliedVolatilityOptions", &options, .joined)
    }
}

/// Asks for the option price that a volatility implies.
public struct CalculateOptionPriceRequest: RequestMessage {
    /// Message 55.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 55, "calculateOptionPrice", protobuf: ("CalculateOptionPriceRequest", since: .protobufRest1))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// The volatility, 0.2 for 20 %.
    public var volatility = 0.0
    /// The underlying's price.
    public var underlyingPrice = 0.0
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.constant("version", "3")
        try coder.field(1, "reqId", &request)
        try contract.walkLookup(&coder)
        try coder.field(3, "volatility", &volatility)
        try coder.field(4, "underPrice", &underlyingPrice)
        try coder.constant("optPrcOptions", "")
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "volatility", &volatility)
        try coder.field(4, "underPrice", &underlyingPrice)
        try coder.tags(5, "optionPriceOptions", &options, .joined)
    }
}

/// Ends a volatility calculation.
public struct CancelCalculateImpliedVolatility: RequestMessage {
    /// Message 56.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 56, "cancelCalculateImpliedVolatility",
            protobuf: ("CancelCalculateImpliedVolatility", since: .protobufRest1))
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

/// Ends a price calculation.
public struct CancelCalculateOptionPrice: RequestMessage {
    /// Message 57.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 57, "cancelCalculateOptionPrice",
            protobuf: ("CancelCalculateOptionPrice", since: .protobufRest1))
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

/// A model's view of an option.
public struct TickOptionComputation: EventMessage {
    /// Message 21.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 21, "tickOptionComputation", protobuf: ("TickOptionComputation", since: .protobufMarketData))
    }

    // Numbers first: the ids then share their last eight bytes with the event's tag.
    /// Below zero: not computed.
    @PackedNumber public var impliedVolatility: Double?
    /// -2: not computed.
    @PackedNumber public var delta: Double?
    /// -1: not computed.
    @PackedNumber public var optionPrice: Double?
    /// Present value of dividends; -1: not computed.
    @PackedNumber public var dividends: Double?
    /// -2: not computed.
    @PackedNumber public var gamma: Double?
    /// -2: not computed.
    @PackedNumber public var vega: Double?
    /// -2: not computed.
    @PackedNumber public var theta: Double?
    /// -1: not computed.
    @PackedNumber public var underlyingPrice: Double?
    /// The request.
    public var request = RequestID(-1)
    /// Which computation.
    public var tick = TickKind(10)
    /// 0 based on returns, 1 on prices.
    public var basis = Int32(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, coder.isText ? "tickTypeInt" : "tickType", &tick)
        try coder.field(3, "tickAttrib", &basis)
        try coder.field(4, "impliedVol", &impliedVolatility)
        try coder.field(5, "delta", &delta)
        try coder.field(6, "optPrice", &optionPrice)
        try coder.field(7, "pvDividend", &dividends)
        try coder.field(8, "gamma", &gamma)
        try coder.field(9, "vega", &vega)
        try coder.field(10, "theta", &theta)
        try coder.field(11, "undPrice", &underlyingPrice)
    }
}

/// Figures of an exchange for physicals.
public struct TickEFP: EventMessage {
    /// Message 47.
    public static var kind: MessageKind {
        MessageKind(.toClient, 47, "tickEFP", protobuf: nil)
    }

    // The widest first, so that no gap is left.
    /// Annualised basis points.
    public var basisPoints = 0.0
    /// The same as text.
    public var formattedBasisPoints = ""
    /// The implied futures price.
    public var totalDividends = 0.0
    /// The last trade date.
    public var futureLastTradeDate = ""
    /// The dividends' impact on the rate.
    public var dividendImpact = 0.0
    /// Dividends until then.
    public var dividendsToLastTradeDate = 0.0
    /// The request.
    public var request = RequestID(-1)
    /// Which of them.
    public var tick = TickKind(38)
    /// Days to the last trade date.
    public var holdDays = Int32(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(0, "reqId", &request)
        try coder.field(0, "tickType", &tick)
        try coder.field(0, "basisPoints", &basisPoints)
        try coder.escaped(0, "formattedBasisPoints", &formattedBasisPoints)
        try coder.field(0, "totalDividends", &totalDividends)
        try coder.field(0, "holdDays", &holdDays)
        try coder.escaped(0, "futureLastTradeDate", &futureLastTradeDate)
        try coder.field(0, "dividendImpact", &dividendImpact)
        try coder.field(0, "dividendsToLastTradeDate", &dividendsToLastTradeDate)
    }
}
