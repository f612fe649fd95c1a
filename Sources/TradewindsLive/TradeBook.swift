import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// The orders of a strategy on a connection, from the moment it gave them until everything about them is told.
///
/// How much an order may still fill is counted by the fills that the strategy was told, not by the connection's ledger,
/// which may be ahead: what the strategy holds and what works for it always belong to the same instant.
struct TradeBook: Sendable {
    private struct Entry: Sendable {
        var handle: OrderHandle
        var intent: OrderIntent
        /// `nil` until it is sent.
        var trade: Trade?
        var isChild = false
        var isCancelling = false
        var told = Quantity.zero
        /// How much it filled in all, once it has ended.
        var filled: Quantity?

        /// Sent, and perhaps still at work.
        var open: Trade? { filled == nil ? trade : nil }
        var rest: Quantity { max(0, (filled ?? intent.quantity) - told) }
    }

    private var entries: [Entry] = []

    /// Notes an order with its children that is about to be sent.
    mutating func add(_ intent: OrderIntent, as handle: OrderHandle) {
        for (place, order) in ([intent] + intent.children).enumerated() {
            entries.append(Entry(handle: handle, intent: order, isChild: place > 0))
        }
    }

    /// The order was sent; returns what of it was cancelled in the meantime.
    mutating func sent(_ trade: Trade, as handle: OrderHandle) -> [Trade] {
        let trades = [trade] + trade.children
        let places = entries.indices.filter { entries[$0].handle == handle }
        for (place, trade) in zip(places, trades) {
            entries[place].trade = trade
        }
        return places.filter { entries[$0].isCancelling }.compactMap { entries[$0].trade }
    }

    /// The order could not be sent.
    mutating func failed(_ handle: OrderHandle) { entries.removeAll { $0.handle == handle } }

    /// Notes that an order is to be cancelled.
    mutating func cancel(_ handle: OrderHandle) { markCancelling { $0.handle == handle } }

    /// Notes that all orders on an instrument are to be cancelled.
    mutating func cancelAll(of instrument: InstrumentIndex) { markCancelling { $0.intent.instrument == instrument } }

    private mutating func markCancelling(where isMeant: (Entry) -> Bool) {
        for place in entries.indices where isMeant(entries[place]) { entries[place].isCancelling = true }
    }

    /// The orders of a handle that were sent and may still be at work.
    func trades(of handle: OrderHandle) -> [Trade] { entries.filter { $0.handle == handle }.compactMap(\.open) }

    /// The orders on an instrument that were sent and may still be at work.
    func trades(of instrument: InstrumentIndex) -> [Trade] {
        entries.filter { $0.intent.instrument == instrument }.compactMap(\.open)
    }

    /// All orders that were sent and may still be at work.
    var open: [Trade] { entries.compactMap(\.open) }

    /// How many orders may still fill.
    var count: Int { entries.count { $0.filled == nil } }

    /// Notes a fill that the strategy is about to be told.
    mutating func filled(_ quantity: Quantity, of order: OrderID) {
        guard let place = entries.firstIndex(where: { $0.trade?.id == order }) else { return }
        entries[place].told += quantity
        forgetTold()
    }

    /// Notes what the connection knows of an order.
    mutating func ended(_ trade: Trade, filled: Quantity) {
        guard let place = entries.firstIndex(where: { $0.trade?.id == trade.id }) else { return }
        entries[place].filled = filled
        forgetTold()
    }

    private mutating func forgetTold() { entries.removeAll { $0.filled != nil && $0.rest.isZero } }

    /// What may still fill on a side; children only as far as their parent has filled.
    func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders {
        var tally = WorkingTally<OrderHandle>()
        for entry in entries where entry.intent.instrument == instrument && entry.intent.side == side {
            tally.add(
                min(entry.rest, covered(entry)), isAtMarket: entry.intent.isAtMarket,
                isCancelling: entry.isCancelling || entry.filled != nil,
                group: entry.intent.group?.name, parent: entry.isChild ? entry.handle : nil)
        }
        return tally.sum
    }

    /// How much of an order its parent lets fill.
    private func covered(_ entry: Entry) -> Quantity {
        guard entry.isChild, let parent = entries.first(where: { !$0.isChild && $0.handle == entry.handle }) else {
            return entry.rest
        }
        return parent.filled == nil ? max(0, parent.told - entry.told) : entry.rest
    }
}

extension OrderIntent {
    /// The order, with its bracket, as the client places it.
    func plan(for account: AccountID?) -> OrderPlan {
        var order = Self.order(self)
        order.transmits = true
        let plan = OrderPlan(order, children: children.map(Self.order))
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
