/// Statistics over a window that moves along a column: one value a period, `nil` until the window is full.
public enum RollingStatistics {
    /// Annualized Sharpe ratio of the last `window` periods.
    public static func sharpe(
        _ returns: [Double], window: Int, convention: ReturnConvention = ReturnConvention()
    ) throws(StatisticsError) -> [Double?] {
        let convention = try convention.validated()
        return try roll(returns, window) { slice in
            let excess = slice.map { $0 - convention.riskFree }
            return ratio(excess.mean, excess.deviation()).map { $0 * convention.periodsPerYear.squareRoot() }
        }
    }

    /// Annualized volatility of the last `window` periods.
    public static func volatility(
        _ returns: [Double], window: Int, convention: ReturnConvention = ReturnConvention()
    ) throws(StatisticsError) -> [Double?] {
        let yearRoot = try convention.validated().periodsPerYear.squareRoot()
        return try roll(returns, window) { $0.deviation().map { $0 * yearRoot } }
    }

    private static func roll(
        _ column: [Double], _ window: Int, _ statistic: ([Double]) -> Double?
    ) throws(StatisticsError) -> [Double?] {
        try requireFinite(column, "returns")
        try requireRange(window, "window", 2...Int.max)
        return column.indices.map { index in
            index + 1 < window ? nil : statistic(Array(column[(index + 1 - window)...index]))
        }
    }
}
