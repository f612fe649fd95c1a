import TradewindsExchange
import TradewindsStatistics
import TradewindsVocabulary

/// Runs a strategy on the exchange directly: no socket, no task switch.
///
/// A bar is told to the strategy when it is over; orders that it gives then fill from the next bar on (or by the fill
/// model chosen). Each fill model's file says when it is unrealistic.
public struct Backtest<S: Strategy>: Sendable {
    /// What the run has found so far.
    public var result: BacktestResult {
        var result = found
        result.openTrades = trips.stillOpen(
            at: broker.now, last: { broker.mark(of: $0) }, unrealized: { broker.unrealized(in: $0) })
        if sumsUp {
            var whole = summary
            if hasLatest { whole.add(latest.time, latest.value) }
            result.summary = whole
        }
        if let last = result.equity.last {
            period.count(last.value, in: &result.activity)
            result.exposures.append((period.gross, period.net))
        }
        result.log = broker.settledLog
        result.tradeCount = trips.count
        result.exposure = result.activity.exposureTime
        return result
    }
    var found: BacktestResult
    /// The strategy as it is now; save it to go on later.
    public private(set) var strategy: S
    var broker: ExchangeBroker
    var trips: RoundTrips
    let models: BacktestModels
    var nextAction = 0
    var lastDayEnd: CivilDate?
    /// The period of the last entry of the equity, which later bars of the same instant may still change.
    private var period = Period()
    /// Whether the equity is summed up and not kept; its last entry may still be changed by bars of the same instant.
    /// Plain values: an optional would be copied whole to be looked at.
    private var sumsUp = false
    private var summary = EquitySummary(expected: 0, parts: 0)
    private var hasLatest = false
    private var latest = EquitySummary.Entry(time: Timestamp(nanoseconds: 0), value: 0)
    /// The notional of fills since the last entry, in the base currency.
    private var traded = 0.0
    private var makers: [TradeBars?]
    private let barBasis: BarBasis

    /// Exposure at the end of an entry of the equity, and what was traded up to it.
    private struct Period: Sendable {
        var gross = 0.0
        var net = 0.0
        var traded = 0.0

        func count(_ equity: Double, in meter: inout ActivityMeter) {
            meter.add(equity: equity, gross: gross, net: net, traded: traded)
        }
    }

    /// A run of `strategy` on `instruments` that begins at `start` with `cash`.
    ///
    /// - `barLength`: The length of bars made from trades or quotes; bars that come as such are told as they are.
    public init(
        _ strategy: S, instruments: [Instrument], cash: Money = 1_000_000, start: Timestamp,
        configuration: ExchangeConfiguration = ExchangeConfiguration(), models: BacktestModels = BacktestModels(),
        barLength: Duration = .seconds(60), barBasis: BarBasis = .trades
    ) {
        self.init(
            strategy, instruments: instruments, cash: cash, start: start, configuration: configuration, models: models,
            barLength: barLength, barBasis: barBasis, usesLane: true)
    }

    /// The same, with a choice that only tests need: without the quick lane every bar goes through the exchange.
    init(
        _ strategy: S, instruments: [Instrument], cash: Money, start: Timestamp, configuration: ExchangeConfiguration,
        models: BacktestModels, barLength: Duration, barBasis: BarBasis = .trades, usesLane: Bool
    ) {
        let account: AccountID = "DU0000000"
        // A lane has one stock and nothing that happens beside its orders.
        let isPlain = models.latency == .zero && models.borrow == nil && models.actions.isEmpty
        var lane = BarLane(
            instruments.first ?? Instrument(id: 0, symbol: "", kind: .future), account: account, cash: cash,
            start: start,
            configuration: configuration)
        if !usesLane || !isPlain || instruments.count != 1 { lane.close() }
        self.strategy = strategy
        broker = ExchangeBroker(
            exchange: Exchange(
                instruments: instruments, accounts: [AccountOpening(id: account, cash: cash)], start: start,
                configuration: configuration), account: account, latency: models.latency, lane: lane)
        self.models = models
        self.barBasis = barBasis
        found = BacktestResult(cash: cash)
        trips = RoundTrips(instruments.map(\.multiplier))
        makers = Array(repeating: TradeBars(length: barLength), count: instruments.count)
    }

