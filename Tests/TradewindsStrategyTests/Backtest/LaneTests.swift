import Testing
import TradewindsExchange
import TradewindsVocabulary

@testable import TradewindsStrategy

/// Gives orders of every kind at random, and notes all that it is told and may ask.
private struct Fickle: Strategy {
    var random: Numbers
    /// How large its orders are; large ones bring the margin into question.
    let largest: Int
    /// Whether it also gives orders that only the whole exchange knows.
    let isWild: Bool
    let orderEvery: UInt64
    var given: [OrderHandle] = []
    var notes: [String] = []
    var groups = 0

    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        note(broker, instrument, "bar")
        guard random.below(orderEvery) == 0 else { return }
        act(at: bar.close, instrument, &broker)
        note(broker, instrument, "acted")
    }

    mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) {
        note(broker, fill.instrument, "filled \(fill.isBuy) \(fill.quantity) \(fill.price) \(fill.time)")
        if random.below(8) == 0 { act(at: fill.price, fill.instrument, &broker) }
    }

    mutating func refused<B: Broker>(_ order: OrderHandle, reason: RefusalReason, _ broker: inout B) {
        notes.append("refused \(order) \(reason)")
    }

    private mutating func note<B: Broker>(_ broker: B, _ instrument: InstrumentIndex, _ what: String) {
        var text = "\(what) \(broker.now) \(broker.position(in: instrument)) \(broker.equity as Any)"
        text += " \(broker.cash as Any) \(broker.openOrderCount as Any) \(broker.lastPrice(of: instrument) as Any)"
        text += " \(broker.quote(of: instrument) as Any)"
        if random.below(4) == 0 {
            for side in [Side.buy, .sell] {
                guard let working = broker.working(in: instrument, on: side) else { continue }
                let groups = working.groups.sorted { $0.key < $1.key }
                text += " \(working.active) \(working.atMarket) \(working.cancelling) \(groups)"
            }
            text += " \(broker.initialMargin as Any)"
            text += " \(broker.initialMargin(perUnitOf: instrument, on: .buy) as Any)"
        }
        notes.append(text)
    }

    private mutating func act<B: Broker>(at price: Price, _ instrument: InstrumentIndex, _ broker: inout B) {
        func near(_ spread: Int, _ random: inout Numbers) -> Price {
            let cents = Int(random.below(UInt64(2 * spread))) - spread
            return max(Price(ExactDecimal(1, scale: 2)), price + Price(ExactDecimal(Int128(cents), scale: 2)))
        }
        let side: Side = random.below(2) == 0 ? .buy : .sell
        let quantity = Quantity(1 + Int(random.below(UInt64(largest))))
        var intent = OrderIntent(side, quantity, of: instrument)
        switch random.below(isWild ? 14 : 9) {
        case 0: broker.move(to: side == .buy ? quantity : -quantity, in: instrument)
        case 1: broker.cancelAll(in: instrument)
        case 2: if let last = given.last { broker.cancel(last) }
        case 3: intent.limit = near(60, &random)
        case 4: intent = .stop(side, quantity, of: instrument, at: near(60, &random))
        case 5: intent = .stop(side, quantity, of: instrument, at: near(60, &random), limit: near(60, &random))
        case 6, 7:
            intent = intent.bracketed(takeProfit: near(90, &random), stopLoss: near(90, &random))
            if random.below(2) == 0 { intent.limit = near(30, &random) }
        case 8: broker.move(to: 0, in: instrument)
        case 9: intent.timeInForce = .immediateOrCancel
        case 10: intent = .trailing(side, quantity, of: instrument, by: .amount(1))
        case 11:
            groups += 1
            intent.limit = near(50, &random)
            given.append(broker.place(intent.oneCancelsAll("g\(groups)")))
            intent.limit = near(50, &random)
            intent = intent.oneCancelsAll("g\(groups)")
        case 12: intent = intent.scheduled(.after(broker.now + .seconds(Int(random.below(600)))))
        default: intent.quantity = 0
        }
        if random.below(4) == 0, intent.timeInForce == .goodTillCancelled { intent.timeInForce = .day }
        if random.below(4) != 0 { given.append(broker.place(intent)) }
    }
}

/// Seeded numbers.
private struct Numbers: Sendable {
    var state: UInt64
    mutating func below(_ bound: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % bound
    }
}

/// The lane against the exchange: whatever a strategy does, both give the same.
@Suite
struct LaneTests {
    private static func bars(_ count: Int, seed: UInt64, finer: Bool) -> [MarketUpdate] {
        var random = Numbers(state: seed)
        var cents = 5_000 + Int(random.below(20_000))
        let length = [60, 3_600, 86_400][Int(random.below(3))]
        func price(_ cents: Int) -> Price {
            Price(ExactDecimal(Int128(cents) * 10 + (finer ? Int128(random.below(10)) : 0), scale: 3))
        }
        return (0..<count).map { index in
            let open = max(100, cents + Int(random.below(31)) - 15)
            let close = max(100, open + Int(random.below(81)) - 40)
            let (high, low) = (max(open, close) + Int(random.below(30)), min(open, close) - Int(random.below(30)))
            cents = close
            let start = Timestamp(seconds: 1_700_000_000 + Int64(index * length))
            let prices = [low, open, close, high].map { price($0) }
            let bar = Bar(
                start: start, open: prices[1], high: prices.max() ?? prices[3], low: prices.min() ?? prices[0],
                close: prices[2], volume: Quantity(100 + Int(random.below(900))))
            return MarketUpdate(instrument: 0, time: start + .seconds(length), kind: .bar(bar))
        }
    }

