import Foundation

/// A column of returns against that of a benchmark for the same periods.
public struct BenchmarkStatistics: Sendable, Hashable {
    /// Annual return that the benchmark does not explain, compounded (empyrical's alpha).
    public let alpha: Double?
    /// Annual return that the benchmark does not explain, as a simple multiple of a period's (Jensen; quantstats' alpha).
    public let simpleAlpha: Double?
    /// Covariance with the benchmark by its variance.
    public let beta: Double?
    /// Beta over the periods in which the benchmark rose.
    public let upBeta: Double?
    /// Beta over the periods in which the benchmark fell.
    public let downBeta: Double?
    /// Pearson's correlation.
    public let correlation: Double?
    /// Correlation squared.
    public let rSquared: Double?
    /// Annual return beyond the benchmark's annual return.
    public let activeReturn: Double?
    /// Sample deviation of the returns beyond the benchmark, over a year.
    public let trackingError: Double?
    /// Mean return beyond the benchmark by its deviation, of one period (quantstats' and empyrical's definition).
    public let informationRatio: Double?
    /// The information ratio over a year.
    public let annualInformationRatio: Double?
    /// Cumulative return less a year's riskless one, by beta (quantstats' Treynor ratio).
    public let treynor: Double?
    /// Annual return by the benchmark's.
    public let capture: Double?
    /// Annual return by the benchmark's, over the periods in which it rose.
    public let upCapture: Double?
    /// Annual return by the benchmark's, over the periods in which it fell.
    public let downCapture: Double?
    /// Up capture by down capture.
    public let upDownCapture: Double?
    /// The share of periods with a return above the benchmark's.
    public let battingAverage: Double?
    /// Sensitivity to the size of the benchmark's moves (Taleb's heuristic as in empyrical).
    public let betaFragility: Double?

    /// Computes the statistics.
    /// - Throws: for columns of different lengths or a value that is not finite.
    public init(
        returns: [Double], benchmark: [Double], convention: ReturnConvention = ReturnConvention()
    ) throws(StatisticsError) {
        let convention = try convention.validated()
        try requireSameCount(returns, "returns", benchmark, "benchmark")
        try requireFinite(returns, "returns")
        try requireFinite(benchmark, "benchmark")
        let periods = convention.periodsPerYear
        let pair = ReturnPair(returns, benchmark)
        let up = pair.filtered { $0 > 0 }
        let down = pair.filtered { $0 < 0 }
        beta = pair.beta
        upBeta = up.beta
        downBeta = down.beta
        let unexplained = pair.unexplained(riskFree: convention.riskFree)
        alpha = unexplained.flatMap { defined(pow(1 + $0, periods) - 1) }
        simpleAlpha = unexplained.map { $0 * periods }
        correlation = pair.correlation
        rSquared = correlation.map { $0 * $0 }

        let active = returns.indices.map { returns[$0] - benchmark[$0] }
        trackingError = active.deviation().map { $0 * periods.squareRoot() }
        informationRatio = ratio(active.mean, active.deviation())
        annualInformationRatio = informationRatio.map { $0 * periods.squareRoot() }
        treynor = ratio(returns.compounded - 1 - convention.annualRiskFree, beta)
        activeReturn = pair.annual(periods).flatMap { own, reference in defined(own - reference) }
        capture = pair.capture(periods)
        upCapture = up.capture(periods)
        downCapture = down.capture(periods)
        upDownCapture = ratio(upCapture, downCapture)
        battingAverage = ratio(Double(active.count { $0 > 0 }), Double(active.count))
        betaFragility = pair.fragility
    }

    /// The statistics in the order and by the names of a printed table.
    public var named: [NamedStatistic] {
        [
            .init("alpha", alpha), .init("simple_alpha", simpleAlpha), .init("beta", beta), .init("up_beta", upBeta),
            .init("down_beta", downBeta), .init("correlation", correlation), .init("r_squared", rSquared),
            .init("active_return", activeReturn), .init("tracking_error", trackingError),
            .init("information_ratio", informationRatio),
            .init("annual_information_ratio", annualInformationRatio), .init("treynor_ratio", treynor),
            .init("capture", capture), .init("up_capture", upCapture), .init("down_capture", downCapture),
            .init("up_down_capture", upDownCapture), .init("batting_average", battingAverage),
            .init("beta_fragility_heuristic", betaFragility),
        ]
    }
}
