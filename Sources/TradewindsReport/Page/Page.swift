import TradewindsExchange
import TradewindsStrategy

extension BacktestReport {
    /// The page, complete in itself. Time is that of a few passes over the prices.
    public func html() -> String {
        let clock = WallClock(zone: zone, times: equity.isEmpty ? prices.first?.times ?? [] : equity.map(\.time))
        let curve = EquityCurve(self, clock: clock)
        let ends =
            [curve.times.first, curve.times.last]
            + prices.flatMap { history in
                [history.times.first, history.times.last].map { $0.map { clock.wall($0) } }
            }
        let axis = TimeAxis(ends.compactMap(\.self).sorted())
        let charts = AccountCharts(
            curve: curve, periods: ReturnPeriods(curve), axis: axis, dateOnly: clock.isDaily, currency: currency)
        let tables = Tables(report: self, curve: curve, clock: clock)
        let instruments = prices.enumerated().map { index, history in
            PriceChart(
                history: history, trades: trades.filter { $0.instrument.rawValue == index }, clock: clock, axis: axis,
                id: "chart-price-\(index)"
            ).figure()
        }
        let parts =
            [KeyFigures(report: self, curve: curve).html(), charts.equity(), charts.drawdown(), tables.calendar()]
            + instruments
            + ["<div class=\"pair\">\(charts.rollingSharpe())\(charts.distribution())</div>"]
            + [tables.drawdowns(), tables.statistics(), tables.trades(), tables.refusals(), tables.setting()]
        return Self.frame(title: title, head: heading(curve, clock), body: parts.joined(separator: "\n"))
    }

    private var title: String { "\(strategy): backtest of \(prices.map(\.symbol).joined(separator: ", "))" }

    private func heading(_ curve: EquityCurve, _ clock: WallClock) -> String {
        var span = "no bars"
        if let first = curve.times.first, let last = curve.times.last {
            span =
                TimeText.moment(first, dateOnly: clock.isDaily) + " to "
                + TimeText.moment(last, dateOnly: clock.isDaily)
        }
        let count = NumberText.fixed(Double(bars), 0)
        return """
            <h1>\(HTML.escaped(strategy))</h1><p>Backtest of \(HTML.escaped(prices.map(\.symbol).joined(separator: ", ")))\
             · \(span) (\(clock.name)) · \(count) \(bars == 1 ? "bar" : "bars") · \
            \(NumberText.fixed(cash)) \(HTML.escaped(currency)) at the beginning\
            \(refusals.isEmpty ? "" : " · \(refusals.count) orders refused")\
            \(killed.map { " · stopped \(clock.text($0.time))" } ?? "")</p>
            """
    }

    /// The policy forbids the page to load or send anything.
    private static func frame(title: String, head: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
        form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="tw backtest --report">
        <link rel="icon" href="data:,">
        <title>\(HTML.escaped(title))</title>
        <style>
        \(Style.text)
        </style>
        </head>
        <body>
        <header><div>\(head)</div><button type="button" id="theme" hidden>Dark</button></header>
        <main>
        \(body)
        </main>
        <footer>Past results of a simulation. Each model says when it is unrealistic.</footer>
        <script>
        \(Script.text)
        </script>
        </body>
        </html>

        """
    }
}
