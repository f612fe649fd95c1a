import ArgumentParser
import TradewindsExchange
import TradewindsSeries
import TradewindsVocabulary

struct SeriesGaps: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "Say where rows are missing between a file's first and last.",
        discussion: """
            Writes from,until,missing: the first time at which a row is missing, the time of the next row, and how many \
            are missing between. Rows are expected every --every seconds, the usual distance of the file's rows without. \
            With --calendar they are expected in its sessions alone; a file of dates then has one row a session, and \
            rows outside every session are counted on standard error. Times keep their zone: without one they have none in \
            the result either, save with --calendar, whose sessions are in UTC.
            """)

    @Argument(help: "A CSV file, oldest row first.", completion: .file())
    var file: String

    @Option(parsing: .unconditional, help: "Seconds from row to row.")
    var every: Double?

    @Option(help: "Whose sessions rows are expected in.")
    var calendar: CalendarName?

    @OptionGroup var hours: HoursOptions
    @OptionGroup var zone: TimeOptions

    @Option(name: .customLong("csv"), help: "The file to write; without, the gaps are printed.", completion: .file())
    var output: String?

    func validate() throws {
        try hours.check(calendar)
        try zone.check(calendar)
        if let every, !(every >= 1e-9 && every <= 1e9) {
            throw ValidationError("--every \(every): 0.000000001 to 1000000000 seconds")
        }
    }

    func run() throws {
        let source = try zone.file(file, of: calendar)
        let times = source.table.time
        guard let first = times.first, let last = times.last, first < last else {
            throw ValidationError("\(file): rows of two times or more are needed")
        }
        let gaps = try calendar.map { try missing(times, first..<last, in: $0) } ?? missing(times, first..<last)
        try write(gaps, marksUTC: !times.areDates && (source.timesHaveZone || calendar != nil))
    }

    /// Without sessions a row is expected after every step.
    private func missing(_ times: Column<Timestamp>, _ span: Range<Timestamp>) throws -> [SeriesGap] {
        let step = try every.map { Duration.nearest(seconds: $0) } ?? usual(times)
        return try usable { () throws(SeriesError) in try times.gaps(every: step, in: [span]) }
    }

    private func missing(
        _ times: Column<Timestamp>, _ span: Range<Timestamp>, in name: CalendarName
    ) throws -> [SeriesGap] {
        let days = name.days(span.lowerBound...span.upperBound)
        if times.areDates, every == nil {
            // A row for each session, at midnight of its date: neighbouring gaps are one.
            // In the market's zone midnight UTC may be the day before.
            let midnights = days.map { $0.date.midnightUTC }.filter { (span.lowerBound...span.upperBound).contains($0) }
            let spans = midnights.map { $0..<($0 + .seconds(86_400)) }
            noteOutside(times, spans)
            let gaps = try usable { () throws(SeriesError) in try times.gaps(every: .seconds(86_400), in: spans) }
            return joined(gaps, times)
        }
        // Sessions are cut to the file: what came before its first row and after its last is not known.
        let sessions = days.map { hours.hours(of: $0, name) }
        noteOutside(times, sessions)
        let cut = sessions.map { $0.clamped(to: span) }.filter { !$0.isEmpty }
        let step = try every.map { Duration.nearest(seconds: $0) } ?? usual(times)
        return try usable { () throws(SeriesError) in try times.gaps(every: step, in: cut) }
    }

    /// Gaps with no row between them are one.
    private func joined(_ gaps: [SeriesGap], _ times: Column<Timestamp>) -> [SeriesGap] {
        var result: [SeriesGap] = []
        for gap in gaps {
            let next = times.firstRow(atOrAfter: gap.from)
            let until = next < times.count ? times[next] : gap.until
            if let last = result.last, last.until == until {
                result[result.count - 1].missing = (last.missing ?? 0) + (gap.missing ?? 0)
            } else {
                result.append(gap)
                result[result.count - 1].until = until
            }
        }
        return result
    }

    private func noteOutside(_ times: Column<Timestamp>, _ sessions: [Range<Timestamp>]) {
        var next = 0
        let outside = times.count { time in
            while next < sessions.count, sessions[next].upperBound <= time { next += 1 }
            return next == sessions.count || !sessions[next].contains(time)
        }
        if outside > 0 { Note.show("\(outside) of \(times.count) rows lie outside every session") }
    }

    /// The distance that most neighbours have.
    private func usual(_ times: Column<Timestamp>) throws -> Duration {
        guard let step = times.usualStep else {
            throw ValidationError("\(file): rows of two times or more are needed")
        }
        return step.length
    }

    private func write(_ gaps: [SeriesGap], marksUTC: Bool) throws {
        // One layout for both columns: dates where the file has dates.
        let texts = Column(gaps.flatMap { [$0.from, $0.until] }).csvTexts(marksUTC: marksUTC)
        var text = "from,until,missing\n"
        for (place, gap) in gaps.enumerated() {
            text += "\(texts[2 * place]),\(texts[2 * place + 1]),\(gap.missing ?? 0)\n"
        }
        try ResearchOutput.write(text: text, to: output)
        let missing = gaps.reduce(0) { $0 + ($1.missing ?? 0) }
        if let output { print("\(gaps.count) gaps with \(missing) missing rows in \(output)") }
    }
}
