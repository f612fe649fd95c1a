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
    let labels: BarLabels

    /// All statistics; `nil` where the equity has no returns.
    ///
    /// - `periodsPerYear`: Bars in a year; reckoned from their times without.
    func report(benchmark file: String?, periodsPerYear: Double?) throws -> PerformanceReport? {
        let benchmark = try file.map { try returns(of: $0) }
        do { return try result.report(periodsPerYear: periodsPerYear, benchmark: benchmark) } catch {
            if file != nil { throw ValidationError("--benchmark: \(error)") }
            return nil
        }
    }

    /// The benchmark's returns between the entries of the equity: each takes the latest close that ended by then.
    private func returns(of file: String) throws -> [Double] {
        guard let recording = try MarketData.recordings(in: file).first, recording.kind == .bars else {
            throw ValidationError("--benchmark \(file): no bars in it")
        }
        let bars = MarketTape(bars: [recording]).updates
        // A few days off are a pause in trading; more would count as days without a return.
        if let end = bars.last?.time, let last = result.equity.last?.time, end + .seconds(7 * 86_400) < last {
            throw ValidationError("--benchmark \(file): it ends before the data; give one that covers it")
        }
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

    private func cells(_ trades: [ClosedTrade]) -> [[(String, Cell)]] {
        trades.map { trade in
            [
                ("entered", Cell(labels.text(trade.entered, of: trade.instrument))),
                ("exited", Cell(labels.text(trade.exited, of: trade.instrument))),
                ("symbol", Cell(symbol(trade.instrument.rawValue))), ("side", Cell(trade.isLong ? "long" : "short")),
                ("quantity", Cell(number: trade.quantity)), ("entry", Cell(number: trade.entry)),
                ("exit", Cell(number: trade.exit)), ("profit", Cell(number: trade.profit)),
                ("fees", Cell(number: trade.fees)),
            ]
        }
    }

    private var trades: [[(String, Cell)]] { cells(result.trades) }

    private var refusals: [[(String, Cell)]] {
        result.refusals.first.map { refusal in
            [
                ("time", Cell(labels.text(refusal.time, of: refusal.intent.instrument))),
                ("symbol", Cell(symbol(refusal.intent.instrument.rawValue))),
                ("side", Cell(refusal.intent.side == .buy ? "buy" : "sell")),
                ("quantity", Cell(number: refusal.intent.quantity)), ("reason", Cell(refusal.reason.name)),
                ("text", Cell("\(refusal.reason)")),
            ]
        }
    }

    /// The limit that stopped the run; nothing where none did.
    private var stop: [(String, Cell)] {
        guard let killed = result.killed else { return [] }
        return [
            ("time", Cell(labels.text(killed.time))), ("reason", Cell(killed.reason.name)),
            ("text", Cell("\(killed.reason)")),
        ]
    }

    private func totals(_ report: PerformanceReport?) -> [(String, Cell)] {
        [
            ("bars", Cell(result.bars)), ("trades", Cell(result.trades.count)),
            ("won", Cell(result.trades.filter { $0.profit > 0 }.count)), ("profit", Cell(number: result.profit)),
            ("fees", Cell(number: result.fees)), ("borrowing", Cell(number: result.borrowing)),
            ("dividends", Cell(number: result.dividends)), ("margin_calls", Cell(result.marginCalls)),
            ("sharpe", Cell(report?.returns.sharpe)), ("maximum_drawdown", Cell(report?.drawdown.deepest)),
            ("volatility", Cell(report?.returns.annualVolatility)), ("sortino", Cell(report?.returns.sortino)),
            ("exposure", Cell(result.exposure)), ("refused_orders", Cell(result.refusals.count)),
        ]
    }

    func print(_ report: PerformanceReport?) {
        var table = Table(trades.first?.map(\.0) ?? [])
        table.rows = trades.map { $0.map(\.1) }
        table.print(json: false, empty: "no trades")
        Swift.print("")
        for (name, cell) in totals(report) { Swift.print("\(name): \(cell.plain)") }
        for open in result.openTrades {
            Swift.print(
                "still open: \(open.isLong ? "long" : "short") \(open.quantity) \(symbol(open.instrument.rawValue)) since "
                    + "\(labels.text(open.entered, of: open.instrument)) at \(open.entry), profit \(open.profit)")
        }
        for (place, count) in result.refusals.counts.enumerated() {
            let example = result.refusals.first.first { $0.reason.name == count.reason }
            let text = example.map { ", such as: \($0.reason)" } ?? ""
            Swift.print("\(place == 0 ? "refused: " : "         ")\(count.count) by \(count.reason)\(text)")
        }
        if let killed = result.killed { Swift.print("stopped \(labels.text(killed.time)): \(killed.reason)") }
    }

    /// One object: the trades, the equity by bar, the statistics, and the totals beside them.
    func printJSON(_ report: PerformanceReport?) {
        let equity = result.equity.map { entry in
            Cell.object([("time", Cell(labels.text(entry.time))), ("equity", Cell(entry.value))])
        }
        let statistics = (report?.named ?? []).map { ($0.name, Cell($0.value)) }
        var members: [(String, Cell)] = [
            ("trades", .list(trades.map { .object($0) })),
            ("open_trades", .list(cells(result.openTrades).map { .object($0) })), ("equity", .list(equity)),
            ("refusals", .list(refusals.map { .object($0) })),
            ("refusals_by_reason", .object(result.refusals.counts.map { ($0.reason, Cell($0.count)) })),
            ("stopped", stop.isEmpty ? .none : .object(stop)),
        ]
        members += totals(report).map { $0.0 == "trades" ? ("trade_count", $0.1) : $0 }
        members.append(("statistics", .object(statistics)))
        Swift.print(Table.object(members))
    }

    /// Writes the five files.
    func write(to folder: String, _ report: PerformanceReport?) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch { throw ValidationError("--csv \(folder): the folder cannot be made; give another one") }
        let table = try usable { () throws(SeriesError) in
            try ColumnTable(
                time: Column(result.equity.map { labels.time($0.time) }),
                columns: [NamedColumn("equity", Column(result.equity.map(\.value)))])
        }
        try readable { () throws(CSVFileError) in
            try table.write(csv: folder + "/equity.csv", marksUTC: !labels.isDaily)
        }
        try write(
            folder + "/trades.csv", "entered,exited,symbol,side,quantity,entry,exit,profit,fees",
            trades.map { $0.map(\.1) })
        try write(
            folder + "/fills.csv", "time,symbol,side,quantity,price",
            result.fills.map { fill in
                [
                    Cell(labels.text(fill.time, of: fill.instrument)), Cell(symbol(fill.instrument.rawValue)),
                    Cell(fill.isBuy ? "buy" : "sell"), Cell(number: fill.quantity), Cell(number: fill.price),
                ]
            })
        try write(
            folder + "/refusals.csv", "time,symbol,side,quantity,reason,text", refusals.map { $0.map(\.1) })
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
