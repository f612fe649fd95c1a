import TradewindsExchange
import TradewindsVocabulary

/// How far a position may go with the orders at work.
///
/// An order that may wait for its price counts where it makes the position larger, and not where it makes it smaller: it
/// may never fill. An order at the market counts both ways. Orders that are being cancelled do not count: a strategy may
/// replace its orders freely, and what fills in that moment is judged with the next order.
struct Reach {
    /// The most that may be held.
    var high: Quantity
    /// The least that may be held; below zero short.
    var low: Quantity

    /// Of what is held, above zero or below, and what is at work.
    init(_ held: Quantity, buys: WorkingOrders, sales: WorkingOrders) {
        high = held + buys.active - sales.atMarket
        low = held + buys.atMarket - sales.active
    }

    /// Of an instrument.
    init<B: Broker>(of instrument: InstrumentIndex, _ broker: B) {
        self.init(
            broker.position(in: instrument), buys: broker.working(in: instrument, on: .buy) ?? WorkingOrders(),
            sales: broker.working(in: instrument, on: .sell) ?? WorkingOrders())
    }

    /// The same with one order more, beside what is at `work` on its side.
    func with(_ intent: OrderIntent, beside work: WorkingOrders?) -> Self {
        var reach = self
        let isBuy = intent.side == .buy
        let quantity = work?.added(by: intent) ?? intent.quantity
        let signed = isBuy ? quantity : -quantity
        if isBuy || intent.isAtMarket { reach.high += signed }
        if !isBuy || intent.isAtMarket { reach.low += signed }
        return reach
    }

    /// The larger of the two ends, with its sign.
    var worst: Quantity { high >= -low ? high : low }

    /// The size of the worst end; none where both are on the other side of zero.
    var size: Quantity { max(high, -low) }
}
