import ArgumentParser
import Foundation
import TradewindsSeries

struct LabelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Label bars for learning, weigh the labels, difference prices.",
        subcommands: [TripleBarrierCommand.self, LabelWeightsCommand.self, FractionalDifferenceCommand.self])
}

struct TripleBarrierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triple-barrier", abstract: "Label events by the barrier that the close meets first.",
        discussion: """
            The barriers are multiples of the daily volatility at the event: the exponentially weighted deviation of \
            returns since the last bar earlier than a day before. On daily bars, where the bar a day before is not earlier, \
            these are returns over two bars, as in the book's getDailyVol and mlfinpy's get_daily_vol. Writes for each \
            event its beginning and end, the target, the profit, the barrier and the label: 1 profit, -1 loss, 0 the end of its time; with \
            --side 1 to take the bet and 0 to leave it.

            Events end as in mlfinpy 0.1.2, and two things differ: a label tells which barrier the close met, where \
            mlfinpy compares the logarithmic return with the multiple of log(1 + target), so that with multiples other \
            than 1 an event that met its barrier may be 0 there and one that met none 1 or -1; and without --side the \
            loss has its own multiple, where mlfinpy puts both barriers at that of the profit.
            """)

    @Option(help: "A CSV file of bars.", completion: .file())
    var data: String

    @Option(parsing: .unconditional, help: "The gain that ends an event, in multiples of the volatility; 0 for none.")
    var profit = 1.0

    @Option(parsing: .unconditional, help: "The loss that ends an event, in multiples of the volatility; 0 for none.")
    var loss = 1.0

    @Option(parsing: .unconditional, help: "The span of the exponential average of the daily volatility, in bars.")
    var volatilitySpan = 100.0

    @Option(parsing: .unconditional, help: "The bars after which an event ends.")
    var horizon: Int?

    @Option(parsing: .unconditional, help: "Leave out events whose volatility is not above this return.")
    var minimumReturn = 0.0

    @Option(help: "The events: every bar, or cusum:THRESHOLD, such as cusum:0.01 for moves of one percent.")
    var events = "every"

    @Option(help: "A column of the bars with the side of a bet: above zero long, below short, else no event.")
    var side: String?

    @Flag(help: "Label the end of the time by the sign of the return, not by 0.")
    var signAtHorizon = false

    @Option(name: .customLong("csv"), help: "The file to write; without, the labels are printed.", completion: .file())
    var output: String?

    func validate() throws {
        guard profit >= 0, loss >= 0 else { throw ValidationError("--profit and --loss are zero or more") }
        guard profit > 0 || loss > 0 || horizon != nil else {
            throw ValidationError("--profit, --loss or --horizon must be given, or nothing ends an event")
        }
        if let horizon, horizon < 1 { throw ValidationError("--horizon \(horizon): at least one bar") }
        guard volatilitySpan >= 1 else { throw ValidationError("--volatility-span \(volatilitySpan): at least 1") }
        guard minimumReturn >= 0 else { throw ValidationError("--minimum-return \(minimumReturn): zero or more") }
        _ = try threshold()
    }

    func run() throws {
        let (bars, hasZone) = try labelledBars(data)
        let threshold = try threshold()
        let rows = try usable { () throws(SeriesError) in
            try threshold.map { value throws(SeriesError) in try bars.close.cusumEvents(threshold: value) }
                ?? Array(0..<bars.count)
        }
        let (events, sides) = try sides(of: rows, in: bars)
        let labels = try usable { () throws(SeriesError) in
            try bars.tripleBarrierLabels(
                events: events, targets: bars.dailyVolatility(span: volatilitySpan), rule: rule, sides: sides)
        }
        if labels.isEmpty { Note.show("no label: \(reason(rows: rows, events: events, of: bars))") }
        try write(labels, at: bars.time.csvTexts(marksUTC: hasZone))
    }

    /// Why no event has a label.
    private func reason(rows: [Int], events: [Int], of bars: BarSeries) -> String {
        if rows.isEmpty, !bars.isEmpty { return "--events \(self.events) finds none in \(data)" }
        if events.isEmpty, let side { return "no event of \(data) has a side in column \(side)" }
        let known = (try? bars.dailyVolatility(span: volatilitySpan)) ?? []
        let able = events.filter { known[$0].map { $0 > minimumReturn } ?? false }
        return able.isEmpty
            ? "no event of \(data), \(bars.count) bars, has a daily volatility above \(minimumReturn): it begins with the "
                + "second bar that has one more than a day before it"
            : "no event of \(data), \(bars.count) bars, meets a barrier before the last bar; lower the barriers, give "
                + "--horizon or more bars"
    }

    private var rule: BarrierRule {
        BarrierRule(
            profit: profit > 0 ? profit : nil, loss: loss > 0 ? loss : nil, horizon: horizon,
            minimumReturn: minimumReturn, atHorizon: signAtHorizon ? .sign : .zero)
    }

    private func threshold() throws -> Double? {
        if events == "every" { return nil }
        let parts = events.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "cusum", let value = Double(parts[1]), value > 0, value.isFinite else {
            throw ValidationError("--events \(events): write every, or cusum:0.01")
        }
        return value
    }

    private func sides(of rows: [Int], in bars: BarSeries) throws -> ([Int], [BetSide]?) {
        guard let side else { return (rows, nil) }
        guard let column = bars.table[side] else {
            throw ValidationError(
                "\(data): no column \(side); --side is one of \(bars.table.names.joined(separator: ", "))")
        }
        let bets = rows.filter { column[$0] > 0 || column[$0] < 0 }
        return (bets, bets.map { column[$0] > 0 ? .long : .short })
    }

    private func write(_ labels: [BarrierLabel], at times: [String]) throws {
        var text = "time,end,row,end_row,side,target,profit,barrier,label\n"
        for label in labels {
            let side = label.side.map { $0 == .long ? "1" : "-1" } ?? ""
            text += "\(times[label.row]),\(times[label.endRow]),\(label.row),\(label.endRow),\(side),"
            text += "\(label.target),\(label.profit),\(label.barrier),\(label.label)\n"
        }
        try ResearchOutput.write(text: text, to: output)
        guard let output else { return }
        let barriers: [BarrierLabel.Barrier] = [.profit, .loss, .horizon]
        let counts = barriers.map { barrier in "\(labels.count { $0.barrier == barrier }) \(barrier)" }
        print("\(labels.count) labels in \(output), by barrier: \(counts.joined(separator: ", "))")
    }
}

