import TradewindsVocabulary

/// An order: what to trade is said by the contract beside it.
///
/// The common attributes stand here; rarer ones in groups. Unset values are `nil`.
public struct Order: WireGroup {
    /// The client that placed it.
    public var client = ClientID(0)
    /// Its id within that client; 0 for orders made by hand.
    public var id = OrderID(0)
    /// Its permanent id.
    public var permanent = PermanentID(0)
    /// The order whose fill brings this one to life, 0 for none.
    public var parent = OrderID(0)
    /// Buy or sell.
    public var side: Side?
    /// How much.
    public var quantity: Quantity?
    /// How it is executed.
    public var type: OrderType?
    /// The limit of limit types.
    public var limitPrice: Price?
    /// The stop of stop types, the amount of trailing ones, the offset of relative ones.
    public var auxiliaryPrice: Price?
    /// How long it works.
    public var timeInForce: TimeInForce?
    /// The account.
    public var account = AccountID("")
    /// Whether it must be filled as a whole.
    public var isAllOrNone = false
    /// Whether it is a block order.
    public var isBlock = false
    /// Whether it is not shown in the book.
    public var isHidden = false
    /// Whether it also works outside regular hours.
    public var isOutsideRegularHours = false
    /// Whether it takes the best prices at once.
    public var isSweepToFill = false
    /// The offset of relative orders, as a fraction.
    public var percentOffset: Double?
    /// The distance of a trailing stop, in percent.
    public var trailingPercent: Double?
    /// The first stop of a trailing order.
    public var trailStopPrice: Price?
    /// The smallest fill.
    public var minimumQuantity: Int32?
    /// Works only after this time.
    public var goodAfter = ""
    /// Works until this time, with time in force GTD.
    public var goodTill = ""
    /// The one-cancels-all group, empty for none.
    public var group = ""
    /// The user's own reference.
    public var reference = ""
    /// 1 cancels the others, 2 reduces with block, 3 reduces; 0 unset.
    public var groupType = Int32(0)
    /// Which price triggers a stop; 0 the default.
    public var triggerMethod = Int32(0)
    /// How much is shown in the book, 0 for all.
    public var displaySize = Int32(0)
    /// When it begins to work.
    public var activeStart = ""
    /// When it stops to work.
    public var activeStop = ""
    /// Whether only margin and commission are asked.
    public var isWhatIf = false
    /// Whether it is sent; a bracket is held back until its last order.
    public var transmits = true
    /// `O` opens, `C` closes; for institutions.
    public var openClose = ""
    /// 0 customer, 1 firm.
    public var origin = Int32(0)
    /// The trader's capacity.
    public var rule80A = ""
    /// How much better than the limit it may trade unseen.
    public var discretionaryAmount = 0.0
    /// Whether it avoids smart routing.
    public var optsOutOfSmartRouting = false
    /// Whether the broker has discretion.
    public var isNotHeld = false
    /// Whether the broker suggested it.
    public var isSolicited = false
    /// Whether to vary its size.
    public var randomizesSize = false
    /// Whether to vary its price.
    public var randomizesPrice = false
    /// Whether to pass price checks.
    public var overridesPercentageConstraints = false
    /// The advisor model.
    public var model = ""
    /// Options for the gateway.
    public var options: [TagValue] = []
    /// What must hold before it works.
    public var conditions: [OrderCondition] = []
    /// Whether the conditions cancel instead of begin.
    public var conditionsCancel = false
    /// Whether conditions also count outside regular hours.
    public var conditionsIgnoreRegularHours = false
    /// Whether conditions also count overnight.
    public var conditionsIncludeOvernight = false
    /// The soft dollar tier.
    public var softDollarTier = SoftDollarTier()
    /// The amount to trade, in place of a quantity.
    public var cashQuantity: Money?
    /// Whether a hedge does not get its price by itself.
    public var keepsHedgePrice = false
    /// Whether it is a container of the broker's order system.
    public var isContainer = false
    /// Whether a relative order may trade up to its limit.
    public var isDiscretionaryUpToLimit = false
    /// Whether to cap its price.
    public var usesPriceManagement: Bool?
    /// Seconds that it works.
    public var duration: Int32?
    /// Seconds in a dark pool.
    public var postToATS: Int32?
    /// Whether its cancel also cancels the parent.
    public var cancelsParent = false
    /// Codes of rejects to pass over, with commas between.
    public var errorOverride = ""
    /// When a person decided.
    public var manualTime = ""
    /// The customer's account.
    public var customerAccount = ""
    /// Whether the customer is a professional.
    public var isProfessional = false
    /// Whether it also works overnight.
    public var includesOvernight = false
    /// 1 by hand, 0 by a program.
    public var manualIndicator: Int32?
    /// Who placed it.
    public var externalOperator = ""
    /// Whether it trades only against an imbalance.
    public var isImbalanceOnly = false
    /// Whether a marketable order goes to the best quote.
    public var routesMarketableToBest: Bool?
    /// Whether it is kept but not working.
    public var isDeactivated = false
    /// Whether it must not take liquidity.
    public var isPostOnly = false
    /// Whether it works before the open.
    public var allowsPreOpen = false
    /// Whether it stays out of the opening auction.
    public var ignoresOpenAuction = false
    /// Whether to seek a better price.
    public var seeksPriceImprovement: Bool?
    /// What a what-if asks.
    public var whatIfType: Int32?
    /// How an order is cleared and given to accounts.
    public var allocation = OrderAccountDetails()
    /// What volatility and box orders say.
    public var volatility = VolatilityAttributes()
    /// The hedging order of a volatility order.
    public var deltaNeutral = DeltaNeutralAttributes()
    /// How a scale order is cut into levels.
    public var scale = ScaleAttributes()
    /// How a child order hedges its parent.
    public var hedge = HedgeAttributes()
    /// The broker's algorithm that works the order.
    public var algorithm = AlgorithmAttributes()
    /// Prices of legs beyond the contract's legs, which the text form can carry.
    public var surplusLegPrices: [Price?] = []
    /// What pegged orders follow.
    public var peg = PegAttributes()
    /// What becomes of a stop once a price is reached.
    public var adjustment = AdjustmentAttributes()
    /// What only the gateway says of an order.
    public var result = OrderResult()

    /// All fields unset; ``transmits`` is true.
    public init() {}
}
