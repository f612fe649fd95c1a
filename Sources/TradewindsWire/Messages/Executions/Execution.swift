import TradewindsVocabulary

/// Which side of the market an execution took.
public enum ExecutionSide: OpenText, WireValue {
    /// Bought. Text `BOT`.
    case bought
    /// Sold. Text `SLD`.
    case sold
    /// A text without a name here, as it came.
    case other(String)

    /// The named values.
    public static var known: [Self] { [.bought, .sold] }

    /// The text on the wire.
    public var text: String {
        switch self {
        case .bought: "BOT"
        case .sold: "SLD"
        case .other(let text): text
        }
    }

    /// The value that `text` spells.
    public init(text: String) {
        switch text {
        case "BOT": self = .bought
        case "SLD": self = .sold
        default: self = .other(text)
        }
    }
}

/// One fill of an order.
public struct Execution: WireGroup {
    /// The order, within its client; 2147483647 for orders made by hand.
    public var order = OrderID(0)
    /// Its own id; a correction differs only after the last dot.
    public var id = ""
    /// When, as `yyyyMMdd HH:mm:ss ZONE` or `yyyyMMdd-HH:mm:ss` in UTC.
    public var time = ""
    /// The account.
    public var account = AccountID("")
    /// The exchange.
    public var exchange = ""
    /// Bought or sold.
    public var side: ExecutionSide?
    /// How much.
    public var quantity: Quantity?
    /// At which price.
    public var price = 0.0
    /// The order's permanent id.
    public var permanent = PermanentID(0)
    /// The client.
    public var client = ClientID(0)
    /// Whether the broker liquidated the position.
    public var isLiquidation = false
    /// How much of the order is filled so far.
    public var cumulativeQuantity: Quantity?
    /// The order's average price so far.
    public var averagePrice = 0.0
    /// The order's reference.
    public var orderReference = ""
    /// The rule of an economic value.
    public var economicRule = ""
    /// The multiplier of that rule.
    public var economicMultiplier: Double?
    /// The advisor model.
    public var model = ""
    /// 0 none, 1 added, 2 removed, 3 routed out liquidity.
    public var liquidity: Int32 = 0
    /// Whether the price may still change.
    public var isPriceRevisionPending = false
    /// Who submitted the order.
    public var submitter = ""
    /// The kind of an option's exercise or lapse.
    public var exerciseType: Int32?

    /// All fields unset.
    public init() {}

    /// Declares the fields of the protobuf form.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "orderId", &order)
        try coder.field(2, "execId", &id)
        try coder.field(3, "time", &time)
        try coder.field(4, "acctNumber", &account)
        try coder.field(5, "exchange", &exchange)
        try coder.field(6, "side", &side)
        try coder.field(7, "shares", &quantity)
        try coder.field(8, "price", &price)
        try coder.field(9, "permId", &permanent)
        try coder.field(10, "clientId", &client)
        try coder.field(11, "isLiquidation", &isLiquidation)
        try coder.field(12, "cumQty", &cumulativeQuantity)
        try coder.field(13, "avgPrice", &averagePrice)
        try coder.field(14, "orderRef", &orderReference)
        try coder.field(15, "evRule", &economicRule)
        try coder.field(16, "evMultiplier", &economicMultiplier)
        try coder.field(17, "modelCode", &model)
        try coder.field(18, "lastLiquidity", &liquidity)
        try coder.field(19, "isPriceRevisionPending", &isPriceRevisionPending)
        try coder.field(20, "submitter", &submitter)
        try coder.field(21, "optExerciseOrLapseType", &exerciseType)
    }

    /// The text form, after the order id and the contract.
    mutating func walkText<C: Coder>(_ coder: inout C) throws(WireError) {
        coder.enter("execution")
        try coder.field(0, "execId", &id)
        try coder.field(0, "time", &time)
        try coder.field(0, "acctNumber", &account)
        try coder.field(0, "exchange", &exchange)
        try coder.field(0, "side", &side)
        try coder.field(0, "shares", &quantity)
        try coder.field(0, "price", &price)
        try coder.field(0, "permId", &permanent)
        try coder.field(0, "clientId", &client)
        try coder.field(0, "liquidation", &isLiquidation)
        try coder.field(0, "cumQty", &cumulativeQuantity)
        try coder.field(0, "avgPrice", &averagePrice)
        try coder.field(0, "orderRef", &orderReference)
        try coder.field(0, "evRule", &economicRule)
        try coder.field(0, "evMultiplier", &economicMultiplier)
        try coder.field(0, "modelCode", &model)
        try coder.field(0, "lastLiquidity", &liquidity)
        if coder.speaks(.priceRevision) { try coder.field(0, "pendingPriceRevision", &isPriceRevisionPending) }
        if coder.speaks(.submitter) { try coder.field(0, "submitter", &submitter) }
        coder.leave()
    }
}

/// A fill, live or as an answer.
public struct ExecutionDetails: EventMessage {
    /// Message 11.
    public static var kind: MessageKind {
        MessageKind(.toClient, 11, "execDetails", protobuf: ("ExecutionDetails", since: .protobufStart))
    }

    /// The request; -1 for live fills.
    public var request = RequestID(-1)
    /// What was traded.
    public var contract = Contract()
    /// The fill.
    public var execution = Execution()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        guard coder.isText else {
            try coder.group(2, "contract", &contract)
            return try coder.group(3, "execution", &execution)
        }
        coder.enter("execution")
        try coder.field(0, "orderId", &execution.order)
        coder.leave()
        try contract.walkHeld(&coder)
        try execution.walkText(&coder)
    }
}

/// Which executions are asked for.
public struct ExecutionFilter: WireGroup {
    /// Of this client, 0 for all.
    public var client = ClientID(0)
    /// Of this account, empty for all.
    public var account = AccountID("")
    /// After this time, `yyyyMMdd-HH:mm:ss` in UTC, empty for the whole day.
    public var after = ""
    /// Of this symbol, empty for all.
    public var symbol = ""
    /// Of this kind of contract, empty for all.
    public var securityType: SecurityType?
    /// On this exchange, empty for all.
    public var exchange = ""
    /// Of this side, empty for both.
    public var side = ""
    /// Of this many days back.
    public var lastDays: Int32?
    /// Of these days, each `yyyyMMdd` as a number.
    public var days: [Int32] = []

    /// All executions of the day.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "clientId", &client)
        try coder.field(2, "acctCode", &account)
        try coder.field(3, "time", &after)
        try coder.field(4, "symbol", &symbol)
        try coder.field(5, "secType", &securityType)
        try coder.field(6, "exchange", &exchange)
        try coder.field(7, "side", &side)
        guard !coder.isText || coder.speaks(.executionDays) else { return }
        try coder.field(8, "lastNDays", &lastDays, unset: .largest)
        try coder.values(9, "specificDates", &days)
    }
}