struct LabelWeightsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weights", abstract: "Weigh labels by how much of their time and return is their own.")

    @Option(help: "The CSV file of bars that was labelled.", completion: .file())
    var data: String

    @Option(help: "The file that `tw label triple-barrier` wrote.", completion: .file())
    var labels: String

    @Option(
        parsing: .unconditional,
        help: "The factor of the oldest label, from 0 to 1; below 0, the share of the oldest that gets nothing.")
    var decay = 1.0

    @Option(name: .customLong("csv"), help: "The file to write; without, the weights are printed.", completion: .file())
    var output: String?

    func validate() throws {
        guard decay > -1, decay <= 1 else { throw ValidationError("--decay \(decay): above -1 and not above 1") }
    }

    func run() throws {
        let bars = try labelledBars(data).bars
        let file = try readable { () throws(CSVFileError) in try TableFile(csv: labels) }
        let table = file.table
        guard let rows = table["row"], let ends = table["end_row"] else {
            let missing = table["row"] == nil ? "row" : "end_row"
            throw ValidationError(
                "\(labels): no column \(missing); name the file that tw label triple-barrier wrote")
        }
        let spans = try zip(rows, ends).enumerated().map { place, span in
            guard let row = Int(exactly: span.0), let end = Int(exactly: span.1), row >= 0, row <= end else {
                let error = file.failure(
                    row: place, column: "end_row", "bars \(span.0) to \(span.1) are no span of bars",
                    "name the file that tw label triple-barrier wrote")
                throw ValidationError("\(error)")
            }
            let reason =
                end >= bars.count
                ? "bar \(end) is none of the \(bars.count) bars of \(data)"
                : table.time[place] != bars.time[row] ? "it is not the time of bar \(row) of \(data)" : nil
            if let reason {
                let error = file.failure(
                    row: place, column: end >= bars.count ? "end_row" : "time", reason,
                    "name the bars that were labelled with --data")
                throw ValidationError("\(error)")
            }
            return row...end
        }
        let result = try usable { () throws(SeriesError) in try weights(spans, bars, table) }
        try ResearchOutput.write(result, to: output, marksUTC: file.timesHaveZone)
        if let output { print("\(spans.count) weights in \(output)") }
    }

    private func weights(
        _ spans: [ClosedRange<Int>], _ bars: BarSeries, _ labels: ColumnTable
    ) throws(SeriesError) -> ColumnTable {
        let all = try LabelSpans(spans, rows: bars.count)
        let own = try all.weightsByReturn(close: bars.close)
        let columns = [
            ("row", spans.map { Double($0.lowerBound) }), ("end_row", spans.map { Double($0.upperBound) }),
            ("concurrency", spans.map { Double(all.concurrency[$0.lowerBound]) }),
            ("uniqueness", all.averageUniqueness), ("weight", own), ("decay", try all.timeDecay(oldest: decay)),
        ]
        return try ColumnTable(time: labels.time, columns: columns.map { NamedColumn($0.0, Column($0.1)) })
    }
}

