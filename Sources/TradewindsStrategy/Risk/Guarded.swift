import TradewindsExchange
import TradewindsVocabulary

/// A strategy behind limits, wherever it runs: backtest, simulated gateway or live.
///
/// ```swift
/// var backtest = Backtest(Guarded(strategy, limits: limits, instruments: 1), instruments: [apple], start: morning)
/// ```
///
/// Losses are looked at before each callback; once a limit is reached, every order is cancelled, every position closed
/// at the market, and the strategy neither gives nor cancels an order from then on: its own exits could only stand in
/// the way of those that close. What is closed never exceeds the position: where exits are still being cancelled, the
/// rest is closed at a later callback.
public struct Guarded<S: Strategy>: Strategy {
    /// The strategy behind the gate.
    public private(set) var strategy: S
    /// The limits and every refusal.
    public private(set) var core: RiskCore
    /// What sizes entries; `nil` where the strategy's own quantities stand.
    public private(set) var sizer: Sizer?
    private let instruments: Int
    private var mustFlatten = false

    /// `strategy` behind `limits`, for a runner with so many instruments.
    ///
    /// - `size`: The rule that sizes entries; without, the strategy's own quantities stand.
    public init(_ strategy: S, limits: RiskLimits, size: PositionSize? = nil, instruments: Int) {
        self.strategy = strategy
        self.instruments = instruments
        sizer = size.map { Sizer($0, instruments: instruments) }
        core = RiskCore(limits, instruments: instruments)
    }

    /// Goes on from what the losses of a run before were measured from.
    public mutating func restore(_ marks: LossMarks) { core.restore(marks) }

    /// Turns the kill switch on: everything is flattened at the next callback.
    public mutating func kill() {
        guard core.killed == nil else { return }
        core.kill()
        mustFlatten = true
    }

    /// Does what is due without a callback of the market: flattens after ``kill()``, closes what is left later.
    public mutating func attend<B: Broker>(_ broker: inout B) { pass(&broker) { _, _ in } }

    /// Told on behind the gate.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        sizer?.bar(bar, of: instrument)
        pass(&broker) { strategy, gate in strategy.bar(bar, of: instrument, &gate) }
    }
    /// Told on behind the gate.
    public mutating func quote<B: Broker>(_ quote: Quote, of instrument: InstrumentIndex, _ broker: inout B) {
        pass(&broker) { strategy, gate in strategy.quote(quote, of: instrument, &gate) }
    }
    /// Told on behind the gate.
    public mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) {
        core.book(fill, broker)
        sizer?.filled(fill)
        // An order that was on its way when the switch was turned is closed as well.
        if core.killed != nil {
            core.allowClose(fill.instrument)
            let isUntold = broker.working(in: fill.instrument, on: .buy) == nil
            if isUntold, !broker.position(in: fill.instrument).isZero { mustFlatten = true }
        }
        pass(&broker) { strategy, gate in strategy.filled(fill, &gate) }
    }
    /// Told on behind the gate.
    public mutating func refused<B: Broker>(_ order: OrderHandle, reason: RefusalReason, _ broker: inout B) {
        pass(&broker) { strategy, gate in strategy.refused(order, reason: reason, &gate) }
    }

    /// Told on past the gate: no order goes anywhere.
    public mutating func past(_ bar: Bar, of instrument: InstrumentIndex) {
        sizer?.bar(bar, of: instrument)
        strategy.past(bar, of: instrument)
    }
    /// Told on.
    public mutating func warmedUp() { strategy.warmedUp() }

    private mutating func pass<B: Broker>(
        _ broker: inout B, _ call: (inout S, inout RiskGate<BorrowedBroker<B>>) -> Void
    ) {
        // The pointer lives no longer than this call; a copy of the broker would copy the whole exchange.
        withUnsafeMutablePointer(to: &broker) { pointer in
            // The state is moved, not copied, so that its lists are not.
            var taken = RiskCore(RiskLimits(), instruments: 0)
            swap(&taken, &core)
            var gate = RiskGate(taken, before: BorrowedBroker(pointer))
            taken = RiskCore(RiskLimits(), instruments: 0)
            swap(&gate.sizer, &sizer)
            if gate.core.watch(gate.base) || mustFlatten {
                mustFlatten = false
                gate.flatten(instruments: instruments)
            } else if gate.core.killed != nil {
                gate.closeRest(instruments: instruments)
            }
            call(&strategy, &gate)
            // A refusal may make the strategy order again, and be refused again; twice is enough.
            for _ in 0..<2 {
                for refusal in gate.takeRefusals() {
                    strategy.refused(refusal.order, reason: refusal.reason, &gate)
                }
            }
            swap(&core, &gate.core)
            swap(&gate.sizer, &sizer)
        }
    }
}

/// A broker that someone else owns, for the length of one call.
struct BorrowedBroker<B: Broker>: Broker {
    // Safe as long as the value does not outlive the call that made it: `Guarded` gives it to no one to keep.
    private let pointer: UnsafeMutablePointer<B>

    init(_ pointer: UnsafeMutablePointer<B>) { self.pointer = pointer }

    var now: Timestamp { pointer.pointee.now }
    var equity: Money? { pointer.pointee.equity }
    var cash: Money? { pointer.pointee.cash }
    var initialMargin: Money? { pointer.pointee.initialMargin }
    var openOrderCount: Int? { pointer.pointee.openOrderCount }
    func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders? {
        pointer.pointee.working(in: instrument, on: side)
    }
    func initialMargin(perUnitOf instrument: InstrumentIndex, on side: Side) -> Money? {
        pointer.pointee.initialMargin(perUnitOf: instrument, on: side)
    }
    func position(in instrument: InstrumentIndex) -> Quantity { pointer.pointee.position(in: instrument) }
    func increment(of instrument: InstrumentIndex, at price: Price) -> Price {
        pointer.pointee.increment(of: instrument, at: price)
    }
    func quote(of instrument: InstrumentIndex) -> Quote? { pointer.pointee.quote(of: instrument) }
    func lastPrice(of instrument: InstrumentIndex) -> Price? { pointer.pointee.lastPrice(of: instrument) }
    func terms(of instrument: InstrumentIndex) -> InstrumentTerms { pointer.pointee.terms(of: instrument) }
    mutating func place(_ intent: OrderIntent) -> OrderHandle { pointer.pointee.place(intent) }
    mutating func cancel(_ order: OrderHandle) { pointer.pointee.cancel(order) }
    mutating func cancelAll(in instrument: InstrumentIndex) { pointer.pointee.cancelAll(in: instrument) }
}
