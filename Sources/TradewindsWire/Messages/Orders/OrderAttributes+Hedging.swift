import TradewindsVocabulary

/// What volatility and box orders say.
public struct VolatilityAttributes: Sendable, Hashable {
    /// The volatility, in percent.
    public var value: Double?
    /// 1 daily, 2 yearly.
    public var type: Int32?
    /// Whether its price follows the underlying.
    public var updatesContinuously = false
    /// 1 average, 2 bid or ask.
    public var referencePriceType: Int32?
    /// The first price of box and stock-pegged orders.
    public var startingPrice: Price?
    /// The underlying's price that counts.
    public var stockReferencePrice: Price?
    /// The delta of stock-pegged orders.
    public var delta: Double?
    /// The lowest price of the underlying.
    public var stockRangeLower: Price?
    /// The highest price of the underlying.
    public var stockRangeUpper: Price?
    /// 1 match, 2 improvement, 3 transparent; text form only.
    public var auctionStrategy = Int32(0)

    /// All fields unset.
    public init() {}
}

/// The hedging order of a volatility order.
public struct DeltaNeutralAttributes: Sendable, Hashable {
    /// How it is executed; none for no hedge.
    public var type: OrderType?
    /// Its auxiliary price.
    public var auxiliaryPrice: Price?
    /// What it trades.
    public var contract = ContractID(0)
    /// Whether it opens or closes.
    public var openClose = ""
    /// Whether it sells short.
    public var isShortSale = false
    /// Where the shares come from.
    public var shortSaleSlot = Int32(0)
    /// Where exactly.
    public var designatedLocation = ""
    /// The firm that settles.
    public var settlingFirm = ""
    /// The account that clears.
    public var clearingAccount = ""
    /// `IB`, `Away` or `PTA`.
    public var clearingIntent = ""

    /// All fields unset.
    public init() {}
}

/// How a child order hedges its parent.
public struct HedgeAttributes: Sendable, Hashable {
    /// `D` delta, `B` beta, `F` currency, `P` pair; empty for no hedge.
    public var type = ""
    /// The beta or the ratio.
    public var parameter = ""
    /// The largest hedge.
    public var maximumSize: Int32?

    /// All fields unset.
    public init() {}
}
