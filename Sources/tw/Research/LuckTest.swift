import ArgumentParser
import Foundation
import TradewindsStatistics

/// A question whether returns are luck, by the name of the command line.
enum LuckTest: String, CaseIterable {
    case sharpe, bootstrap, spa, overfitting, permutation

    /// How replicates are drawn.
    struct Draws {
        var samples: Int
        var seed: UInt64
        /// The mean block; what the memory of the first column asks for without.
        var block: Double?
        var periodsPerYear: Double

        func resampling(of column: [Double]) throws -> (Resampling, block: Double) {
            let block = try max(1, block ?? BlockLength(column).stationary)
            return (.seeded(.stationary(meanBlock: block), replicates: samples, seed: seed), block)
        }
    }

    /// What it is given, for messages.
    private var needs: String {
        switch self {
        case .sharpe: "one file of returns, or all that were tried"
        case .bootstrap: "one file"
        case .spa: "the benchmark's file and one or more of models"
        case .overfitting: "two files or more: everything that was tried"
        case .permutation: "a file of signals and one of returns"
        }
    }

    func results(of inputs: [StatsInput], _ draws: Draws) throws -> [NamedStatistic] {
        let allowed =
            switch self {
            case .sharpe: 1...Int.max
            case .bootstrap: 1...1
            case .spa, .overfitting: 2...Int.max
            case .permutation: 2...2
            }
        guard allowed.contains(inputs.count) else { throw ValidationError("\(rawValue) takes \(needs)") }
        let workers = ProcessInfo.processInfo.activeProcessorCount
        switch self {
        case .sharpe: return try Self.sharpe(StatsInput.returns(of: inputs), draws)
        case .bootstrap: return try Self.bootstrap(StatsInput.returns(of: inputs)[0], draws, workers)
        case .spa:
            let series = try StatsInput.returns(of: inputs)
            let differences = series.dropFirst().map { model in zip(model, series[0]).map { $0 - $1 } }
            let (resampling, block) = try draws.resampling(of: differences[0])
            let test = try SuperiorPredictiveAbility(
                differences: differences, block: block, resampling: resampling, workers: workers)
            return [
                .init("p_value", test.pValues.consistent), .init("p_value_lower", test.pValues.lower),
                .init("reality_check", test.realityCheck), .init("block", block),
            ] + test.advantages.enumerated().map { NamedStatistic("advantage_\($0.offset + 1)", $0.element) }
        case .overfitting:
            let test = try BacktestOverfitting(try StatsInput.returns(of: inputs), workers: workers)
            return [
                .init("probability", test.probability), .init("splits", Double(test.logits.count)),
                .init("slope", test.slope),
            ]
        case .permutation:
            let returns = try StatsInput.returns(of: [inputs[1]])[0]
            // With a signal for each price the last has no return to earn.
            let isForPrices = inputs[0].values.count == returns.count + 1
            let signals = isForPrices ? inputs[0].values.dropLast() : inputs[0].values
            let order = SignalPermutation.Order.shuffled(replicates: draws.samples, seed: draws.seed)
            let shuffled = try SignalPermutation(signals: signals, returns: returns, order: order, workers: workers)
            let rotated = try SignalPermutation(
                signals: signals, returns: returns, order: .rotated(replicates: draws.samples, seed: draws.seed),
                workers: workers)
            return [
                .init("observed", shuffled.observed), .init("p_value", shuffled.pValue),
                .init("p_value_rotated", rotated.pValue),
            ]
        }
    }

    /// Of the best of all columns: how sure its Sharpe ratio is, alone and as the best of so many.
    private static func sharpe(_ columns: [[Double]], _ draws: Draws) throws -> [NamedStatistic] {
        let all = columns.compactMap { SharpeMoments($0) }
        guard all.count == columns.count, let best = all.max(by: { $0.sharpe < $1.sharpe }) else {
            throw ValidationError("sharpe: four returns or more that vary are needed in every file")
        }
        let mean = all.reduce(0) { $0 + $1.sharpe } / Double(all.count)
        let variance = all.reduce(0) { $0 + ($1.sharpe - mean) * ($1.sharpe - mean) } / Double(max(1, all.count - 1))
        let deflated = all.count > 1 ? try DeflatedSharpe(best, trials: all.count, variance: variance).probability : nil
        return [
            .init("sharpe", best.sharpe * draws.periodsPerYear.squareRoot()), .init("skew", best.skew),
            .init("kurtosis", best.kurtosis), .init("observations", Double(best.count)),
            .init("probabilistic_sharpe", best.probability(above: 0)),
            .init("minimum_track_record", best.minimumTrackRecord(target: 0, alpha: 0.05)),
            .init("trials", Double(all.count)), .init("deflated_sharpe", deflated),
        ]
    }

    /// What else the mean, the Sharpe ratio and the deepest drawdown might have been.
    private static func bootstrap(_ returns: [Double], _ draws: Draws, _ workers: Int) throws -> [NamedStatistic] {
        let (resampling, block) = try draws.resampling(of: returns)
        let year = draws.periodsPerYear
        let measures: [(String, @Sendable ([Double]) -> Double)] = [
            ("annual_mean", { $0.reduce(0, +) / Double($0.count) * year }),
            ("sharpe", { (SharpeMoments($0, deviation: .sample)?.sharpe ?? 0) * year.squareRoot() }),
            (
                "maximum_drawdown",
                { returns in
                    var (value, peak, deepest) = (1.0, 1.0, 0.0)
                    for change in returns {
                        value *= 1 + change
                        peak = max(peak, value)
                        deepest = min(deepest, value / peak - 1)
                    }
                    return deepest
                }
            ),
        ]
        return try [.init("block", block), .init("samples", Double(draws.samples))]
            + measures.flatMap { name, measure in
                let drawn = try BootstrapDistribution(
                    returns, resampling: resampling, workers: workers, statistic: measure)
                let interval = drawn.percentileInterval()
                return [
                    NamedStatistic(name, drawn.estimate), .init("\(name)_error", drawn.standardError),
                    .init("\(name)_low", interval.lowerBound), .init("\(name)_high", interval.upperBound),
                ]
            }
    }
}
