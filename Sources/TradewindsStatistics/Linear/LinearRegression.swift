import Foundation

/// Ordinary least squares of a response on one or more regressors (statsmodels' `OLS`).
public struct LinearRegression: Sendable, Hashable {
    /// The intercept first if there is one, then the regressors in their order.
    public let coefficients: [Double]
    /// Standard errors of the coefficients, for errors of equal variance.
    public let standardErrors: [Double]
    /// Coefficient by standard error; infinite for a perfect fit.
    public let tValues: [Double]
    /// The probability of a coefficient at least as far from zero if it were zero.
    public let pValues: [Double]
    /// Response less fit.
    public let residuals: [Double]
    /// The share of the response's variation explained; about the mean if there is an intercept, else about zero.
    public let rSquared: Double?
    /// The same, charged for the number of regressors.
    public let adjustedRSquared: Double?
    /// The joint test that all coefficients but the intercept are zero.
    public let fStatistic: Double?
    /// Its p-value.
    public let fPValue: Double?
    /// Gaussian log likelihood at the estimate.
    public let logLikelihood: Double?
    /// Akaike's criterion.
    public let aic: Double?
    /// Schwarz' criterion.
    public let bic: Double?
    /// Durbin and Watson's statistic of the residuals: about 2 without autocorrelation.
    public let durbinWatson: Double?

    /// Fits. Cost grows with rows × regressors².
    /// - Throws: for columns of different lengths, too few rows, or dependent columns.
    public init(response: [Double], regressors: [[Double]], intercept: Bool = true) throws(StatisticsError) {
        try requireFinite(response, "response")
        for (index, column) in regressors.enumerated() {
            try requireFinite(column, "regressor \(index)")
            try requireSameCount(response, "response", column, "regressor \(index)")
        }
        let design = intercept ? [[Double](repeating: 1, count: response.count)] + regressors : regressors
        guard !design.isEmpty else { throw .outOfRange(parameter: "regressors", value: 0, allowed: "at least one") }
        let fit = try LeastSquares(design, response: response, what: "regressors")
        let count = Double(response.count)
        let width = Double(design.count)
        let coefficients = fit.coefficients
        let residuals = LeastSquares.subtract(design, coefficients, from: response)
        let rest = residuals.reduce(0) { $0 + $1 * $1 }
        let errors = fit.inverseDiagonal.map { ($0 * rest / (count - width)).squareRoot() }
        let center = intercept ? response.sum / count : 0
        let total = response.centralSum(power: 2, about: center)
        let explaining = intercept ? width - 1 : width

        self.coefficients = coefficients
        self.residuals = residuals
        standardErrors = errors
        tValues = zip(coefficients, errors).map { $0 / $1 }
        pValues = tValues.map { SpecialFunctions.studentTwoSided($0, freedom: count - width) }
        rSquared = ratio(rest, total).map { 1 - $0 }
        adjustedRSquared = ratio(rest, total).map { 1 - $0 * (count - (intercept ? 1 : 0)) / (count - width) }
        fStatistic = explaining > 0 ? ratio((total - rest) / explaining, rest / (count - width)) : nil
        fPValue = fStatistic.map { SpecialFunctions.fisherUpper($0, explaining, count - width) }
        let likelihood = gaussianLogLikelihood(residualSum: rest, count: count)
        logLikelihood = likelihood
        aic = likelihood.map { -2 * $0 + 2 * width }
        bic = likelihood.map { -2 * $0 + log(count) * width }
        let steps = residuals.indices.dropFirst().map { residuals[$0] - residuals[$0 - 1] }
        durbinWatson = ratio(steps.reduce(0) { $0 + $1 * $1 }, rest)
    }
}

/// The log likelihood of normal errors at their best variance; `nil` for a perfect fit.
func gaussianLogLikelihood(residualSum: Double, count: Double) -> Double? {
    defined(-count / 2 * (log(2 * Double.pi) + log(residualSum / count) + 1))
}
