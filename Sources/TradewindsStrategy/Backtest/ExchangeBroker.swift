import TradewindsExchange
import TradewindsVocabulary

/// A broker that gives its orders to an exchange in the same process.
struct ExchangeBroker: Broker {
    var exchange: Exchange
    let account: AccountID
    /// The orders of each handle: one, or a bracket's three.
    private var orders: [[OrderKey]] = []
    /// Handles whose orders may still be at work, by instrument.
    private var open: [[OrderHandle]]
    /// What is held, kept from fills so that asking costs nothing.
    private var positions: [Quantity]

    init(exchange: Exchange, account: AccountID) {
        self.exchange = exchange
        self.account = account
        open = Array(repeating: [], count: exchange.instruments.count)
        positions = Array(repeating: 0, count: exchange.instruments.count)
    }

    var now: Timestamp { exchange.now }

    func position(in instrument: InstrumentIndex) -> Quantity { positions[instrument.rawValue] }

    func increment(of instrument: InstrumentIndex, at price: Price) -> Price {
        exchange.instruments[instrument.rawValue].priceRule.increment(at: price)
    }

    mutating func book(_ fill: StrategyFill) {
        positions[fill.instrument.rawValue] += fill.isBuy ? fill.quantity : -fill.quantity
    }

    mutating func place(_ intent: OrderIntent) -> OrderHandle {
        let handle = OrderHandle(orders.count)
        var ticket = OrderTicket(
            account: account, instrument: intent.instrument, side: intent.side, type: intent.type,
            quantity: intent.quantity, limit: intent.limit, stop: intent.stop,
            trail: intent.trail.map { .amount($0) }, timeInForce: intent.timeInForce)
        let children = intent.children
        ticket.transmit = children.isEmpty
        let parent = exchange.place(ticket)
        var keys = [parent]
        for (position, child) in children.enumerated() {
            keys.append(
                exchange.place(
                    OrderTicket(
                        account: account, instrument: intent.instrument, side: child.side, type: child.type,
                        quantity: child.quantity, limit: child.limit, stop: child.stop,
                        timeInForce: child.timeInForce, parent: parent, transmit: position == children.count - 1)))
        }
        orders.append(keys)
        open[intent.instrument.rawValue].append(handle)
        return handle
    }

    mutating func cancel(_ order: OrderHandle) {
        guard orders.indices.contains(order.rawValue) else { return }
        for key in orders[order.rawValue] where exchange.order(key)?.state.isDone == false { exchange.cancel(key) }
    }

    mutating func cancelAll(in instrument: InstrumentIndex) {
        for handle in open[instrument.rawValue] { cancel(handle) }
        open[instrument.rawValue].removeAll(keepingCapacity: true)
    }
}

extension OrderIntent {
    /// The order type that the prices given make.
    public var type: OrderType {
        if trail != nil { return .trailingStop }
        switch (limit, stop) {
        case (nil, nil): return .market
        case (_?, nil): return .limit
        case (nil, _?): return .stop
        case (_?, _?): return .stopLimit
        }
    }

    /// The orders behind this one: a target and a stop, as far as they were asked for.
    public var children: [OrderIntent] {
        let exit: Side = side == .buy ? .sell : .buy
        var children: [OrderIntent] = []
        if let takeProfit {
            var child = OrderIntent(exit, quantity, of: instrument, limit: takeProfit)
            child.timeInForce = timeInForce
            children.append(child)
        }
        if let stopLoss {
            var child = OrderIntent(exit, quantity, of: instrument)
            child.stop = stopLoss
            child.timeInForce = timeInForce
            children.append(child)
        }
        return children
    }
}
