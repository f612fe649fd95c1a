import Foundation

/// The test of Kwiatkowski, Phillips, Schmidt and Shin. Hypothesis: the series is stationary about a level or a line.
///
/// Equal to statsmodels' `kpss`.
public struct KPSS: Sendable, Hashable {
    /// What the series is stationary about under the hypothesis.
    public enum About: Sendable, Hashable {
        /// A level (`c`).
        case level
        /// A straight line (`ct`).
        case line
    }

    /// How many autocovariances enter the long-run variance.
    public enum Lags: Sendable, Hashable {
        /// Chosen from the data (Hobijn, Franses and Ooms).
        case automatic
        /// 12 × (rows / 100)^¼, rounded up.
        case legacy
        /// This many.
        case fixed(Int)
    }

    /// The statistic; large values speak against stationarity.
    public let statistic: Double
    /// Interpolated in the published table, so never outside 0.01…0.10.
    public let pValue: Double
    /// Whether the true p-value lies beyond the table's end that `pValue` names.
    public let pValueIsBound: Bool
    /// The autocovariances used.
    public let lags: Int
    /// Critical values.
    public let critical: CriticalValues

    /// Runs the test on a column of levels, oldest first.
    public init(_ series: [Double], about: About = .level, lags: Lags = .automatic) throws(StatisticsError) {
        try requireFinite(series, "series")
        try requireCount(series, "series", atLeast: 4)
        guard series.contains(where: { $0 != series[0] }) else { throw .constant(column: "series") }
        let trend: DeterministicTrend = about == .level ? .constant : .linear
        let residuals = try LeastSquares.residuals(
            of: series, on: trend.columns(rows: series.count), what: "time")
        let chosen = try Self.choose(lags, residuals)
        var level = 0.0
        var squares = 0.0
        for value in residuals {
            level += value
            squares += level * level
        }
        let count = Double(series.count)
        guard let statistic = ratio(squares / count / count, Self.longRunVariance(residuals, chosen)) else {
            throw .constant(column: "series")
        }
        let table = about == .level ? [0.347, 0.463, 0.574, 0.739] : [0.119, 0.146, 0.176, 0.216]
        self.statistic = statistic
        self.lags = chosen
        pValue = interpolate(statistic, table, [0.10, 0.05, 0.025, 0.01])
        pValueIsBound = statistic <= table[0] || statistic >= table[3]
        critical = CriticalValues(onePercent: table[3], fivePercent: table[1], tenPercent: table[0])
    }

    private static func choose(_ lags: Lags, _ residuals: [Double]) throws(StatisticsError) -> Int {
        let count = residuals.count
        switch lags {
        case .fixed(let lags):
            try requireRange(lags, "lags", 0...(count - 1))
            return lags
        case .legacy:
            return min(Int((12 * pow(Double(count) / 100, 0.25)).rounded(.up)), count - 1)
        case .automatic:
            return min(automatic(residuals), count - 1)
        }
    }

    private static func automatic(_ residuals: [Double]) -> Int {
        let count = Double(residuals.count)
        var zeroth = lagProduct(residuals, 0) / count
        var first = 0.0
        for lag in stride(from: 1, through: Int(pow(count, 2.0 / 9)), by: 1) {
            let product = lagProduct(residuals, lag) / (count / 2)
            zeroth += product
            first += Double(lag) * product
        }
        guard let slope = ratio(first, zeroth) else { return 0 }
        let lags = 1.1447 * pow(slope * slope, 1.0 / 3) * pow(count, 1.0 / 3)
        return lags < count ? Int(lags) : residuals.count - 1
    }

    private static func longRunVariance(_ residuals: [Double], _ lags: Int) -> Double {
        var total = lagProduct(residuals, 0)
        for lag in stride(from: 1, through: lags, by: 1) {
            total += 2 * lagProduct(residuals, lag) * (1 - Double(lag) / Double(lags + 1))
        }
        return total / Double(residuals.count)
    }
}

/// The sum of the products of a column with itself, shifted.
func lagProduct(_ column: [Double], _ lag: Int) -> Double {
    var total = 0.0
    for index in lag..<max(column.count, lag) { total += column[index] * column[index - lag] }
    return total
}

/// Linear interpolation in a table that rises, constant beyond its ends.
func interpolate(_ x: Double, _ xs: [Double], _ ys: [Double]) -> Double {
    guard let above = xs.firstIndex(where: { $0 >= x }) else { return ys[ys.count - 1] }
    guard above > 0 else { return ys[0] }
    let share = (x - xs[above - 1]) / (xs[above] - xs[above - 1])
    return ys[above - 1] + share * (ys[above] - ys[above - 1])
}
