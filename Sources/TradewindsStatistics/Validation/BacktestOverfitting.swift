import Foundation

/// The probability that the best configuration in sample is below the median out of sample: combinatorially symmetric
/// cross-validation (Bailey, Borwein, López de Prado and Zhu 2017). Equal to purgedcv's.
public struct BacktestOverfitting: Sendable, Hashable {
    /// The share of splits in which the best in sample ended in the lower half out of sample: below the median, as in
    /// purgedcv. R's pbo counts the median itself too.
    public let probability: Double
    /// For each split the logit of the chosen configuration's relative rank out of sample; below 0 is the lower half.
    public let logits: [Double]
    /// For each split the chosen configuration's performance in sample.
    public let inSample: [Double]
    /// For each split the chosen configuration's performance out of sample.
    public let outOfSample: [Double]
    /// The slope of performance out of sample on that in sample; `nil` if the latter does not vary.
    public let slope: Double?

    /// Judges configurations by their Sharpe ratios.
    /// - Parameters:
    ///   - returns: for each configuration its returns in each period; columns of one length.
    ///   - groups: an even number of blocks of time, 2 to 24; 16 gives 12,870 splits.
    ///   - workers: threads to use; the result is the same for any number.
    public init(_ returns: [[Double]], groups: Int = 16, workers: Int = 1) throws(StatisticsError) {
        try Self.validate(returns, groups)
        let blocks = contiguousBlocks(rows: returns[0].count, count: groups)
        let summaries = returns.map { column in blocks.map { BlockSummary(column[$0]) } }
        self.init(configurations: returns.count, groups: groups, workers: workers) { configuration, members in
            members.reduce(BlockSummary([])) { $0.merged(with: summaries[configuration][$1]) }.sharpe
        }
    }

    /// Judges configurations by another measure.
    /// - `metric`: of a column of returns; larger is better, finite for every column.
    public init(
        _ returns: [[Double]], groups: Int = 16, workers: Int = 1, metric: @Sendable ([Double]) -> Double
    ) throws(StatisticsError) {
        try Self.validate(returns, groups)
        let blocks = contiguousBlocks(rows: returns[0].count, count: groups)
        self.init(configurations: returns.count, groups: groups, workers: workers) { configuration, members in
            metric(members.flatMap { returns[configuration][blocks[$0]] })
        }
        try requireFinite(inSample + outOfSample, "metric")
    }

    private init(
        configurations: Int, groups: Int, workers: Int, score: @Sendable (Int, [Int]) -> Double
    ) {
        let testGroups = combinations(groups, choose: groups / 2)
        let rows = concurrentMap(testGroups.count, workers: workers) { split in
            let outside = testGroups[split]
            let inside = (0..<groups).filter { !outside.contains($0) }
            let trained = (0..<configurations).map { score($0, inside) }
            let tested = (0..<configurations).map { score($0, outside) }
            let best = trained.indices.reduce(0) { trained[$1] > trained[$0] ? $1 : $0 }
            let below = Double(tested.count { $0 < tested[best] })
            let equal = Double(tested.count { $0 == tested[best] })
            let rank = (below + (equal + 1) / 2) / Double(configurations + 1)
            return (logit: log(rank / (1 - rank)), trained: trained[best], tested: tested[best])
        }
        logits = rows.map(\.logit)
        inSample = rows.map(\.trained)
        outOfSample = rows.map(\.tested)
        probability = Double(rows.count { $0.logit < 0 }) / Double(rows.count)
        slope = ratio(centralProduct(inSample, outOfSample), centralProduct(inSample, inSample))
    }

    private static func validate(_ returns: [[Double]], _ groups: Int) throws(StatisticsError) {
        try requireRange(returns.count, "configurations", 2...Int.max)
        try requireRange(groups, "groups", 2...24)
        if groups % 2 != 0 {
            throw .outOfRange(parameter: "groups", value: Double(groups), allowed: "an even number from 2 to 24")
        }
        try requireCount(returns[0], "configuration 0", atLeast: groups)
        for (index, column) in returns.enumerated() {
            try requireFinite(column, "configuration \(index)")
            try requireSameCount(returns[0], "configuration 0", column, "configuration \(index)")
        }
        if returns.allSatisfy({ $0 == returns[0] }) { throw .alike(columns: "configurations") }
    }
}

/// Count, mean, squared deviations and range of a block, which merge without going back to the rows.
private struct BlockSummary {
    var count = 0.0
    var mean = 0.0
    var squares = 0.0
    var lowest = Double.infinity
    var highest = -Double.infinity

    init(_ rows: ArraySlice<Double>) {
        guard let lowest = rows.min(), let highest = rows.max() else { return }
        count = Double(rows.count)
        mean = rows.reduce(0, +) / count
        squares = rows.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.lowest = lowest
        self.highest = highest
    }

    func merged(with other: BlockSummary) -> BlockSummary {
        var merged = self
        merged.count += other.count
        let distance = other.mean - mean
        merged.mean += distance * other.count / merged.count
        merged.squares += other.squares + distance * distance * count * other.count / merged.count
        merged.lowest = min(lowest, other.lowest)
        merged.highest = max(highest, other.highest)
        return merged
    }

    /// Mean by sample deviation; 0 for fewer than two rows or rows that do not vary.
    var sharpe: Double {
        guard count > 1, highest > lowest, squares > 0 else { return 0 }
        return mean / (squares / (count - 1)).squareRoot()
    }
}
