import ArgumentParser
import TradewindsStatistics

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Statistics of returns, or a test of one or more series.",
        usage: """
            tw stats FILE [--benchmark FILE] [--periods-per-year 252] [--risk-free RATE] [--json]
            tw stats adf|kpss|hurst|halflife FILE [--json]
            tw stats coint|johansen FILE FILE … [--json]
            tw stats sharpe FILE … [--json]
            tw stats bootstrap FILE [--method stationary] [--samples 1000] [--block N] [--seed 1] [--json]
            tw stats spa BENCHMARK MODEL … [--samples 1000] [--block N] [--seed 1] [--json]
            tw stats overfitting FILE FILE … [--json]
            tw stats permutation SIGNALS RETURNS [--lag N] [--samples 1000] [--seed 1] [--json]
            """,
        discussion: """
            FILE is a CSV of bars (its column close counts), or of a time and columns (the first counts, or --column), \
            oldest first. Rows may share a time, as bars by volume do; the first cells of a column may be empty, as in an \
            indicator's warm-up. Statistics take its returns, tests its values. A column named close, open, high, low, \
            price, value, equity or nav holds values. Others hold returns where their name says so or some number is not \
            above zero, and values else; --returns and --values say it outright. Several files are put on the times that all \
            of them have; of rows that share a time the last counts then.

            A name means one number everywhere: standard deviations are divided by the count less one and kurtosis is that \
            above a normal distribution's, as in empyrical and quantstats. What is reckoned otherwise says so: \
            sharpe_ratio_population is divided by the count and kurtosis_raw is 3 for a normal distribution, as in the \
            papers on the probabilistic and the deflated Sharpe ratio and in purgedcv.

            Returns know of no trades: expectancy and sqn take each period with a return as one, and exposure is the share \
            of such periods (time_in_market). Turnover cannot be told from returns; tw backtest gives annual_turnover.
            """,
        subcommands: [
            StatsReportCommand.self, StatsADF.self, StatsKPSS.self, StatsCointegration.self, StatsJohansen.self,
            StatsHurst.self, StatsHalfLife.self, StatsSharpe.self, StatsBootstrap.self, StatsSuperior.self,
            StatsOverfitting.self, StatsPermutation.self,
        ],
        defaultSubcommand: StatsReportCommand.self)

    /// The names of its tests.
    static var tests: [String] {
        configuration.subcommands.compactMap { $0.configuration.commandName }.filter { $0 != "report" }
    }
}

struct StatsReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Some fifty statistics of returns; what tw stats FILE does.")

    @Argument(help: "A CSV file of prices, values or returns.", completion: .file())
    var files: [String]

    @Option(help: "Another series, for alpha, beta and the like.", completion: .file())
    var benchmark: String?

    @OptionGroup var options: ReturnOptions

    func validate() throws {
        guard files.count > 1 else { return }
        let isTest = files.contains { StatsCommand.tests.contains($0) }
        throw ValidationError(
            isTest
                ? "options follow a test's files: tw stats adf FILE --json"
                : "\(files.joined(separator: ", ")): statistics are of one file; name one, or before several a test: "
                    + StatsCommand.tests.joined(separator: ", "))
    }

    /// What a table of trades has by these names, with each period that has a return as one trade.
    private static func asTrades(_ periods: PeriodStatistics) -> [NamedStatistic] {
        [
            NamedStatistic("exposure", periods.timeInMarket), NamedStatistic("expectancy", periods.averageReturn),
            NamedStatistic("sqn", periods.systemQuality),
        ]
    }

    func run() throws {
        let all = files + [benchmark].compactMap(\.self)
        try options.common.show(of: all) {
            let series = try options.returns(all)
            let report = try PerformanceReport(
                returns: series[0], benchmark: series.count > 1 ? series[1] : nil,
                convention: ReturnConvention(periodsPerYear: options.periodsPerYear, riskFree: options.riskless))
            return report.named + Self.asTrades(report.periods)
        }
    }
}
