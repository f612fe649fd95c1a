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
    /// Sharpe ratio).
    public let deflatedSharpe: Double?
    /// The probability that the best point in sample is in the lower half out of sample (CSCV).
    public let overfitting: Double?
    /// How probable it is that the best of points that earn nothing would earn as much on average.
    public let superiority: Superiority?
    /// The best point of all parts before a block, judged on that block.
    public let walkForward: [SweepFold]
    /// The best point of all other parts, judged on a block.
    public let kFold: [SweepFold]
    /// The best point of all other parts, judged on each choice of some blocks.
    public let combinatorial: [SweepFold]
    /// The Sharpe ratio of a part of each path through the whole time that these join to.
    public let paths: [Double?]
    /// Why a measure is `nil` or empty.
    private let gaps: [SweepMeasure: SweepGap]

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
        var gaps: [SweepMeasure: SweepGap] = [:]
        func measured<Value>(_ measure: SweepMeasure, _ body: () throws(SweepGap) -> Value) -> Value? {
            do throws(SweepGap) { return try body() } catch {
                gaps[measure] = error
                return nil
            }
        }
        func folds<Value>(_ body: (LabelTimes) throws(SweepGap) -> Value) throws(SweepGap) -> Value {
            guard columns.count > 1 else { throw .onePoint }
            guard let times = try? LabelTimes(rows: rows, horizon: 1) else { throw .tooFewParts(rows, needed: 2) }
            return try body(times)
        }
        deflatedSharpe = measured(.deflatedSharpe) { () throws(SweepGap) in
            if !outcomes.isEmpty, outcomes.allSatisfy({ $0.ruined != nil }) { throw .ruined }
            return try Self.deflated(outcomes.compactMap(\.moments))
        }
        overfitting = measured(.overfitting) { () throws(SweepGap) in
            try Self.overfitting(columns, workers: workers)
        }
        superiority = measured(.superiority) { () throws(SweepGap) in
            try Self.superiority(columns, workers: workers)
        }
        walkForward =
            measured(.walkForward) { () throws(SweepGap) in
                try folds { times throws(SweepGap) in try folding.walkForward(columns, times) }
            } ?? []
        kFold =
            measured(.kFold) { () throws(SweepGap) in
                try folds { times throws(SweepGap) in try folding.kFold(columns, times) }
            } ?? []
        (combinatorial, paths) =
            measured(.combinatorial) { () throws(SweepGap) in
                try folds { times throws(SweepGap) in try folding.combinatorial(columns, times) }
            } ?? ([], [])
        if !walkForward.isEmpty, SweepFold.sharpe(ofJudged: walkForward) == nil { gaps[.walkForward] = .flatJudged }
        if !kFold.isEmpty, SweepFold.sharpe(ofJudged: kFold) == nil { gaps[.kFold] = .flatJudged }
        if !combinatorial.isEmpty, combinatorial.allSatisfy({ $0.outOfSample == nil }) {
            gaps[.combinatorial] = .flatJudged
        }
        self.gaps = gaps
    }

    /// Why a measure could not be taken; `nil` where it was.
    public func gap(_ measure: SweepMeasure) -> SweepGap? { gaps[measure] }

    private static func deflated(_ moments: [SharpeMoments]) throws(SweepGap) -> Double {
        let sharpes = moments.map(\.sharpe)
        guard let best = moments.max(by: { $0.sharpe < $1.sharpe }) else { throw .flat }
        let mean = sharpes.reduce(0, +) / Double(sharpes.count)
        let squares = sharpes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let variance = sharpes.count > 1 ? squares / Double(sharpes.count - 1) : 0
        let probability: Double?
        do throws(StatisticsError) {
            probability = try DeflatedSharpe(best, trials: sharpes.count, variance: variance).probability
        } catch { throw .refused(error) }
        guard let probability else { throw .extreme }
        return probability
    }

    private static func overfitting(_ columns: [[Double]], workers: Int) throws(SweepGap) -> Double {
        // Blocks of two parts at least, so that each has a Sharpe ratio.
        let groups = 16
        guard columns.count > 1 else { throw .onePoint }
        guard columns[0].count >= 2 * groups else { throw .tooFewParts(columns[0].count, needed: 2 * groups) }
        guard columns.contains(where: { $0 != columns[0] }) else { throw .alike }
        do throws(StatisticsError) {
            return try BacktestOverfitting(columns, groups: groups, workers: workers).probability
        } catch { throw .refused(error) }
    }

    private static func superiority(_ columns: [[Double]], workers: Int) throws(SweepGap) -> Superiority {
        let all = Array(columns.first?.indices ?? 0..<0)
        let scores = columns.map { SweepFold.sharpe($0, all) ?? -.infinity }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > -.infinity else {
            throw .flat
        }
        let fewest = 16
        guard all.count >= fewest else { throw .tooFewParts(all.count, needed: fewest) }
        do throws(StatisticsError) {
            let block = max(1, try BlockLength(columns[best]).stationary)
            let resampling = Resampling.seeded(.stationary(meanBlock: block), replicates: 1000, seed: 1)
            let test = try SuperiorPredictiveAbility(
                differences: columns, block: block, resampling: resampling, workers: workers)
            return Superiority(realityCheck: test.realityCheck, hansen: test.pValues.consistent, block: block)
        } catch { throw .refused(error) }
    }

    /// The Sharpe ratio of a part of the walk forward, all blocks together; `nil` where it does not vary.
    public var walkForwardSharpe: Double? { SweepFold.sharpe(ofJudged: walkForward) }

    /// The same of k-fold cross-validation.
    public var kFoldSharpe: Double? { SweepFold.sharpe(ofJudged: kFold) }
}