    private static func run<S: Strategy>(
        _ updates: [MarketUpdate], _ strategy: S, _ configuration: ExchangeConfiguration, cash: Money, lane: Bool
    ) -> Backtest<S> {
        var backtest = Backtest(
            strategy, instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)], cash: cash,
            start: Timestamp(seconds: 1_700_000_000), configuration: configuration, models: BacktestModels(),
            barLength: .seconds(60), usesLane: lane)
        for update in updates { backtest.apply(update) }
        return backtest
    }

    private static func compare(_ quick: BacktestResult, _ whole: BacktestResult, _ notes: ([String], [String])) {
        for (place, notes) in zip(notes.0, notes.1).enumerated() where notes.0 != notes.1 {
            Issue.record("note \(place): \(notes.0) in the lane, \(notes.1) on the exchange")
            return
        }
        #expect(notes.0.count == notes.1.count)
        #expect(quick == whole)
        #expect(quick.activity == whole.activity)
        #expect(quick.refusals == whole.refusals)
        #expect(quick.marginCalls == whole.marginCalls)
        #expect(quick.exposure == whole.exposure)
        #expect(quick.exposures.map(\.gross) == whole.exposures.map(\.gross))
        #expect(quick.exposures.map(\.net) == whole.exposures.map(\.net))
        for (one, other) in zip(quick.orders, whole.orders) where one != other {
            Issue.record("\(one) in the lane, \(other) on the exchange")
            return
        }
        #expect(quick.orders.count == whole.orders.count)
        #expect(quick.equity.map(\.time) == whole.equity.map(\.time))
    }

    @Test(arguments: UInt64(1)...120)
    func laneAndExchangeAgree(seed: UInt64) {
        var random = Numbers(state: seed &* 0x9E37_79B9)
        var configuration = ExchangeConfiguration()
        let models: [FillModel] = [
            .nextOpen, .sameClose, .path(.openHighLowClose), .path(.openLowHighClose), .nextOpen,
        ]
        configuration.fillModel = models[Int(random.below(5))]
        configuration.fees = [FeeSchedule.fixed, .tiered, .none][Int(random.below(3))]
        if random.below(4) == 0 { configuration.fees.saleValueShare = ExactDecimal(278, scale: 7) }
        if random.below(4) == 0 { configuration.dayEnd = .told }
        let largest = [5, 100, 4_000][Int(random.below(3))]
        let strategy = Fickle(
            random: Numbers(state: seed), largest: largest, isWild: random.below(3) == 0,
            orderEvery: 1 + random.below(12))
        let cash: Money = random.below(3) == 0 ? 20_000 : 1_000_000
        let updates = Self.bars(600, seed: seed, finer: random.below(4) == 0)
        let quick = Self.run(updates, strategy, configuration, cash: cash, lane: true)
        let whole = Self.run(updates, strategy, configuration, cash: cash, lane: false)
        Self.compare(quick.result, whole.result, (quick.strategy.notes, whole.strategy.notes))
    }

    /// A gate asks more of its broker than strategies do.
    @Test(arguments: UInt64(1)...24)
    func laneAndExchangeAgreeBehindLimits(seed: UInt64) {
        var limits = RiskLimits()
        limits.maxOrderNotional = 30_000
        limits.maxPosition = 200
        limits.maxMarginPercent = 20
        limits.maxOpenOrders = 6
        limits.maxDailyLoss = 400
        let fickle = Fickle(random: Numbers(state: seed), largest: 150, isWild: seed % 4 == 0, orderEvery: 4)
        let strategy = Guarded(fickle, limits: limits, instruments: 1)
        let updates = Self.bars(400, seed: seed, finer: false)
        let quick = Self.run(updates, strategy, ExchangeConfiguration(), cash: 100_000, lane: true)
        let whole = Self.run(updates, strategy, ExchangeConfiguration(), cash: 100_000, lane: false)
        Self.compare(
            quick.result, whole.result, (quick.strategy.strategy.notes, whole.strategy.strategy.notes))
        #expect(quick.strategy.core.refusals == whole.strategy.core.refusals)
    }

    /// A test of two equal exchanges would prove nothing: of plain strategies most stay in the lane to the end.
    @Test func plainStrategiesStayInTheLane() {
        let left = (UInt64(1)...20).filter { seed in
            let strategy = Fickle(random: Numbers(state: seed), largest: 50, isWild: false, orderEvery: 4)
            let updates = Self.bars(600, seed: seed, finer: false)
            let run = Self.run(updates, strategy, ExchangeConfiguration(), cash: 1_000_000, lane: true)
            #expect(run.result.trades.count > 5)
            return !run.broker.lane.isOpen
        }
        #expect(left.isEmpty)
    }

    @Test func whatTheLaneDoesNotKnowLeavesIt() {
        let update = Self.bars(1, seed: 1, finer: false)[0]
        var backtest = Backtest(
            MovingAverageCrossover(), instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)], start: update.time)
        #expect(backtest.broker.lane.isOpen)
        backtest.apply(MarketUpdate(instrument: 0, time: update.time, kind: .quote(Quote(bid: 1, ask: 2))))
        #expect(!backtest.broker.lane.isOpen)
        var slow = BacktestModels()
        slow.latency = .seconds(1)
        let late = Backtest(
            MovingAverageCrossover(), instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)], start: update.time,
            models: slow)
        #expect(!late.broker.lane.isOpen)
        let future = Backtest(
            MovingAverageCrossover(), instruments: [Instrument(id: 1, symbol: "ES", kind: .future)], start: update.time)
        #expect(!future.broker.lane.isOpen)
    }
}
