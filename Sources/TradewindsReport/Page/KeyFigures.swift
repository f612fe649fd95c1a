import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary

/// The few numbers at the head of the page.
struct KeyFigures {
    let report: BacktestReport
    let curve: EquityCurve

    func html() -> String {
        let end = curve.values.last ?? curve.start
        let growth = curve.start > 0 ? end / curve.start - 1 : nil
        let won = report.trades.filter { $0.profit > .zero }.count
        let share = report.trades.isEmpty ? nil : Double(won) / Double(report.trades.count)
        let figures: [(name: String, value: String, note: String)] = [
            ("Total return", NumberText.percent(growth), "\(NumberText.fixed(end - curve.start)) \(report.currency)"),
            ("CAGR", NumberText.percent(statistic("cagr")), "a year, compounded"),
            ("Sharpe ratio", NumberText.fixed(statistic("sharpe_ratio")), "annualized"),
            ("Deepest drawdown", NumberText.percent(curve.drawdown.min()), "below the highest value"),
            ("Volatility", NumberText.percent(statistic("annual_volatility")), "annualized"),
            (
                "Trades", NumberText.fixed(Double(report.trades.count), 0),
                "\(NumberText.percent(share, 1)) with a profit"
            ),
            ("Exposure", NumberText.percent(report.exposure, 1), "of bars with a position"),
            ("Fees", NumberText.fixed(report.fees), report.currency),
        ]
        let cards = figures.map {
            "<div><dt>\($0.name)</dt><dd>\($0.value)<small>\(HTML.escaped($0.note))</small></dd></div>"
        }
        return "<dl class=\"key-figures\">\(cards.joined())</dl>"
    }

    private func statistic(_ name: String) -> Double? { report.statistics.first { $0.name == name }?.value }
}
