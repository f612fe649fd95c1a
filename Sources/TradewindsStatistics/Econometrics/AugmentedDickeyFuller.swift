import Foundation

/// The augmented Dickey–Fuller test. Hypothesis: the series has a unit root (it wanders, and does not come back).
///
/// Equal to statsmodels' `adfuller`.
public struct AugmentedDickeyFuller: Sendable, Hashable {
    /// How many lagged differences enter. A maximum of `nil` is 12 × (rows / 100)^¼, rounded up.
    public enum Lags: Sendable, Hashable {
        /// This many.
        case fixed(Int)
        /// The number with the least Akaike criterion.
        case aic(maximum: Int? = nil)
        /// The number with the least Schwarz criterion.
        case bic(maximum: Int? = nil)
        /// The largest number whose last lag is significant at ten percent (two-sided).
        case significance(maximum: Int? = nil)
    }

    /// The t statistic of the lagged level; the more negative, the less likely is a unit root.
    public let statistic: Double
    /// MacKinnon's approximate p-value.
    public let pValue: Double
    /// The lagged differences used.
    public let lags: Int
    /// The rows used in the regression.
    public let observations: Int
    /// MacKinnon's critical values for that many rows.
    public let critical: CriticalValues

    /// Runs the test on a column of levels (prices, a spread), oldest first.
    /// - Throws: for a constant or too short column, or lags out of range.
    public init(
        _ series: [Double], trend: DeterministicTrend = .constant, lags: Lags = .aic()
    ) throws(StatisticsError) {
        try requireFinite(series, "series")
        try requireCount(series, "series", atLeast: 4)
        guard series.contains(where: { $0 != series[0] }) else { throw .constant(column: "series") }
        let differences = series.indices.dropFirst().map { series[$0] - series[$0 - 1] }
        let chosen = try Self.choose(lags, series, differences, trend)
        let (response, lagged) = Self.design(series, differences, chosen)
        let regressors = lagged + trend.columns(rows: response.count)
        let fit = try LeastSquares(regressors, response: response, what: "lagged differences")
        let freedom = Double(response.count - regressors.count)
        let variance = fit.residualSum(first: regressors.count) / freedom
        let statistic = fit.coefficients[0] / (variance * fit.inverseDiagonal[0]).squareRoot()
        guard statistic.isFinite, let pValue = trend.surface.pValue(statistic, series: 1),
            let critical = trend.surface.criticalValues(series: 1, observations: response.count)
        else { throw .singular(what: "lagged differences") }
        self.statistic = statistic
        self.pValue = pValue
        self.critical = critical
        self.lags = chosen
        observations = response.count
    }

    /// The differences to explain, and the level before them followed by the lagged differences.
    private static func design(
        _ series: [Double], _ differences: [Double], _ lags: Int
    ) -> (response: [Double], regressors: [[Double]]) {
        let rows = differences.count - lags
        let level = Array(series[lags..<(lags + rows)])
        let lagged = (0..<lags).map { lag in Array(differences[(lags - 1 - lag)..<(lags - 1 - lag + rows)]) }
        return (Array(differences[lags...]), [level] + lagged)
    }

    private static func choose(
        _ lags: Lags, _ series: [Double], _ differences: [Double], _ trend: DeterministicTrend
    ) throws(StatisticsError) -> Int {
        let ceiling = series.count / 2 - trend.width - 1
        guard ceiling >= 0 else {
            throw .tooShort(column: "series", count: series.count, needed: 2 * (trend.width + 1))
        }
        let usual = min(Int((12 * pow(Double(series.count) / 100, 0.25)).rounded(.up)), ceiling)
        switch lags {
        case .fixed(let count):
            try requireRange(count, "lags", 0...ceiling)
            return count
        case .aic(let maximum), .bic(let maximum), .significance(let maximum):
            let most = maximum ?? usual
            try requireRange(most, "maximum lags", 0...ceiling)
            return try best(lags, most, series, differences, trend)
        }
    }

    /// One decomposition with all lags gives the fit of every smaller number of lags on the same rows.
    private static func best(
        _ lags: Lags, _ most: Int, _ series: [Double], _ differences: [Double], _ trend: DeterministicTrend
    ) throws(StatisticsError) -> Int {
        let (response, lagged) = design(series, differences, most)
        let regressors = trend.columns(rows: response.count) + lagged
        let fit = try LeastSquares(regressors, response: response, what: "lagged differences")
        let base = trend.width + 1
        if case .significance = lags {
            let needed = 1.6448536269514722
            return (0...most).last { fit.lastT(first: base + $0) >= needed } ?? 0
        }
        let count = Double(response.count)
        let charge = if case .bic = lags { log(count) } else { 2.0 }
        var best = (criterion: Double.infinity, lags: 0)
        for candidate in 0...most {
            let width = base + candidate
            guard let likelihood = gaussianLogLikelihood(residualSum: fit.residualSum(first: width), count: count)
            else {
                throw .singular(what: "lagged differences")
            }
            let criterion = -2 * likelihood + charge * Double(width)
            if criterion < best.criterion { best = (criterion, candidate) }
        }
        return best.lags
    }
}
