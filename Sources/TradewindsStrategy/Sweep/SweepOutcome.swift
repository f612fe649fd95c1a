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
    /// The yearly Sharpe ratio of the bars' returns; `nil` where they do not vary.
    public var sharpe: Double?
    /// The deepest drawdown, below zero; `nil` without returns.
    public var maximumDrawdown: Double?
    /// Returns of equal parts of the time, for judging the sweep as a whole: the same parts for every point.
    public var returns: [Double]
    /// The moments of the bars' returns; `nil` where they do not vary.
    public var moments: SharpeMoments?

    /// The outcome of a backtest.
    ///
    /// - `clock`: The parts of the time; a result without its equity was cut by it before.
    public init(place: Int, values: [String: Double], result: BacktestResult, clock: SweepClock) {
        self.place = place
        self.values = values
        trades = result.tradeCount
        profit = result.profit.doubleValue
        fees = result.fees.doubleValue
        let summary = result.summary ?? EquitySummary(result.equity, parts: clock.parts)
        moments = summary.moments
        maximumDrawdown = summary.drawdown
        sharpe = moments.map { $0.sampleSharpe * summary.entriesPerYear.squareRoot() }
        returns = summary.partReturns
    }
}
