import TradewindsExchange
import TradewindsVocabulary

/// Checks orders against limits and watches losses: the state of a ``RiskGate``, without its broker.
///
/// Exits that only reduce a position, together with the exits at work, pass every limit and do not count into the order
/// rate: a limit must never lock a trader in. An exit beyond that is an order like any other. A bracket counts as all its
/// orders, into the rate as into those at work. Every other order is judged by what would be held if it and the orders
/// given before it filled. After a kill every order is refused: the gate closes what is held.
public struct RiskCore: Sendable, Hashable {
    /// The limits.
    public var limits: RiskLimits
    /// Every refusal, oldest first.
    public private(set) var refusals: [Refusal] = []
    /// Why the switch is on; `nil` while it is off.
    public private(set) var killed: KillReason?
    /// When a limit turned it on; `nil` while it is off, and where somebody asked for it.
    public private(set) var killedAt: Timestamp?
    let instruments: Int
    private var recent: [Timestamp] = []
    private var closed: [InstrumentIndex: Timestamp] = [:]
    private var ledger = Money.zero
    var highest: Money?
    var day: CivilDate?
    var dayEquity: Money?

    /// A gate's state for `instruments` instruments, known by place.
    public init(_ limits: RiskLimits, instruments: Int) {
        self.limits = limits
        self.instruments = max(0, instruments)
    }

    /// Turns the switch on. It stays on; the first reason is kept.
    public mutating func kill(_ reason: KillReason = .asked) { if killed == nil { killed = reason } }

    /// Checks an order; keeps the refusal, if any, and counts the order otherwise.
    ///
    /// - Returns: The refusal's handle and reason; `nil` where the order may go.
    public mutating func check<B: Broker>(_ intent: OrderIntent, _ broker: B) -> Refusal? {
        if let killed { return refuse(intent, .killed(killed), broker) }
        if reduces(intent, broker) { return nil }
        let now = broker.now
        recent.removeAll { $0 + .seconds(1) <= now }
        guard let reason = reason(against: intent, broker) else {
            recent += Array(repeating: now, count: intent.orderCount)
            return nil
        }
        return refuse(intent, reason, broker)
    }

    /// Keeps a refusal.
    mutating func refuse<B: Broker>(_ intent: OrderIntent, _ reason: RefusalReason, _ broker: B) -> Refusal {
        let refusal = Refusal(
            time: broker.now, order: OrderHandle(-1 - refusals.count), intent: intent, reason: reason)
        refusals.append(refusal)
        return refusal
    }

    /// Whether the order, with all exits that may still fill, can do nothing but make the position smaller.
    ///
    /// Exits that are being cancelled do not count: a strategy replaces its exits freely.
    private func reduces<B: Broker>(_ intent: OrderIntent, _ broker: B) -> Bool {
        let held = broker.position(in: intent.instrument)
        let exit: Side = held.isNegative ? .buy : .sell
        guard !held.isZero, intent.side == exit, intent.takeProfit == nil, intent.stopLoss == nil else { return false }
        let working = broker.working(in: intent.instrument, on: exit) ?? WorkingOrders()
        return working.added(by: intent) + working.active <= held.magnitude
    }

    /// How much a position may still be closed by, beside the exits that may still fill; `nil` for a broker that does
    /// not tell those.
    func rest<B: Broker>(of instrument: InstrumentIndex, _ broker: B) -> (side: Side, quantity: Quantity)? {
        let held = broker.position(in: instrument)
        let exit: Side = held.isNegative ? .buy : .sell
        guard let working = broker.working(in: instrument, on: exit) else { return nil }
        return (exit, max(0, held.magnitude - working.total))
    }

    /// Notes an attempt to close a position; `false` where the last one is too near: an exit that is refused is not to
    /// be repeated with every price.
    mutating func mayClose(_ instrument: InstrumentIndex, at time: Timestamp) -> Bool {
        if let last = closed[instrument], last <= time, time < last + .seconds(1) { return false }
        closed[instrument] = time
        return true
    }

    /// Lets the next attempt to close go ahead: something filled.
    mutating func allowClose(_ instrument: InstrumentIndex) { closed[instrument] = nil }

    private func reason<B: Broker>(against intent: OrderIntent, _ broker: B) -> RefusalReason? {
        whenAndWhere(intent, broker) ?? orderSize(intent, broker) ?? exposure(intent, broker)
    }

