import ArgumentParser
import TradewindsExchange
import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "Run a strategy on recorded prices, on the exchange directly.",
        discussion: """
            Each parameter of the strategy is an option of its own name, such as --fast 5 --slow 20; --list tells the \
            strategies with their parameters.

            Times in files that name no zone are those of the exchange: New York for stocks, Chicago for ES. On bars, orders \
            that a bar leads to fill in the next one (see --fill), and what happened in a bar is told by the time of its \
            beginning, as the file tells it; where files have bars of several lengths, by its end. A trade lasts from a \
            position's opening to its end, or to its turning round; what is held at the end is told apart. Where the \
            account's value is not above zero at the end of a bar, it is ruined: returns have no meaning then, and no \
            statistic of them is given.
            """)

    @Flag(help: "List the strategies and their parameters.")
    var list = false

    @OptionGroup var options: BacktestOptions

    @Option(help: "A CSV file whose closes are the benchmark of alpha, beta and the like.", completion: .file())
    var benchmark: String?

    @Option(help: "Bars in a year, for yearly statistics; reckoned from the times of the bars without.")
    var periodsPerYear: Double?

    @Flag(help: "Print one JSON object: trades, orders, equity and exposure by bar, totals, all statistics.")
    var json = false

    @Option(
        help: "A folder for equity.csv, trades.csv, orders.csv, fills.csv and others; made where it is not there.",
        completion: .directory)
    var csv: String?

    @Option(help: "An HTML file to write: one page with charts, tables, statistics and settings.", completion: .file())
    var report: String?

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The strategy's parameters.", valueName: "--name value"))
    var parameters: [String] = []

    func validate() throws {
        guard periodsPerYear.map({ $0 > 0 && $0.isFinite }) ?? true else {
            throw ValidationError("--periods-per-year is above zero, such as 252")
        }
    }

    func run() throws {
        if list { return showStrategies() }
        let recordings = try options.recordings()
        let texts = try NamedOptions.pairs(parameters)
        do {
            let strategy = try StrategyCatalogue.strategy(
                options.strategy, texts: texts, instruments: recordings.count)
            let plan = try options.plan(recordings)
            try QuantityCheck.check(texts, on: plan.instruments, size: plan.size)
            let output = BacktestOutput(
                result: strategy.backtest(plan), symbols: recordings.map(\.symbol), instruments: plan.instruments,
                labels: BarLabels(recordings))
            let statistics = try output.report(benchmark: benchmark, periodsPerYear: periodsPerYear)
            if let csv { try output.write(to: csv, statistics) }
            if let report {
                try BacktestReportFile(output: output, options: options, benchmark: benchmark, recordings: recordings)
                    .write(to: report, statistics, texts: texts)
            }
            if json { output.printJSON(statistics) } else { output.print(statistics) }
        } catch let error as CatalogueError { throw ValidationError("\(error)") }
    }

    private func showStrategies() {
        for about in StrategyCatalogue.descriptions {
            let count = about.instruments
            let needs = count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound) or more"
            print("\(about.name): \(about.summary) (instruments: \(needs))\n  \(about.source)")
            for parameter in about.parameters {
                let range = "\(parameter.range.lowerBound) to \(parameter.range.upperBound)"
                print("  --\(parameter.name) \(parameter.defaultText)  \(parameter.meaning) (\(range))")
            }
        }
    }
}
