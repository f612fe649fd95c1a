import TradewindsExchange
import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary

/// The tables of the page.
struct Tables {
    /// The most trades that the table shows.
    static let mostTrades = 1000

    let report: BacktestReport
    let curve: EquityCurve
    let clock: WallClock

    func calendar() -> String {
        let returns = CalendarReturns(curve)
        guard !returns.years.isEmpty else { return Card(title: "Returns by month and year").html }
        let head = TimeText.months.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let most = returns.largestMonth
        let digits = most == 0 || most >= 0.01 ? 1 : most >= 0.001 ? 2 : 4
        let rows = returns.years.map { year in
            let cells = year.months.map { shaded($0, most: most, digits) }.joined()
            return "<tr><th scope=\"row\">\(year.year)</th>\(cells)"
                + "<td class=\"total \(Self.style(year.total))\">\(NumberText.percent(year.total, digits))</td></tr>"
        }
        return Card(
            title: "Returns by month and year", note: "Of the account, after fees. A blank month has no prices.",
            body: """
                <div class="scroll"><table class="months" id="table-months"><thead><tr><th scope="col">Year</th>\(head)\
                <th scope="col">Whole year</th></tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
                """
        ).html
    }

    private func shaded(_ value: Double?, most: Double, _ digits: Int) -> String {
        guard let value else { return "<td></td>" }
        let shade = most > 0 ? Int((abs(value) / most * 50).rounded()) : 0
        return
            "<td class=\"\(Self.style(value))\" style=\"--shade:\(shade)%\">\(NumberText.percent(value, digits))</td>"
    }

    private static func style(_ value: Double?) -> String {
        guard let value, value != 0 else { return "even" }
        return value > 0 ? "gain" : "fall"
    }

    func drawdowns() -> String {
        let worst = Drawdown.all(of: curve.returns).sorted { ($0.depth, $0.start) < ($1.depth, $1.start) }.prefix(5)
        guard !worst.isEmpty else {
            return Card(title: "Worst drawdowns", absent: "The account never stood below its highest value.").html
        }
        let rows = worst.map { fall in
            let peak = curve.times[max(0, fall.start - 1)]
            let end = fall.recovered ? curve.times[min(fall.end + 1, curve.times.count - 1)] : nil
            let length = (end ?? curve.times[fall.end]) - peak
            return "<tr><td class=\"number\">\(NumberText.percent(fall.depth))</td><td>\(moment(peak))</td>"
                + "<td>\(moment(curve.times[fall.valley]))</td><td>\(end.map(moment) ?? "not yet")</td>"
                + "<td class=\"number\">\(TimeText.length(length))</td></tr>"
        }
        return Card(
            title: "Worst drawdowns",
            body: Self.table(["#Depth", "Peak", "Valley", "Made good", "#Length"], rows)
        ).html
    }

    private func moment(_ wall: Double) -> String { TimeText.moment(wall, dateOnly: clock.isDaily) }

    func statistics() -> String {
        guard !report.statistics.isEmpty else {
            return Card(title: "Statistics", absent: "Too few bars for statistics.").html
        }
        let groups = StatisticText.grouped(report.statistics).map { group in
            let rows = group.statistics.map { statistic in
                "<div title=\"\(HTML.escaped(statistic.name))\"><dt>\(HTML.escaped(StatisticText.name(statistic.name)))</dt>"
                    + "<dd>\(StatisticText.value(statistic))</dd></div>"
            }
            return "<section><h3>\(HTML.escaped(group.title))</h3><dl>\(rows.joined())</dl></section>"
        }
        return Card(
            title: "Statistics",
            note: "From bar to bar; periods are bars. A dash stands where a statistic is not defined.",
            body: "<div class=\"statistics\">\(groups.joined())</div>"
        ).html
    }

    func trades() -> String {
        let all = report.trades
        guard !all.isEmpty || !report.openTrades.isEmpty else {
            return Card(title: "Trades", absent: "No trade has ended.").html
        }
        let isCut = all.count > Self.mostTrades
        let half = Self.mostTrades / 2
        let shown = isCut ? Array(all.indices.prefix(half) + all.indices.suffix(half)) : Array(all.indices)
        let prices =
            shown.flatMap { [all[$0].entry, all[$0].exit] } + report.openTrades.flatMap { [$0.entry, $0.exit] }
        let digits = prices.map(Self.digits).max() ?? 0
        var note = "Profit is after fees; prices are averages; the heads of the columns sort."
        if isCut {
            note = "The first and the last \(half) of \(NumberText.fixed(Double(all.count), 0)). " + note
        }
        if !report.openTrades.isEmpty { note += " What is still held stands last, at its last price." }
        let heads = [
            "#No.", "Instrument", "Side", "#Quantity", "Entered", "#Entry", "Exited", "#Exit", "#Held", "#Fees",
            "#Profit",
        ]
        let open = report.openTrades.enumerated().map { place, trade in
            row(trade, number: all.count + place + 1, digits, isOpen: true)
        }
        return Card(
            title: "Trades", note: note,
            body: Self.table(
                heads, shown.map { row(all[$0], number: $0 + 1, digits) } + open, id: "table-trades", sorts: true)
        ).html
    }

