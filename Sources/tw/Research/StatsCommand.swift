import ArgumentParser
import Foundation
import TradewindsSeries
import TradewindsStatistics

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Statistics of returns, or a test of one or more series.",
        usage: """
            tw stats FILE [--benchmark FILE] [--periods-per-year 252] [--json]
            tw stats adf|kpss|hurst|halflife FILE [--json]
            tw stats coint|johansen FILE FILE … [--json]
            tw stats sharpe FILE … [--json]
            tw stats bootstrap FILE [--samples 1000] [--block N] [--seed 1] [--json]
            tw stats spa BENCHMARK MODEL … [--samples 1000] [--block N] [--seed 1] [--json]
            tw stats overfitting FILE FILE … [--json]
            tw stats permutation SIGNALS RETURNS [--samples 1000] [--seed 1] [--json]
            """,
        discussion: """
            FILE is a CSV of bars (its column close counts), or of a time and columns (the first counts, or --column). \
            Statistics take its returns, tests its values. A column holds returns where its name says so or some number is \
            not above zero, and values otherwise; --returns and --values say it outright. Several files are put on the times \
            that all of them have.

            Is it luck? sharpe: the probabilistic Sharpe ratio and the least track record, deflated where several files \
            were tried. bootstrap: what else might have been, by the stationary bootstrap. spa: Hansen's test and White's \
            reality check. overfitting: the probability that the best of all is not so out of sample (CSCV). \
            permutation: whether the signals' order matters; a row of SIGNALS for each return, or one for each price that the \
            next return follows.
            """)

    @Argument(help: "A test and its files, or a file.", completion: .file())
    var words: [String]

    @Option(help: "Another series, for alpha, beta and the like.", completion: .file())
    var benchmark: String?

    @Option(help: "The column to take, in every file that has it.")
    var column: String?

    @Flag(help: "What the files hold.")
    var content: StatsInput.Content?

    @Option(help: "Returns in a year: 252 for days, 12 for months.")
    var periodsPerYear = 252.0

    @Option(help: "Replicates to draw.")
    var samples = 1000

    @Option(help: "The mean block of the bootstrap; what the returns ask for without.")
    var block: Double?

    @Option(help: "The seed of the draws.")
    var seed: UInt64 = 1

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        guard let first = words.first else { throw ValidationError("a file is needed") }
        do {
            if let test = SeriesTest(rawValue: first) {
                let inputs = try StatsInput.onCommonTimes(try words.dropFirst().map(input))
                try show(test.results(of: inputs.map(\.values)))
            } else if let test = LuckTest(rawValue: first) {
                let inputs = try words.dropFirst().map(input)
                let draws = LuckTest.Draws(
                    samples: samples, seed: seed, block: block, periodsPerYear: periodsPerYear)
                try show(test.results(of: inputs, draws))
            } else {
                guard words.count == 1 else {
                    throw ValidationError(
                        "\(first): the tests are \((SeriesTest.allCases.map(\.rawValue) + LuckTest.allCases.map(\.rawValue)).joined(separator: ", "))"
                    )
                }
                try show(statistics(of: first))
            }
        } catch let error as StatisticsError {
            throw ValidationError("\(error)")
        } catch let error as CSVFileError {
            throw ValidationError("\(error)")
        } catch let error as SeriesError {
            throw ValidationError("\(error)")
        }
    }

    private func statistics(of file: String) throws -> [NamedStatistic] {
        let series = try StatsInput.returns(of: try [file, benchmark].compactMap(\.self).map(input))
        return try PerformanceReport(
            returns: series[0], benchmark: series.count > 1 ? series[1] : nil,
            convention: ReturnConvention(periodsPerYear: periodsPerYear)
        ).named
    }

    private func input(_ file: String) throws -> StatsInput {
        try StatsInput(file: file, column: column, content: content)
    }

    private func show(_ results: [NamedStatistic]) {
        let cells = results.map { ($0.name, Cell($0.value)) }
        if json { return print(Table.object(cells)) }
        for (name, cell) in cells { print("\(name): \(cell.plain)") }
    }
}

/// A test of series, by the name of the command line.
enum SeriesTest: String, CaseIterable {
    case adf, kpss, coint, johansen, hurst, halflife

    func results(of series: [[Double]]) throws -> [NamedStatistic] {
        let least = self == .coint || self == .johansen ? 2 : 1
        guard least == 1 ? series.count == 1 : series.count >= least else {
            throw ValidationError("\(rawValue) takes \(least == 1 ? "one file" : "two files or more")")
        }
        switch self {
        case .adf:
            let test = try AugmentedDickeyFuller(series[0])
            return [.init("statistic", test.statistic), .init("p_value", test.pValue)]
                + Self.counts(
                    test.lags, test.observations) + Self.critical(test.critical)
        case .kpss:
            let test = try KPSS(series[0])
            return [
                .init("statistic", test.statistic), .init("p_value", test.pValue), .init("lags", Double(test.lags)),
            ] + Self.critical(test.critical)
        case .coint:
            let test = try EngleGranger(series[0], Array(series.dropFirst()))
            return [.init("statistic", test.statistic), .init("p_value", test.pValue)]
                + test.hedgeRatios.enumerated().map { NamedStatistic("hedge_ratio_\($0.offset + 1)", $0.element) }
                + (test.critical.map { Self.critical($0) } ?? [])
        case .johansen:
            return try Johansen(series).ranks.flatMap { rank in
                [
                    NamedStatistic("trace_\(rank.rank)", rank.trace), .init("eigen_\(rank.rank)", rank.eigen),
                    .init("trace_critical_5_\(rank.rank)", rank.traceCritical?.fivePercent),
                    .init("eigen_critical_5_\(rank.rank)", rank.eigenCritical?.fivePercent),
                ]
            }
        case .hurst:
            return [
                .init("hurst", try Hurst.scaling(series[0])),
                .init("hurst_rescaled_range", try Hurst.rescaledRange(series[0])),
            ]
        case .halflife:
            let test = try MeanReversion(series[0])
            return [.init("halflife", test.halfLife), .init("speed", test.speed), .init("mean", test.mean)]
        }
    }

    private static func counts(_ lags: Int, _ observations: Int) -> [NamedStatistic] {
        [.init("lags", Double(lags)), .init("observations", Double(observations))]
    }

    private static func critical(_ values: CriticalValues) -> [NamedStatistic] {
        [
            .init("critical_1", values.onePercent), .init("critical_5", values.fivePercent),
            .init("critical_10", values.tenPercent),
        ]
    }
}
