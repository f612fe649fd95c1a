import Foundation
import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// Prints what happens in a run, keeps it in the log, and sums it up.
actor RunJournal {
    private let isJSON: Bool
    private let log: FileHandle?
    private let symbols: [String]
    private var fills: [String: Fill] = [:]
    /// What the log had of fills before this run went on from where another was ended.
    private var logged: Set<String> = []
    private var gateRefusals = 0
    private var isCounting = true
    /// How many of each reason.
    private var refusals: [String: Int] = [:]

    /// - `goesOn`: Whether the log may have fills that the saved state does not know yet: they are not logged again.
    /// - Throws: `Failure` where the log cannot be written.
    init(json: Bool, log path: String?, symbols: [String], goesOn: Bool) throws {
        isJSON = json
        self.symbols = symbols
        guard let path else {
            log = nil
            return
        }
        let isThere = FileManager.default.fileExists(atPath: path)
        guard isThere || FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path), (try? handle.seekToEnd()) != nil
        else { throw Failure("--log \(path): no such folder, or no permission") }
        log = handle
        if goesOn, let text = try? String(contentsOfFile: path, encoding: .utf8) {
            logged = Set(text.split(separator: "\n").filter { $0.contains("\"fill\"") }.map(String.init))
        }
    }

    func note(_ text: String) { tell([("event", "note"), ("text", Cell(text))], text) }

    func began(_ record: RunRecord, restored: Bool, positions: [Quantity]) {
        let place = "\(record.host):\(record.port)"
        logged = []
        tell(
            [
                ("event", "start"), ("strategy", Cell(record.strategy)),
                ("symbols", .list(record.symbols.map { Cell($0) })), ("gateway", Cell(place)),
                ("account", Cell(record.account)), ("restored", .flag(restored)),
                ("positions", .list(positions.map { Cell(number: $0) })), ("process", Cell(Int(record.process))),
            ],
            "\(record.strategy) on \(record.symbols.joined(separator: ", ")) at \(place), account \(record.account)"
                + (restored ? ", going on with \(positions.map(\.description).joined(separator: ", "))" : ""))
    }

    /// Prints a fill when it is new; its commission comes later.
    func filled(_ fill: Fill) {
        defer { fills[fill.execution.id] = fill }
        guard fills[fill.execution.id] == nil else { return }
        let execution = fill.execution
        let isBuy = execution.side == .bought
        tell(
            [
                ("event", "fill"), ("time", Cell(execution.time)), ("symbol", Cell(fill.contract.localSymbol)),
                ("side", isBuy ? "buy" : "sell"), ("quantity", Cell(number: execution.quantity)),
                ("price", Cell(execution.price)), ("execution", Cell(execution.id)),
            ],
            "\(execution.time)  \(isBuy ? "bought" : "sold") \(execution.quantity ?? 0) "
                + "\(fill.contract.localSymbol) at \(execution.price)")
    }

    /// Takes no more refusals: the run is over, and what its strategy orders goes nowhere.
    func stopCounting() { isCounting = false }

    /// Prints the gate's refusals that are new.
    func refused(_ all: [Refusal]) {
        guard isCounting else { return }
        for refusal in all.dropFirst(gateRefusals) { refused(refusal) }
        gateRefusals = all.count
    }

    /// Prints a refusal.
    func refused(_ refusal: Refusal) {
        refusals[refusal.reason.name, default: 0] += 1
        let place = refusal.intent.instrument.rawValue
        let symbol = symbols.indices.contains(place) ? symbols[place] : ""
        let side = refusal.intent.side == .buy ? "buy" : "sell"
        tell(
            [
                ("event", "refused"), ("time", Cell(HistoryCommand.text(refusal.time))), ("symbol", Cell(symbol)),
                ("side", Cell(side)), ("quantity", Cell(number: refusal.intent.quantity)),
                ("reason", Cell(refusal.reason.name)), ("text", Cell(refusal.reason.description)),
            ],
            "\(HistoryCommand.text(refusal.time))  refused: \(side) \(refusal.intent.quantity) \(symbol): "
                + refusal.reason.description)
    }

    /// The end: everything counted. Profit and statistics are the run's own, equity the account's.
    ///
    /// - `closed`: What each fill that closed something earned.
    func ended(
        because reason: String, profits: [(time: Timestamp, value: Money)], before: Money?, equity: Money?,
        positions: [Quantity], closed: [Money]
    ) {
        let reports = fills.values.compactMap(\.commission)
        let report = before.flatMap { before in Self.report(profits.map { ($0.time, before + $0.value) }) }
        let reasons = refusals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let totals: [(String, Cell)] = [
            ("event", "end"), ("because", Cell(reason)), ("fills", Cell(fills.count)),
            ("refused", Cell(refusals.values.reduce(0, +))), ("reasons", Cell(reasons)),
            ("positions", .list(positions.map { Cell(number: $0) })), ("profit", Cell(number: profits.last?.value)),
            ("equity", Cell(number: equity)), ("realized", Cell(Self.cents(closed.reduce(.zero, +).doubleValue))),
            ("fees", Cell(Self.cents(reports.reduce(0) { $0 + $1.commission }))),
            ("closing_fills", Cell(closed.count)), ("won", Cell(closed.count { $0 > .zero })),
            ("bars", Cell(profits.count)),
            ("sharpe", Cell(report?.returns.sharpe)), ("volatility", Cell(report?.returns.annualVolatility)),
            ("maximum_drawdown", Cell(report?.drawdown.deepest)),
        ]
        tell(totals, totals.dropFirst().map { "\($0.0): \($0.1.plain)" }.joined(separator: "\n"))
    }

    /// The statistics of a run's bars, as a year of such bars would have them.
    private static func report(_ equity: [(time: Timestamp, value: Money)]) -> PerformanceReport? {
        guard let first = equity.first, let last = equity.last, equity.count > 2 else { return nil }
        let seconds = Double((last.time - first.time).components.seconds)
        guard seconds > 0 else { return nil }
        let values = equity.map(\.value.doubleValue)
        let returns = zip(values.dropFirst(), values).map { $1 == 0 ? 0 : $0 / $1 - 1 }
        let perYear = Double(equity.count - 1) / seconds * 31_557_600
        return try? PerformanceReport(returns: returns, convention: ReturnConvention(periodsPerYear: perYear))
    }

    private static func cents(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    private func tell(_ pairs: [(String, Cell)], _ text: String) {
        let line = Table.object(pairs)
        print(isJSON ? line : text)
        fflush(nil)
        guard !logged.contains(line) else { return }
        try? log?.write(contentsOf: Data((line + "\n").utf8))
    }
}
