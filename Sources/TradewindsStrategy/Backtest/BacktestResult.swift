import TradewindsExchange
import TradewindsStatistics
import TradewindsVocabulary

/// A position from its opening to its end.
public struct ClosedTrade: Sendable, Hashable {
    /// What was traded.
    public var instrument: InstrumentIndex
    /// Whether it was long.
    public var isLong: Bool
    /// The largest position held.
    public var quantity: Quantity
    /// When it began.
    public var entered: Timestamp
    /// When it ended.
    public var exited: Timestamp
    /// The price of the first fill.
    public var entry: Price
    /// The price of the last fill.
    public var exit: Price
    /// The profit after all fees.
    public var profit: Money
    /// All fees.
    public var fees: Money
}

/// What a backtest gives.
public struct BacktestResult: Sendable, Hashable {
    /// Trades that have ended, by the time of their end.
    public var trades: [ClosedTrade] = []
    /// Fills, by time.
    public var fills: [StrategyFill] = []
    /// When each bar ended, and the account's value then in the base currency.
    public var equity: [(time: Timestamp, value: Double)] = []
    /// The cash at the beginning.
    public var cash: Money
    /// The profit after fees, open positions at their last price.
    public var profit: Money { Money(ExactDecimal(equity.last?.value ?? cash.doubleValue) ?? .zero) - cash }
    /// All fees.
    public var fees = Money.zero
    /// The part of bars at whose end something was held, 0 to 1.
    public var exposure = 0.0
    /// Orders that the exchange refused.
    public var rejections = 0

    /// Equality by value.
    public static func == (left: Self, right: Self) -> Bool {
        left.trades == right.trades && left.fills == right.fills && left.cash == right.cash
            && left.fees == right.fees && left.equity.map(\.value) == right.equity.map(\.value)
    }

    /// Hashes what tells results apart best.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(trades)
        hasher.combine(fills)
    }

    /// Growth, risk and ratios of the equity.
    ///
    /// - Parameter periodsPerYear: Bars in a year.
    /// - Throws: `StatisticsError` where the equity has no returns, such as after it fell to zero.
    public func report(periodsPerYear: Double) throws(StatisticsError) -> PerformanceReport {
        var returns: [Double] = []
        returns.reserveCapacity(equity.count)
        for index in equity.indices.dropFirst() where equity[index - 1].value != 0 {
            returns.append(equity[index].value / equity[index - 1].value - 1)
        }
        return try PerformanceReport(returns: returns, convention: ReturnConvention(periodsPerYear: periodsPerYear))
    }
}
