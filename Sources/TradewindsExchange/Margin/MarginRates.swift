import TradewindsVocabulary

/// The shares of market value that stocks need under Regulation T.
///
/// Simple on purpose: no concentration, no portfolio margin, no hedges, no day-trading minimum.
public struct MarginRates: Sendable, Hashable {
    /// To open a long position.
    public var longInitial: ExactDecimal
    /// To keep a long position.
    public var longMaintenance: ExactDecimal
    /// To open a short position, beside the proceeds.
    public var shortInitial: ExactDecimal
    /// To keep a short position, beside the proceeds.
    public var shortMaintenance: ExactDecimal
    /// With less equity than this (base currency) nothing is lent: stocks need their whole value.
    public var minimumEquity: Money

    /// Rates of their own.
    public init(
        longInitial: ExactDecimal, longMaintenance: ExactDecimal, shortInitial: ExactDecimal,
        shortMaintenance: ExactDecimal, minimumEquity: Money
    ) {
        self.longInitial = longInitial
        self.longMaintenance = longMaintenance
        self.shortInitial = shortInitial
        self.shortMaintenance = shortMaintenance
        self.minimumEquity = minimumEquity
    }

    /// 50 % and 25 % long, 50 % and 30 % short, 2,000 USD.
    public static let regT = Self(
        longInitial: ExactDecimal(5, scale: 1), longMaintenance: ExactDecimal(25, scale: 2),
        shortInitial: ExactDecimal(5, scale: 1), shortMaintenance: ExactDecimal(3, scale: 1), minimumEquity: 2000
    )
}

/// What a set of positions needs and what carries it, in the base currency.
struct MarginState {
    var initial = ExactDecimal.zero
    var maintenance = ExactDecimal.zero
    var equity = ExactDecimal.zero
}

/// What an order would do to the account: the answer to a what-if. All amounts in the base currency.
public struct MarginPreview: Sendable, Hashable {
    /// A value before, its change and after.
    public struct Step: Sendable, Hashable {
        /// Without the order.
        public var before: Money
        /// With the order filled.
        public var after: Money
        /// The difference.
        public var change: Money { after - before }
    }

    /// The initial margin.
    public var initial: Step
    /// The maintenance margin.
    public var maintenance: Step
    /// The equity with loan value.
    public var equity: Step
    /// The commission of the whole order.
    public var commission: Money
    /// The currency of the commission.
    public var commissionCurrency: Currency
}
