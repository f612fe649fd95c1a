/// What a statistic would have been on other draws of the same market.
public struct BootstrapDistribution: Sendable, Hashable {
    /// The statistic of the column itself.
    public let estimate: Double
    /// The statistic of each replicate, in the order of replicates.
    public let replicates: [Double]

    /// Computes a statistic on every replicate.
    /// - Parameters:
    ///   - column: returns, oldest first.
    ///   - resampling: which rows each replicate takes.
    ///   - workers: threads to use; the result is the same for any number.
    ///   - statistic: of a column of as many rows.
    /// - Throws: for columns or replicates that do not fit, or a statistic that is not finite somewhere.
    public init(
        _ column: [Double], resampling: Resampling, workers: Int = 1, statistic: @Sendable ([Double]) -> Double
    ) throws(StatisticsError) {
        try requireFinite(column, "column")
        try resampling.validated(rows: column.count)
        estimate = statistic(column)
        replicates = concurrentMap(resampling.replicates, workers: workers) { replicate in
            statistic(resampling.indices(rows: column.count, replicate: replicate).map { column[$0] })
        }
        try requireFinite(replicates + [estimate], "statistic of the replicates")
    }

    /// The deviation of the replicates about their mean: the standard error of the statistic.
    public var standardError: Double { replicates.deviation(ddof: 0) ?? 0 }

    /// The interval that holds the middle share of the replicates (percentile method).
    public func percentileInterval(_ confidence: Double = 0.95) -> ClosedRange<Double> {
        let (low, high) = bounds(confidence)
        return low...high
    }

    /// The percentile interval, mirrored about the estimate (basic method).
    public func basicInterval(_ confidence: Double = 0.95) -> ClosedRange<Double> {
        let (low, high) = bounds(confidence)
        return (2 * estimate - high)...(2 * estimate - low)
    }

    private func bounds(_ confidence: Double) -> (Double, Double) {
        let tail = (1 - min(max(confidence, 0), 1)) / 2
        let sorted = replicates.sorted()
        return (sorted.sortedQuantile(tail) ?? estimate, sorted.sortedQuantile(1 - tail) ?? estimate)
    }
}
