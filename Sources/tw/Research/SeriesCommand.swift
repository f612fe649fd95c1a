import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsSeries
import TradewindsVocabulary

struct SeriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series", abstract: "Put files on one clock, find their gaps, adjust prices, list sessions.",
        subcommands: [
            SeriesAlign.self, SeriesGaps.self, SeriesAdjust.self, SeriesSessions.self,
        ])
}

struct SeriesAlign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "align", abstract: "Put a column of several files on a common clock.",
        discussion: """
            Writes a time and a column for each file, named by it. No value is invented: a cell is empty where a file has \
            no number at that time, unless --fill-forward asks for the last one before. Bars stand at their beginning in \
            most files, and their close is known at their end only: filled forward beside shorter ones, the close of a day \
            would stand in its every minute. --ends puts each row at its end, so that a cell never holds what comes \
            later. Of rows that share a time the last \
            counts.
            """)

    /// Which times the clock has.
    enum Join: String, ExpressibleByArgument, CaseIterable { case inner, outer, first }

    @Argument(help: "CSV files, oldest row first.", completion: .file())
    var files: [String]

    @Option(help: "The column to take; without, close or the first.")
    var column: String?

    @Option(help: "The times: those that all files have (inner), that any has (outer), or those of the first file.")
    var join = Join.outer

    @Flag(help: "Fill holes with the last number before, where there is one.")
    var fillForward = false

    @Flag(
        help: """
            Put each row at its end: its time and the usual distance of its file's rows, or the next row's time where that \
            comes first. A date becomes the midnight UTC that ends it.
            """)
    var ends = false

    @Option(name: .customLong("csv"), help: "The file to write; without, the rows are printed.", completion: .file())
    var output: String?

    func run() throws {
        let sources = try files.map { file in try readable { () throws(CSVFileError) in try TableFile(csv: file) } }
        let series = try sources.map(series)
        let join: Alignment.Join =
            switch join {
            case .inner: .inner
            case .outer: .outer
            case .first: .of(0)
            }
        let table = try usable { () throws(SeriesError) in
            let clock = try Alignment(series.map(\.time), join: join, fillsForward: fillForward)
            var columns: [NamedColumn] = []
            for (place, one) in series.enumerated() {
                let values = try clock.values(one.values, of: place).map { $0 ?? .nan }
                columns.append(NamedColumn(name(place), Column(values)))
            }
            return try ColumnTable(time: clock.time, columns: columns)
        }
        if table.count == 0 { Note.show("no time that all of the files have") }
        try ResearchOutput.write(table, to: output, marksUTC: sources.contains(where: \.timesHaveZone))
        if let output { print("\(table.count) times of \(files.count) files in \(output)") }
    }

    /// The rows of a file that have a number: a hole in a file is a hole on the clock.
    private func series(_ source: TableFile) throws -> (time: Column<Timestamp>, values: Column<Double>) {
        let values = try readable { () throws(CSVFileError) in try source.column(column) }.values
        let rows = values.indices.filter { !values[$0].isNaN }
        let times = try ends ? self.ends(of: source) : source.table.time
        return (Column(rows.map { times[$0] }), Column(rows.map { values[$0] }))
    }

    private func ends(of source: TableFile) throws -> Column<Timestamp> {
        guard let ends = source.table.time.ends else {
            throw ValidationError(
                "\(source.file): --ends needs rows at a usual distance, and they have none; leave it out where times are ends"
            )
        }
        return ends
    }

    /// The file's symbol; of files with one symbol the later ones are counted.
    private func name(_ place: Int) -> String {
        let symbols = files.map { PriceFile.symbol(ofFile: $0) }
        func isEqual(_ other: Int) -> Bool { symbols[other].lowercased() == symbols[place].lowercased() }
        let before = (0..<place).count(where: isEqual)
        return before == 0 ? symbols[place] : "\(symbols[place])_\(before + 1)"
    }
}

