import TradewindsVocabulary

/// Asks for all contracts that fit a description.
public struct ContractDataRequest: RequestMessage {
    /// Message 9.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 9, "reqContractDetails", protobuf: ("ContractDataRequest", since: .protobufContracts))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("8")
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "reqId", &request)
        try contract.walkIdentified(&coder)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
    }
}

/// Ends a request for contracts.
public struct CancelContractData: RequestMessage {
    /// Message 106.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 106, "cancelContractData", protobuf: ("CancelContractData", since: .cancelContractData),
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

/// The end of the contracts that fit.
public struct ContractDataEnd: EventMessage {
    /// Message 52.
    public static var kind: MessageKind {
        MessageKind(.toClient, 52, "contractDetailsEnd", protobuf: ("ContractDataEnd", since: .protobufContracts))
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

/// Searches stocks by symbol or name.
public struct MatchingSymbolsRequest: RequestMessage {
    /// Message 81.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 81, "reqMatchingSymbols", protobuf: ("MatchingSymbolsRequest", since: .protobufRest2))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The beginning of a symbol, or a part of a name.
    public var pattern = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "pattern", &pattern)
    }
}

/// The contracts found.
public struct SymbolSamples: EventMessage {
    /// Message 79.
    public static var kind: MessageKind {
        MessageKind(.toClient, 79, "symbolSamples", protobuf: ("SymbolSamples", since: .protobufRest2))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contracts, best first.
    public var descriptions: [ContractDescription] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.list(2, "contractDescriptions", &descriptions)
    }
}

/// Asks for a ladder of price steps.
public struct MarketRuleRequest: RequestMessage {
    /// Message 91.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 91, "reqMarketRule", protobuf: ("MarketRuleRequest", since: .protobufRest2))
    }

    /// The number of the rule, from contract details.
    public var rule = Int32(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "marketRuleId", &rule)
    }
}

/// A ladder of price steps.
public struct MarketRule: EventMessage {
    /// Message 93.
    public static var kind: MessageKind {
        MessageKind(.toClient, 93, "marketRule", protobuf: ("MarketRule", since: .protobufRest2))
    }

    /// The number of the rule.
    public var rule = Int32(0)
    /// The steps, lowest first.
    public var increments: [PriceIncrement] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "marketRuleId", &rule)
        try coder.list(2, "priceIncrements", &increments)
    }
}

/// One step of a ladder.
public struct PriceIncrement: WireGroup {
    /// The price from which it holds.
    public var lowEdge = 0.0
    /// The smallest change of price.
    public var increment = 0.0

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "lowEdge", &lowEdge)
        try coder.field(2, "increment", &increment)
    }
}

/// Asks for the expirations and strikes of an underlying's options.
public struct SecDefOptParamsRequest: RequestMessage {
    /// Message 78.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 78, "reqSecDefOptParams", protobuf: ("SecDefOptParamsRequest", since: .protobufRest2))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The underlying's symbol.
    public var symbol = ""
    /// The exchange of options on futures, empty for options on stocks.
    public var exchange = ""
    /// The underlying's kind.
    public var securityType: SecurityType?
    /// The underlying.
    public var contract = ContractID(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "underlyingSymbol", &symbol)
        try coder.field(3, "futFopExchange", &exchange)
        try coder.field(4, "underlyingSecType", &securityType)
        try coder.field(5, "underlyingConId", &contract)
    }
}

/// The options of one class on one exchange.
public struct SecDefOptParameter: EventMessage {
    /// Message 75.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 75, "securityDefinitionOptionParameter", protobuf: ("SecDefOptParameter", since: .protobufRest2))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The exchange.
    public var exchange = ""
    /// The underlying.
    public var contract = ContractID(0)
    /// The class.
    public var tradingClass = ""
    /// Shares for one option.
    public var multiplier: ExactDecimal?
    /// Days as `yyyyMMdd`.
    public var expirations: [String] = []
    /// The strikes.
    public var strikes: [Double] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "exchange", &exchange)
        try coder.field(3, "underlyingConId", &contract)
        try coder.field(4, "tradingClass", &tradingClass)
        try coder.numberOrNothing(5, "multiplier", &multiplier)
        try coder.values(6, "expirations", &expirations)
        try coder.values(7, "strikes", &strikes)
    }
}

/// The end of option parameters.
public struct SecDefOptParameterEnd: EventMessage {
    /// Message 76.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 76, "securityDefinitionOptionParameterEnd",
            protobuf: ("SecDefOptParameterEnd", since: .protobufRest2))
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
