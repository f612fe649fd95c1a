import Foundation

/// Growth, risk and their ratios, from a column of periodic returns.
public struct ReturnStatistics: Sendable, Hashable {
    /// The number of periods.
    public let periods: Int
    /// Growth over the whole column, as a fraction.
    public let cumulativeReturn: Double?
    /// Compound annual growth rate (empyrical's annual return); `nil` after a total loss and worse.
    public let cagr: Double?
    /// Arithmetic mean of a period's return.
    public let meanReturn: Double?
    /// Geometric mean of a period's return (quantstats' expected return).
    public let geometricMean: Double?
    /// Standard deviation (sample) over a year.
    public let annualVolatility: Double?
    /// Root of the mean squared shortfall below the required return, over a year.
    public let downsideRisk: Double?
    /// Annualized Sharpe ratio.
    public let sharpe: Double?
    /// Annualized Sharpe ratio, its volatility raised for autocorrelation (quantstats' smart Sharpe).
    public let smartSharpe: Double?
    /// Annualized Sortino ratio.
    public let sortino: Double?
    /// Annualized Sortino ratio with the same correction for autocorrelation.
    public let smartSortino: Double?
    /// Sortino divided by the square root of two, so that it compares with Sharpe.
    public let adjustedSortino: Double?
    /// CAGR by the depth of the deepest drawdown.
    public let calmar: Double?
    /// Gains above the required return by losses below it.
    public let omega: Double?
    /// The sum of returns by the sum of the losing ones.
    public let gainToPain: Double?
    /// The size of the sum of returns less a year's riskless return, by the depth of the deepest drawdown (quantstats).
    public let recoveryFactor: Double?
    /// How straight the logarithmic equity is: the R² of a line through it, 0…1 (empyrical, whose regression holds the
    /// correlation within -1…1).
    public let stability: Double?
    /// The probability that the true Sharpe ratio is above zero (quantstats' convention for the moments).
    public let probabilisticSharpe: Double?

    init(_ returns: [Double], _ convention: ReturnConvention, deepest: Double?) {
        periods = returns.count
        let growth = returns.compounded
        let yearRoot = convention.periodsPerYear.squareRoot()
        cumulativeReturn = returns.isEmpty ? nil : defined(growth - 1)
        cagr = returns.growthRate(convention)
        meanReturn = returns.mean
        geometricMean = returns.isEmpty || growth < 0 ? nil : defined(pow(growth, 1 / Double(returns.count)) - 1)
        annualVolatility = returns.deviation().map { $0 * yearRoot }

        let excess = returns.map { $0 - convention.riskFree }
        let penalty = autocorrelationPenalty(excess)
        sharpe = ratio(excess.mean, excess.deviation()).map { $0 * yearRoot }
        smartSharpe = ratio(sharpe, penalty)

        let required = convention.requiredReturn ?? convention.riskFree
        let shortfall = downsideDeviation(returns, below: required)
        let beyond = returns.mean.map { $0 - required }
        downsideRisk = shortfall.map { $0 * yearRoot }
        sortino = returns.count < 2 ? nil : ratio(beyond, shortfall).map { $0 * yearRoot }
        smartSortino = ratio(sortino, penalty)
        adjustedSortino = sortino.map { $0 / 2.0.squareRoot() }

        let depth = deepest.map(abs)
        calmar = ratio(cagr, depth)
        recoveryFactor = ratio(abs(returns.sum - convention.annualRiskFree), depth)
        omega = omegaRatio(returns, threshold: convention.riskFree + (convention.requiredReturn ?? 0))
        gainToPain = ratio(returns.sum, -returns.filter { $0 < 0 }.sum)
        stability = lineFit(returns)
        probabilisticSharpe = SharpeMoments(excess, deviation: .sample)?.probability(above: 0)
    }

    /// The statistics in the order and by the names of a printed table.
    public var named: [NamedStatistic] {
        [
            .init("periods", count: periods), .init("cumulative_return", cumulativeReturn), .init("cagr", cagr),
            .init("annual_volatility", annualVolatility), .init("sharpe_ratio", sharpe),
            .init("smart_sharpe", smartSharpe), .init("probabilistic_sharpe_ratio", probabilisticSharpe),
            .init("sortino_ratio", sortino), .init("smart_sortino", smartSortino),
            .init("adjusted_sortino", adjustedSortino), .init("calmar_ratio", calmar), .init("omega_ratio", omega),
            .init("gain_to_pain_ratio", gainToPain), .init("recovery_factor", recoveryFactor),
            .init("stability_of_timeseries", stability), .init("downside_risk", downsideRisk),
            .init("mean_return", meanReturn), .init("geometric_mean", geometricMean),
        ]
    }
}

extension [Double] {
    /// What they compound to in a year, as a fraction; `nil` after a total loss and worse.
    func growthRate(_ convention: ReturnConvention) -> Double? {
        let growth = compounded
        let years = Double(count) / convention.periodsPerYear
        return isEmpty || growth < 0 ? nil : defined(pow(growth, 1 / years) - 1)
    }
}

private func omegaRatio(_ returns: [Double], threshold: Double) -> Double? {
    guard returns.count > 1 else { return nil }
    let beyond = returns.map { $0 - threshold }
    return ratio(beyond.filter { $0 > 0 }.sum, -beyond.filter { $0 < 0 }.sum)
}

private func downsideDeviation(_ returns: [Double], below required: Double) -> Double? {
    returns.map { min($0 - required, 0) }.map { $0 * $0 }.mean?.squareRoot()
}

/// How much autocorrelation of the first order swells the deviation of a long holding; at least 1.
private func autocorrelationPenalty(_ returns: [Double]) -> Double {
    guard returns.count > 2, let raw = correlation(Array(returns.dropLast()), Array(returns.dropFirst())) else {
        return 1
    }
    let coefficient = abs(raw)
    let count = Double(returns.count)
    var total = 0.0
    var power = coefficient
    for lag in 1..<returns.count {
        let step = (count - Double(lag)) / count * power
        total += step
        power *= coefficient
        if power == 0 { break }
    }
    return (1 + 2 * total).squareRoot()
}

/// R² of a straight line through the logarithmic equity.
private func lineFit(_ returns: [Double]) -> Double? {
    guard returns.count > 1 else { return nil }
    var level = 0.0
    let path = returns.map { value in
        level += log1p(value)
        return level
    }
    guard path.allSatisfy(\.isFinite) else { return nil }
    return correlation(path.indices.map(Double.init), path).map { min($0 * $0, 1) }
}
