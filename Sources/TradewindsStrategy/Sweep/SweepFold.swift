import TradewindsStatistics

/// One choice of the best point on some parts of the time, and how that point did on others.
public struct SweepFold: Sendable, Hashable {
    /// The parts on which the points were compared, ascending, from 0.
    public let learned: [Int]
    /// The parts on which the best of them was judged, ascending.
    public let judged: [Int]
    /// The place of the best among the outcomes.
    public let best: Int
    /// Its Sharpe ratio of a part, with the sample's deviation, where it was chosen; `nil` where its returns do not vary.
    public let inSample: Double?
    /// The same where it was judged.
    public let outOfSample: Double?
    /// Its returns where it was judged.
    public let returns: [Double]

    /// What they grew to together, as a return.
    public var growth: Double { returns.reduce(1) { $0 * (1 + $1) } - 1 }

    init(_ split: DataSplit, _ columns: [[Double]]) {
        let scores = columns.map { Self.sharpe($0, split.train) ?? 0 }
        let best = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
        self.best = best
        (learned, judged) = (split.train, split.test)
        inSample = Self.sharpe(columns[best], split.train)
        outOfSample = Self.sharpe(columns[best], split.test)
        returns = split.test.map { columns[best][$0] }
    }

    /// Mean over the sample's standard deviation; `nil` where returns do not vary.
    static func sharpe(_ column: [Double], _ rows: [Int]) -> Double? {
        // Of equal values the mean is rounded, so that their squares may add to a little more than nothing.
        guard rows.count > 1, rows.contains(where: { column[$0] != column[rows[0]] }) else { return nil }
        let mean = rows.reduce(0) { $0 + column[$1] } / Double(rows.count)
        let squares = rows.reduce(0) { $0 + (column[$1] - mean) * (column[$1] - mean) }
        return squares > 0 ? mean / (squares / Double(rows.count - 1)).squareRoot() : nil
    }

    /// The same of all returns that were judged, one fold after the other.
    static func sharpe(ofJudged folds: [SweepFold]) -> Double? {
        let returns = folds.flatMap(\.returns)
        return sharpe(returns, Array(returns.indices))
    }
}

/// How the time of a sweep is cut for choosing and judging.
public struct SweepFolding: Sendable, Hashable {
    /// Blocks of walk-forward, and of purged k-fold cross-validation; at least 2.
    public var folds: Int
    /// Blocks of combinatorial purged cross-validation, more than ``judgedGroups``.
    public var groups: Int
    /// Blocks that it judges at once, at least 1.
    public var judgedGroups: Int
    /// Parts beside those judged that are not learned from: a position may be held over their border.
    public var purge: Int
    /// Parts behind those judged that are not learned from in addition.
    public var embargo: Int

    /// The usual numbers: 5 folds, 6 groups of which 2 are judged, a part left out on each side and one more behind.
    public init(folds: Int = 5, groups: Int = 6, judgedGroups: Int = 2, purge: Int = 1, embargo: Int = 1) {
        self.folds = folds
        self.groups = groups
        self.judgedGroups = judgedGroups
        self.purge = purge
        self.embargo = embargo
    }

    private var leakGuard: LeakGuard { LeakGuard(purgeHorizon: purge, embargo: .rows(purge + embargo)) }

    /// - `fewest`: Parts without which no block has two of them.
    private func folds(
        _ columns: [[Double]], fewest: Int, _ splits: () throws(StatisticsError) -> [DataSplit]
    ) throws(SweepGap) -> [SweepFold] {
        let parts = columns.first?.count ?? 0
        guard parts >= fewest else { throw .tooFewParts(parts, needed: fewest) }
        let cut: [DataSplit]
        do throws(StatisticsError) { cut = try splits() } catch { throw .refused(error) }
        guard cut.allSatisfy({ $0.train.count > 1 && $0.test.count > 1 }) else {
            throw .nothingLearned(purge: purge, embargo: embargo)
        }
        return cut.map { SweepFold($0, columns) }
    }

    func walkForward(_ columns: [[Double]], _ times: LabelTimes) throws(SweepGap) -> [SweepFold] {
        try folds(columns, fewest: 2 * (folds + 1)) { () throws(StatisticsError) in
            try WalkForward(folds: folds, testSize: times.count / (folds + 1)).splits(times, guarded: leakGuard)
        }
    }

    func kFold(_ columns: [[Double]], _ times: LabelTimes) throws(SweepGap) -> [SweepFold] {
        try folds(columns, fewest: 2 * folds) { () throws(StatisticsError) in
            try PurgedKFold(folds: folds).splits(times, guarded: leakGuard)
        }
    }

    /// The choices, and the Sharpe ratio of a part of each path that they join to.
    func combinatorial(
        _ columns: [[Double]], _ times: LabelTimes
    ) throws(SweepGap) -> (folds: [SweepFold], paths: [Double?]) {
        let method = CombinatorialPurged(groups: groups, testGroups: judgedGroups)
        let folds = try folds(columns, fewest: 2 * groups) { () throws(StatisticsError) in
            try method.splits(times, guarded: leakGuard)
        }
        let paths = try? method.paths(folds.map(\.returns), rows: times.count)
        return (folds, (paths ?? []).map { SweepFold.sharpe($0, Array($0.indices)) })
    }
}
