import TradewindsVocabulary

/// Something that must hold before an order works (or is cancelled).
///
/// Make one with the functions named for the six kinds; which fields count depends on the kind.
public struct OrderCondition: WireGroup {
    /// The kinds of condition.
    public struct Kind: OpenNumber {
        /// The number on the wire.
        public var rawValue: Int32
        /// The kind numbered `rawValue`.
        public init(rawValue: Int32) { self.rawValue = rawValue }
        /// A contract's price.
        public static let price: Self = 1
        /// A time.
        public static let time: Self = 3
        /// The account's margin cushion.
        public static let margin: Self = 4
        /// A trade in a symbol.
        public static let execution: Self = 5
        /// A contract's volume.
        public static let volume: Self = 6
        /// A contract's change of price.
        public static let percentChange: Self = 7

        static let known: [Self] = [.price, .time, .margin, .execution, .volume, .percentChange]

        /// One of the kinds with a name: the text form cannot carry another.
        public static func sampled(from source: inout SampleSource, isEmpty: Bool) -> Self {
            known[source.below(known.count)]
        }
    }

    /// The kind.
    public var kind = Kind.price
    /// Whether the next condition must hold too (`true`) or may hold instead.
    public var isConjunction = false
    /// Whether the value must be above (`true`) or below.
    public var isMore = false
    /// The contract of price, volume and change.
    public var contract: ContractID?
    /// The exchange of price, volume, change and trade.
    public var exchange = ""
    /// The symbol of a trade.
    public var symbol = ""
    /// The kind of contract of a trade.
    public var securityType: SecurityType?
    /// The margin cushion, in percent.
    public var percent: Double?
    /// The change, in percent.
    public var change: Double?
    /// The price.
    public var price: Double?
    /// Which price counts; 0 the default.
    public var triggerMethod: Int32?
    /// The time, as `yyyyMMdd-HH:mm:ss` in UTC or with a zone.
    public var time = ""
    /// The volume.
    public var volume: Int32?

    /// A price condition without values.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, coder.isText ? "kind" : "type", &kind)
        guard coder.isText else { return try walkProtobuf(&coder) }
        var connector = Connector(isConjunction)
        try coder.field(0, "connector", &connector)
        isConjunction = connector.isConjunction
        if kind == .execution {
            try coder.field(0, "secType", &securityType)
            try coder.field(0, "exchange", &exchange)
            return try coder.field(0, "symbol", &symbol)
        }
        guard Kind.known.contains(kind) else {
            // Nothing tells how long an unknown condition is.
            throw coder.refusal("kind", .malformed(expected: "a kind of condition"))
        }
        try coder.field(0, "isMore", &isMore)
        switch kind {
        case .price: try coder.field(0, "price", &price)
        case .time: return try coder.field(0, "time", &time)
        case .margin: return try walkPercent(&coder)
        case .volume: try coder.field(0, "volume", &volume)
        default: try coder.field(0, "changePercent", &change)
        }
        try coder.field(0, "conId", &contract)
        try coder.field(0, "exchange", &exchange)
        if kind == .price { try coder.field(0, "triggerMethod", &triggerMethod) }
    }

    /// In text a decimal number; whole ones without a point suit every reader.
    private mutating func walkPercent<C: Coder>(_ coder: inout C) throws(WireError) {
        var decimal = percent.flatMap { ExactDecimal($0) }
        try coder.field(0, "percent", &decimal)
        percent = decimal?.doubleValue
    }

    /// In protobuf a whole number: another one is refused, because an order must not change on its way.
    private mutating func walkWholePercent<C: Coder>(_ coder: inout C) throws(WireError) {
        var whole = percent.flatMap { Int32(exactly: $0) }
        if !C.fills, percent != nil, whole == nil {
            throw coder.refusal("percent", .malformed(expected: "a whole number, the only one that protobuf carries"))
        }
        try coder.field(8, "percent", &whole)
        percent = whole.map { Double($0) }
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        // Both flags are written also when false, but for executions, which compare nothing.
        var flag: Bool? = isConjunction
        try coder.field(2, "isConjunctionConnection", &flag)
        isConjunction = flag ?? false
        flag = kind == .execution && !isMore ? nil : isMore
        try coder.field(3, "isMore", &flag)
        isMore = flag ?? false
        try coder.field(4, "conId", &contract)
        try coder.field(5, "exchange", &exchange)
        try coder.field(6, "symbol", &symbol)
        try coder.field(7, "secType", &securityType)
        try walkWholePercent(&coder)
        try coder.field(9, "changePercent", &change)
        try coder.field(10, "price", &price)
        try coder.field(11, "triggerMethod", &triggerMethod)
        try coder.field(12, "time", &time)
        try coder.field(13, "volume", &volume)
    }

    /// How a condition is joined to the next: `a` and, `o` or.
    private struct Connector: WireValue {
        var isConjunction: Bool
        init(_ isConjunction: Bool) { self.isConjunction = isConjunction }
        init(carrier: String) { isConjunction = carrier == "a" }
        var carrier: String { isConjunction ? "a" : "o" }
    }
}

extension OrderCondition {
    /// A contract's price above or below a value.
    public static func price(
        of contract: ContractID, on exchange: String, isMore: Bool, than price: Double, triggerMethod: Int32 = 0
    ) -> Self {
        var condition = Self()
        condition.contract = contract
        condition.exchange = exchange
        condition.isMore = isMore
        condition.price = price
        condition.triggerMethod = triggerMethod
        return condition
    }

    /// A time reached (`isMore`) or not yet reached.
    public static func time(isMore: Bool, than time: String) -> Self {
        var condition = Self()
        condition.kind = .time
        condition.isMore = isMore
        condition.time = time
        return condition
    }

    /// The account's margin cushion above or below a percentage.
    public static func margin(isMore: Bool, than percent: Double) -> Self {
        var condition = Self()
        condition.kind = .margin
        condition.isMore = isMore
        condition.percent = percent
        return condition
    }

    /// A trade of the account in a symbol.
    public static func execution(of symbol: String, _ kind: SecurityType, on exchange: String) -> Self {
        var condition = Self()
        condition.kind = .execution
        condition.symbol = symbol
        condition.securityType = kind
        condition.exchange = exchange
        return condition
    }

    /// A contract's volume above or below a value.
    public static func volume(
        of contract: ContractID, on exchange: String, isMore: Bool, than volume: Int32
    ) -> Self {
        var condition = Self()
        condition.kind = .volume
        condition.contract = contract
        condition.exchange = exchange
        condition.isMore = isMore
        condition.volume = volume
        return condition
    }

    /// A contract's change of price above or below a percentage.
    public static func percentChange(
        of contract: ContractID, on exchange: String, isMore: Bool, than change: Double
    ) -> Self {
        var condition = Self()
        condition.kind = .percentChange
        condition.contract = contract
        condition.exchange = exchange
        condition.isMore = isMore
        condition.change = change
        return condition
    }
}
