import Foundation

/// The standard normal distribution.
enum NormalDistribution {
    /// Probability of a value at most `x`.
    static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

    /// Height of the bell at `x`.
    static func density(_ x: Double) -> Double { exp(-0.5 * x * x) / (2 * Double.pi).squareRoot() }

    /// The value below which the probability lies; infinite at 0 and 1.
    ///
    /// A rational start after P. J. Acklam, then Halley's steps on `erfc` to the last digits. The upper half is mirrored
    /// so that no digits are lost near 1.
    static func quantile(_ probability: Double) -> Double {
        guard probability > 0 else { return -.infinity }
        guard probability < 1 else { return .infinity }
        if probability > 0.5 { return -quantile(1 - probability) }
        var x = start(probability)
        for _ in 0..<3 {
            let error = (cumulative(x) - probability) / density(x)
            guard error.isFinite else { break }
            x -= error / (1 + x * error / 2)
        }
        return x
    }

    private static func start(_ probability: Double) -> Double {
        if probability < 0.02425 {
            let q = (-2 * log(probability)).squareRoot()
            return polynomial(tailTop, q) / (polynomial(tailBottom, q) * q + 1)
        }
        let q = probability - 0.5
        let r = q * q
        return polynomial(middleTop, r) * q / (polynomial(middleBottom, r) * r + 1)
    }

    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }

    private static let middleTop = [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
        -3.066479806614716e+01, 2.506628277459239e+00,
    ]
    private static let middleBottom = [
        -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
        -1.328068155288572e+01,
    ]
    private static let tailTop = [
        -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
        4.374664141464968e+00, 2.938163982698783e+00,
    ]
    private static let tailBottom = [
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00,
    ]
}
