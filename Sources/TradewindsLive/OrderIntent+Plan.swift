import Tradewinds
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

extension OrderIntent {
    /// The order, with its bracket, as the client places it.
    func plan(for account: AccountID?, references: [String] = []) -> OrderPlan {
        var order = Self.order(self)
        order.transmits = true
        var plan = OrderPlan(order, children: children.map(Self.order))
        if let first = references.first { plan.order.reference = first }
        for (place, reference) in references.dropFirst().enumerated() where plan.children.indices.contains(place) {
            plan.children[place].reference = reference
        }
        guard let account else { return plan }
        return plan.with { $0.account = account }
    }

    private static func order(_ intent: OrderIntent) -> Order {
        var order = Order()
        order.side = intent.side
        order.quantity = intent.quantity
        order.type = intent.type
        order.limitPrice = intent.limit
        order.auxiliaryPrice = intent.trail ?? intent.stop
        order.timeInForce = intent.timing == .atOpen ? .atTheOpening : intent.timeInForce
        if intent.trail == nil { order.trailingPercent = intent.trailPercent?.doubleValue }
        if case .after(let time) = intent.timing { order.goodAfter = time.wireText }
        if let group = intent.group {
            order.group = group.name
            order.groupType =
                switch group.rule {
                case .cancel: 1
                case .reduceWithBlock: 2
                case .reduce: 3
                }
        }
        return order
    }
}

extension Timestamp {
    /// `yyyyMMdd-HH:mm:ss` in UTC.
    fileprivate var wireText: String {
        let second = utcSecondOfDay
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return utcDate.compact + "-" + parts.joined(separator: ":")
    }
}
