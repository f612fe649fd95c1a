/// How deep and how long the equity was under water.
public struct DrawdownStatistics: Sendable, Hashable {
    /// All drawdowns, oldest first.
    public let table: [Drawdown]
    /// The deepest fall, negative; 0 for an equity that never fell, `nil` for an empty column.
    public let deepest: Double?
    /// The mean depth of the drawdowns, negative.
    public let averageDepth: Double?
    /// Periods of the longest drawdown.
    public let longest: Int
    /// The mean length of the drawdowns in periods.
    public let averageLength: Double?
    /// The fall at the last period, 0 at a peak.
    public let current: Double?
    /// The share of periods below the peak.
    public let timeUnderWater: Double?
    /// Root of the summed squared falls by one less than the number of periods (quantstats' ulcer index).
    public let ulcerIndex: Double?
    /// Cumulative return less a year's riskless one, by ulcer index.
    public let ulcerPerformance: Double?
    /// The sum of returns less a year's riskless one, by ulcer index times pitfall, the expected shortfall of the falls in deviations.
    public let serenity: Double?

    init(_ returns: [Double], annualRiskFree: Double = 0) {
        let series = Drawdown.series(of: returns)
        table = Drawdown.all(inSeries: series)
        deepest = series.min()
        averageDepth = table.map(\.depth).mean
        longest = table.map(\.length).max() ?? 0
        averageLength = table.map { Double($0.length) }.mean
        current = series.last
        timeUnderWater = ratio(Double(table.map(\.length).reduce(0, +)), Double(series.count))
        let squares = series.map { $0 * $0 }.sum
        ulcerIndex = series.count > 1 ? defined((squares / Double(series.count - 1)).squareRoot()) : nil
        ulcerPerformance = ratio(returns.compounded - 1 - annualRiskFree, ulcerIndex)
        serenity = serenityIndex(
            returns.sum - annualRiskFree, of: returns, falls: series, ulcer: ulcerIndex)
    }

    /// The statistics in the order and by the names of a printed table.
    public var named: [NamedStatistic] {
        [
            .init("max_drawdown", deepest), .init("avg_drawdown", averageDepth),
            .init("max_drawdown_periods", count: longest), .init("avg_drawdown_periods", averageLength),
            .init("drawdown_count", count: table.count), .init("current_drawdown", current),
            .init("time_under_water", timeUnderWater), .init("ulcer_index", ulcerIndex),
            .init("ulcer_performance_index", ulcerPerformance), .init("serenity_index", serenity),
        ]
    }
}

private func serenityIndex(_ sum: Double, of returns: [Double], falls: [Double], ulcer: Double?) -> Double? {
    let tail = 0.05
    guard let ulcer, let mean = falls.mean, let spread = falls.deviation() else { return nil }
    let shortfall = mean - spread * NormalDistribution.density(NormalDistribution.quantile(tail)) / tail
    guard let pitfall = ratio(-shortfall, returns.deviation()) else { return nil }
    return ratio(sum, ulcer * pitfall)
}
