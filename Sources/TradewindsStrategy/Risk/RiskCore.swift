import TradewindsExchange
import TradewindsVocabulary

/// Checks orders against limits and watches losses: the state of a ``RiskGate``, without its broker.
///
/// Exits that only reduce a position pass every limit but the order rate is counted: a limit must never lock a trader in.
/// Orders at work are not added to positions: bound them by ``RiskLimits/maxOpenOrders``.
public struct RiskCore: Sendable, Hashable {
    /// The limits.
    public var limits: RiskLimits
    /// Every refusal, oldest first.
    public private(set) var refusals: [Refusal] = []
    /// Why the switch is on; `nil` while it is off.
    public private(set) var killed: KillReason?
    private let instruments: Int
    private var recent: [Timestamp] = []
    private var ledger = Money.zero
    private var highest: Money?
    private var day: CivilDate?
    private var dayEquity: Money?

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
        let now = broker.now
        recent.removeAll { $0 + .seconds(1) <= now }
        guard let reason = reason(against: intent, broker) else {
            recent.append(now)
            return nil
        }
        let refusal = Refusal(time: now, order: OrderHandle(-1 - refusals.count), intent: intent, reason: reason)
        refusals.append(refusal)
        return refusal
    }

    private func reason<B: Broker>(against intent: OrderIntent, _ broker: B) -> RefusalReason? {
        let held = broker.position(in: intent.instrument)
        let change = intent.side == .buy ? intent.quantity : -intent.quantity
        let after = held + change
        let reduces =
            !held.isZero && held.isNegative != change.isNegative && change.magnitude <= held.magnitude
            && intent.takeProfit == nil && intent.stopLoss == nil
        if reduces { return nil }
        if let killed { return .killed(killed) }
        return whenAndWhere(intent, broker) ?? orderSize(intent, broker) ?? exposure(intent, after: after, broker)
    }

    private func whenAndWhere<B: Broker>(_ intent: OrderIntent, _ broker: B) -> RefusalReason? {
        let symbol = broker.terms(of: intent.instrument).symbol
        if !limits.instruments.isEmpty, !limits.instruments.contains(symbol) { return .instrumentNotAllowed(symbol) }
        if let hours = limits.hours {
            let seconds = broker.now.seconds
            let minute = Int(((seconds % 86_400) + 86_400) % 86_400 / 60)
            if !hours.contains(minute) { return .outsideHours(minute: minute, from: hours.from, until: hours.until) }
        }
        if let limit = limits.maxOrdersPerSecond, recent.count >= limit {
            return .orderRate(recent.count + 1, limit: limit)
        }
        if let limit = limits.maxOpenOrders, let open = broker.openOrderCount {
            let after = open + 1 + intent.children.count
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

    private func exposure<B: Broker>(_ intent: OrderIntent, after: Quantity, _ broker: B) -> RefusalReason? {
        if let limit = limits.maxPosition, after.magnitude > limit { return .position(after, limit: limit) }
        if limits.maxGrossExposure != nil || limits.maxNetExposure != nil || !limits.maxSectorExposure.isEmpty {
            if let reason = values(intent, after: after, broker) { return reason }
        }
        if let limit = limits.maxMarginPercent, let margin = broker.initialMargin, let equity = broker.equity {
            let percent = equity > 0 ? margin.doubleValue / equity.doubleValue * 100 : .infinity
            if percent >= limit { return .marginUse(percent: percent, limit: limit) }
        }
        return nil
    }

    private func values<B: Broker>(_ intent: OrderIntent, after: Quantity, _ broker: B) -> RefusalReason? {
        var (gross, net, inSector) = (Money.zero, Money.zero, Money.zero)
        let sector = limits.sectors[broker.terms(of: intent.instrument).symbol]
        for index in 0..<max(instruments, intent.instrument.rawValue + 1) {
            let instrument = InstrumentIndex(index)
            let held = instrument == intent.instrument ? after : broker.position(in: instrument)
            guard !held.isZero else { continue }
            let side: Side = held.isNegative ? .sell : .buy
            guard let price = broker.reference(of: instrument, for: side) ?? intent.limit else { return .noPrice }
            let terms = broker.terms(of: instrument)
            let value = price * held * terms.multiplier
            gross += value.magnitude
            net += value
            if sector != nil, limits.sectors[terms.symbol] == sector { inSector += value.magnitude }
        }
        if let limit = limits.maxGrossExposure, gross > limit { return .grossExposure(gross, limit: limit) }
        if let limit = limits.maxNetExposure, net.magnitude > limit { return .netExposure(net, limit: limit) }
        if let sector, let limit = limits.maxSectorExposure[sector], inSector > limit {
            return .sectorExposure(sector: sector, inSector, limit: limit)
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
        guard let equity = broker.equity ?? profit(broker) else { return false }
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
        return killed != nil
    }

    private var lastEquity: Money?

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

extension Broker {
    /// The price that an order on `side` is measured by: the quote's other side, or the last price.
    func reference(of instrument: InstrumentIndex, for side: Side) -> Price? {
        let quote = quote(of: instrument)
        return (side == .buy ? quote?.ask : quote?.bid) ?? lastPrice(of: instrument)
    }
}
