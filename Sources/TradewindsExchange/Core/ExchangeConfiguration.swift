import TradewindsVocabulary

/// The choices of an exchange that do not depend on instruments or prices.
public struct ExchangeConfiguration: Sendable, Hashable {
    /// When a trading day ends by itself.
    public enum DayEnd: Sendable, Hashable {
        /// Every day this many seconds after midnight UTC.
        case utc(second: Int)
        /// Only when ``Exchange/endDay()`` says so: for callers with a calendar.
        case told
    }

    /// How bars fill orders.
    public var fillModel: FillModel
    /// How much worse than the market fills at the market are.
    public var slippage: SlippageModel
    /// What fills cost.
    public var fees: FeeSchedule
    /// What stocks need.
    public var marginRates: MarginRates
    /// Whether orders that the account cannot carry are rejected.
    public var checksMargin: Bool
    /// How often the maintenance margin is looked at while prices move; it is also looked at after every fill.
    public var marginInterval: Duration
    /// When day orders expire and the daily profit begins anew.
    public var dayEnd: DayEnd
    /// The currency in which accounts are valued.
    public var baseCurrency: Currency
    /// Rates to the base currency for currencies without a quoted pair. A currency with neither counts as nothing.
    public var fallbackRates: [Currency: ExactDecimal]

    /// The usual choices: next-open fills, fixed fees, Regulation T, days ending at 22:00 UTC (17:00 New York, winter).
    public init(
        fillModel: FillModel = .nextOpen, slippage: SlippageModel = .none, fees: FeeSchedule = .fixed,
        marginRates: MarginRates = .regT,
        checksMargin: Bool = true, marginInterval: Duration = .seconds(300), dayEnd: DayEnd = .utc(second: 79_200),
        baseCurrency: Currency = .usd, fallbackRates: [Currency: ExactDecimal] = [:]
    ) {
        self.fillModel = fillModel
        self.slippage = slippage
        self.fees = fees
        self.marginRates = marginRates
        self.checksMargin = checksMargin
        self.marginInterval = marginInterval
        self.dayEnd = dayEnd
        self.baseCurrency = baseCurrency
        self.fallbackRates = fallbackRates
    }
}

/// An account and the cash, in the base currency, that it opens with.
public struct AccountOpening: Sendable, Hashable {
    /// Its number.
    public var id: AccountID
    /// Its cash.
    public var cash: Money
    /// An account `id` with `cash`.
    public init(id: AccountID, cash: Money) {
        self.id = id
        self.cash = cash
    }
}