    private func whenAndWhere<B: Broker>(_ intent: OrderIntent, _ broker: B) -> RefusalReason? {
        let symbol = broker.terms(of: intent.instrument).symbol
        if !limits.instruments.isEmpty,
            !limits.instruments.contains(where: { $0.uppercased() == symbol.uppercased() })
        {
            return .instrumentNotAllowed(symbol)
        }
        if let hours = limits.hours {
            let minute = hours.zone.secondOfDay(at: broker.now) / 60
            if !hours.contains(minute) { return .outsideHours(minute: minute, hours) }
        }
        if let limit = limits.maxOrdersPerSecond {
            let after = recent.count + intent.orderCount
            if after > limit { return .orderRate(after, limit: limit) }
        }
        if let limit = limits.maxOpenOrders, let open = broker.openOrderCount {
            let after = open + intent.orderCount
            if after > limit { return .openOrders(after, limit: limit) }
        }
        return nil
    }

    private func orderSize<B: Broker>(_ intent: OrderIntent, _ broker: B) -> RefusalReason? {
        if let limit = limits.maxOrderQuantity, intent.quantity > limit {
            return .orderQuantity(intent.quantity, limit: limit)
        }
        let reference = broker.reference(of: intent.instrument, for: intent.side)
        if let limit = limits.maxOrderNotional {
            guard let price = intent.limit ?? intent.stop ?? reference else { return .noPrice }
            let worst = max(price, reference ?? price)
            let value = worst * intent.quantity * broker.terms(of: intent.instrument).multiplier
            if value > limit { return .orderNotional(value, limit: limit) }
        }
        guard let limit = limits.priceCollarPercent else { return nil }
        for price in [intent.limit, intent.stop].compactMap(\.self) {
            guard let reference, reference > 0 else { return .noPrice }
            let percent = abs(price.doubleValue / reference.doubleValue - 1) * 100
            // A price on the boundary passes although its percentage is rounded.
            if percent > limit + 1e-9 {
                return .priceCollar(price, reference: reference, percent: percent, limit: limit)
            }
        }
        return nil
    }

    /// Books a fill, for the profit of brokers that do not tell their equity.
    public mutating func book<B: Broker>(_ fill: StrategyFill, _ broker: B) {
        let value = fill.price * fill.quantity * broker.terms(of: fill.instrument).multiplier
        ledger += fill.isBuy ? -value : value
    }

    /// Looks at the day's loss and the drawdown.
    ///
    /// - Returns: Whether the switch was turned on just now: then everything is to be flattened.
    public mutating func watch<B: Broker>(_ broker: B) -> Bool {
        guard killed == nil, limits.maxDailyLoss != nil || limits.maxDrawdownPercent != nil else { return false }
        let told = broker.equity
        guard let equity = told ?? profit(broker) else { return false }
        if told != nil, !isEquityTold {
            // Profits booked before are no measure for an account's value.
            (isEquityTold, day, dayEquity, lastEquity, highest) = (true, nil, nil, nil, nil)
        }
        let today = broker.now.utcDate
        if day != today {
            // The day is measured from the last value known before it.
            day = today
            dayEquity = lastEquity ?? equity
        }
        lastEquity = equity
        let peak = max(highest ?? equity, equity)
        highest = peak
        if let limit = limits.maxDailyLoss, let start = dayEquity, start - equity >= limit {
            kill(.dailyLoss(start - equity, limit: limit))
        } else if let limit = limits.maxDrawdownPercent, peak > 0 {
            let percent = (1 - equity.doubleValue / peak.doubleValue) * 100
            if percent >= limit - 1e-9 { kill(.drawdown(percent: percent, limit: limit)) }
        }
        if killed != nil { killedAt = broker.now }
        return killed != nil
    }

    private var lastEquity: Money?
    var isEquityTold = false

    /// Profit from the fills booked, before fees, open positions at their last price.
    private func profit<B: Broker>(_ broker: B) -> Money? {
        var sum = ledger
        for index in 0..<instruments {
            let held = broker.position(in: InstrumentIndex(index))
            guard !held.isZero else { continue }
            guard let price = broker.lastPrice(of: InstrumentIndex(index)) else { return nil }
            sum += price * held * broker.terms(of: InstrumentIndex(index)).multiplier
        }
        return sum
    }
}

extension OrderIntent {
    /// How many orders it is, with those of its bracket.
    var orderCount: Int { 1 + children.count }
}

extension Broker {
    /// The price that an order on `side` is measured by: the quote's other side, or the last price.
    func reference(of instrument: InstrumentIndex, for side: Side) -> Price? {
        let quote = quote(of: instrument)
        return (side == .buy ? quote?.ask : quote?.bid) ?? lastPrice(of: instrument)
    }
}
