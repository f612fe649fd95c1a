import TradewindsVocabulary

/// Checks of orders that are left out.
public struct ApiPrecautionsConfig: WireGroup {
    /// Bypass order precautions.
    public var bypassOrderPrecautions: Bool?
    /// Bypass bond warning.
    public var bypassBondWarning: Bool?
    /// Bypass negative yield confirmation.
    public var bypassNegativeYieldConfirmation: Bool?
    /// Bypass called bond warning.
    public var bypassCalledBondWarning: Bool?
    /// Bypass same action pair trade warning.
    public var bypassSameActionPairTradeWarning: Bool?
    /// Bypass flagged accounts warning.
    public var bypassFlaggedAccountsWarning: Bool?
    /// Bypass price based volatility warning.
    public var bypassPriceBasedVolatilityWarning: Bool?
    /// Bypass redirect order warning.
    public var bypassRedirectOrderWarning: Bool?
    /// Bypass no overfill protection.
    public var bypassNoOverfillProtection: Bool?
    /// Bypass route marketable to BBO.
    public var bypassRouteMarketableToBBO: Bool?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "bypassOrderPrecautions", &bypassOrderPrecautions)
        try coder.field(2, "bypassBondWarning", &bypassBondWarning)
        try coder.field(3, "bypassNegativeYieldConfirmation", &bypassNegativeYieldConfirmation)
        try coder.field(4, "bypassCalledBondWarning", &bypassCalledBondWarning)
        try coder.field(5, "bypassSameActionPairTradeWarning", &bypassSameActionPairTradeWarning)
        try coder.field(6, "bypassFlaggedAccountsWarning", &bypassFlaggedAccountsWarning)
        try coder.field(7, "bypassPriceBasedVolatilityWarning", &bypassPriceBasedVolatilityWarning)
        try coder.field(8, "bypassRedirectOrderWarning", &bypassRedirectOrderWarning)
        try coder.field(9, "bypassNoOverfillProtection", &bypassNoOverfillProtection)
        try coder.field(10, "bypassRouteMarketableToBBO", &bypassRouteMarketableToBBO)
    }
}

/// Settings of smart routing.
public struct OrdersSmartRoutingConfig: WireGroup {
    /// Seek price improvement.
    public var seekPriceImprovement: Bool?
    /// Pre open reroute.
    public var preOpenReroute: Bool?
    /// Do not route to dark pools.
    public var doNotRouteToDarkPools: Bool?
    /// Default algorithm.
    public var defaultAlgorithm = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "seekPriceImprovement", &seekPriceImprovement)
        try coder.field(2, "preOpenReroute", &preOpenReroute)
        try coder.field(3, "doNotRouteToDarkPools", &doNotRouteToDarkPools)
        try coder.field(4, "defaultAlgorithm", &defaultAlgorithm)
    }
}
