import TradewindsExchange
import TradewindsVocabulary

/// A broker behind limits: what the limits refuse never reaches the broker.
///
/// A refused order gets a handle below zero; ``takeRefusals()`` tells which. ``Guarded`` puts a gate around whatever
/// broker a runner gives to a strategy, and tells the strategy its refusals.
public struct RiskGate<Base: Broker>: Broker {
    /// The limits and what became of orders.
    public var core: RiskCore
    /// The broker behind.
    public var base: Base
    /// What sizes entries; `nil` where the strategy's own quantities stand.
    public var sizer: Sizer?
    private var told: Int

    /// A gate in front of `base`.
    public init(_ core: RiskCore, before base: Base) {
        self.core = core
        self.base = base
        told = core.refusals.count
    }

    /// The broker's.
    public var now: Timestamp { base.now }
    /// The broker's.
    public var equity: Money? { base.equity }
    /// The broker's.
    public var cash: Money? { base.cash }
    /// The broker's.
    public var initialMargin: Money? { base.initialMargin }
    /// The broker's.
    public var openOrderCount: Int? { base.openOrderCount }
    /// The broker's.
    public func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders? {
        base.working(in: instrument, on: side)
    }
    /// The broker's.
    public func initialMargin(perUnitOf instrument: InstrumentIndex, on side: Side) -> Money? {
        base.initialMargin(perUnitOf: instrument, on: side)
    }
    /// The broker's.
    public func position(in instrument: InstrumentIndex) -> Quantity { base.position(in: instrument) }
    /// The broker's.
    public func increment(of instrument: InstrumentIndex, at price: Price) -> Price {
        base.increment(of: instrument, at: price)
    }
    /// The broker's.
    public func quote(of instrument: InstrumentIndex) -> Quote? { base.quote(of: instrument) }
    /// The broker's.
    public func lastPrice(of instrument: InstrumentIndex) -> Price? { base.lastPrice(of: instrument) }
    /// The broker's.
    public func terms(of instrument: InstrumentIndex) -> InstrumentTerms { base.terms(of: instrument) }

    /// Gives the order on where the limits allow it; after a kill never.
    @discardableResult
    public mutating func place(_ intent: OrderIntent) -> OrderHandle {
        guard let intent = sizer.map({ $0.sized(intent, base) }) ?? intent else {
            return core.refuse(intent, .noSize, base).order
        }
        if let refusal = core.check(intent, base) { return refusal.order }
        return base.place(intent)
    }
    /// The broker's. After a kill nothing happens: what is at work then closes positions.
    public mutating func cancel(_ order: OrderHandle) {
        if order >= 0, core.killed == nil { base.cancel(order) }
    }
    /// The broker's. After a kill nothing happens: what is at work then closes positions.
    public mutating func cancelAll(in instrument: InstrumentIndex) {
        if core.killed == nil { base.cancelAll(in: instrument) }
    }

    /// Refusals since the last call.
    public mutating func takeRefusals() -> ArraySlice<Refusal> {
        defer { told = core.refusals.count }
        return core.refusals[told...]
    }

    /// Stops: cancels everything, closes every position at the market, and refuses whatever is asked for from then on.
    ///
    /// - `instruments`: How many instruments there are.
    public mutating func kill(_ reason: KillReason = .asked, instruments: Int) {
        core.kill(reason)
        flatten(instruments: instruments)
    }

    /// Cancels everything and closes every position at the market.
    ///
    /// What may still fill is left out, so that no position is turned round: where cancellations are not confirmed yet,
    /// ``closeRest(instruments:)`` does what is left.
    public mutating func flatten(instruments: Int) {
        for index in 0..<max(0, instruments) {
            let instrument = InstrumentIndex(index)
            guard base.working(in: instrument, on: .buy) != nil else {
                base.move(to: 0, in: instrument)
                continue
            }
            base.cancelAll(in: instrument)
            close(instrument)
        }
    }

    /// Closes at the market what neither is closed nor has an exit at work.
    public mutating func closeRest(instruments: Int) {
        for index in 0..<max(0, instruments) { close(InstrumentIndex(index)) }
    }

    private mutating func close(_ instrument: InstrumentIndex) {
        guard let rest = core.rest(of: instrument, base), rest.quantity > 0, core.mayClose(instrument, at: base.now)
        else { return }
        base.place(OrderIntent(rest.side, rest.quantity, of: instrument))
    }
}
