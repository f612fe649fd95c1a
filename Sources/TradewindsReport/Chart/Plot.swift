/// The frame of a chart: axes, grid, and the area that content is drawn into.
///
/// Lengths are in units of the SVG's view box, 960 wide whatever the screen is.
struct Plot {
    static let width = 960.0
    static let left = 70.0
    static let right = 18.0
    static let top = 12.0
    static let bottom = 28.0
    /// Columns of content: a unit each.
    static let columns = Int(width - left - right)

    /// What names it within the page.
    let id: String
    /// What it shows, in a sentence, for those who do not see it.
    let label: String
    let height: Double
    let y: NumberAxis
    /// Writes a value of the vertical axis.
    let mark: (Double) -> String
    /// Horizontal marks: a place from 0 to 1 and a text.
    let marks: [(place: Double, text: String)]

    init(
        id: String, label: String, height: Double, time: TimeAxis, y: NumberAxis, mark: @escaping (Double) -> String
    ) {
        self.init(
            id: id, label: label, height: height, y: y, marks: time.marks.map { (time.place($0.time), $0.label) },
            mark: mark)
    }

    init(
        id: String, label: String, height: Double, y: NumberAxis, marks: [(place: Double, text: String)],
        mark: @escaping (Double) -> String
    ) {
        self.id = id
        self.label = label
        self.height = height
        self.y = y
        self.marks = marks
        self.mark = mark
    }

    private var bottomEdge: Double { height - Self.bottom }

    /// Where a place from 0 to 1 along the horizontal axis stands.
    func x(_ place: Double) -> Double { Self.left + place * (Self.width - Self.left - Self.right) }

    /// Where a value stands.
    func y(_ value: Double) -> Double {
        let place = max(-1, min(2, y.place(value)))
        return bottomEdge - place * (bottomEdge - Self.top)
    }

    /// The chart with `content` inside its frame.
    func svg(_ content: String) -> String {
        """
        <svg id="\(id)" viewBox="0 0 \(Self.text(Self.width)) \(Self.text(height))" role="img" \
        aria-label="\(HTML.escaped(label))" tabindex="0">
        <clipPath id="\(id)-clip"><rect x="\(Self.text(Self.left))" y="\(Self.text(Self.top - 6))" \
        width="\(Self.text(Self.width - Self.left - Self.right + 6))" \
        height="\(Self.text(bottomEdge - Self.top + 12))"/></clipPath>
        <g class="grid" aria-hidden="true">\(grid)</g>
        <g clip-path="url(#\(id)-clip)">\(content)</g>
        <g class="cross" aria-hidden="true" visibility="hidden">\
        <line y1="\(Self.text(Self.top))" y2="\(Self.text(bottomEdge))"/><circle r="4"/></g>
        </svg>
        """
    }

    private var grid: String {
        var text = ""
        for value in y.marks {
            let at = Self.text(y(value))
            let isZero = abs(value) < y.step * 1e-6
            text += "<line\(isZero ? " class=\"zero\"" : "") x1=\"\(Self.text(Self.left))\" y1=\"\(at)\" "
            text += "x2=\"\(Self.text(Self.width - Self.right))\" y2=\"\(at)\"/>"
            text += "<text class=\"y\" x=\"\(Self.text(Self.left - 8))\" y=\"\(at)\" dy=\".32em\">"
            text += "\(HTML.escaped(mark(isZero ? 0 : value)))</text>"
        }
        for (place, name) in marks where place >= 0 && place <= 1 {
            let at = Self.text(x(place))
            // A text in the middle of its mark would leave the picture at the right edge.
            let anchor = place > 0.965 ? " end" : ""
            text += "<line class=\"tick\" x1=\"\(at)\" y1=\"\(Self.text(bottomEdge))\" "
            text += "x2=\"\(at)\" y2=\"\(Self.text(bottomEdge + 5))\"/>"
            text += "<text class=\"x\(anchor)\" x=\"\(at)\" y=\"\(Self.text(bottomEdge + 19))\">"
            text += "\(HTML.escaped(name))</text>"
        }
        return text
    }

    /// A length with at most one digit after the point.
    static func text(_ length: Double) -> String {
        guard length.isFinite else { return "0" }
        let tenths = Int((max(-1e6, min(1e6, length)) * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let rest = abs(tenths) % 10
        return rest == 0 ? "\(sign)\(abs(tenths) / 10)" : "\(sign)\(abs(tenths) / 10).\(rest)"
    }
}
