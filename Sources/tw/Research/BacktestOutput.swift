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
    let instruments: [Instrument]
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
        guard let recording = try MarketData.recordings(in: file, option: "--benchmark").first, recording.kind == .bars
        else {
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

    private var orders: [[(String, Cell)]] {
        result.orders.map { order in
            let (amount, percent): (Price?, ExactDecimal?) =
                switch order.trail {
                case nil: (nil, nil)
                case .amount(let amount): (amount, nil)
                case .percent(let percent): (nil, percent)
                }
            return [
                ("order", Cell(order.handle.rawValue)),
                ("part", Cell(order.isForced ? "margin-call" : order.part.rawValue)),
                ("given", Cell(labels.text(order.time, of: order.instrument))),
                ("symbol", Cell(symbol(order.instrument.rawValue))),
                ("side", Cell(order.side == .buy ? "buy" : "sell")), ("type", Cell(order.type.text)),
                ("quantity", Cell(number: order.quantity)), ("limit", Cell(number: order.limit)),
                ("stop", Cell(number: order.stop)), ("trail", Cell(number: amount)),
                ("trail_percent", Cell(number: percent)), ("status", Cell(order.status.rawValue)),
                ("filled", Cell(number: order.filled)), ("average_price", Cell(number: order.average)),
            ]
        }
    }

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

    /// What the files were taken for.
    private var contracts: [[(String, Cell)]] {
        zip(symbols, instruments).map { symbol, instrument in
            [
                ("symbol", Cell(symbol)), ("kind", Cell(instrument.kind.text)),
                ("currency", Cell(instrument.currency.rawValue)), ("multiplier", Cell(number: instrument.multiplier)),
                ("tick", Cell(number: instrument.minimumTick)),
            ]
        }
    }

    private func totals(_ report: PerformanceReport?) -> [(String, Cell)] {
        [
            ("bars", Cell(result.bars)), ("trades", Cell(result.trades.count)),
            ("won", Cell(result.trades.filter { $0.profit > 0 }.count)), ("profit", Cell(number: result.profit)),
            ("fees", Cell(number: result.fees)), ("currency_profit", Cell(number: result.currencyProfit)),
            ("borrowing", Cell(number: result.borrowing)),
            ("dividends", Cell(number: result.dividends)), ("margin_calls", Cell(result.marginCalls)),
            ("sharpe", Cell(report?.returns.sharpe)),
            ("maximum_drawdown", Cell(report?.drawdown.deepest ?? result.maximumDrawdown)),
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
        for contract in contracts {
            Swift.print("contract: \(contract.map(\.1.plain).prefix(3).joined(separator: " "))", terminator: "")
            for (name, cell) in contract.dropFirst(3) { Swift.print(", \(name) \(cell.plain)", terminator: "") }
            Swift.print("")
        }
        for open in result.openTrades {
            Swift.print(
                "still open: \(open.isLong ? "long" : "short") \(open.held) \(symbol(open.instrument.rawValue)) since "
                    + "\(labels.text(open.entered, of: open.instrument)) at \(open.entry), profit \(open.profit)")
        }
        for (place, count) in result.refusals.counts.enumerated() {
            let example = result.refusals.first.first { $0.reason.name == count.reason }
            let text = example.map { ", such as: \($0.reason)" } ?? ""
            Swift.print("\(place == 0 ? "refused: " : "         ")\(count.count) by \(count.reason)\(text)")
        }
        if let killed = result.killed { Swift.print("stopped \(labels.text(killed.time)): \(killed.reason)") }
        if let ruined = result.ruined {
            Swift.print(
                "ruined \(labels.text(ruined)): the account's value was not above zero, so that returns and their ratios "
                    + "have no meaning and are left out")
        }
    }

    /// One object: the trades, the equity by bar, the statistics, and the totals beside them.
    func printJSON(_ report: PerformanceReport?) {
        let equity = zip(result.equity, result.exposures).map { entry, exposure in
            Cell.object([
                ("time", Cell(labels.text(entry.time))), ("equity", Cell(entry.value)), ("gross", Cell(exposure.gross)),
                ("net", Cell(exposure.net)),
            ])
        }
        let statistics = (report?.named ?? []).map { ($0.name, Cell($0.value)) }
        var members: [(String, Cell)] = [
            ("trades", .list(trades.map { .object($0) })),
            (
                "open_trades",
                .list(
                    zip(cells(result.openTrades), result.openTrades).map {
                        .object($0 + [("held", Cell(number: $1.held))])
                    })
            ),
            ("orders", .list(orders.map { .object($0) })), ("equity", .list(equity)),
            ("contracts", .list(contracts.map { .object($0) })),
            ("refusals", .list(refusals.map { .object($0) })),
            ("refusals_left_out", Cell(result.refusals.left)),
            ("refusals_by_reason", .object(result.refusals.counts.map { ($0.reason, Cell($0.count)) })),
            ("stopped", stop.isEmpty ? .none : .object(stop)),
            ("ruined", result.ruined.map { Cell(labels.text($0)) } ?? .none),
        ]
        members += totals(report).map { $0.0 == "trades" ? ("trade_count", $0.1) : $0 }
        members.append(("statistics", .object(statistics)))
        Swift.print(Table.object(members))
    }

    /// Writes the six files.
    func write(to folder: String, _ report: PerformanceReport?) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch { throw ValidationError("--csv \(folder): the folder cannot be made; give another one") }
        let table = try usable { () throws(SeriesError) in
            try ColumnTable(
                time: Column(result.equity.map { labels.time($0.time) }),
                columns: [
                    NamedColumn("equity", Column(result.equity.map(\.value))),
                    NamedColumn("gross", Column(result.exposures.map(\.gross))),
                    NamedColumn("net", Column(result.exposures.map(\.net))),
                ])
        }
        try readable { () throws(CSVFileError) in
            try table.write(csv: folder + "/equity.csv", marksUTC: !labels.isDaily)
        }
        try write(
            folder + "/trades.csv", "entered,exited,symbol,side,quantity,entry,exit,profit,fees",
            trades.map { $0.map(\.1) })
        try write(
            folder + "/orders.csv",
            "order,part,given,symbol,side,type,quantity,limit,stop,trail,trail_percent,status,filled,average_price",
            orders.map { $0.map(\.1) })
        try write(
            folder + "/fills.csv", "time,symbol,side,quantity,price,fee",
            result.fills.map { fill in
                [
                    Cell(labels.text(fill.time, of: fill.instrument)), Cell(symbol(fill.instrument.rawValue)),
                    Cell(fill.isBuy ? "buy" : "sell"), Cell(number: fill.quantity), Cell(number: fill.price),
                    Cell(number: fill.fee),
                ]
            })
        if result.refusals.left > 0 {
            Note.show(
                "\(folder)/refusals.csv holds the first \(result.refusals.first.count) of \(result.refusals.count) refusals"
            )
        }
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
