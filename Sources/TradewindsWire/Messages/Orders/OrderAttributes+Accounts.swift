import TradewindsVocabulary

/// How an order is cleared and given to accounts.
public struct OrderAccountDetails: Sendable, Hashable {
    /// The firm that settles.
    public var settlingFirm = ""
    /// The account that clears.
    public var clearingAccount = ""
    /// `IB`, `Away` or `PTA`.
    public var clearingIntent = ""
    /// The advisor's group of accounts.
    public var advisorGroup = ""
    /// How it is shared.
    public var advisorMethod = ""
    /// The share.
    public var advisorPercentage = ""
    /// 1 the shares are held, 2 they come from elsewhere.
    public var shortSaleSlot = Int32(0)
    /// Where the shares come from.
    public var designatedLocation = ""
    /// The exemption code of a short sale.
    public var exemptCode = Int32(-1)
    /// Who decided.
    public var decisionMaker = ""
    /// Which algorithm decided.
    public var decisionAlgorithm = ""
    /// Who executes.
    public var executionTrader = ""
    /// Which algorithm executes.
    public var executionAlgorithm = ""

    /// All fields unset.
    public init() {}
}

/// What only the gateway says of an order.
public struct OrderResult: Sendable, Hashable {
    /// When it is cancelled by itself.
    public var autoCancelDate = ""
    /// How much was filled, of ended orders.
    public var filledQuantity: Quantity?
    /// A future that it refers to.
    public var referenceFuture: ContractID?
    /// The shareholder.
    public var shareholder = ""
    /// The permanent id of its parent.
    public var parentPermanent: PermanentID?
    /// The accrued interest of a bond.
    public var accruedInterest = ""
    /// Who submitted it.
    public var submitter = ""
    /// Basis points of an exchange for physicals.
    public var basisPoints: Double?
    /// Their kind.
    public var basisPointsType: Int32?

    /// All fields unset.
    public init() {}
}
