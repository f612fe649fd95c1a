import Foundation

/// The Sharpe ratio judged against the best that luck gives in as many trials (Bailey and López de Prado 2014).
public struct DeflatedSharpe: Sendable, Hashable {
    /// The probability that the true Sharpe ratio is above what luck would give; `nil` for too extreme moments.
    public let probability: Double?
    /// The Sharpe ratio of one period that the best of the trials has by luck.
    public let expectedMaximum: Double
    /// The moments of the chosen trial.
    public let moments: SharpeMoments

    /// Judges the chosen trial.
    /// - Parameters:
    ///   - moments: of the chosen trial, with the population's deviation to equal purgedcv.
    ///   - trials: independent trials that the choice was made from, see ``effectiveTrials(_:)``.
    ///   - variance: the variance of the trials' Sharpe ratios of one period.
    public init(_ moments: SharpeMoments, trials: Int, variance: Double) throws(StatisticsError) {
        try requireRange(trials, "trials", 1...Int.max)
        if !(variance >= 0 && variance.isFinite) {
            throw .outOfRange(parameter: "variance", value: variance, allowed: "0 or more")
        }
        self.moments = moments
        expectedMaximum = variance.squareRoot() * Self.expectedMaximum(trials: trials)
        probability = moments.probability(above: expectedMaximum)
    }

    /// The expected largest of as many standard normal draws (approximately).
    public static func expectedMaximum(trials: Int) -> Double {
        guard trials > 1 else { return 0 }
        let euler = 0.5772156649015329
        let count = Double(trials)
        return (1 - euler) * NormalDistribution.quantile(1 - 1 / count)
            + euler * NormalDistribution.quantile(1 - 1 / (count * M_E))
    }

    /// The years that a backtest needs so that the best of the trials does not reach an annual Sharpe ratio by luck.
    public static func minimumBacktestYears(trials: Int, target: Double = 1) throws(StatisticsError) -> Double {
        try requireRange(trials, "trials", 1...Int.max)
        if !(target > 0 && target.isFinite) {
            throw .outOfRange(parameter: "target", value: target, allowed: "above 0")
        }
        let root = expectedMaximum(trials: trials) / target
        return root * root
    }

    /// The number of independent trials among neighbouring ones, from the autocorrelation of their Sharpe ratios in order.
    public static func effectiveTrials(_ sharpes: [Double]) throws(StatisticsError) -> Int {
        try requireFinite(sharpes, "sharpes")
        try requireCount(sharpes, "sharpes", atLeast: 1)
        guard sharpes.count > 2, let mean = sharpes.mean else { return sharpes.count }
        let deviations = sharpes.map { $0 - mean }
        let whole = lagProduct(deviations, 0)
        guard whole > 0 else { return 1 }
        var memory = 1.0
        for lag in 1..<sharpes.count {
            let correlation = lagProduct(deviations, lag) / whole
            if correlation <= 0 { break }
            memory += 2 * correlation
        }
        let effective = (Double(sharpes.count) / memory).rounded(.toNearestOrEven)
        return max(1, min(sharpes.count, Int(effective)))
    }
}
