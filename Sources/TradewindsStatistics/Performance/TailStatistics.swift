/// The shape of the distribution of returns, and what its tails cost.
public struct TailStatistics: Sendable, Hashable {
    /// Skewness, adjusted for the sample's size.
    public let skew: Double?
    /// Excess kurtosis, adjusted for the sample's size; 0 for a normal distribution.
    public let kurtosis: Double?
    /// The 95th percentile by the 5th, in size.
    public let tailRatio: Double?
    /// The return that the tail's share of periods falls below: a quantile of history (a loss is negative).
    public let valueAtRisk: Double?
    /// The mean return of the tail's share of periods (empyrical's expected shortfall).
    public let conditionalValueAtRisk: Double?
    /// Value at risk of a normal distribution with the same mean and deviation.
    public let parametricValueAtRisk: Double?
    /// Expected shortfall of a normal distribution with the same mean and deviation.
    public let parametricConditionalValueAtRisk: Double?
    /// The best period.
    public let best: Double?
    /// The worst period.
    public let worst: Double?
    /// The 99th percentile by the mean of the periods that did not lose.
    public let outlierWinRatio: Double?
    /// The first percentile by the mean of the losing periods.
    public let outlierLossRatio: Double?

    init(_ returns: [Double], _ convention: ReturnConvention) {
        let sorted = returns.sorted()
        let alpha = convention.tailProbability
        skew = returns.skewness
        kurtosis = returns.excessKurtosis
        tailRatio = ratio(sorted.sortedQuantile(0.95).map(abs), sorted.sortedQuantile(0.05).map(abs))
        valueAtRisk = sorted.sortedQuantile(alpha)
        let tailCount = Int(Double(sorted.count - 1) * alpha) + 1
        conditionalValueAtRisk = sorted.isEmpty ? nil : Array(sorted.prefix(tailCount)).mean
        let quantile = NormalDistribution.quantile(alpha)
        if let mean = returns.mean, let deviation = returns.deviation() {
            parametricValueAtRisk = mean + deviation * quantile
            parametricConditionalValueAtRisk = mean - deviation * NormalDistribution.density(quantile) / alpha
        } else {
            parametricValueAtRisk = nil
            parametricConditionalValueAtRisk = nil
        }
        best = sorted.last
        worst = sorted.first
        outlierWinRatio = ratio(sorted.sortedQuantile(0.99), returns.filter { $0 >= 0 }.mean)
        outlierLossRatio = ratio(sorted.sortedQuantile(0.01), returns.filter { $0 < 0 }.mean)
    }

    /// The statistics in the order and by the names of a printed table.
    public var named: [NamedStatistic] {
        [
            .init("skew", skew), .init("kurtosis", kurtosis), .init("tail_ratio", tailRatio),
            .init("value_at_risk", valueAtRisk), .init("conditional_value_at_risk", conditionalValueAtRisk),
            .init("parametric_value_at_risk", parametricValueAtRisk),
            .init("parametric_conditional_value_at_risk", parametricConditionalValueAtRisk), .init("best", best),
            .init("worst", worst), .init("outlier_win_ratio", outlierWinRatio),
            .init("outlier_loss_ratio", outlierLossRatio),
        ]
    }
}
