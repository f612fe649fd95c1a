import Foundation

/// The functions behind the p-values of regressions.
enum SpecialFunctions {
    /// The logarithm of the gamma function for a positive argument: Stirling's series after shifting above 10.
    static func logGamma(_ argument: Double) -> Double {
        var x = argument
        var shift = 0.0
        while x < 10 {
            shift -= log(x)
            x += 1
        }
        let inverse = 1 / x
        let square = inverse * inverse
        let series =
            inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))))
        return shift + (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series
    }

    /// The regularized incomplete beta function, by its continued fraction (Lentz).
    static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)) / a
        return front * betaFraction(x, a, b)
    }

    private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var result = d
        for step in 1...1_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            var factor = 1.0
            for term in [even, odd] {
                d = 1 + term * d
                d = 1 / (abs(d) < tiny ? tiny : d)
                c = 1 + term / c
                if abs(c) < tiny { c = tiny }
                factor = c * d
                result *= factor
            }
            if abs(factor - 1) < 1e-16 { break }
        }
        return result
    }

    /// The probability of a t statistic at least as large in size.
    static func studentTwoSided(_ t: Double, freedom: Double) -> Double {
        incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
    }

    /// The probability of an F statistic at least as large.
    static func fisherUpper(_ f: Double, _ numerator: Double, _ denominator: Double) -> Double {
        incompleteBeta(denominator / (denominator + numerator * f), denominator / 2, numerator / 2)
    }
}
