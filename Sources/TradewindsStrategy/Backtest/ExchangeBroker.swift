import TradewindsExchange
import TradewindsVocabulary

/// A broker that gives its orders to an exchange in the same process: as long as it suffices, to the exchange's quick
/// lane.
struct ExchangeBroker: Broker {
    /// Not in use while there is a lane.
    var exchange: Exchange
    /// The quick lane, open until something is asked that it does not know.
    var lane: BarLane
    /// Fills of the lane that were not told before it was left.
    private var untold: [BarLane.Fill] = []
    let account: AccountID
    /// The orders of each handle: one, or a bracket's three.
    private var orders: [[OrderKey]] = []
    /// Handles whose orders may still be at work, by instrument.
    private var open: [[OrderHandle]]
    /// What is held, kept from fills so that asking costs nothing.
    private var positions: [Quantity]

    /// Whether there was a split, and how shares compare with those of the first day, by instrument.
    private(set) var isScaled = false
    private var scales: [SplitScale]

    /// What the strategy and the broker gave.
    var log = OrderLog()

    private let multipliers: [Double]
    private var liquidations: [OrderHandle] = []
    /// Orders of the strategy that were refused here, before the exchange saw them.
    private var refused: [Refusal] = []
    /// How long an order takes to the exchange.
    private let latency: Duration
    private let hasLatency: Bool

    init(exchange: Exchange, account: AccountID, latency: Duration, lane: BarLane) {
        self.exchange = exchange
        self.latency = latency
        hasLatency = latency != .zero
        self.account = account
        self.lane = lane
        open = Array(repeating: [], count: exchange.instruments.count)
        positions = Array(repeating: 0, count: exchange.instruments.count)
        multipliers = exchange.instruments.map(\.multiplier.doubleValue)
        scales = Array(repeating: SplitScale(), count: exchange.instruments.count)
    }

    /// How shares compare with those of the first day.
    func scale(of instrument: InstrumentIndex) -> SplitScale { scales[instrument.rawValue] }

    /// Takes in a split.
    mutating func split(new: Int, old: Int, of instrument: InstrumentIndex) {
        scales[instrument.rawValue].split(new: new, old: old)
        isScaled = scales.contains { !$0.isOne }
    }

    /// Orders that wait for their time, in the order given.
    private(set) var waiting: [WaitingOrder] = []

    var now: Timestamp { lane.isOpen ? lane.now : exchange.now }
    var equity: Money? { lane.isOpen ? lane.equity : exchange.netLiquidation(of: account) }
    var cash: Money? { lane.isOpen ? lane.cash : exchange.values(of: account)?.totalCashValue }
    var openOrderCount: Int? {
        (lane.isOpen ? lane.openOrderCount : exchange.openOrders(of: account).count) + waiting.count
    }
    func quote(of instrument: InstrumentIndex) -> Quote? {
        if lane.isOpen { return lane.tradingPrice.map { Quote(bid: $0, ask: $0) } }
        guard let quote = exchange.quote(of: instrument), quote.bid != nil || quote.ask != nil else { return nil }
        return isScaled ? scale(of: instrument).told(quote) : quote
    }
    func lastPrice(of instrument: InstrumentIndex) -> Price? {
        if lane.isOpen { return lane.lastPrice }
        let last = exchange.last(of: instrument)
        return isScaled ? last.map { scale(of: instrument).told($0) } : last
    }

    /// The price by which a position is valued, in the market of today.
    func mark(of instrument: InstrumentIndex) -> Price? {
        lane.isOpen ? lane.lastPrice : exchange.mark(of: instrument)
    }
    func terms(of instrument: InstrumentIndex) -> InstrumentTerms {
        let instrument = exchange.instruments[instrument.rawValue]
        var terms = InstrumentTerms(instrument)
        if !lane.isOpen { terms.multiplier = exchange.inBase(Money(terms.multiplier), instrument.currency).decimal }
        return terms
    }

    func position(in instrument: InstrumentIndex) -> Quantity {
        isScaled ? scale(of: instrument).told(held(of: instrument)) : held(of: instrument)
    }

    /// What is held in the shares of today.
    func held(of instrument: InstrumentIndex) -> Quantity { positions[instrument.rawValue] }

    func increment(of instrument: InstrumentIndex, at price: Price) -> Price {
        exchange.instruments[instrument.rawValue].priceRule.increment(at: price)
    }

    /// What one unit of price of one unit held is worth in the base currency.
    func unitWorth(of instrument: InstrumentIndex) -> Double {
        let multiplier = multipliers[instrument.rawValue]
        if lane.isOpen { return multiplier }
        return exchange.inBase(1, exchange.instruments[instrument.rawValue].currency).doubleValue * multiplier
    }