    private func row(_ trade: ClosedTrade, number: Int, _ digits: Int, isOpen: Bool = false) -> String {
        let held = Double((trade.exited - trade.entered).components.seconds)
        let profit = trade.profit.doubleValue
        func price(_ price: Price) -> String {
            Self.number(price.doubleValue, NumberText.fixed(price.doubleValue, digits))
        }
        return """
            <tr><td class="number">\(number)</td><td>\(HTML.escaped(symbol(trade)))</td>\
            <td>\(trade.isLong ? "long" : "short")</td>\(Self.number(trade.quantity.doubleValue, "\(trade.quantity)"))\
            <td>\(clock.text(trade.entered))</td>\(price(trade.entry))\
            <td>\(isOpen ? "still held" : clock.text(trade.exited))</td>\(price(trade.exit))\
            \(Self.number(held, TimeText.length(held)))\
            \(Self.number(trade.fees.doubleValue, NumberText.fixed(trade.fees.doubleValue)))\
            \(Self.number(profit, NumberText.fixed(profit), Self.style(profit)))</tr>
            """
    }

    /// Why orders were not taken, and what stopped the run; nothing where all were.
    func refusals() -> String {
        guard !report.refusals.isEmpty || report.killed != nil else { return "" }
        let rows = report.refusals.counts.map { count in
            let first = report.refusals.first.first { $0.reason.name == count.reason }
            return """
                <tr><td>\(HTML.escaped(count.reason))</td>\(Self.number(Double(count.count), "\(count.count)"))\
                <td>\(first.map { clock.text($0.time) } ?? "")</td>\
                <td>\(HTML.escaped(first.map { "\($0.reason)" } ?? ""))</td></tr>
                """
        }
        var note = "Each reason with its first order."
        if let killed = report.killed { note = "Stopped \(clock.text(killed.time)): \(killed.reason). " + note }
        return Card(
            title: "Refused orders", note: note,
            body: Self.table(["Reason", "#Orders", "First", "Why"], rows, id: "table-refusals")
        ).html
    }

    /// Digits of a price after the point, at most eight.
    private static func digits(_ price: Price) -> Int {
        let parts = price.description.split(separator: ".")
        return parts.count == 2 ? min(parts[1].count, 8) : 0
    }

    private func symbol(_ trade: ClosedTrade) -> String {
        let index = trade.instrument.rawValue
        return report.prices.indices.contains(index) ? report.prices[index].symbol : "\(index)"
    }

    private static func number(_ value: Double, _ text: String, _ style: String = "") -> String {
        "<td class=\"number \(style)\" data-value=\"\(value.isFinite ? value : 0)\">\(HTML.escaped(text))</td>"
    }

    func setting() -> String {
        let none = "None: the strategy has no parameters."
        return Card(
            title: "Strategy", note: report.summary,
            body: (report.source.isEmpty ? "" : "<p class=\"source\">\(HTML.escaped(report.source))</p>")
                + (report.parameters.isEmpty
                    ? "<p class=\"absent\">\(none)</p>" : entries(report.parameters, "Parameter"))
        ).html + files() + Card(title: "Models", body: entries(report.models, "Model")).html
    }

    private func entries(_ entries: [BacktestReport.Entry], _ head: String) -> String {
        let rows = entries.map {
            "<tr><th scope=\"row\">\(HTML.escaped($0.name))</th><td>\(HTML.escaped($0.value))</td>"
                + "<td class=\"note\">\(HTML.escaped($0.note))</td></tr>"
        }
        return Self.table([head, "Value", "Note"], rows)
    }

    private func files() -> String {
        let rows = report.files.map { file in
            "<tr><th scope=\"row\">\(HTML.escaped(file.name))</th><td>\(HTML.escaped(file.symbol))</td>"
                + "<td class=\"number\">\(NumberText.fixed(Double(file.rows), 0))</td><td>\(HTML.escaped(file.kind))</td>"
                + "<td>\(file.span.map { span($0.lowerBound) } ?? NumberText.absent)</td>"
                + "<td>\(file.span.map { span($0.upperBound) } ?? NumberText.absent)</td></tr>"
        }
        return Card(
            title: "Data", absent: "No file was named.",
            body: rows.isEmpty ? "" : Self.table(["File", "Instrument", "#Rows", "Kind", "From", "To"], rows)
        ).html
    }

    /// A row's own time: not the end of its day, where rows are days.
    private func span(_ time: Timestamp) -> String {
        let wall = Double(time.seconds + clock.zone.offset(at: time))
        return TimeText.moment(wall, dateOnly: clock.isDaily)
    }

    /// A table; the heads of columns of numbers begin with `#`.
    private static func table(_ heads: [String], _ rows: [String], id: String = "", sorts: Bool = false) -> String {
        let cells = heads.map { head in
            let name = head.hasPrefix("#") ? String(head.dropFirst()) : head
            let style = head.hasPrefix("#") ? " class=\"number\"" : ""
            return "<th scope=\"col\"\(style)>\(sorts ? "<button type=\"button\">\(name)</button>" : name)</th>"
        }
        let name = id.isEmpty ? "" : " id=\"\(id)\""
        return """
            <div class="scroll\(sorts ? " long" : "")"><table\(name)\(sorts ? " class=\"sorts\"" : "")><thead><tr>\
            \(cells.joined())</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
            """
    }
}

/// A part of the page with a title.
struct Card {
    let title: String
    var note = ""
    /// Said where there is no body.
    var absent = "There is nothing to tell."
    /// HTML.
    var body = ""

    var html: String {
        """
        <section class="card"><h2>\(HTML.escaped(title))</h2>\
        \(note.isEmpty ? "" : "<p class=\"note\">\(HTML.escaped(note))</p>")
        \(body.isEmpty ? "<p class=\"absent\">\(HTML.escaped(absent))</p>" : body)
        </section>
        """
    }
}
