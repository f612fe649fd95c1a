/// A line over time, drawn into a plot, with what the crosshair tells about its points.
struct Curve {
    /// How the crosshair writes values.
    enum Unit: String {
        case money, percent, ratio, price
    }

    let times: [Double]
    let values: [Double]
    let points: [(x: Double, y: Double)]

    /// The points of the line that make a difference in the plot.
    init(times: [Double], values: [Double], in plot: Plot, axis: TimeAxis) {
        let rows = Downsampling.rows(
            times: times, values: values, from: axis.start, to: axis.end, columns: Plot.columns)
        self.times = rows.map { times[$0] }
        self.values = rows.map { values[$0] }
        points = rows.map { (plot.x(axis.place(times[$0])), plot.y(values[$0])) }
    }

    /// The line; a dot where there is one point only.
    func line(_ style: String) -> String {
        guard let first = points.first else { return "" }
        if points.count == 1 {
            return "<circle class=\"\(style) dot\" cx=\"\(Plot.text(first.x))\" cy=\"\(Plot.text(first.y))\" r=\"5\"/>"
        }
        return "<path class=\"\(style)\" d=\"\(path)\"/>"
    }

    /// The area between the line and a level.
    func area(_ style: String, to level: Double) -> String {
        guard points.count > 1, let first = points.first, let last = points.last else { return "" }
        let base = Plot.text(level)
        return "<path class=\"\(style)\" d=\"\(path)L\(Plot.text(last.x)) \(base)L\(Plot.text(first.x)) \(base)Z\"/>"
    }

    private var path: String {
        var path = ""
        for (x, y) in points {
            path += path.isEmpty ? "M" : "L"
            path += "\(Plot.text(x)) \(Plot.text(y))"
        }
        return path
    }

    /// The points for the page's script: places, moments in seconds and values.
    func data(_ name: String, _ unit: Unit, dateOnly: Bool) -> String {
        let places = points.map { "\(Plot.text($0.x)),\(Plot.text($0.y))" }.joined(separator: ",")
        let moments = times.map { "\(Int($0.rounded(.down)))" }.joined(separator: ",")
        let numbers = values.map { number($0) }.joined(separator: ",")
        return """
            <script type="application/json" class="points">{"name":\(HTML.json(name)),"unit":"\(unit.rawValue)",\
            "dateOnly":\(dateOnly),"places":[\(places)],"moments":[\(moments)],"values":[\(numbers)]}</script>
            """
    }

    /// Nine digits: enough for every format of the script.
    private func number(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        var scale = 1e6
        while abs(value) * scale > 9e15, scale > 1e-300 { scale /= 10 }
        let rounded = (value * scale).rounded() / scale
        return rounded == rounded.rounded() && abs(rounded) < 9e15 ? "\(Int64(rounded))" : "\(rounded)"
    }
}
