import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Takes a strategy's orders while it runs on a connection: what it asks for is sent right after its callback.
struct LiveBroker: Broker, Sendable {
    /// What is to be sent, in the order asked.
    enum Action: Sendable {
        case place(OrderHandle, OrderIntent)
        case cancel(OrderHandle)
        case cancelAll
    }

    var now = Timestamp(nanoseconds: 0)
    var held: Quantity = 0
    let rule: PriceRule
    private(set) var actions: [Action] = []
    private var count = 0

    init(rule: PriceRule) { self.rule = rule }

    func position(in instrument: InstrumentIndex) -> Quantity { held }

    func increment(of instrument: InstrumentIndex, at price: Price) -> Price { rule.increment(at: price) }

    mutating func place(_ intent: OrderIntent) -> OrderHandle {
        let handle = OrderHandle(count)
        count += 1
        actions.append(.place(handle, intent))
        return handle
    }

    mutating func cancel(_ order: OrderHandle) { actions.append(.cancel(order)) }

    mutating func cancelAll(in instrument: InstrumentIndex) { actions.append(.cancelAll) }

    mutating func takeActions() -> [Action] {
        defer { actions = [] }
        return actions
    }
}

/// Holds a strategy while it runs live: one at a time tells it what happens.
actor LiveDesk<S: Strategy> {
    private var strategy: S
    private var broker: LiveBroker
    private var bars: TradeBars

    init(_ strategy: S, rule: PriceRule, barLength: Duration) {
        self.strategy = strategy
        self.broker = LiveBroker(rule: rule)
        self.bars = TradeBars(length: barLength)
    }

    /// Lets the strategy see the past; orders that it would have given are forgotten.
    func warmUp(_ past: [Bar]) {
        for bar in past { strategy.bar(bar, of: 0, &broker) }
        _ = broker.takeActions()
    }

    func trade(_ price: Price, _ size: Quantity, at time: Timestamp) -> [LiveBroker.Action] {
        broker.now = time
        if let bar = bars.add(price, size, at: time) { strategy.bar(bar, of: 0, &broker) }
        return broker.takeActions()
    }

    /// The time of the last trade that the strategy was told.
    var now: Timestamp { broker.now }

    func fill(_ fill: StrategyFill) -> [LiveBroker.Action] {
        broker.held += fill.isBuy ? fill.quantity : -fill.quantity
        strategy.filled(fill, &broker)
        return broker.takeActions()
    }
}
