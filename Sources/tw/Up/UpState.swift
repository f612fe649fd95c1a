import Tradewinds
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

/// What the live picture shows.
actor UpState {
    struct Line: Sendable {
        var name: String
        var bid: Double?
        var ask: Double?
        var last: Double?
        var change: Double?
    }

    private(set) var lines: [Line] = []
    private(set) var fills: [Fill] = []
    private(set) var position: Quantity = 0
    private(set) var realized = 0.0
    private(set) var unrealized = 0.0
    private(set) var equity: [Double] = []
    private(set) var working = 0
    private let cash: Double

    init(names: [String], cash: Double) {
        lines = names.map { Line(name: $0) }
        self.cash = cash
    }

    func show(_ quote: Quote, of index: Int) {
        lines[index].bid = quote.bid ?? lines[index].bid
        lines[index].ask = quote.ask ?? lines[index].ask
        lines[index].last = quote.last ?? quote.midpoint ?? lines[index].last
        lines[index].change = quote.change ?? lines[index].change
    }

    func show(_ fill: Fill) {
        if let known = fills.firstIndex(where: { $0.execution.id == fill.execution.id }) {
            fills[known] = fill
            return
        }
        fills.append(fill)
        let quantity = fill.execution.quantity ?? 0
        position += fill.execution.side == .bought ? quantity : -quantity
    }

    func show(_ profit: PnL) {
        realized = profit.realized ?? 0
        unrealized = profit.unrealized ?? 0
        equity.append(cash + (profit.daily ?? 0))
        if equity.count > 600 { equity.removeFirst(equity.count - 600) }
    }

    func show(working: Int) { self.working = working }

    /// The picture, line by line.
    func picture() -> [String] {
        var picture = ["symbol        bid         ask        last      change"]
        for line in lines {
            let cells = [line.bid, line.ask, line.last, line.change].map(Self.number)
            picture.append(Self.pad(line.name, 8) + cells.map { Self.pad($0, 12, left: true) }.joined())
        }
        picture.append("")
        picture.append("position \(position)   working orders \(working)   fills \(fills.count)")
        picture.append("realised \(Self.money(realized))   unrealised \(Self.money(unrealized))   \(sparkline())")
        for fill in fills.suffix(4) {
            let execution = fill.execution
            picture.append(
                "  \(execution.time)  \(execution.side?.text ?? "")  \(execution.quantity ?? 0) "
                    + "\(fill.contract.localSymbol) at \(execution.price)")
        }
        return picture
    }

    func summary() -> [String] {
        let fees = fills.reduce(0.0) { $0 + ($1.commission?.commission ?? 0) }
        let closed = fills.compactMap { $0.commission?.realizedProfit }
        return [
            "fills \(fills.count), closing \(closed.count), fees \(Self.money(fees)), "
                + "realised \(Self.money(realized)), unrealised \(Self.money(unrealized)), position \(position)"
        ]
    }

    private func sparkline() -> String {
        let recent = equity.suffix(40)
        guard let low = recent.min(), let high = recent.max(), high > low else { return "" }
        let marks = Array("▁▂▃▄▅▆▇█")
        return String(recent.map { marks[Int(($0 - low) / (high - low) * 7)] })
    }

    private static func number(_ value: Double?) -> String {
        guard let value else { return "-" }
        return "\((value * 1e5).rounded() / 1e5)"
    }

    static func money(_ value: Double) -> String {
        let cents = Int((value * 100).rounded())
        let rest = cents.magnitude % 100
        return "\(cents < 0 ? "-" : "")\(cents.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return left ? blanks + text : text + blanks
    }
}
