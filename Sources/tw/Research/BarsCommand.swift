import ArgumentParser
import Foundation
import TradewindsSeries
import TradewindsVocabulary

struct BarsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bars", abstract: "Make bars from a file of trades, or longer bars from bars.",
        discussion: """
            The kinds: time (a bar every SIZE seconds) and session (one for each trading session of --calendar), from \
            trades or from bars; from trades alone tick, volume and dollar (a bar every SIZE trades, contracts or \
            dollars), imbalance and runs (a bar when buys and sells draw apart, or one of them runs, by more than \
            expected; SIZE is the number of trades expected in the first bar).

            Bars of time and sessions begin with their interval; an interval without trades gives none. Intervals are \
            counted from midnight UTC of 1970-01-01, those of whole weeks from Monday's. Bars are joined to whole multiples of their \
            length: one that reaches beyond its interval is refused, for the longer bar would tell what comes after its \
            end. Rows outside every session are left out and \
            counted on standard error. The time of \
            the other kinds is that of a bar's last trade, so several may share one. What is left \
            at the end and fills none of them is no bar, and is counted on standard error. Times keep their zone: without one \
            they have none in the result either, save for sessions, which are in UTC.
            """)

    /// What ends a bar.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case time, session, tick, volume, dollar, imbalance, runs
    }

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

    @Option(help: "A CSV file of trades, time,price,size, or of bars.", completion: .file())
    var from: String

    @Option(help: "What ends a bar.")
    var kind: Kind

    @Option(parsing: .unconditional, help: "How much: seconds, trades, volume or dollars; not for sessions.")
    var size: Double?

    @Option(help: "With --kind session: whose sessions.")
    var calendar: CalendarName?

    @OptionGroup var hours: HoursOptions
    @OptionGroup var times: TimeOptions

    @Option(help: "Imbalance and runs: what they are counted in; dollar without.")
    var measure: Measure?

    @Option(
        parsing: .unconditional,
        help: "Imbalance and runs: trades that the expected imbalance is averaged over; 10000 without.")
    var window: Int?

    @Option(
        parsing: .unconditional,
        help: "Imbalance and runs: average the expected trades over this many bars; without, they stay at SIZE.")
    var averageBars: Int?

    @Option(help: "With --average-bars: bounds of the expected trades, LEAST:MOST.")
    var bounds: String?

    @Option(name: .customLong("csv"), help: "The file to write; without, the bars are printed.", completion: .file())
    var output: String?

    func validate() throws {
        if kind == .session {
            if let size { throw ValidationError("--size \(size): a session has none; leave it out") }
            if calendar == nil { throw ValidationError("--kind session needs --calendar us-equities, cme or forex") }
        } else {
            try checkSize()
            if calendar != nil { throw ValidationError("--calendar goes with --kind session") }
        }
        try hours.check(calendar)
        try times.check(calendar)
        try checkExpectations()
        if let window, window < 1 { throw ValidationError("--window \(window): must be above zero") }
        if let averageBars, averageBars < 1 {
            throw ValidationError("--average-bars \(averageBars): must be above zero")
        }
        if bounds != nil, averageBars == nil { throw ValidationError("--bounds goes with --average-bars") }
        _ = try expectedTicks()
    }

    private func checkExpectations() throws {
        guard kind != .imbalance, kind != .runs else { return }
        let given = [
            ("measure", measure != nil), ("window", window != nil), ("average-bars", averageBars != nil),
            ("bounds", bounds != nil),
        ]
        if let (name, _) = given.first(where: \.1) {
            throw ValidationError("--\(name) goes with --kind imbalance or runs; leave it out")
        }
    }

    private func checkSize() throws {
        guard let size else { throw ValidationError("--size is needed: seconds, trades, volume or dollars") }
        guard size > 0, size.isFinite else { throw ValidationError("--size \(size): must be above zero") }
        if kind == .time, size < 1e-9 || size > 1e9 {
            throw ValidationError("--size \(size): a bar of time lasts from 0.000000001 to 1000000000 seconds")
        }
        if kind == .tick, size != size.rounded() {
            throw ValidationError("--size \(size): a whole number of trades")
        }
    }

    func run() throws {
        let file = try times.file(from, of: calendar)
        let (bars, source) = try made(of: file)
        if bars.isEmpty, kind != .session { Note.show("no bar: the \(source) of \(from) do not fill one") }
        // A session's beginning is an instant, whatever the times of the file are.
        try ResearchOutput.write(bars.table, to: output, marksUTC: file.timesHaveZone || kind == .session)
        if let output { print("\(bars.count) bars from \(source) in \(output)") }
    }

    /// The bars, and what they are made of.
    private func made(of file: TableFile) throws -> (bars: BarSeries, source: String) {
        switch try readable({ () throws(CSVFileError) in try file.prices() }) {
        case .ticks(let ticks):
            noteOutside(ticks.time, ticks.size, "trades", file)
            let bars = try usable { () throws(SeriesError) in try make(from: ticks) }
            noteLeft(of: ticks.count, bars)
            return (bars, "\(ticks.count) trades")
        case .bars(let bars):
            let result = try longer(bars, file)
            noteOutside(bars.time, bars.volume, "bars", file)
            return (result, "\(bars.count) bars")
        case .quotes:
            throw ValidationError("\(from): holds quotes; name a file of trades, time,price,size, or of bars")
        }
    }

    /// Says which bar reaches beyond its interval, and which sizes would hold it.
    private func refusal(_ error: SeriesError, of bars: BarSeries, _ file: TableFile) -> String {
        guard case .beyondInterval(let row, let bar, let interval) = error, let step = bars.time.usualStep?.length
        else {
            return "\(error)"
        }
        func text(_ length: Duration) -> String { Cell(parameter: length / .seconds(1)).plain }
        let isMultiple = interval >= step && (interval / step).remainder(dividingBy: 1) == 0
        let remedy =
            isMultiple
            ? "they do not begin on the clock of UTC; take a --size that divides their beginnings, or --kind session"
            : "--size must be a whole multiple of \(text(step)), such as \(text(step * 2))"
        return "--size \(text(interval)): \(from):\(file.line(ofRow: row)): the bar lasts \(text(bar)) seconds and "
            + "reaches beyond its interval; \(remedy)"
    }

    /// Counts the trades at the end that fill no bar.
    private func noteLeft(of trades: Int, _ bars: BarSeries) {
        guard kind != .time, kind != .session, let last = bars["last_tick"]?.last, Int(last) < trades else { return }
        let left = trades - Int(last)
        Note.show("\(left) \(left == 1 ? "trade" : "trades") at the end of \(from) fill no bar and are left out")
    }

    private func longer(_ bars: BarSeries, _ file: TableFile) throws -> BarSeries {
        switch kind {
        case .time:
            do throws(SeriesError) {
                return try bars.resampled(every: .nearest(seconds: size ?? 0), origin: origin)
            } catch { throw ValidationError(refusal(error, of: bars, file)) }
        case .session:
            let result = try usable { () throws(SeriesError) in try bars.resampled(into: sessions(of: bars.time)) }
            if result.isEmpty, bars.time.areDates {
                throw ValidationError("\(from): holds bars of days or longer; a session is made of shorter ones")
            }
            return result
        default:
            throw ValidationError(
                "--kind \(kind.rawValue): is made of trades, and \(from) holds bars; --kind time or session makes longer ones"
            )
        }
    }

    private func make(from ticks: TickSeries) throws(SeriesError) -> BarSeries {
        let size = size ?? 0
        return switch kind {
        case .time: try ticks.bars(every: .nearest(seconds: size), origin: origin)
        case .session: try ticks.bars(in: sessions(of: ticks.time))
        case .tick: try ticks.bars(by: .ticks, size: size)
        case .volume: try ticks.bars(by: .volume, size: size)
        case .dollar: try ticks.bars(by: .value, size: size)
        case .imbalance: try ticks.imbalanceBars(by: (measure ?? .dollar).tradeMeasure, rule: rule(size))
        case .runs: try ticks.runBars(by: (measure ?? .dollar).tradeMeasure, rule: rule(size))
        }
    }

    /// Where intervals are counted from: weeks begin on Monday, and the first day of 1970 was a Thursday.
    private var origin: Timestamp? {
        let week = 604_800.0
        guard let size, size.remainder(dividingBy: week) == 0 else { return nil }
        return CivilDate(year: 1970, month: 1, day: 5)?.midnightUTC
    }

    /// Says what of a file no session holds, and what would hold it.
    private func noteOutside(_ times: Column<Timestamp>, _ volumes: Column<Double>, _ rows: String, _ file: TableFile) {
        guard kind == .session, var cursor = try? SessionCursor(sessions(of: times)) else { return }
        let outside = times.indices.filter { cursor.start(of: times[$0]) == nil }
        guard !outside.isEmpty else { return }
        let volume = outside.reduce(0) { $0 + volumes[$1] }
        var remedies: [String] = []
        if !file.timesHaveZone, !self.times.marketTimes {
            remedies.append("--market-times where the times are the market's own")
        }
        if calendar == .usEquities, !hours.extended { remedies.append("--extended for the early and the late session") }
        remedies.append("--kind time keeps every row")
        let result = outside.count == times.count ? "no bar: " : ""
        Note.show(
            "\(result)\(outside.count) of \(times.count) \(rows) of \(from), with a volume of \(volume), lie outside every "
                + "session and are left out: \(remedies.joined(separator: ", "))")
    }

    private func sessions(of times: Column<Timestamp>) -> [Range<Timestamp>] {
        guard let calendar, let first = times.first, let last = times.last else { return [] }
        return calendar.days(first...last).map { hours.hours(of: $0, calendar) }
    }

    private func rule(_ size: Double) -> InformationRule {
        InformationRule(
            initialTicks: size, window: window ?? 10_000, expectedTicks: (try? expectedTicks()) ?? .constant,
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
    /// - `marksUTC`: Whether times of day end in `Z`: where those of the input name a zone, so that none is lost.
    static func write(_ table: ColumnTable, to file: String?, marksUTC: Bool) throws {
        guard let file else {
            print(table.csvText(marksUTC: marksUTC), terminator: "")
            return
        }
        try readable { () throws(CSVFileError) in try table.write(csv: file, marksUTC: marksUTC) }
    }

    static func write(text: String, to file: String?) throws {
        guard let file else {
            print(text, terminator: "")
            return
        }
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: file)) } catch {
            throw ValidationError("--csv \(file): cannot be written; name a file in a folder that is writable")
        }
    }
}
