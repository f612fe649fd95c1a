import TradewindsStatistics
import TradewindsVocabulary

/// What one point of a sweep gave.
public struct SweepOutcome: Sendable, Hashable, Codable {
    /// The point's place in the sweep, from 0.
    public var place: Int
    /// The values tried.
    public var values: [String: Double]
    /// Trades that ended.
    public var trades: Int
    /// The profit after fees, in the base currency.
    public var profit: Double
    /// Fees, in the base currency.
    public var fees: Double
    /// Orders that the exchange or a limit refused, by reason.
    public var refusals: [RefusalLog.Count]
    /// The limit that stopped the run; `nil` where none did.
    public var stopped: Stop?
    /// How often positions were closed because margin exceeded equity.
    public var marginCalls: Int
    /// When the account's value was no longer above zero; `nil` where it always was. There is no Sharpe ratio then.
    public var ruined: Timestamp?
    /// The yearly Sharpe ratio of the bars' returns; `nil` where they do not vary.
    public var sharpe: Double?
    /// The deepest drawdown, below zero; `nil` without returns.
    public var maximumDrawdown: Double?
    /// Returns of equal parts of the time, for judging the sweep as a whole: the same parts for every point.
    public var returns: [Double]
    /// The moments of the bars' returns; `nil` where they do not vary.
    public var moments: SharpeMoments?

    /// The end that a limit put to a run.
    public struct Stop: Sendable, Hashable, Codable {
        /// When.
        public var time: Timestamp
        /// The limit's name.
        public var reason: String
        /// In words.
        public var text: String
    }

    /// The outcome of a backtest.
    ///
    /// - `clock`: The parts of the time; a result without its equity was cut by it before.
    public init(place: Int, values: [String: Double], result: BacktestResult, clock: SweepClock) {
        self.place = place
        self.values = values
        trades = result.tradeCount
        profit = result.profit.doubleValue
        fees = result.fees.doubleValue
        refusals = result.refusals.counts
        stopped = result.killed.map { Stop(time: $0.time, reason: $0.reason.name, text: "\($0.reason)") }
        marginCalls = result.marginCalls
        let summary = result.summary ?? EquitySummary(result.equity, parts: clock.parts)
        ruined = summary.ruined
        moments = summary.moments
        maximumDrawdown = summary.drawdown
        sharpe = moments.map { $0.sampleSharpe * summary.entriesPerYear.squareRoot() }
        returns = summary.partReturns
    }
}
