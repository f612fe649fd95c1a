/// Engle and Granger's test. Hypothesis: no combination of the series is stationary (they are not cointegrated).
///
/// Equal to statsmodels' `coint`.
public struct EngleGranger: Sendable, Hashable {
    /// The Dickey–Fuller statistic of the residuals; the more negative, the more likely is cointegration.
    public let statistic: Double
    /// MacKinnon's approximate p-value; `nil` for more than six series.
    public let pValue: Double?
    /// MacKinnon's critical values; `nil` without a trend, for which none are published, and for more than twelve series.
    public let critical: CriticalValues?
    /// How many units of each other series hedge one unit of the first.
    public let hedgeRatios: [Double]
    /// The first series less its hedge and trend: the spread.
    public let residuals: [Double]
    /// The lagged differences used on the residuals.
    public let lags: Int

    /// Regresses the first series on the others and tests the residuals.
    ///
    /// The result depends on which series comes first; take the more negative statistic of both orders, or Johansen's test.
    /// - Throws: for columns of different lengths, too few rows, or series that are (almost) multiples of each other, for
    ///   which the test means nothing.
    public init(
        _ first: [Double], _ others: [[Double]], trend: DeterministicTrend = .constant,
        lags: AugmentedDickeyFuller.Lags = .aic()
    ) throws(StatisticsError) {
        guard !others.isEmpty else { throw .outOfRange(parameter: "other series", value: 0, allowed: "at least one") }
        try requireFinite(first, "series 0")
        for (index, other) in others.enumerated() {
            try requireFinite(other, "series \(index + 1)")
            try requireSameCount(first, "series 0", other, "series \(index + 1)")
        }
        for (index, column) in ([first] + others).enumerated() where column.allSatisfy({ $0 == column[0] }) {
            throw .constant(column: "series \(index)")
        }
        let regressors = others + trend.columns(rows: first.count)
        let fit = try LeastSquares(regressors, response: first, what: "series")
        let coefficients = fit.coefficients
        residuals = LeastSquares.subtract(regressors, coefficients, from: first)
        hedgeRatios = Array(coefficients.prefix(others.count))
        let center = trend == .none ? 0 : first.sum / Double(first.count)
        let unexplained = ratio(lagProduct(residuals, 0), first.centralSum(power: 2, about: center))
        guard let unexplained, unexplained > Self.collinear else { throw .singular(what: "series") }
        let test = try AugmentedDickeyFuller(residuals, trend: .none, lags: lags)
        statistic = test.statistic
        self.lags = test.lags
        pValue = trend.surface.pValue(test.statistic, series: others.count + 1)
        critical =
            trend == .none
            ? nil : trend.surface.criticalValues(series: others.count + 1, observations: first.count - 1)
    }

    /// The unexplained share below which the series count as one: a hundred roots of the precision of `Double`.
    private static let collinear = 100 * Double.ulpOfOne.squareRoot()
}