struct SeriesAdjust: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adjust", abstract: "Apply splits and dividends to the bars before them.",
        discussion: """
            ACTIONS is a CSV of date,kind,value: the first day that trades without, split with its ratio (2 for two for \
            one) or dividend with its amount. A split divides the prices before it and multiplies their volumes; a \
            dividend multiplies the prices before it by 1 - amount / close, with the last close before it as the file has \
            it. The last prices stay as they are. An action that has no bar before it or none behind it changes nothing, and \
            is named on standard error; one that stands there twice is refused. A bar's day is that of its date, or with --calendar that of the \
            market's zone.
            """)

    @Argument(help: "A CSV file of bars.", completion: .file())
    var file: String

    @Option(help: "The CSV file of actions.", completion: .file())
    var actions: String

    @Option(help: "Whose zone tells the day of bars within days; UTC without.")
    var calendar: CalendarName?

    @Option(name: .customLong("csv"), help: "The file to write; without, the bars are printed.", completion: .file())
    var output: String?

    func run() throws {
        let source = try readable { () throws(CSVFileError) in try TableFile(csv: file) }
        guard case .bars(let bars) = try readable({ () throws(CSVFileError) in try source.prices() }) else {
            throw ValidationError("\(file): holds no bars; name a file of time,open,high,low,close,volume")
        }
        let list = try readable { () throws(CSVFileError) in try CorporateActionFile(csv: actions) }
        let zone = bars.time.areDates ? nil : calendar?.calendar.zone
        func date(_ time: Timestamp) -> CivilDate { zone.map { $0.date(at: time) } ?? time.utcDate }
        let days = bars.time.first.map(date).flatMap { first in bars.time.last.map { first...date($0) } }
        let used = list.actions.indices.filter { isInside($0, of: list, days) }
        let adjusted: BarSeries
        do { adjusted = try bars.adjusted(for: used.map { list.actions[$0] }, date: date) } catch {
            let wrong = used.first { (try? bars.adjusted(for: [list.actions[$0]], date: date)) == nil }
            guard let wrong else { throw ValidationError("\(error)") }
            throw ValidationError("\(list.failure(action: wrong, "\(error)", "correct the row or leave it out"))")
        }
        try ResearchOutput.write(adjusted.table, to: output, marksUTC: source.timesHaveZone)
        if let output { print("\(adjusted.count) bars with \(used.count) actions in \(output)") }
    }

    /// Whether bars stand before and behind an action; says so where not, since it changes nothing then.
    private func isInside(_ place: Int, of list: CorporateActionFile, _ days: ClosedRange<CivilDate>?) -> Bool {
        let date = list.actions[place].date
        guard let days, date <= days.lowerBound || date > days.upperBound else { return days != nil }
        let reason =
            date > days.upperBound
            ? "\(date) is after the last bar, \(days.upperBound)"
            : "no bar is before \(date), the first is of \(days.lowerBound)"
        Note.show("\(list.failure(action: place, reason, "it changes nothing; leave it out or name a longer file"))")
        return false
    }
}

struct SeriesSessions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "List a market's trading sessions, in UTC.",
        discussion: """
            Writes date,open,close,early for each session: the main one of stocks, the whole trading day of futures and \
            currencies, which begins on the evening before. early is 1 where it ends before the usual hour.
            """)

    @Option(help: "Whose sessions.")
    var calendar: CalendarName

    @Option(help: "The first date, such as 2024-01-01.")
    var from: String

    @Option(help: "The last date.")
    var to: String

    @OptionGroup var hours: HoursOptions

    @Option(
        name: .customLong("csv"), help: "The file to write; without, the sessions are printed.", completion: .file())
    var output: String?

    func validate() throws {
        try hours.check(calendar)
        _ = try dates()
    }

    func run() throws {
        let sessions = calendar.sessions(try dates())
        var text = "date,open,close,early\n"
        for day in sessions {
            let hours = hours.hours(of: day, calendar)
            let times = Column([hours.lowerBound, hours.upperBound]).csvTexts(marksUTC: true)
            let isEarly = calendar.calendar.earlyClose(day.date) != nil
            text += "\(day.date),\(times[0]),\(times[1]),\(isEarly ? 1 : 0)\n"
        }
        try ResearchOutput.write(text: text, to: output)
        if let output { print("\(sessions.count) sessions in \(output)") }
    }

    private func dates() throws -> ClosedRange<CivilDate> {
        let ends = try [("from", from), ("to", to)].map { name, text in
            guard let date = CivilDate(text) else { throw ValidationError("--\(name) \(text): write 2024-01-31") }
            return date
        }
        guard ends[0] <= ends[1] else { throw ValidationError("--to \(to): is before --from \(from)") }
        guard ends[1].daysSince1970 - ends[0].daysSince1970 <= 100_000 else {
            throw ValidationError("--to \(to): at most 100000 days after --from")
        }
        return ends[0]...ends[1]
    }
}
