import TradewindsExchange
import TradewindsStatistics
import TradewindsVocabulary

/// A position from its opening to its end: flat, or on the other side.
public struct ClosedTrade: Sendable, Hashable {
    /// What was traded.
    public var instrument: InstrumentIndex
    /// Whether it was long.
    public var isLong: Bool
    /// The largest position held.
    public var quantity: Quantity
    /// What of it is still held; 0 where the trade has ended.
    public var held: Quantity = 0
    /// When it began.
    public var entered: Timestamp
    /// When it ended.
    public var exited: Timestamp
    /// The average price of the fills that made it larger.
    public var entry: Price
    /// The average price of the fills that made it smaller; what is still held counts at the last price.
    public var exit: Price
    /// The profit after all fees, with dividends and the cost of borrowing, in the base currency by the rates at the
    /// times of the fills. What an account keeps in another currency goes on moving with its rate.
    public var profit: Money
    /// All fees.
    public var fees: Money
    /// What one unit of price is worth for one unit held.
    public var multiplier = ExactDecimal(1)
}

/// What a backtest gives.
public struct BacktestResult: Sendable, Hashable {
    /// Trades that have ended, by the time of their end. Empty, as fills are, where a plan keeps only its ``summary``.
    public var trades: [ClosedTrade] = []
    /// How many trades have ended.
    public internal(set) var tradeCount = 0
    /// What is held at the end, as trades that end now at the last price; their profit is in the equity.
    public internal(set) var openTrades: [ClosedTrade] = []
    /// Fills, by time.
    public var fills: [StrategyFill] = []
    /// When bars ended, and the account's value then in the base currency: one entry for each instant. Empty where a
    /// plan keeps only its ``summary``.
    public var equity: [(time: Timestamp, value: Double)] = []
    /// The absolute and the signed value of what was held at each entry of ``equity``, in the base currency.
    public internal(set) var exposures: [(gross: Double, net: Double)] = []
    /// The orders given, oldest first; empty where a plan keeps only its ``summary``.
    ///
    /// - Complexity: Put together each time from the fills.
    public var orders: [LoggedOrder] { log.orders(fills) }
    var log = OrderLog()
    /// What is known of an equity that was not kept, see ``BacktestPlan/clock``; `nil` where it was.
    public internal(set) var summary: EquitySummary?
    /// Bars of all instruments.
    public var bars = 0
    /// The cash at the beginning.
    public var cash: Money
    /// The profit after fees, open positions at their last price.
    public var profit: Money {
        Money(ExactDecimal(equity.last?.value ?? summary?.last?.value ?? cash.doubleValue) ?? .zero) - cash
    }
    /// All fees.
    public var fees = Money.zero
    /// The part of the profit that is in no trade: what cash in other currencies gained by their rates.
    public var currencyProfit: Money {
        profit - trades.reduce(0) { $0 + $1.profit } - openTrades.reduce(0) { $0 + $1.profit }
    }
    /// The part of the entries of ``equity`` at which something was held, 0 to 1; 0 where the equity was not kept.
    public var exposure = 0.0
    /// Orders that the exchange or a limit refused.
    public var refusals = RefusalLog()
    /// The limit that stopped the run; `nil` where none did.
    public var killed: KillEvent?
    /// What borrowing shares cost.
    public var borrowing = Money.zero
    /// Dividends received less those paid for short positions.
    public var dividends = Money.zero
    /// How often maintenance margin exceeded equity, so that positions were closed.
    public var marginCalls = 0
    /// Exposure and turnover.
    public internal(set) var activity = ActivityMeter()

    /// A run that has found nothing yet.
    public init(cash: Money) { self.cash = cash }

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

    /// When the account's value was first not above zero; `nil` where it always was. A return on nothing or less has no
    /// meaning, so that a run like that has none.
    public var ruined: Timestamp? { summary.map(\.ruined) ?? equity.first { $0.value <= 0 }?.time }

    /// The deepest drawdown of the equity, below -1 where more than all was lost; `nil` without returns.
    public var maximumDrawdown: Double? { (summary ?? EquitySummary(equity, parts: 0)).drawdown }

    /// Growth, risk and ratios of the equity, its trades and its exposure. Of a run that is ``ruined`` only what looks at
    /// trades and exposure has a value.
    ///
    /// - `periodsPerYear`: Entries of ``equity`` in a year; without, reckoned from their times.
    /// - `benchmark`: Returns of a benchmark from each entry of ``equity`` to the next.
    /// - Throws: `StatisticsError` where the benchmark is of another length.
    public func report(
        periodsPerYear: Double? = nil, benchmark: [Double]? = nil
    ) throws(StatisticsError) -> PerformanceReport {
        let isRuined = ruined != nil
        let returns = isRuined ? [] : zip(equity.dropFirst(), equity).map { $0.value / $1.value - 1 }
        return try PerformanceReport(
            returns: returns, benchmark: isRuined ? nil : benchmark, trades: trades.map(outcome), meter: activity,
            convention: ReturnConvention(periodsPerYear: periodsPerYear ?? entriesPerYear))
    }

    /// Entries of ``equity`` in a year, by its times; 252 where these tell nothing.
    public var entriesPerYear: Double {
        if let summary { return summary.entriesPerYear }
        return Timestamp.yearlyPace(of: equity.count, from: equity.first?.time, to: equity.last?.time) ?? 252
    }

    private func outcome(_ trade: ClosedTrade) -> TradeOutcome {
        let cost = trade.entry.doubleValue * trade.quantity.doubleValue * trade.multiplier.doubleValue
        return TradeOutcome(
            profit: trade.profit.doubleValue, returned: cost == 0 ? 0 : trade.profit.doubleValue / abs(cost),
            direction: trade.isLong ? .long : .short,
            heldPeriods: Double(entry(at: trade.exited) - entry(at: trade.entered)), costs: trade.fees.doubleValue)
    }

    /// The first entry of ``equity`` at or after a time.
    private func entry(at time: Timestamp) -> Int {
        var (low, high) = (0, equity.count)
        while low < high {
            let middle = (low + high) / 2
            if equity[middle].time < time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