    /// Equity, and the absolute and the signed value of what is held.
    ///
    /// Changes nothing. It is asked once a bar, and a function that may change its value is lent it where others get a
    /// copy, here of a thousand bytes.
    mutating func worth() -> (equity: Double, gross: Double, net: Double)? {
        if lane.isOpen { return lane.worth() }
        return exchange.worth(of: account)
    }

    /// The equity of ``worth()`` alone.
    mutating func equityNow() -> Double? {
        if lane.isOpen { return lane.equityNow() }
        return exchange.worth(of: account)?.equity
    }

    /// The profit of what is held, if closed at the last price, opening commissions taken off; in the base currency.
    func unrealized(in instrument: InstrumentIndex) -> Money? {
        let exchange = wholeExchange
        return exchange.position(of: account, in: instrument).map { exchange.inBase($0.unrealized, $0.currency) }
    }

    /// The exchange, made from the lane for a question that only it answers.
    var wholeExchange: Exchange { lane.isOpen ? lane.expanded().exchange : exchange }

    /// Leaves the lane: from here on the exchange takes everything.
    mutating func leaveLane() {
        guard lane.isOpen else { return }
        let whole = lane.expanded()
        exchange = whole.exchange
        for order in whole.keys { orders[order.reference].append(order.key) }
        untold += lane.fills
        lane.close()
    }

    /// The fill of the lane at a place in the order in which they came; `nil` behind the last, and then all are
    /// forgotten.
    mutating func laneFill(at place: Int) -> BarLane.Fill? {
        if place < untold.count { return untold[place] }
        if lane.isOpen, place - untold.count < lane.fills.count { return lane.fills[place - untold.count] }
        if !untold.isEmpty { untold = [] }
        if lane.isOpen, !lane.fills.isEmpty { lane.fills.removeAll(keepingCapacity: true) }
        return nil
    }

    /// Whether orders wait for their time.
    var hasWaiting: Bool { !waiting.isEmpty }

    mutating func book(_ fill: StrategyFill) {
        positions[fill.instrument.rawValue] += fill.isBuy ? fill.quantity : -fill.quantity
    }

    mutating func place(_ intent: OrderIntent) -> OrderHandle {
        let handle = OrderHandle(orders.count)
        orders.append([])
        if !liquidations.isEmpty, isLiquidating(intent.instrument) {
            refused.append(Refusal(time: now, order: handle, intent: intent, reason: .liquidating))
            return handle
        }
        open[intent.instrument.rawValue].append(handle)
        var due = now
        if hasLatency { due += latency }
        if case .after(let time) = intent.timing { due = max(due, time) }
        if due > now {
            waiting.append(WaitingOrder(time: due, handle: handle, intent: intent, given: now))
        } else {
            give(intent, as: handle, at: now)
        }
        return handle
    }

    /// Cancels what is at work on an instrument and closes what is held of it, as the broker itself does it: at once,
    /// and beyond the reach of the strategy, which neither cancels it nor trades the instrument before it is done.
    mutating func liquidate(_ intent: OrderIntent) {
        cancelAll(in: intent.instrument)
        let handle = OrderHandle(orders.count)
        orders.append([])
        giveToMarket(intent, as: handle, at: now, isForced: true)
        liquidations.append(handle)
    }

    /// An exit that fills, or whose stop is reached, ends the rest of its entry: what is being closed is not to grow.
    mutating func endEntry(behind exit: OrderKey) {
        guard let exit = exchange.order(exit), exit.isTriggered || exit.filled > 0, let parent = exit.ticket.parent,
            exchange.order(parent)?.state.isDone == false
        else { return }
        exchange.cancel(parent)
    }

    /// Whether something is being closed by ``liquidate(_:)``.
    var isLiquidating: Bool { liquidations.contains { isAtWork($0) } }

    private mutating func isLiquidating(_ instrument: InstrumentIndex) -> Bool {
        liquidations = liquidations.filter { isAtWork($0) }
        return liquidations.contains { handle in
            orders[handle.rawValue].contains { exchange.order($0)?.ticket.instrument == instrument }
        }
    }

    private func isAtWork(_ handle: OrderHandle) -> Bool {
        orders[handle.rawValue].contains { exchange.order($0)?.state.isDone == false }
    }

    /// The orders that reached the exchange, with what became of them so far.
    var settledLog: OrderLog {
        var log = log
        log.settle { handle, part in
            if lane.isOpen { return lane.isWorking(handle, part) ? .working : nil }
            let key = orders[handle].first { exchange.order($0)?.part == part }
            return key.flatMap { exchange.order($0)?.state }
        }
        return log
    }

    /// The oldest refusal that was not told yet.
    mutating func takeRefusal() -> Refusal? { refused.isEmpty ? nil : refused.removeFirst() }

    /// Takes over what the exchange says is held, after a split.
    mutating func refreshPosition(in instrument: InstrumentIndex) {
        positions[instrument.rawValue] = exchange.held(of: instrument, in: account)
    }

    /// When the first of the orders that wait is due.
    var firstDue: Timestamp? { waiting.lazy.map(\.time).min() }