    /// Takes one update of the market: prices act on orders first, then the strategy is told.
    ///
    /// Bars of several instruments that end at one instant are for ``apply(instant:)``.
    public mutating func apply(_ update: MarketUpdate) {
        if broker.hasWaiting { giveBefore(update.begin) }
        if broker.lane.isOpen {
            if case .bar(let bar) = update.kind, update.instrument.rawValue == 0, let units = BarLane.Units(bar),
                broker.lane.apply(units, volume: bar.volume, at: update.time)
            {
                endBar()
                return tell(bar, of: 0)
            }
            broker.leaveLane()
        }
        broker.exchange.advance(to: update.time)
        if nextAction < models.actions.count { applyActions(before: update.begin) }
        broker.exchange.apply(update)
        broker.giveDue()
        settle()
        switch update.kind {
        case .bar(let bar): tell(bar, of: update.instrument)
        case .quote(let quote):
            strategy.quote(
                broker.isScaled ? broker.scale(of: update.instrument).told(quote) : quote, of: update.instrument,
                &broker)
            settle()
            if barBasis == .midpoints, let price = quote.midpoint { make(price, 0, update) }
        case .trade(let trade):
            if barBasis == .trades { make(trade.price, trade.size, update) }
        }
    }

    /// Takes bars of several instruments that end at one instant: all act on orders before the strategy is told of any.
    ///
    /// Told one by one, a strategy would order on the first with the second, which is over as well, still to come.
    public mutating func apply(instant updates: ArraySlice<MarketUpdate>) {
        guard updates.count > 1, let begin = updates.lazy.map(\.begin).max(), let time = updates.first?.time else {
            if let update = updates.first { apply(update) }
            return
        }
        if broker.hasWaiting { giveBefore(begin) }
        broker.leaveLane()
        broker.exchange.advance(to: time)
        if nextAction < models.actions.count { applyActions(before: begin) }
        for update in updates { broker.exchange.apply(update) }
        broker.giveDue()
        settle()
        for update in updates { if case .bar(let bar) = update.kind { tell(bar, of: update.instrument) } }
    }

    /// Adds a price to the bar that is being made, and tells the strategy the bar that this ends.
    private mutating func make(_ price: Price, _ size: Quantity, _ update: MarketUpdate) {
        let bar = makers[update.instrument.rawValue]?.add(price, size, at: update.time)
        if let bar { tell(bar, of: update.instrument) }
    }

    /// Takes bars one after the other, as ``apply(_:)`` does, with fewer copies of them.
    mutating func apply(_ block: BarBlock) {
        block.entries.withUnsafeBufferPointer { entries in
            guard var entry = entries.baseAddress else { return }
            for _ in entries.indices {
                if broker.lane.isOpen, entry.pointee.isPlain, !broker.hasWaiting,
                    broker.lane.apply(entry.pointee.units, volume: entry.pointee.volume, at: entry.pointee.time)
                {
                    endBar()
                    tell(entry.pointee.bar, of: 0)
                } else {
                    applySlowly(entry)
                }
                entry += 1
            }
        }
    }

    /// Apart, so that the quick way does not copy bars for it.
    @inline(never)
    private mutating func applySlowly(_ entry: UnsafePointer<BarBlock.Entry>) {
        let (instrument, time, bar) = (entry.pointee.instrument, entry.pointee.time, entry.pointee.bar)
        apply(MarketUpdate(instrument: instrument, time: time, kind: .bar(bar)))
    }

    /// Gives the orders that reach the exchange before what an update tells has begun: at their own time, while the
    /// prices before it stand.
    private mutating func giveBefore(_ begin: Timestamp) {
        while let due = broker.firstDue, due <= begin {
            broker.leaveLane()
            broker.exchange.advance(to: due)
            broker.giveDue()
            settle()
        }
    }

    /// What follows a bar in the lane before the strategy is told of it.
    @inline(__always)
    private mutating func endBar() {
        if broker.hasWaiting { broker.giveDue() }
        if !broker.lane.fills.isEmpty || !broker.lane.isOpen { settle() }
    }

    /// Makes room for so many entries of the equity.
    mutating func reserve(_ count: Int) {
        found.equity.reserveCapacity(count)
        found.exposures.reserveCapacity(count)
    }

    /// Sums the equity up from now on instead of keeping it.
    mutating func summarize(by clock: SweepClock) {
        sumsUp = true
        broker.log.isKept = false
        found.refusals = RefusalLog(capacity: 0)
        trips.isKept = false
        summary = EquitySummary(expected: clock.entries, parts: clock.parts)
    }

    private mutating func tell(_ bar: Bar, of instrument: InstrumentIndex) {
        if broker.isScaled {
            strategy.bar(broker.scale(of: instrument).told(bar), of: instrument, &broker)
        } else {
            strategy.bar(bar, of: instrument, &broker)
        }
        if !broker.lane.isOpen || !broker.lane.fills.isEmpty { settle() }
        found.bars += 1
        if sumsUp { sumUp() } else { keep() }
    }

    /// Adds the present equity to the summary, as soon as no bar can change it any more.
    @inline(__always)
    private mutating func sumUp() {
        guard let equity = broker.equityNow() else { return }
        let now = broker.now
        if hasLatest, latest.time != now { summary.add(latest.time, latest.value) }
        latest = .init(time: now, value: equity)
        hasLatest = true
        traded = 0
    }

