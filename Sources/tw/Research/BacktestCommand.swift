import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "Run a strategy on recorded prices, on the exchange directly.")

    @Option(help: "The strategy: sma (moving-average crossover with brackets).")
    var strategy = "sma"

    @Option(help: "A CSV file of bars or ticks.", completion: .file())
    var data: String

    @OptionGroup var crossover: CrossoverOptions

    @Option(help: "Seconds of a bar made from ticks.")
    var bar = 60

    @Option(help: "The cash to begin with, in US dollars.")
    var cash = 1_000_000

    @Option(help: "The seed of the path between recorded prices.")
    var seed: UInt64 = 1

    @Flag(help: "Print JSON: one object for each trade, then one with the totals.")
    var json = false

    func run() throws {
        guard strategy == "sma" else { throw ValidationError("--strategy \(strategy): the strategies are: sma") }
        guard bar > 0, cash > 0 else { throw ValidationError("--bar and --cash are above zero") }
        guard let recording = try MarketData.recordings(in: data).first else {
            throw ValidationError("--data \(data): no data in it")
        }
        let result = recording.hasBars ? runBars(recording) : try runTicks(recording)
        try show(result)
    }

    private func runBars(_ recording: Recording) -> BacktestResult {
        var catalogue = ContractCatalogue(today: recording.time(0).utcDate)
        let index = catalogue.findOrAdd(recording.symbol)
        let instrument = catalogue[index]
        var backtest = Backtest(
            MovingAverageCrossover(crossover.parameters), instruments: [instrument], cash: Money(cash),
            start: recording.time(0), configuration: ExchangeConfiguration())
        for index in 0..<recording.count {
            guard let bar = recording.bar(index) else { continue }
            let next = index + 1 < recording.count ? recording.time(index + 1) : bar.start + .seconds(86_400)
            let end = recording.isDaily ? min(next, bar.start + .seconds(86_400)) : next
            backtest.apply(MarketUpdate(instrument: 0, time: end, kind: .bar(bar)))
        }
        return backtest.result
    }

    private func runTicks(_ recording: Recording) throws -> BacktestResult {
        var market = try Market(
            settings: MarketSettings(
                start: recording.time(0), seed: seed, stamps: .recorded, entry: .beginning, fillsWithSynthetic: false),
            recordings: [recording])
        var backtest = Backtest(
            MovingAverageCrossover(crossover.parameters), instruments: market.catalogue.instruments, cash: Money(cash),
            start: market.start, barLength: .seconds(bar))
        let end = recording.time(recording.count - 1)
        while let time = market.nextTime, time <= end, let update = market.next() { backtest.apply(update) }
        return backtest.result
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

/// The parameters of the crossover.
struct CrossoverOptions: ParsableArguments {
    @Option(help: "Bars of the fast average.")
    var fast = 10

    @Option(help: "Bars of the slow average.")
    var slow = 30

    @Option(help: "How much to trade.")
    var quantity = 1

    @Option(help: "The target's distance from the entry, in percent.")
    var takeProfit = 0.4

    @Option(help: "The stop's distance from the entry, in percent.")
    var stopLoss = 0.2

    func validate() throws {
        guard fast > 0, slow > fast else { throw ValidationError("--fast is above zero and --slow above --fast") }
        guard takeProfit > 0, stopLoss > 0, stopLoss < 100 else {
            throw ValidationError("--take-profit and --stop-loss are percentages above zero")
        }
        guard quantity > 0 else { throw ValidationError("--quantity is above zero") }
    }

    var parameters: MovingAverageCrossover.Parameters {
        var parameters = MovingAverageCrossover.Parameters()
        parameters.fast = fast
        parameters.slow = slow
        parameters.quantity = Quantity(quantity)
        (parameters.takeProfit, parameters.stopLoss) = (takeProfit / 100, stopLoss / 100)
        return parameters
    }
}
