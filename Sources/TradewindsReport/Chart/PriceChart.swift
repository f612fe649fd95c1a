import TradewindsStrategy
import TradewindsVocabulary

/// The prices of one instrument with the trades on them.
struct PriceChart {
    /// The most marks of trades that are drawn.
    static let mostMarks = 1500

    let history: PriceHistory
    let trades: [ClosedTrade]
    let clock: WallClock
    let axis: TimeAxis
    let id: String

    func figure() -> String {
        let times = history.times.map { clock.wall($0) }
        let fills = trades.flatMap { [$0.entry.doubleValue, $0.exit.doubleValue] }.filter(\.isFinite)
        let bounds = (history.low + history.high + fills).extent
        let y = NumberAxis(bounds, count: 5)
        let plot = Plot(
            id: id, label: label(bounds), height: 340, time: axis, y: y, mark: { y.text($0) })
        let curve = Curve(times: times, values: history.close, in: plot, axis: axis)
        let (marks, drawn) = marks(in: plot)
        let content = band(times, in: plot) + curve.line("price") + marks
        var note = "\(NumberText.fixed(Double(history.close.count), 0)) prices, "
        note += "\(NumberText.fixed(Double(trades.count), 0)) trades."
        if drawn < trades.count {
            note += " \(NumberText.fixed(Double(drawn), 0)) are drawn; the rest would cover them."
        }
        return Figure(title: history.symbol, note: note, legend: Self.legend, svg: plot.svg(content)).html(
            data: curve.data("Last price", .price, dateOnly: clock.isDaily))
    }

    private func label(_ bounds: (low: Double, high: Double)) -> String {
        guard let last = history.close.last else { return "Prices of \(history.symbol): none" }
        return "Prices of \(history.symbol) between \(NumberText.price(bounds.low)) and "
            + "\(NumberText.price(bounds.high)), last \(NumberText.price(last)), with \(trades.count) trades"
    }

    private static let legend = """
        <span><i class="key price"></i>last price</span><span><i class="key band"></i>low to high</span>\
        <span><svg class="key" viewBox="0 0 12 12" aria-hidden="true"><path class="entry" d="M6 1L11 11L1 11Z"/></svg>long entry</span>\
        <span><svg class="key" viewBox="0 0 12 12" aria-hidden="true"><path class="entry" d="M6 11L11 1L1 1Z"/></svg>short entry</span>\
        <span><svg class="key" viewBox="0 0 12 12" aria-hidden="true"><circle class="win" cx="6" cy="6" r="4.5"/></svg>exit with a profit</span>\
        <span><svg class="key" viewBox="0 0 12 12" aria-hidden="true"><rect class="loss" x="2" y="2" width="8" height="8"/></svg>exit with a loss</span>
        """

    private func band(_ times: [Double], in plot: Plot) -> String {
        let spans = Downsampling.envelope(
            times: times, low: history.low, high: history.high, from: axis.start, to: axis.end, columns: Plot.columns)
        guard spans.count > 1 else { return "" }
        var path = ""
        for span in spans {
            path +=
                "\(path.isEmpty ? "M" : "L")\(Plot.text(plot.x(axis.place(span.time)))) \(Plot.text(plot.y(span.high)))"
        }
        for span in spans.reversed() {
            path += "L\(Plot.text(plot.x(axis.place(span.time)))) \(Plot.text(plot.y(span.low)))"
        }
        return "<path class=\"band\" d=\"\(path)Z\"/>"
    }

    /// The marks, and of how many trades. A trade whose exit would stand on another's is left out.
    private func marks(in plot: Plot) -> (text: String, drawn: Int) {
        let size = trades.count <= 80 ? 5.5 : trades.count <= 400 ? 4.0 : 2.5
        var taken: Set<Int> = []
        var lines = ""
        var marks = ""
        var drawn = 0
        for trade in trades {
            guard drawn < Self.mostMarks else { break }
            let entry = place(trade.entered, trade.entry, in: plot)
            let exit = place(trade.exited, trade.exit, in: plot)
            let cell = trades.count <= 80 ? drawn : Int(exit.x / 2) * 10_000 + Int(exit.y / 2)
            guard taken.insert(cell).inserted else { continue }
            drawn += 1
            let style = trade.profit >= .zero ? "win" : "loss"
            lines += "<path class=\"\(style) held\" d=\"M\(Plot.text(entry.x)) \(Plot.text(entry.y))"
            lines += "L\(Plot.text(exit.x)) \(Plot.text(exit.y))\"/>"
            let text = HTML.escaped(title(trade))
            marks += Self.triangle(at: entry, size: size, up: trade.isLong, text)
            marks += style == "win" ? Self.circle(at: exit, size: size, text) : Self.square(at: exit, size: size, text)
        }
        return (lines + marks, drawn)
    }

    private func place(_ time: Timestamp, _ price: Price, in plot: Plot) -> (x: Double, y: Double) {
        (plot.x(max(-1, min(2, axis.place(clock.wall(time))))), plot.y(price.doubleValue))
    }

    private func title(_ trade: ClosedTrade) -> String {
        "\(trade.isLong ? "Long" : "Short") \(trade.quantity), \(clock.text(trade.entered)) at \(trade.entry) to "
            + "\(clock.text(trade.exited)) at \(trade.exit): \(NumberText.fixed(trade.profit.doubleValue))"
    }

    private static func triangle(at point: (x: Double, y: Double), size: Double, up: Bool, _ title: String) -> String {
        let tip = up ? -size : size
        let points = [(0.0, tip), (size, -tip * 0.8), (-size, -tip * 0.8)].map {
            "\(Plot.text(point.x + $0.0)) \(Plot.text(point.y + $0.1))"
        }
        return "<path class=\"entry\" d=\"M\(points.joined(separator: "L"))Z\"><title>\(title)</title></path>"
    }

    private static func circle(at point: (x: Double, y: Double), size: Double, _ title: String) -> String {
        "<circle class=\"win\" cx=\"\(Plot.text(point.x))\" cy=\"\(Plot.text(point.y))\" r=\"\(Plot.text(size * 0.85))\">"
            + "<title>\(title)</title></circle>"
    }

    private static func square(at point: (x: Double, y: Double), size: Double, _ title: String) -> String {
        let side = size * 1.5
        return "<rect class=\"loss\" x=\"\(Plot.text(point.x - side / 2))\" y=\"\(Plot.text(point.y - side / 2))\" "
            + "width=\"\(Plot.text(side))\" height=\"\(Plot.text(side))\"><title>\(title)</title></rect>"
    }
}