struct FractionalDifferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fracdiff", abstract: "Difference a column by a fraction, with a window of fixed width.")

    @Option(help: "A CSV file with a column of times.", completion: .file())
    var data: String

    @Option(
        name: .customLong("d"), parsing: .unconditional,
        help: "How far: 0 leaves the column as it is, 1 is the plain difference.")
    var order: Double

    @Option(
        parsing: .unconditional,
        help: "Weights below it are cut: below --d, and not so low that more weights are left than rows.")
    var threshold = 1e-4

    @Option(help: "The column; without, close, price or the first.")
    var column: String?

    @Flag(help: "Difference the logarithm.")
    var log = false

    @Option(name: .customLong("csv"), help: "The file to write; without, the values are printed.", completion: .file())
    var output: String?

    func validate() throws {
        guard order >= 0, order.isFinite else { throw ValidationError("--d \(order): must be zero or more") }
        guard threshold > 0 else { throw ValidationError("--threshold \(threshold): must be above zero") }
    }

    func run() throws {
        let file = try readable { () throws(CSVFileError) in try TableFile(csv: data) }
        let name = column ?? ["close", "price"].first { file.table[$0] != nil }
        let source = try readable { () throws(CSVFileError) in try file.column(name) }
        let rows = try readable { () throws(CSVFileError) in try file.filledRows(of: source) }
        var values = source.values.rows(rows)
        if log {
            if let row = values.firstIndex(where: { $0 <= 0 }) {
                let error = file.failure(
                    row: rows.lowerBound + row, column: source.name, "\(values[row]) is not above zero",
                    "leave out --log, or the row")
                throw ValidationError("\(error)")
            }
            values = Column(values.map { Foundation.log($0) })
        }
        let difference = try usable { () throws(SeriesError) in
            try FractionalDifference(order: order, threshold: threshold, longest: values.count + 1)
        }
        try check(difference.weights.count, rows: values.count)
        let blank = [Double](repeating: .nan, count: rows.lowerBound)
        let result = blank + difference.values(of: values).map { $0 ?? .nan }
        let written = try usable { () throws(SeriesError) in
            try ColumnTable(time: file.table.time, columns: [NamedColumn("fracdiff", Column(result))])
        }
        try ResearchOutput.write(written, to: output, marksUTC: file.timesHaveZone)
        guard let output else { return }
        let count = result.count { !$0.isNaN }
        print("\(count) values of \(written.count) rows with \(difference.weights.count) weights in \(output)")
    }

    /// Refuses weights that leave every value as it is, or need more rows than there are.
    private func check(_ weights: Int, rows: Int) throws {
        if order > 0, weights == 1 {
            throw ValidationError(
                "--threshold \(threshold): cuts every weight but the first, so that nothing is differenced; give one not "
                    + "above --d \(order)")
        }
        if weights > rows {
            throw ValidationError(
                "--threshold \(threshold): leaves more weights than the \(rows) values of \(data), so that no window is "
                    + "filled; raise it, 1e-4 is usual, or give more rows")
        }
    }
}

/// Bars with prices above zero, as labels need them; several may share a time.
private func labelledBars(_ file: String) throws -> (bars: BarSeries, hasZone: Bool) {
    let source = try readable { () throws(CSVFileError) in try TableFile(csv: file) }
    guard case .bars(let bars) = try readable({ () throws(CSVFileError) in try source.prices() }) else {
        throw ValidationError("\(file): holds no bars; name a file of time,open,high,low,close,volume")
    }
    return (bars, source.timesHaveZone)
}
