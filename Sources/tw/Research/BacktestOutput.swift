import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsSeries
import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary

/// What a backtest found, for people, programs and files.
struct BacktestOutput {
    let result: BacktestResult
    let symbols: [String]

    /// All statistics; `nil` where the equity has no returns.
    func report(benchmark file: String?) throws -> PerformanceReport? {
        let benchmark = try file.map { try returns(of: $0) }
        do { return try result.report(benchmark: benchmark) } catch {
            if file != nil { throw ValidationError("--benchmark: \(error)") }
            return nil
        }
    }

    /// The benchmark's returns between the entries of the equity: each takes the latest close that ended by then.
    private func returns(of file: String) throws -> [Double] {
        guard let recording = try MarketData.recordings(in: file).first, recording.kind == .bars else {
            throw ValidationError("--benchmark \(file): no bars in it")
        }
        let bars = BarMarket([recording]).updates
        var next = 0
        var close: Double?
        let closes = try result.equity.map { entry in
            while next < bars.count, bars[next].time <= entry.time {
                if case .bar(let bar) = bars[next].kind { close = bar.close.doubleValue }
                next += 1
            }
            guard let close else {
                throw ValidationError("--benchmark \(file): it begins after the data; give one that covers it")
            }
            return close
        }
        return zip(closes, closes.dropFirst()).map { $0 == 0 ? 0 : $1 / $0 - 1 }
    }

    private func symbol(_ place: Int) -> String { symbols.indices.contains(place) ? symbols[place] : "" }

    private var trades: [[(String, Cell)]] {
        result.trades.map { trade in
            [
                ("entered", Cell(HistoryCommand.text(trade.entered))),
                ("exited", Cell(HistoryCommand.text(trade.exited))),
                ("symbol", Cell(symbol(trade.instrument.rawValue))), ("side", Cell(trade.isLong ? "long" : "short")),
                ("quantity", Cell(number: trade.quantity)), ("entry", Cell(number: trade.entry)),
                ("exit", Cell(number: trade.exit)), ("profit", Cell(number: trade.profit)),
                ("fees", Cell(number: trade.fees)),
            ]
        }
    }

    private func totals(_ report: PerformanceReport?) -> [(String, Cell)] {
        [
            ("bars", Cell(result.bars)), ("trades", Cell(result.trades.count)),
            ("won", Cell(result.trades.filter { $0.profit > 0 }.count)), ("profit", Cell(number: result.profit)),
            ("fees", Cell(number: result.fees)), ("borrowing", Cell(number: result.borrowing)),
            ("dividends", Cell(number: result.dividends)), ("margin_calls", Cell(result.marginCalls)),
            ("sharpe", Cell(report?.returns.sharpe)), ("maximum_drawdown", Cell(report?.drawdown.deepest)),
            ("volatility", Cell(report?.returns.annualVolatility)), ("sortino", Cell(report?.returns.sortino)),
            ("exposure", Cell(result.exposure)), ("refused_orders", Cell(result.rejections)),
        ]
    }

    func print(_ report: PerformanceReport?) {
        var table = Table(trades.first?.map(\.0) ?? [])
        table.rows = trades.map { $0.map(\.1) }
        table.print(json: false, empty: "no trades")
        Swift.print("")
        for (name, cell) in totals(report) { Swift.print("\(name): \(cell.plain)") }
    }

    /// One object: the trades, the equity by bar, the statistics, and the totals beside them.
    func printJSON(_ report: PerformanceReport?) {
        let equity = result.equity.map { entry in
            Cell.object([("time", Cell(HistoryCommand.text(entry.time))), ("equity", Cell(entry.value))])
        }
        let statistics = (report?.named ?? []).map { ($0.name, Cell($0.value)) }
        Swift.print(
            Table.object(
                [("trades", .list(trades.map { .object($0) })), ("equity", .list(equity))]
                    + totals(report).map { $0.0 == "trades" ? ("trade_count", $0.1) : $0 }
                    + [("statistics", .object(statistics))]))
    }

    /// Writes the four files.
    func write(to folder: String, _ report: PerformanceReport?) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch { throw ValidationError("--csv \(folder): the folder cannot be made; give another one") }
        let table = try usable { () throws(SeriesError) in
            try ColumnTable(
                time: Column(result.equity.map(\.time)),
                columns: [NamedColumn("equity", Column(result.equity.map(\.value)))])
        }
        try readable { () throws(CSVFileError) in try table.write(csv: folder + "/equity.csv", marksUTC: true) }
        try write(
            folder + "/trades.csv", "entered,exited,symbol,side,quantity,entry,exit,profit,fees",
            trades.map { $0.map(\.1) })
        try write(
            folder + "/fills.csv", "time,symbol,side,quantity,price",
            result.fills.map { fill in
                [
                    Cell(HistoryCommand.text(fill.time)), Cell(symbol(fill.instrument.rawValue)),
                    Cell(fill.isBuy ? "buy" : "sell"), Cell(number: fill.quantity), Cell(number: fill.price),
                ]
            })
        try write(
            folder + "/statistics.csv", "name,value",
            totals(report).map { [Cell($0), $1] } + (report?.named ?? []).map { [Cell($0.name), Cell($0.value)] })
    }

    private func write(_ file: String, _ header: String, _ rows: [[Cell]]) throws {
        let lines = rows.map { row in row.map { $0 == .none ? "" : $0.plain }.joined(separator: ",") }
        do {
            try ([header] + lines).joined(separator: "\n").appending("\n")
                .write(toFile: file, atomically: true, encoding: .utf8)
        } catch { throw ValidationError("\(file): cannot be written; is there room, and may it be written?") }
    }
}
