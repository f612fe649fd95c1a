import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "Run a strategy on recorded prices, on the exchange directly.",
        discussion: """
            Each parameter of the strategy is an option of its own name, such as --fast 5 --slow 20; --list tells the
            strategies with their parameters.
            """)

    @Flag(help: "List the strategies and their parameters.")
    var list = false

    @Option(help: "The strategy; --list tells their names.")
    var strategy = "sma"

    @Option(help: "A CSV file of bars or ticks, one for each instrument.", completion: .file())
    var data: [String] = []

    @Option(help: "Seconds of a bar made from ticks.")
    var bar = 60

    @Option(help: "The cash to begin with, in US dollars.")
    var cash = 1_000_000

    @Option(help: "The seed of the path between recorded prices.")
    var seed: UInt64 = 1

    @Option(help: "When orders fill: next-open, same-close or path (open, high, low, close).")
    var fill = FillChoice.nextOpen

    @Option(help: "What fills cost: none, fixed or tiered.")
    var fees = FeeChoice.fixed

    @Option(help: "A TOML file of risk limits that every order must pass.", completion: .file())
    var limits: String?

    @Flag(help: "Print JSON: one object for each trade, then one with the totals.")
    var json = false

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The strategy's parameters.", valueName: "--name value"))
    var parameters: [String] = []

    func run() throws {
        if list { return showStrategies() }
        guard !data.isEmpty else { throw ValidationError("--data FILE is needed: a CSV file of bars or ticks") }
        guard bar > 0, cash > 0 else { throw ValidationError("--bar and --cash are above zero") }
        let recordings = try data.map { file in
            guard let recording = try MarketData.recordings(in: file).first else {
                throw ValidationError("--data \(file): no data in it")
            }
            return recording
        }
        let bars = recordings.filter(\.hasBars).count
        guard bars == 0 || bars == recordings.count else {
            throw ValidationError("--data: all files have bars, or all have ticks")
        }
        let texts = try NamedOptions.pairs(parameters)
        do {
            let strategy = try StrategyCatalogue.strategy(strategy, texts: texts, instruments: recordings.count)
            try show(strategy.backtest(bars > 0 ? try barPlan(recordings) : try tickPlan(recordings)))
        } catch let error as CatalogueError { throw ValidationError("\(error)") }
    }

    private func settings() throws -> (ExchangeConfiguration, RiskLimits?) {
        let configuration = ExchangeConfiguration(fillModel: fill.model, fees: fees.schedule)
        guard let limits else { return (configuration, nil) }
        guard let text = try? String(contentsOfFile: limits, encoding: .utf8) else {
            throw ValidationError("--limits \(limits): no such file")
        }
        do { return (configuration, try RiskLimits(toml: text, file: limits)) } catch {
            throw ValidationError("\(error)")
        }
    }

    private func barPlan(_ recordings: [Recording]) throws -> BacktestPlan {
        var catalogue = ContractCatalogue(today: recordings[0].time(0).utcDate)
        var updates: [MarketUpdate] = []
        var instruments: [Instrument] = []
        for (place, recording) in recordings.enumerated() {
            let index = catalogue.findOrAdd(recording.symbol)
            instruments.append(catalogue[index])
            for row in 0..<recording.count {
                guard let bar = recording.bar(row) else { continue }
                let next = row + 1 < recording.count ? recording.time(row + 1) : bar.start + .seconds(86_400)
                let end = recording.isDaily ? min(next, bar.start + .seconds(86_400)) : next
                updates.append(MarketUpdate(instrument: InstrumentIndex(place), time: end, kind: .bar(bar)))
            }
        }
        let order = updates.indices.sorted { (updates[$0].time, $0) < (updates[$1].time, $1) }
        let (configuration, limits) = try settings()
        return BacktestPlan(
            instruments: instruments, cash: Money(cash), configuration: configuration, limits: limits,
            updates: order.map { updates[$0] })
    }

    private func tickPlan(_ recordings: [Recording]) throws -> BacktestPlan {
        let start = recordings.map { $0.time(0) }.min() ?? Timestamp(nanoseconds: 0)
        let end = recordings.map { $0.time($0.count - 1) }.max() ?? start
        var market = try Market(
            settings: MarketSettings(
                start: start, seed: seed, stamps: .recorded, entry: .beginning, fillsWithSynthetic: false),
            recordings: recordings)
        let (configuration, limits) = try settings()
        return BacktestPlan(
            instruments: market.catalogue.instruments, cash: Money(cash), start: market.start,
            configuration: configuration, barLength: .seconds(bar), limits: limits
        ) {
            guard let time = market.nextTime, time <= end else { return nil }
            return market.next()
        }
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

    private func show(_ result: BacktestResult) throws {
        var table = Table("entered", "exited", "side", "quantity", "entry", "exit", "profit", "fees")
        for trade in result.trades {
            table.add(
                Cell(HistoryCommand.text(trade.entered)), Cell(HistoryCommand.text(trade.exited)),
                Cell(trade.isLong ? "long" : "short"), Cell(number: trade.quantity), Cell(number: trade.entry),
                Cell(number: trade.exit), Cell(number: trade.profit), Cell(number: trade.fees))
        }
        table.print(json: json, empty: "no trades")
        let span = result.equity.last.map { $0.time - result.equity[0].time } ?? .zero
        let years = Double(span.components.seconds) / 31_557_600
        let perYear = years > 0 ? Double(result.equity.count) / years : 252
        let report = try? result.report(periodsPerYear: perYear)
        let won = result.trades.filter { $0.profit > 0 }.count
        let totals: [(String, Cell)] = [
            ("bars", Cell(result.equity.count)), ("trades", Cell(result.trades.count)),
            ("won", Cell(won)), ("profit", Cell(number: result.profit)), ("fees", Cell(number: result.fees)),
            ("sharpe", Cell(report?.returns.sharpe)), ("maximum_drawdown", Cell(report?.drawdown.deepest)),
            ("volatility", Cell(report?.returns.annualVolatility)), ("sortino", Cell(report?.returns.sortino)),
            ("exposure", Cell(result.exposure)), ("refused_orders", Cell(result.rejections)),
        ]
        if json {
            print(Table.object(totals))
        } else {
            print("")
            for (name, cell) in totals { print("\(name): \(cell.plain)") }
        }
    }
}

/// When orders fill in a backtest.
enum FillChoice: String, ExpressibleByArgument, CaseIterable {
    case nextOpen = "next-open"
    case sameClose = "same-close"
    case path

    var model: FillModel {
        switch self {
        case .nextOpen: .nextOpen
        case .sameClose: .sameClose
        case .path: .path(.openHighLowClose)
        }
    }
}

/// What fills cost in a backtest.
enum FeeChoice: String, ExpressibleByArgument, CaseIterable {
    case none, fixed, tiered

    var schedule: FeeSchedule {
        switch self {
        case .none: .none
        case .fixed: .fixed
        case .tiered: .tiered
        }
    }
}
