import TradewindsVocabulary

/// Asks for the day's executions.
public struct ExecutionRequest: RequestMessage {
    /// Message 7.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 7, "reqExecutions", protobuf: ("ExecutionRequest", since: .protobufStart))
    }

    /// The request.
    public var request = RequestID(-1)
    /// Which ones.
    public var filter = ExecutionFilter()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("3")
        try coder.field(1, "reqId", &request)
        try coder.group(2, "executionFilter", &filter)
    }
}

/// The executions have been told.
public struct ExecutionDetailsEnd: EventMessage {
    /// Message 55.
    public static var kind: MessageKind {
        MessageKind(.toClient, 55, "execDetailsEnd", protobuf: ("ExecutionDetailsEnd", since: .protobufStart))
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

/// What an execution cost.
public struct CommissionAndFeesReport: EventMessage {
    /// Message 59.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 59, "commissionAndFeesReport", protobuf: ("CommissionAndFeesReport", since: .protobufRest1))
    }

    /// The execution.
    public var execution = ""
    /// The commission and fees.
    public var commission = 0.0
    /// The currency.
    public var currency = ""
    /// The profit of what it closed; none where it only opened.
    public var realizedProfit: Double?
    /// The yield of a bond.
    public var bondYield: Double?
    /// The date of that yield, `yyyyMMdd`, or 0.
    public var redemptionDate = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "execId", &execution)
        try coder.field(2, "commissionAndFees", &commission)
        try coder.field(3, "currency", &currency)
        try coder.field(4, "realizedPNL", &realizedProfit)
        try coder.field(5, coder.isText ? "yield_" : "bondYield", &bondYield)
        try coder.field(6, "yieldRedemptionDate", &redemptionDate)
    }
}

/// The gateway's own delta of a delta-neutral order.
public struct DeltaNeutralValidation: EventMessage {
    /// Message 56.
    public static var kind: MessageKind {
        MessageKind(.toClient, 56, "deltaNeutralValidation", protobuf: nil)
    }

    /// The request.
    public var request = RequestID(-1)
    /// The underlying with its delta.
    public var underlying = DeltaNeutralContract()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(0, "reqId", &request)
        try coder.group(0, "deltaNeutralContract", &underlying)
    }
}