    /// Gives the orders whose time has come.
    mutating func giveDue() {
        guard !waiting.isEmpty else { return }
        let now = now
        let due = waiting.filter { $0.time <= now }
        waiting.removeAll { $0.time <= now }
        for order in due { give(order.intent, as: order.handle, at: order.given) }
    }

    /// What the exchange refused, as the strategy knows it.
    func refusal(of event: ExchangeEvent, _ reason: RefusalReason) -> Refusal? {
        guard let ticket = event.order.flatMap({ exchange.order($0) })?.ticket else { return nil }
        var intent = OrderIntent(ticket.side, ticket.quantity, of: ticket.instrument, limit: ticket.limit)
        intent.stop = ticket.stop
        return Refusal(time: now, order: OrderHandle(ticket.reference), intent: intent, reason: reason)
    }

    /// Gives an order of the strategy.
    private mutating func give(_ intent: OrderIntent, as handle: OrderHandle, at time: Timestamp) {
        giveToMarket(isScaled ? inMarket(intent) : intent, as: handle, at: time)
    }

    /// What a strategy asks for, in the shares and prices of today.
    func inMarket(_ intent: OrderIntent) -> OrderIntent {
        let scale = scale(of: intent.instrument)
        return scale.isOne ? intent : intent.inMarket(scale, exchange.instruments[intent.instrument.rawValue])
    }

    private mutating func giveToMarket(
        _ intent: OrderIntent, as handle: OrderHandle, at time: Timestamp, isForced: Bool = false
    ) {
        log.add(intent, as: handle, at: time, isForced: isForced)
        if lane.isOpen {
            if let ask = BarLane.Ask(intent, reference: handle.rawValue), lane.place(ask) { return }
            leaveLane()
        }
        giveToExchange(intent, as: handle)
    }

    /// Apart, so that the quick way is not made to carry its room.
    @inline(never)
    private mutating func giveToExchange(_ intent: OrderIntent, as handle: OrderHandle) {
        var ticket = ticket(intent, as: handle)
        let children = intent.children
        ticket.transmit = children.isEmpty
        let parent = exchange.place(ticket)
        orders[handle.rawValue].append(parent)
        for (position, child) in children.enumerated() {
            var ticket = self.ticket(child, as: handle)
            ticket.parent = parent
            ticket.transmit = position == children.count - 1
            orders[handle.rawValue].append(exchange.place(ticket))
        }
    }

    private func ticket(_ intent: OrderIntent, as handle: OrderHandle) -> OrderTicket {
        OrderTicket(
            account: account, instrument: intent.instrument, side: intent.side, type: intent.type,
            quantity: intent.quantity, limit: intent.limit, stop: intent.stop, trail: intent.trailing,
            timeInForce: intent.timing == .atOpen ? .atTheOpening : intent.timeInForce, group: intent.group,
            reference: handle.rawValue)
    }

    mutating func cancel(_ order: OrderHandle) {
        guard orders.indices.contains(order.rawValue) else { return }
        waiting.removeAll { $0.handle == order }
        if lane.isOpen { lane.cancel(order.rawValue) }
        for key in orders[order.rawValue] where exchange.order(key)?.state.isDone == false { exchange.cancel(key) }
    }

    mutating func cancelAll(in instrument: InstrumentIndex) {
        if lane.isOpen, waiting.isEmpty {
            lane.cancelAll()
        } else {
            for handle in open[instrument.rawValue] { cancel(handle) }
        }
        open[instrument.rawValue].removeAll(keepingCapacity: true)
    }
}

extension BarLane.Ask {
    /// What the lane is asked for; `nil` for an order that it does not know.
    fileprivate init?(_ intent: OrderIntent, reference: Int) {
        switch intent.timing {
        case .atOnce, .after: break
        case .atOpen, .atClose: return nil
        }
        let isDay = intent.timeInForce == .day
        guard intent.instrument.rawValue == 0, isDay || intent.timeInForce == .goodTillCancelled, intent.group == nil,
            intent.trail == nil, intent.trailPercent == nil
        else { return nil }
        self.init(
            isBuy: intent.side == .buy, quantity: intent.quantity, limit: intent.limit, stop: intent.stop,
            takeProfit: intent.takeProfit, stopLoss: intent.stopLoss, isDay: isDay, reference: reference)
    }
}

extension OrderIntent {
    /// The order type that the prices given make.
    public var type: OrderType {
        if trailing != nil { return .trailingStop }
        if timing == .atClose, stop == nil { return limit == nil ? .marketOnClose : .limitOnClose }
        switch (limit, stop) {
        case (nil, nil): return .market
        case (_?, nil): return .limit
        case (nil, _?): return .stop
        case (_?, _?): return .stopLimit
        }
    }

    /// The distance of a trailing stop.
    public var trailing: Trail? { trail.map { .amount($0) } ?? trailPercent.map { .percent($0) } }

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
