import ArgumentParser
import Foundation
import TradewindsStatistics

// Whether returns are luck.

private let workers = ProcessInfo.processInfo.activeProcessorCount

struct StatsSharpe: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sharpe",
        abstract: "How sure is the Sharpe ratio: probabilistic, least track record, deflated for what was tried.",
        discussion: """
            Of several files the best is judged. sharpe_ratio, probabilistic_sharpe_ratio, skew and kurtosis are those of \
            tw stats FILE. The names with population, kurtosis_raw, the track record and the deflated ratio follow Bailey's \
            and López de Prado's papers and purgedcv: deviations divided by the count, 3 for a normal distribution. \
            Ratios are those of a year; the track record counts periods until the ratio is above zero at 95 percent.
            """)

    @Argument(help: "CSV files: one, or all that were tried.", completion: .file())
    var files: [String]

    @OptionGroup var options: ReturnOptions

    func run() throws {
        try options.common.show(of: files) { try results(options.returns(files)) }
    }

    /// Of the best of all columns: how sure its Sharpe ratio is, alone and as the best of so many.
    private func results(_ columns: [[Double]]) throws -> [NamedStatistic] {
        let excess = columns.map { $0.map { $0 - options.riskless } }
        let all = try zip(files, excess).map { file, returns in
            guard let population = SharpeMoments(returns), let sample = SharpeMoments(returns, deviation: .sample)
            else { throw ValidationError("\(file): four returns or more that vary are needed") }
            return (population: population, sample: sample)
        }
        let ratios = all.map(\.population.sharpe)
        guard let (best, sample) = all.max(by: { $0.population.sharpe < $1.population.sharpe }) else {
            throw ValidationError("sharpe takes one file of returns, or all that were tried")
        }
        let mean = ratios.reduce(0, +) / Double(all.count)
        let variance = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, all.count - 1))
        let deflated = all.count > 1 ? try DeflatedSharpe(best, trials: all.count, variance: variance).probability : nil
        let year = options.periodsPerYear.squareRoot()
        return [
            .init("observations", Double(best.count)), .init("sharpe_ratio", sample.sharpe * year),
            .init("probabilistic_sharpe_ratio", sample.probability(above: 0)), .init("skew", best.skew),
            .init("kurtosis", best.kurtosis - 3), .init("sharpe_ratio_population", best.sharpe * year),
            .init("kurtosis_raw", best.kurtosis), .init("probabilistic_sharpe_population", best.probability(above: 0)),
            .init("minimum_track_record", best.minimumTrackRecord(target: 0, alpha: 0.05)),
            .init("trials", Double(all.count)), .init("deflated_sharpe", deflated),
        ]
    }
}

