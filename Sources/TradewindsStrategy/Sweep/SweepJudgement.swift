import TradewindsStatistics

/// What may be said of the best of many points: whether it is luck.
///
/// The deflated Sharpe ratio looks at the returns of all bars, everything else at those of equal parts of the time.
public struct SweepJudgement: Sendable, Hashable {
    /// Points that were tried.
    public let trials: Int
    /// The parts of the time.
    public let parts: Int
    /// The probability that the best Sharpe ratio is more than the largest that luck gives among so many (deflated
    /// Sharpe ratio); `nil` where returns do not vary.
    public let deflatedSharpe: Double?
    /// The probability that the best point in sample is in the lower half out of sample (CSCV); `nil` for fewer than
    /// two points or too few parts.
    public let overfitting: Double?
    /// How probable it is that the best of points that earn nothing would earn as much on average; `nil` without
    /// enough parts.
    public let superiority: Superiority?
    /// The best point of all parts before a block, judged on that block; empty without enough parts.
    public let walkForward: [SweepFold]
    /// The best point of all other parts, judged on a block; empty without enough parts.
    public let kFold: [SweepFold]
    /// The best point of all other parts, judged on each choice of some blocks; empty without enough parts.
    public let combinatorial: [SweepFold]
    /// The Sharpe ratio of a part of each path through the whole time that these join to.
    public let paths: [Double?]

    /// Whether the best point is better than not trading.
    public struct Superiority: Sendable, Hashable {
        /// White's reality check.
        public let realityCheck: Double
        /// Hansen's consistent p-value, which leaves clearly bad points out of account.
        public let hansen: Double
        /// The mean length of the blocks drawn, in parts.
        public let block: Double
    }

    /// Judges outcomes of one sweep; the best is the one with the highest Sharpe ratio.
    ///
    /// - `workers`: Threads to use; the result is the same for any number.
    /// - Complexity: A thousand replicates of all points and parts, for the reality check.
    public init(_ outcomes: [SweepOutcome], folding: SweepFolding = SweepFolding(), workers: Int = 1) {
        let rows = outcomes.map(\.returns.count).min() ?? 0
        let columns = outcomes.map { Array($0.returns.prefix(rows)) }
        trials = outcomes.count
        parts = rows
        deflatedSharpe = Self.deflated(outcomes.compactMap(\.moments))
        overfitting =
            outcomes.count > 1 && rows >= 32
            ? try? BacktestOverfitting(columns, groups: 16, workers: workers).probability : nil
        superiority = Self.superiority(columns, workers: workers)
        guard outcomes.count > 1, let times = try? LabelTimes(rows: rows, horizon: 1) else {
            (walkForward, kFold, combinatorial, paths) = ([], [], [], [])
            return
        }
        walkForward = folding.walkForward(columns, times)
        kFold = folding.kFold(columns, times)
        (combinatorial, paths) = folding.combinatorial(columns, times)
    }

    private static func deflated(_ moments: [SharpeMoments]) -> Double? {
        let sharpes = moments.map(\.sharpe)
        guard let best = moments.max(by: { $0.sharpe < $1.sharpe }) else { return nil }
        let mean = sharpes.reduce(0, +) / Double(sharpes.count)
        let squares = sharpes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let variance = sharpes.count > 1 ? squares / Double(sharpes.count - 1) : 0
        return try? DeflatedSharpe(best, trials: sharpes.count, variance: variance).probability
    }

    private static func superiority(_ columns: [[Double]], workers: Int) -> Superiority? {
        let all = Array(columns.first?.indices ?? 0..<0)
        let scores = columns.map { SweepFold.sharpe($0, all) ?? -.infinity }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }),
            let length = try? BlockLength(columns[best]).stationary
        else { return nil }
        let block = max(1, length)
        let resampling = Resampling.seeded(.stationary(meanBlock: block), replicates: 1000, seed: 1)
        let test = try? SuperiorPredictiveAbility(
            differences: columns, block: block, resampling: resampling, workers: workers)
        return test.map { Superiority(realityCheck: $0.realityCheck, hansen: $0.pValues.consistent, block: block) }
    }

    /// The Sharpe ratio of a part of the walk forward, all blocks together; `nil` where it does not vary.
    public var walkForwardSharpe: Double? {
        let returns = walkForward.flatMap(\.returns)
        return SweepFold.sharpe(returns, Array(returns.indices))
    }
}
