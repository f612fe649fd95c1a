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
    /// - `parts`: Into how many parts the time is cut; a result without its equity was cut before.
    public init(place: Int, values: [String: Double], result: BacktestResult, parts: Int = 240) {
        self.place = place
        self.values = values
        trades = result.trades.count
        profit = result.profit.doubleValue
        fees = result.fees.doubleValue
        let summary = result.summary ?? EquitySummary(result.equity, parts: parts)
        moments = summary.moments
        maximumDrawdown = summary.drawdown
        sharpe = moments.map { $0.sampleSharpe * summary.entriesPerYear.squareRoot() }
        returns = summary.partReturns
    }
}

/// What may be said of the best of many points: whether it is luck.
public struct SweepJudgement: Sendable, Hashable {
    /// Points that were tried.
    public let trials: Int
    /// The parts of the time that overfitting, walk-forward and cross-validation look at: at most 240 equal ones.
    public let parts: Int
    /// The probability that the best Sharpe ratio is more than the largest that luck gives among so many (deflated
    /// Sharpe ratio); `nil` where returns do not vary.
    public let deflatedSharpe: Double?
    /// The probability that the best point in sample is in the lower half out of sample (CSCV); `nil` for fewer than
    /// two points or too few returns.
    public let overfitting: Double?
    /// Returns out of sample when each block is traded with the point that was best before it; empty without enough.
    public let walkForward: [Double]
    /// The mean Sharpe ratio of a part of the time, in sample and out of sample, over the paths of combinatorial purged
    /// cross-validation; `nil` without enough returns.
    public let crossValidation: (inSample: Double, outOfSample: Double)?

    /// Judges outcomes; the best is the one with the highest Sharpe ratio.
    ///
    /// - `folds`: Blocks of walk-forward.
    public init(_ outcomes: [SweepOutcome], folds: Int = 5) {
        let columns = outcomes.map(\.returns)
        let rows = columns.map(\.count).min() ?? 0
        trials = outcomes.count
        parts = rows
        let moments = outcomes.compactMap(\.moments)
        let sharpes = moments.map(\.sharpe)
        let best = moments.max { $0.sharpe < $1.sharpe }
        let mean = sharpes.reduce(0, +) / Double(max(1, sharpes.count))
        let variance =
            sharpes.count > 1
            ? sharpes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sharpes.count - 1) : 0
        deflatedSharpe = best.flatMap { try? DeflatedSharpe($0, trials: sharpes.count, variance: variance).probability }
        overfitting =
            outcomes.count > 1 && rows >= 32
            ? try? BacktestOverfitting(columns.map { Array($0.prefix(rows)) }, groups: 16).probability : nil
        guard outcomes.count > 1, rows > folds * 4, let times = try? LabelTimes(rows: rows, horizon: 0) else {
            walkForward = []
            crossValidation = nil
            return
        }
        let walk = try? WalkForward(folds: folds, testSize: rows / (folds + 1)).splits(times)
        walkForward = (walk ?? []).flatMap { split in
            let column = columns[Self.best(of: columns, in: split.train)]
            return split.test.map { column[$0] }
        }
        let paths = (try? CombinatorialPurged(groups: 6, testGroups: 2).splits(times)) ?? []
        let pairs = paths.map { split in
            let column = columns[Self.best(of: columns, in: split.train)]
            return (Self.sharpe(column, split.train), Self.sharpe(column, split.test))
        }
        crossValidation =
            pairs.isEmpty
            ? nil
            : (
                pairs.reduce(0) { $0 + $1.0 } / Double(pairs.count),
                pairs.reduce(0) { $0 + $1.1 } / Double(pairs.count)
            )
    }

    /// The Sharpe ratio of one part of the time, of the walk forward; `nil` where it does not vary.
    public var walkForwardSharpe: Double? { SharpeMoments(walkForward)?.sharpe }

    private static func best(of columns: [[Double]], in rows: [Int]) -> Int {
        let scores = columns.map { sharpe($0, rows) }
        return scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
    }

    private static func sharpe(_ column: [Double], _ rows: [Int]) -> Double {
        let mean = rows.reduce(0) { $0 + column[$1] } / Double(max(1, rows.count))
        let squares = rows.reduce(0) { $0 + (column[$1] - mean) * (column[$1] - mean) }
        return squares > 0 ? mean / (squares / Double(rows.count)).squareRoot() : 0
    }

    /// Equality by value.
    public static func == (left: Self, right: Self) -> Bool {
        left.trials == right.trials && left.deflatedSharpe == right.deflatedSharpe
            && left.overfitting == right.overfitting && left.walkForward == right.walkForward
            && left.crossValidation?.inSample == right.crossValidation?.inSample
            && left.crossValidation?.outOfSample == right.crossValidation?.outOfSample
    }

    /// Hashes what tells judgements apart best.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(trials)
        hasher.combine(deflatedSharpe)
        hasher.combine(walkForward)
    }
}