    /// Keeps the present equity with what is held.
    @inline(never)
    private mutating func keep() {
        guard let worth = broker.worth() else { return }
        let now = broker.now
        // Bars of several instruments may end at one instant: they make one entry.
        let last = found.equity.last
        if let last, last.time == now {
            found.equity.removeLast()
            period.traded += traded
        } else {
            if let last {
                period.count(last.value, in: &found.activity)
                found.exposures.append((period.gross, period.net))
            }
            period.traded = traded
        }
        period.gross = worth.gross
        period.net = worth.net
        traded = 0
        found.equity.append((now, worth.equity))
    }

    private mutating func tell(_ refusal: Refusal) {
        found.refusals.add(refusal)
        strategy.refused(refusal.order, reason: refusal.reason, &broker)
    }

    /// Books what the exchange did and tells the strategy its fills.
    private mutating func settle() {
        var place = 0
        while let fill = broker.laneFill(at: place) {
            place += 1
            var told = StrategyFill(
                time: fill.time, instrument: 0, isBuy: fill.isBuy, quantity: fill.quantity, price: fill.price)
            told.logged = broker.log.place(of: fill.reference, fill.part)
            book(told)
            book(fill.commission, realized: fill.realized, of: 0)
        }
        while let refusal = broker.takeRefusal() { tell(refusal) }
        while !broker.exchange.events.isEmpty {
            let events = broker.exchange.events
            broker.exchange.clearEvents()
            for event in events { take(event) }
        }
    }

    private mutating func take(_ event: ExchangeEvent) {
        switch event.kind {
        case .executed(let execution):
            var told = StrategyFill(
                time: execution.time, instrument: execution.instrument, isBuy: execution.isBuy,
                quantity: execution.quantity, price: execution.price)
            if let order = broker.exchange.order(execution.order) {
                told.logged = broker.log.place(of: order.ticket.reference, order.part)
            }
            book(told)
            broker.endEntry(behind: execution.order)
        case .stateChanged(.working):
            if let order = event.order { broker.endEntry(behind: order) }
        case .commission(let report):
            let execution = broker.exchange.allExecutions[report.execution.rawValue]
            let exchange = broker.exchange
            book(
                exchange.inBase(report.commission, report.currency),
                realized: report.realized.map { exchange.inBase($0, report.currency) }, of: execution.instrument)
        case .marginCall: closeForMargin()
        case .dayEnded: endDay()
        case .rejected(let reason):
            guard let refusal = broker.refusal(of: event, .exchange(reason)) else { break }
            tell(refusal)
        default: break
        }
    }

    private mutating func book(_ fill: StrategyFill) {
        broker.book(fill)
        trips.fill(fill)
        if sumsUp { return tell(fill) }
        found.fills.append(fill)
        traded += fill.price.doubleValue * fill.quantity.doubleValue * broker.unitWorth(of: fill.instrument)
        tell(fill)
    }

    private mutating func tell(_ fill: StrategyFill) {
        guard broker.isScaled else { return strategy.filled(fill, &broker) }
        let scale = broker.scale(of: fill.instrument)
        var told = fill
        (told.price, told.quantity) = (scale.told(fill.price), scale.told(fill.quantity))
        strategy.filled(told, &broker)
    }

    private mutating func book(_ commission: Money, realized: Money?, of instrument: InstrumentIndex) {
        found.fees += commission
        if !sumsUp, let last = found.fills.indices.last { found.fills[last].fee = commission }
        trips.charge(commission, realized: realized, of: instrument)
        guard !trips.ended.isEmpty else { return }
        found.trades += trips.ended
        trips.forgetEnded()
    }
}

/// Updates that are known to be bars, with their prices as the lane takes them.
struct BarBlock: Sendable {
    private(set) var entries: [Entry] = []

    struct Entry: Sendable {
        let instrument: InstrumentIndex
        let time: Timestamp
        let units: BarLane.Units
        /// The volume of the bar, beside what else the lane reads.
        let volume: Quantity
        let bar: Bar
        /// Whether the units are the prices: for the first instrument, where they are not too fine.
        let isPlain: Bool
    }

    /// `nil` where an update is no bar.
    init?(_ updates: ArraySlice<MarketUpdate>) {
        entries.reserveCapacity(updates.count)
        for update in updates {
            guard case .bar(let bar) = update.kind else { return nil }
            let units = update.instrument.rawValue == 0 ? BarLane.Units(bar) : nil
            entries.append(
                Entry(
                    instrument: update.instrument, time: update.time, units: units ?? BarLane.Units(),
                    volume: bar.volume, bar: bar, isPlain: units != nil))
        }
    }
}
