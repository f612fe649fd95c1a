import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// The trades that a strategy's orders became, as far as they may still be at work.
struct TradeBook: Sendable {
    private var trades: [[(handle: OrderHandle, trade: Trade)]]

    init(count: Int) { trades = Array(repeating: [], count: count) }

    mutating func add(_ trade: Trade, as handle: OrderHandle, of instrument: InstrumentIndex) {
        trades[instrument.rawValue].append((handle, trade))
    }

    mutating func take(_ handle: OrderHandle) -> [Trade] {
        for place in trades.indices {
            guard let found = trades[place].firstIndex(where: { $0.handle == handle }) else { continue }
            return [trades[place].remove(at: found).trade]
        }
        return []
    }

    mutating func takeAll(of instrument: InstrumentIndex) -> [Trade] {
        defer { trades[instrument.rawValue] = [] }
        return trades[instrument.rawValue].map(\.trade)
    }

    /// All trades with their handles.
    var all: [(handle: OrderHandle, trade: Trade)] { trades.flatMap { $0 } }

    /// Forgets trades that have ended.
    mutating func forget(_ handles: Set<OrderHandle>) {
        for place in trades.indices { trades[place].removeAll { handles.contains($0.handle) } }
    }

    /// The trades and their children, those that may still be at work.
    static func open(_ trades: [Trade]) async -> [Trade] {
        var open: [Trade] = []
        for trade in trades {
            for member in [trade] + trade.children where await member.record?.isDone != true { open.append(member) }
        }
        return open
    }
}

extension OrderIntent {
    /// The order, with its bracket, as the client places it.
    var plan: OrderPlan {
        var order = Self.order(self)
        order.transmits = true
        return OrderPlan(order, children: children.map(Self.order))
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