struct StatsBootstrap: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bootstrap",
        abstract: "What else the mean, the Sharpe ratio and the deepest drawdown might have been.",
        discussion: "Each with its standard error and the interval that holds 95 percent of the replicates.")

    @Argument(help: "A CSV file.", completion: .file())
    var files: [String]

    @OptionGroup var blocks: BlockOptions
    @OptionGroup var options: ReturnOptions

    func run() throws {
        guard files.count == 1 else { throw ValidationError("bootstrap takes one file") }
        try options.common.show(of: files) { try results(options.returns(files)[0]) }
    }

    private func results(_ returns: [Double]) throws -> [NamedStatistic] {
        let (resampling, block) = try blocks.resampling(of: returns)
        let (year, riskless) = (options.periodsPerYear, options.riskless)
        let measures: [(String, @Sendable ([Double]) -> Double)] = [
            ("annual_mean", { $0.reduce(0, +) / Double($0.count) * year }),
            (
                "sharpe_ratio",
                { returns in
                    let excess = returns.map { $0 - riskless }
                    return (SharpeMoments(excess, deviation: .sample)?.sharpe ?? 0) * year.squareRoot()
                }
            ),
            (
                "max_drawdown",
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
        return try [.init("block", block), .init("samples", Double(blocks.draws.samples))]
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

struct StatsSuperior: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spa",
        abstract: "Is the best model better than the benchmark? Hansen's test and White's reality check, as arch's SPA."
    )

    @Argument(help: "CSV files: the benchmark's, then one or more of models.", completion: .file())
    var files: [String]

    @Flag(help: "Divide each mean by its standard error, as Hansen advises where volatilities differ.")
    var studentized = false

    @OptionGroup var blocks: BlockOptions
    @OptionGroup var options: ReturnOptions

    func run() throws {
        guard files.count > 1 else { throw ValidationError("spa takes the benchmark's file and one or more of models") }
        try options.common.show(of: files) {
            let series = try options.returns(files)
            let differences = series.dropFirst().map { model in zip(model, series[0]).map { $0 - $1 } }
            // Two rows are refused for their number.
            let place = differences.firstIndex { column in column.count > 2 && column.allSatisfy { $0 == column[0] } }
            if let place {
                throw ValidationError(
                    "\(files[place + 1]): differs from the benchmark, \(files[0]), by the same in every row, so that there is "
                        + "nothing to test; name another model")
            }
            let (resampling, block) = try blocks.resampling(of: differences[0])
            let test = try SuperiorPredictiveAbility(
                differences: differences, block: block, resampling: resampling,
                scale: studentized ? .studentized : .means, workers: workers)
            return [
                NamedStatistic("p_value", test.pValues.consistent), .init("p_value_lower", test.pValues.lower),
                .init("reality_check", test.realityCheck), .init("block", block),
            ] + test.advantages.enumerated().map { NamedStatistic("advantage_\($0.offset + 1)", $0.element) }
        }
    }
}

struct StatsOverfitting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overfitting",
        abstract: "How probable is it that the best of all is not so out of sample? By CSCV, as purgedcv.",
        discussion: """
            probability is the share of splits in which the best in sample is below the median out of sample. At the median \
            it is not below it, as in purgedcv, where R's pbo counts it.
            """)

    @Argument(help: "CSV files: everything that was tried.", completion: .file())
    var files: [String]

    @Option(parsing: .unconditional, help: "Blocks of time, an even number from 2 to 24; 16 give 12870 splits.")
    var groups = 16

    @OptionGroup var options: ReturnOptions

    func validate() throws {
        guard (2...24).contains(groups), groups % 2 == 0 else {
            throw ValidationError("--groups \(groups): an even number from 2 to 24")
        }
    }

    func run() throws {
        guard files.count > 1 else {
            throw ValidationError("overfitting takes two files or more: everything that was tried")
        }
        try options.common.show(of: files) {
            let test = try BacktestOverfitting(try options.returns(files), groups: groups, workers: workers)
            return [
                NamedStatistic("probability", test.probability), .init("splits", Double(test.logits.count)),
                .init("slope", test.slope),
            ]
        }
    }
}

struct StatsPermutation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permutation",
        abstract: "Does it matter when the signals came? Shuffled and rotated signals for comparison.",
        discussion: """
            A row of SIGNALS is the position held (-1, 0, 1 or any size) over the return of the same row: it must be known \
            before that return begins. RETURNS holds as many returns; or prices, whose first return is that from the first \
            to the second price. With one signal more than returns there is one for each price: it is held from its price to \
            the next, and the last earns nothing. --lag N moves every signal N rows later: a signal made of a return or \
            of the close at its end earns the next return with --lag 1. Rows are counted and times not compared.

            observed is the mean of signal times return; p_value the share of shuffled orders that earn as much, \
            p_value_rotated that of orders that begin elsewhere, which keep the length of positions.
            """)

    @Argument(help: "A CSV file of signals and one of returns or prices.", completion: .file())
    var files: [String]

    @Option(parsing: .unconditional, help: "Rows by which signals are moved to later returns.")
    var lag = 0

    @OptionGroup var draws: DrawOptions

    @Flag(help: "What RETURNS holds.")
    var content: StatsInput.Content?

    @OptionGroup var options: StatsOptions

    func validate() throws {
        guard lag >= 0 else {
            throw ValidationError("--lag \(lag): zero or more; a signal cannot earn earlier returns")
        }
    }

    func run() throws {
        guard files.count == 2 else { throw ValidationError("permutation takes a file of signals and one of returns") }
        try options.show(of: files) {
            let inputs = try StatsInput.read(files, column: options.column, content: content)
            let (signals, returns) = try StatsInput.positions(inputs[0], over: inputs[1], lag: lag)
            func test(_ order: SignalPermutation.Order) throws -> SignalPermutation {
                try SignalPermutation(signals: signals, returns: returns, order: order, workers: workers)
            }
            let shuffled = try test(.shuffled(replicates: draws.samples, seed: draws.seed))
            let rotated = try test(.rotated(replicates: draws.samples, seed: draws.seed))
            return [
                NamedStatistic("observed", shuffled.observed), .init("p_value", shuffled.pValue),
                .init("p_value_rotated", rotated.pValue), .init("observations", Double(returns.count)),
            ]
        }
    }
}
