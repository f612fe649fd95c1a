/// A chart with its title, its legend and the points for the crosshair.
struct Figure {
    let title: String
    var note = ""
    /// HTML.
    var legend = ""
    /// HTML; empty where there is nothing to draw.
    let svg: String
    /// Said instead of a chart.
    var absent = "There is nothing to draw."

    func html(data: String = "") -> String {
        let body =
            svg.isEmpty
            ? "<p class=\"absent\">\(HTML.escaped(absent))</p>" : "<div class=\"scroll\">\(svg)</div>\(data)"
        return """
            <figure class="chart card">
            <figcaption><h2>\(HTML.escaped(title))</h2>\
            \(note.isEmpty ? "" : "<p class=\"note\">\(HTML.escaped(note))</p>")\
            \(legend.isEmpty ? "" : "<p class=\"legend\">\(legend)</p>")</figcaption>
            \(body)
            </figure>
            """
    }
}
