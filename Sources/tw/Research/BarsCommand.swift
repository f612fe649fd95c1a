import ArgumentParser
import TradewindsSeries

struct BarsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bars", abstract: "Make bars from a file of trades.",
        discussion: """
            The kinds: time (a bar every SIZE seconds), tick, volume and dollar (a bar every SIZE trades, contracts or \
            dollars), imbalance and runs (a bar when buys and sells draw apart, or one of them runs, by more than \
            expected; SIZE is the number of trades expected in the first bar).
            """)

    /// What ends a bar.
    enum Kind: String, ExpressibleByArgument, CaseIterable { case time, tick, volume, dollar, imbalance, runs }

    /// What an imbalance or a run is counted in.
    enum Measure: String, ExpressibleByArgument, CaseIterable {
        case tick, volume, dollar

        var tradeMeasure: TradeMeasure {
            switch self {
            case .tick: .ticks
            case .volume: .volume
            case .dollar: .value
            }
        }
    }

    @Option(help: "A CSV file of trades: time,price,size.", completion: .file())
    var from: String

    @Option(help: "What ends a bar.")
    var kind: Kind

    @Option(help: "How much: seconds, trades, volume or dollars.")
    var size: Double

    @Option(help: "What imbalances and runs are counted in.")
    var measure = Measure.dollar

    @Option(help: "Imbalance and runs: trades that the expected imbalance is averaged over.")
    var window = 10_000

    @Option(help: "Imbalance and runs: average the expected trades over this many bars; without, they stay at SIZE.")
    var averageBars: Int?

    @Option(help: "With --average-bars: bounds of the expected trades, LEAST:MOST.")
    var bounds: String?

    @Option(name: .customLong("csv"), help: "The file to write; without, the bars are printed.", completion: .file())
    var output: String?

    func validate() throws {
        guard size > 0, size.isFinite else { throw ValidationError("--size \(size): must be above zero") }
        if kind == .time, size < 1e-9 || size > 1e9 {
            throw ValidationError("--size \(size): a bar of time lasts from 0.000000001 to 1000000000 seconds")
        }
        guard window > 0 else { throw ValidationError("--window \(window): must be above zero") }
        if let averageBars, averageBars < 1 {
            throw ValidationError("--average-bars \(averageBars): must be above zero")
        }
        if bounds != nil, averageBars == nil { throw ValidationError("--bounds goes with --average-bars") }
        _ = try expectedTicks()
    }

    func run() throws {
        let ticks = try readable { () throws(CSVFileError) in try TickSeries(csv: from) }
        let bars = try usable { () throws(SeriesError) in try make(from: ticks) }
        try ResearchOutput.write(bars.table, to: output)
        if let output { print("\(bars.count) bars from \(ticks.count) trades in \(output)") }
    }

    private func make(from ticks: TickSeries) throws(SeriesError) -> BarSeries {
        switch kind {
        case .time: try ticks.bars(every: .seconds(size))
        case .tick: try ticks.bars(by: .ticks, size: size)
        case .volume: try ticks.bars(by: .volume, size: size)
        case .dollar: try ticks.bars(by: .value, size: size)
        case .imbalance: try ticks.imbalanceBars(by: measure.tradeMeasure, rule: rule())
        case .runs: try ticks.runBars(by: measure.tradeMeasure, rule: rule())
        }
    }

    private func rule() -> InformationRule {
        InformationRule(
            initialTicks: size, window: window, expectedTicks: (try? expectedTicks()) ?? .constant,
            shareBars: averageBars ?? 3)
    }

    private func expectedTicks() throws -> InformationRule.ExpectedTicks {
        guard let averageBars else { return .constant }
        guard let bounds else { return .average(bars: averageBars, bounds: nil) }
        let parts = bounds.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
        guard parts.count == 2, let least = parts[0], let most = parts[1], least > 0, least <= most else {
            throw ValidationError("--bounds \(bounds): write LEAST:MOST, such as 100:1000")
        }
        return .average(bars: averageBars, bounds: least...most)
    }
}

/// Runs what reads or writes a file, and says which option to mend.
func readable<Value>(_ body: () throws(CSVFileError) -> Value) throws -> Value {
    do throws(CSVFileError) { return try body() } catch { throw ValidationError("\(error)") }
}

/// Runs a calculation, and says what it refuses.
func usable<Value>(_ body: () throws(SeriesError) -> Value) throws -> Value {
    do throws(SeriesError) { return try body() } catch { throw ValidationError("\(error)") }
}

/// Writes what a research command gives, to a file or to the terminal.
enum ResearchOutput {
    static func write(_ table: ColumnTable, to file: String?) throws {
        guard let file else {
            print(table.csvText(), terminator: "")
            return
        }
        try readable { () throws(CSVFileError) in try table.write(csv: file) }
    }
}
