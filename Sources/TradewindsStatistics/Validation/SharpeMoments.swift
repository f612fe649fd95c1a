import Foundation

/// The Sharpe ratio of one period with the moments that decide how far it can be trusted.
public struct SharpeMoments: Sendable, Hashable, Codable {
    /// The divisor of the deviation: the sources differ.
    public enum Deviation: Sendable, Hashable {
        /// By the count, as Bailey and López de Prado's programs and purgedcv do.
        case population
        /// By the count less one, as quantstats does.
        case sample
    }

    /// Mean by deviation, of one period (not annualized).
    public let sharpe: Double
    /// Skewness, adjusted for the sample's size.
    public let skew: Double
    /// Kurtosis, adjusted for the sample's size; 3 for a normal distribution.
    public let kurtosis: Double
    /// Observations.
    public let count: Int

    /// The moments of a column of excess returns; `nil` for fewer than four, or returns that do not vary.
    public init?(_ excess: [Double], deviation: Deviation = .population) {
        let spread = excess.deviation(ddof: deviation == .sample ? 1 : 0)
        guard let sharpe = ratio(excess.mean, spread), let skew = excess.skewness, let kurtosis = excess.excessKurtosis
        else { return nil }
        self.init(sharpe: sharpe, skew: skew, kurtosis: kurtosis + 3, count: excess.count)
    }

    /// Moments known from elsewhere.
    public init(sharpe: Double, skew: Double, kurtosis: Double, count: Int) {
        self.sharpe = sharpe
        self.skew = skew
        self.kurtosis = kurtosis
        self.count = count
    }

    /// Mean by the sample's deviation, where ``sharpe`` has the population's.
    public var sampleSharpe: Double { sharpe * (Double(count - 1) / Double(count)).squareRoot() }

    /// The variance of the estimate times the observations; `nil` where the moments are too extreme for it.
    var spread: Double? {
        let value = 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe
        return value > 0 && value.isFinite ? value : nil
    }

    /// Probabilistic Sharpe ratio: the probability that the true Sharpe ratio (of one period) is above a benchmark.
    public func probability(above benchmark: Double) -> Double? {
        guard let spread, count > 1 else { return nil }
        let z = (sharpe - benchmark) * Double(count - 1).squareRoot() / spread.squareRoot()
        return defined(NormalDistribution.cumulative(z))
    }

    /// The observations needed until the Sharpe ratio is above a target with a confidence of `1 - alpha`.
    ///
    /// `nil` if the observed ratio is not above the target: no length is enough.
    public func minimumTrackRecord(target: Double, alpha: Double) -> Double? {
        guard alpha > 0, alpha < 1, sharpe > target, let spread else { return nil }
        let z = NormalDistribution.quantile(1 - alpha)
        guard z > 0 else { return 2 }
        let root = z * spread.squareRoot() / (sharpe - target)
        return defined((root * root).rounded(.up) + 1)
    }
}
