/// The charts of the account's value.
struct AccountCharts {
    let curve: EquityCurve
    let periods: ReturnPeriods
    let axis: TimeAxis
    let dateOnly: Bool
    let currency: String

    func equity() -> String {
        guard let last = curve.values.last else { return Figure(title: "Equity", svg: "").html() }
        let bounds = (curve.values + [curve.start]).extent
        let y = NumberAxis(bounds)
        let label =
            "Equity from \(NumberText.fixed(curve.start)) to \(NumberText.fixed(last)) \(currency), "
            + "between \(NumberText.fixed(bounds.low)) and \(NumberText.fixed(bounds.high))"
        let plot = Plot(id: "chart-equity", label: label, height: 300, time: axis, y: y) {
            y.text($0)
        }
        let line = Curve(times: curve.times, values: curve.values, in: plot, axis: axis)
        let start = Plot.text(plot.y(curve.start))
        let base =
            "<line class=\"base\" x1=\"\(Plot.text(plot.x(0)))\" y1=\"\(start)\" x2=\"\(Plot.text(plot.x(1)))\" y2=\"\(start)\"/>"
        let content = line.area("area", to: plot.y(y.low)) + base + line.line("line")
        return Figure(
            title: "Equity", note: "Value of the account in \(currency); the dashed line is the cash at the beginning.",
            svg: plot.svg(content)
        ).html(data: line.data("Equity", .money, dateOnly: dateOnly))
    }

    func drawdown() -> String {
        let fall = curve.drawdown
        guard let deepest = fall.min() else { return Figure(title: "Drawdown", svg: "").html() }
        let y = NumberAxis((deepest, 0), count: 4, includesZero: true)
        let label = "Drawdown, at its deepest \(NumberText.percent(deepest))"
        let plot = Plot(id: "chart-drawdown", label: label, height: 190, time: axis, y: y) {
            NumberText.percent($0, NumberText.digits(y.step * 100))
        }
        let line = Curve(times: curve.times, values: fall, in: plot, axis: axis)
        return Figure(
            title: "Drawdown", note: "How far the account stood below its highest value so far.",
            svg: plot.svg(line.area("area fall", to: plot.y(0)) + line.line("line fall"))
        ).html(data: line.data("Drawdown", .percent, dateOnly: dateOnly))
    }

    func rollingSharpe() -> String {
        guard let window = periods.window, let sharpe = periods.rollingSharpe else {
            return Figure(
                title: "Rolling Sharpe ratio", svg: "",
                absent: "Too few periods: at least 42 days or bars, not all alike, are needed."
            ).html()
        }
        let y = NumberAxis(sharpe.values.extent, count: 4, includesZero: true)
        let label =
            "Rolling Sharpe ratio between \(NumberText.ratio(sharpe.values.extent.low)) and "
            + "\(NumberText.ratio(sharpe.values.extent.high))"
        let plot = Plot(id: "chart-sharpe", label: label, height: 210, time: axis, y: y) {
            NumberText.fixed($0, NumberText.digits(y.step))
        }
        let line = Curve(times: sharpe.times, values: sharpe.values, in: plot, axis: axis)
        return Figure(
            title: "Rolling Sharpe ratio", note: "Over the last \(window) \(periods.unit)s, annualized.",
            svg: plot.svg(line.line("line"))
        ).html(data: line.data("Sharpe ratio", .ratio, dateOnly: dateOnly))
    }

    func distribution() -> String {
        let title = "Distribution of returns"
        guard curve.values.count > 1, let histogram = Histogram(periods.curve.returns) else {
            return Figure(title: title, svg: "", absent: "At least two bars are needed.").html()
        }
        let most = histogram.counts.max() ?? 0
        let y = NumberAxis((0, Double(most)), count: 4, includesZero: true)
        let end = histogram.start + histogram.width * Double(histogram.counts.count)
        let x = NumberAxis((histogram.start, end), count: 8)
        let digits = NumberText.digits(x.step * 100)
        let span = end - histogram.start
        let marks = x.marks.map { (($0 - histogram.start) / span, NumberText.percent($0, digits)) }
        let label = "Distribution of \(periods.curve.returns.count) returns by \(periods.unit)"
        let plot = Plot(id: "chart-distribution", label: label, height: 230, y: y, marks: marks) {
            y.text($0)
        }
        var note =
            "How many returns by \(periods.unit) fell into each span of \(NumberText.percent(histogram.width, binDigits(histogram)))."
        if histogram.outside > 0 { note += " The outermost hold \(histogram.outside) beyond them." }
        let legend =
            "<span><i class=\"key win\"></i>gains, and none</span><span><i class=\"key loss\"></i>losses</span>"
        return Figure(title: title, note: note, legend: legend, svg: plot.svg(bars(histogram, in: plot))).html()
    }

    private func binDigits(_ histogram: Histogram) -> Int { NumberText.digits(histogram.width * 100) }

    private func bars(_ histogram: Histogram, in plot: Plot) -> String {
        let count = Double(histogram.counts.count)
        var text = ""
        for (bin, frequency) in histogram.counts.enumerated() where frequency > 0 {
            let from = plot.x(Double(bin) / count)
            let to = plot.x(Double(bin + 1) / count)
            let top = min(plot.y(Double(frequency)), plot.y(0) - 1)
            let low = histogram.start + Double(bin) * histogram.width
            let isGain = low > -histogram.width / 2
            let digits = binDigits(histogram)
            let span = "\(NumberText.percent(low, digits)) to \(NumberText.percent(low + histogram.width, digits))"
            text += "<rect class=\"\(isGain ? "win" : "loss")\" x=\"\(Plot.text(from + 0.5))\" y=\"\(Plot.text(top))\" "
            text += "width=\"\(Plot.text(max(to - from - 1, 0.5)))\" height=\"\(Plot.text(plot.y(0) - top))\">"
            text += "<title>\(span): \(frequency)</title></rect>"
        }
        return text
    }
}
