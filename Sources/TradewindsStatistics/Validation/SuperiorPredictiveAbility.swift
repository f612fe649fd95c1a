import Foundation

/// Hansen's test of superior predictive ability, with White's reality check as its upper bound. Hypothesis: none of the
/// models is better than the benchmark; the best one only was the luckiest.
///
/// Unstudentized it equals arch's `SPA`.
public struct SuperiorPredictiveAbility: Sendable, Hashable {
    /// Whether each model's mean is divided by its standard error, as Hansen advises when volatilities differ.
    public enum Scale: Sendable, Hashable {
        /// Means are compared as they are (White; arch).
        case means
        /// Means are divided by their standard errors (Hansen).
        case studentized
    }

    /// p-values under three beliefs about the models that did worse than the benchmark.
    public struct PValues: Sendable, Hashable {
        /// They are as bad as they look; a bound from below.
        public let lower: Double
        /// They are ignored when clearly bad; Hansen's advice.
        public let consistent: Double
        /// They are all as good as the benchmark; White's reality check, a bound from above.
        public let upper: Double
    }

    /// Hansen's p-values.
    public let pValues: PValues
    /// The mean advantage of each model over the benchmark, of one period.
    public let advantages: [Double]
    /// The largest advantage of each replicate, recentered by Hansen's rule.
    public let largest: [Double]
    /// The advantages in the scale of `largest`.
    public let scaled: [Double]

    /// White's reality check.
    public var realityCheck: Double { pValues.upper }

    /// Runs the test.
    /// - Parameters:
    ///   - differences: for each model its return less the benchmark's in each period (or the benchmark's loss less the
    ///     model's); columns of one length.
    ///   - block: the mean block for the standard errors; take the one of the resampling. At least 1.
    ///   - resampling: the rows of the replicates.
    ///   - scale: see ``Scale``.
    ///   - workers: threads to use; the result is the same for any number.
    public init(
        differences: [[Double]], block: Double, resampling: Resampling, scale: Scale = .means, workers: Int = 1
    ) throws(StatisticsError) {
        guard let rows = differences.first?.count else {
            throw .outOfRange(parameter: "models", value: 0, allowed: "at least one")
        }
        try requireCount(differences[0], "model 0", atLeast: 3)
        for (index, column) in differences.enumerated() {
            try requireFinite(column, "model \(index)")
            try requireSameCount(differences[0], "model 0", column, "model \(index)")
        }
        if !(block >= 1) { throw .outOfRange(parameter: "block", value: block, allowed: "1 or more rows") }
        try resampling.validated(rows: rows)

        let means = differences.map { $0.sum / Double(rows) }
        let variances = differences.map { longRunVariance($0, block: block) }
        let doubt = 2 * log(log(Double(rows))) / Double(rows)
        let kept = means.indices.map { means[$0] >= -(variances[$0] * doubt).squareRoot() }
        let centers = [
            means.map { max($0, 0) }, means.indices.map { kept[$0] ? means[$0] : 0 }, means,
        ]
        let scales = try Self.scales(scale, variances)
        let best = concurrentMap(resampling.replicates, workers: workers) { replicate in
            let chosen = resampling.indices(rows: rows, replicate: replicate)
            var most = [-Double.infinity, -Double.infinity, -Double.infinity]
            for (model, column) in differences.enumerated() {
                let mean = chosen.reduce(0) { $0 + column[$1] } / Double(chosen.count)
                for belief in most.indices {
                    most[belief] = max(most[belief], (mean - centers[belief][model]) / scales[model])
                }
            }
            return most
        }
        let scaled = means.indices.map { means[$0] / scales[$0] }
        let observed = scaled.max() ?? 0
        func share(_ belief: Int) -> Double { Double(best.count { $0[belief] > observed }) / Double(best.count) }
        pValues = PValues(lower: share(0), consistent: share(1), upper: share(2))
        advantages = means
        largest = best.map { $0[1] }
        self.scaled = scaled
    }

    private static func scales(_ scale: Scale, _ variances: [Double]) throws(StatisticsError) -> [Double] {
        guard scale == .studentized else { return variances.map { _ in 1 } }
        if let model = variances.firstIndex(where: { !($0 > 0) }) { throw .constant(column: "model \(model)") }
        return variances.map { $0.squareRoot() }
    }

    /// The models whose advantage is significant at a level when all are judged together.
    public func betterModels(level: Double = 0.05) -> [Int] {
        guard let bar = largest.quantile(1 - min(max(level, 0), 1)) else { return [] }
        return scaled.indices.filter { scaled[$0] > bar }
    }
}

/// The variance of a mean times the rows, with the weights of a stationary bootstrap; cost grows with rows².
private func longRunVariance(_ column: [Double], block: Double) -> Double {
    guard let mean = column.mean else { return 0 }
    let deviations = column.map { $0 - mean }
    let count = Double(column.count)
    let stay = 1 - 1 / block
    var total = lagProduct(deviations, 0) / count
    for lag in 1..<column.count {
        let share = Double(lag) / count
        let weight = (1 - share) * pow(stay, Double(lag)) + share * pow(stay, count - Double(lag))
        if weight == 0 { continue }
        total += 2 * weight * lagProduct(deviations, lag) / count
    }
    return max(total, 0)
}
