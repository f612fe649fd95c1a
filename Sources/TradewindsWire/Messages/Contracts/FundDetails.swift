import TradewindsVocabulary

/// What contract details say of a fund.
public struct FundDetails: Sendable, Hashable {
    /// The fund's name.
    public var name = ""
    /// The family of funds.
    public var family = ""
    /// The kind of fund.
    public var type = ""
    /// The charge when buying.
    public var frontLoad = ""
    /// The charge when selling.
    public var backLoad = ""
    /// How the charge when selling falls with time.
    public var backLoadTimeInterval = ""
    /// The yearly fee.
    public var managementFee = ""
    /// Whether the fund is closed.
    public var isClosed = false
    /// Whether it is closed for new investors.
    public var isClosedForNewInvestors = false
    /// Whether it is closed for new money.
    public var isClosedForNewMoney = false
    /// The amount from which the fund must be notified.
    public var notifyAmount = ""
    /// The smallest first purchase.
    public var minimumInitialPurchase = ""
    /// The smallest later purchase.
    public var minimumSubsequentPurchase = ""
    /// The states in which it may be sold.
    public var blueSkyStates = ""
    /// The territories in which it may be sold.
    public var blueSkyTerritories = ""
    /// `N` accumulates, `Y` pays out.
    public var distributionPolicy = ""
    /// What it holds: `000` other … `005` multi-asset.
    public var assetType = ""

    mutating func walkFields<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(27, "fundName", &name)
        try coder.field(28, "fundFamily", &family)
        try coder.field(29, "fundType", &type)
        try coder.field(30, "fundFrontLoad", &frontLoad)
        try coder.field(31, "fundBackLoad", &backLoad)
        try coder.field(32, "fundBackLoadTimeInterval", &backLoadTimeInterval)
        try coder.field(33, "fundManagementFee", &managementFee)
        try coder.field(34, "fundClosed", &isClosed)
        try coder.field(35, "fundClosedForNewInvestors", &isClosedForNewInvestors)
        try coder.field(36, "fundClosedForNewMoney", &isClosedForNewMoney)
        try coder.field(37, "fundNotifyAmount", &notifyAmount)
        try coder.field(38, "fundMinimumInitialPurchase", &minimumInitialPurchase)
        try coder.field(
            39, coder.isText ? "fundSubsequentMinimumPurchase" : "fundMinimumSubsequentPurchase",
            &minimumSubsequentPurchase)
        try coder.field(40, "fundBlueSkyStates", &blueSkyStates)
        try coder.field(41, "fundBlueSkyTerritories", &blueSkyTerritories)
        try coder.field(42, "fundDistributionPolicyIndicator", &distributionPolicy)
        try coder.field(43, "fundAssetType", &assetType)
    }
}

/// What contract details say of an event contract.
public struct EventContractDetails: Sendable, Hashable {
    /// The event.
    public var name = ""
    /// The event in words.
    public var summary = ""
    /// More words.
    public var detail = ""

    mutating func walkFields<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(59, "eventContract1", &name)
        try coder.field(60, "eventContractDescription1", &summary)
        try coder.field(61, "eventContractDescription2", &detail)
    }
}
