import Foundation

/// How fast a spread returns to its mean: a regression of its change on its level (a discrete Ornstein–Uhlenbeck process).
public struct MeanReversion: Sendable, Hashable {
    /// The change of a period for a distance of one from the mean; negative when the series comes back.
    public let speed: Double
    /// The t statistic of the speed. Its critical values are those of Dickey and Fuller, not of Student.
    public let tValue: Double
    /// The level that the series returns to; `nil` if it does not.
    public let mean: Double?
    /// Periods until half of a distance is gone, -ln 2 / speed (Chan's definition); `nil` if it does not return.
    public let halfLife: Double?

    /// Fits a column of levels, oldest first.
    public init(_ series: [Double]) throws(StatisticsError) {
        try requireFinite(series, "series")
        try requireCount(series, "series", atLeast: 4)
        guard series.contains(where: { $0 != series[0] }) else { throw .constant(column: "series") }
        let changes = series.indices.dropFirst().map { series[$0] - series[$0 - 1] }
        let fit = try LinearRegression(response: changes, regressors: [Array(series.dropLast())])
        let speed = fit.coefficients[1]
        self.speed = speed
        tValue = fit.tValues[1]
        mean = speed < 0 ? defined(-fit.coefficients[0] / speed) : nil
        halfLife = speed < 0 ? defined(-log(2) / speed) : nil
    }
}
