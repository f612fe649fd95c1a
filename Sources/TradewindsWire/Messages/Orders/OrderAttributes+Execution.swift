import TradewindsVocabulary

/// How a scale order is cut into levels.
public struct ScaleAttributes: Sendable, Hashable {
    /// The size of the first level.
    public var initialLevelSize: Int32?
    /// The size of later levels.
    public var laterLevelSize: Int32?
    /// The distance between levels.
    public var priceIncrement: Price?
    /// How prices move with time.
    public var priceAdjustment: Price?
    /// How often, in seconds.
    public var adjustmentInterval: Int32?
    /// The profit to take on each level.
    public var profitOffset: Price?
    /// Whether filled levels come again.
    public var resetsItself = false
    /// The position to begin with.
    public var initialPosition: Int32?
    /// What of the first level is filled.
    public var initialFill: Int32?
    /// Whether sizes vary.
    public var randomizes = false
    /// Levels by hand.
    public var table = ""

    /// All fields unset.
    public init() {}
}

/// The broker's algorithm that works the order.
public struct AlgorithmAttributes: Sendable, Hashable {
    /// Its name, empty for none.
    public var strategy = ""
    /// Its parameters.
    public var parameters: [TagValue] = []
    /// An id of its own.
    public var id = ""
    /// How a combination is routed.
    public var comboRouting: [TagValue] = []

    /// All fields unset.
    public init() {}
}

/// What pegged orders follow.
public struct PegAttributes: Sendable, Hashable {
    /// The contract that a benchmark order follows.
    public var referenceContract = ContractID(0)
    /// How much its price moves …
    public var change = 0.0
    /// … and whether against the benchmark …
    public var isDecreasing = false
    /// … when the benchmark moves this much.
    public var referenceChange = 0.0
    /// The benchmark's exchange.
    public var referenceExchange = ""
    /// The smallest trade.
    public var minimumTrade: Int32?
    /// The smallest size to compete with.
    public var minimumCompeteSize: Int32?
    /// By how much to be better than the best; infinity: up to the midpoint.
    public var competeOffset: Double?
    /// The offset from a midpoint on whole ticks.
    public var midOffsetAtWhole: Price?
    /// The offset from a midpoint on half ticks.
    public var midOffsetAtHalf: Price?

    /// All fields unset.
    public init() {}
}

/// What becomes of a stop once a price is reached.
public struct AdjustmentAttributes: Sendable, Hashable {
    /// The type that it becomes; none for no adjustment.
    public var type: OrderType?
    /// The price that adjusts it.
    public var triggerPrice: Price?
    /// The stop that it gets.
    public var stopPrice: Price?
    /// The limit that it gets.
    public var stopLimitPrice: Price?
    /// The distance that it gets.
    public var trailingAmount: Price?
    /// 0 an amount, 100 a percentage.
    public var trailingUnit = Int32(0)
    /// The limit's distance from the stop.
    public var limitOffset: Price?

    /// All fields unset.
    public init() {}
}
