import Foundation
import Testing
import TradewindsExchange
import TradewindsSeries
import TradewindsStrategy
import TradewindsVocabulary

/// A broker that only keeps what it is given.
struct PaperBroker: Broker {
    var now = Timestamp(seconds: 1_700_000_000)
    var equity: Money? = 100_000
    var initialMargin: Money? = 50_000
    var openOrderCount: Int? = 0
    var held: [Quantity] = [0, 0]
    var placed: [OrderIntent] = []
    var cancelled: [InstrumentIndex] = []
    /// Cancellations stay unconfirmed.
    var confirms = true
    var atWork: [(intent: OrderIntent, isCancelling: Bool)] = []
    /// What a unit is told to need; not told where `nil`.
    var marginPerUnit: Money?
    func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders? {
        var tally = WorkingTally<Int>()
        for order in atWork where order.intent.instrument == instrument && order.intent.side == side {
            tally.add(
                order.intent.quantity, isAtMarket: order.intent.isAtMarket, isCancelling: order.isCancelling,
                group: order.intent.group?.name)
        }
        return tally.sum
    }
    func initialMargin(perUnitOf instrument: InstrumentIndex, on side: Side) -> Money? { marginPerUnit }
    /// An order at work fills.
    mutating func fill(_ place: Int) -> StrategyFill {
        let order = atWork.remove(at: place).intent
        held[order.instrument.rawValue] += order.side == .buy ? order.quantity : -order.quantity
        return StrategyFill(
            time: now, instrument: order.instrument, isBuy: order.side == .buy, quantity: order.quantity, price: 100)
    }
    func position(in instrument: InstrumentIndex) -> Quantity { held[instrument.rawValue] }
    func increment(of instrument: InstrumentIndex, at price: Price) -> Price { 0.01 }
    func quote(of instrument: InstrumentIndex) -> Quote? { Quote(bid: 99, ask: 100) }
    func lastPrice(of instrument: InstrumentIndex) -> Price? { 100 }
    func terms(of instrument: InstrumentIndex) -> InstrumentTerms {
        InstrumentTerms(symbol: ["AAA", "BBB"][instrument.rawValue])
    }
    @discardableResult
    mutating func place(_ intent: OrderIntent) -> OrderHandle {
        placed.append(intent)
        atWork.append((intent, false))
        return OrderHandle(placed.count - 1)
    }
    mutating func cancel(_ order: OrderHandle) {}
    mutating func cancelAll(in instrument: InstrumentIndex) {
        cancelled.append(instrument)
        for place in atWork.indices where atWork[place].intent.instrument == instrument {
            atWork[place].isCancelling = true
        }
        if confirms { atWork.removeAll(where: \.isCancelling) }
    }
}

/// Does nothing.
private struct Idle: Strategy {
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {}
}

@Suite
struct RiskGateTests {
    private func refusal(
        _ intent: OrderIntent, broker: PaperBroker = PaperBroker(), _ set: (inout RiskLimits) -> Void
    ) -> RefusalReason? {
        var limits = RiskLimits()
        set(&limits)
        var gate = RiskGate(RiskCore(limits, instruments: 2), before: broker)
        let handle = gate.place(intent)
        #expect((handle < 0) == gate.base.placed.isEmpty)
        #expect(gate.core.refusals.count == (handle < 0 ? 1 : 0))
        return gate.takeRefusals().first?.reason
    }

    private func buy(_ quantity: Quantity, limit: Price? = nil) -> OrderIntent {
        OrderIntent(.buy, quantity, of: 0, limit: limit)
    }

    @Test func sizeAndValueOfAnOrder() {
        #expect(refusal(buy(10)) { $0.maxOrderQuantity = 10 } == nil)
        #expect(refusal(buy(11)) { $0.maxOrderQuantity = 10 } == .orderQuantity(11, limit: 10))
        #expect(refusal(buy(10)) { $0.maxOrderNotional = 1000 } == nil)
        #expect(refusal(buy(11)) { $0.maxOrderNotional = 1000 } == .orderNotional(1100, limit: 1000))
    }

    @Test func collar() {
        #expect(refusal(buy(1, limit: 105)) { $0.priceCollarPercent = 5 } == nil)
        #expect(refusal(buy(1, limit: 95)) { $0.priceCollarPercent = 5 } == nil)
        guard
            case .priceCollar(105.01, reference: 100, _, limit: 5) = refusal(
                buy(1, limit: 105.01), { $0.priceCollarPercent = 5 })
        else {
            Issue.record("the price beyond the collar passed")
            return
        }
    }

    @Test func positionAndExposure() {
        var broker = PaperBroker()
        broker.held = [5, -10]
        // Long 10 × 99 at the bid, short 10 × 100 at the ask: 1 990 gross, −10 net.
        #expect(refusal(buy(5), broker: broker) { $0.maxPosition = 10 } == nil)
        #expect(refusal(buy(6), broker: broker) { $0.maxPosition = 10 } == .position(11, limit: 10))
        let exact: Money = 10 * 100 + 10 * 99
        #expect(refusal(buy(5), broker: broker) { $0.maxGrossExposure = exact } == nil)
        #expect(
            refusal(buy(5), broker: broker) { $0.maxGrossExposure = exact - 0.01 }
                == .grossExposure(exact, limit: exact - 0.01))
        #expect(refusal(buy(5), broker: broker) { $0.maxNetExposure = 10 } == nil)
        #expect(refusal(buy(5), broker: broker) { $0.maxNetExposure = 9 } == .netExposure(10, limit: 9))
        let sectors = ["AAA": "tech", "BBB": "oil"]
        let limits: (Money) -> (inout RiskLimits) -> Void = { limit in
            {
                $0.sectors = sectors
                $0.maxSectorExposure = ["tech": limit]
            }
        }
        #expect(refusal(buy(5), broker: broker, limits(1000)) == nil)
        #expect(
            refusal(buy(5), broker: broker, limits(999)) == .sectorExposure(sector: "tech", 1000, limit: 999))
    }

    @Test func marginCountsTheOrderItself() {
        // 50 000 of 100 000 in use; the broker does not tell more, so 10 more need their whole value at the ask.
        #expect(refusal(buy(10)) { $0.maxMarginPercent = 51 } == nil)
        #expect(refusal(buy(11)) { $0.maxMarginPercent = 51 } == .marginUse(percent: 51.1, limit: 51))
        var broker = PaperBroker()
        broker.marginPerUnit = 50
        #expect(refusal(buy(20), broker: broker) { $0.maxMarginPercent = 51 } == nil)
        #expect(
            refusal(buy(22), broker: broker) { $0.maxMarginPercent = 51 } == .marginUse(percent: 51.1, limit: 51))
        // What lowers the margin passes whatever its use is.
        broker.held = [-5, 0]
        #expect(refusal(buy(10), broker: broker) { $0.maxMarginPercent = 40 } == nil)
        broker.held = [0, 0]
        broker.initialMargin = nil
        #expect(refusal(buy(1), broker: broker) { $0.maxMarginPercent = 51 } == .accountUnknown)
    }

    @Test func ordersHoursAndInstruments() {
        var broker = PaperBroker()
        broker.openOrderCount = 2
        #expect(refusal(buy(1), broker: broker) { $0.maxOpenOrders = 3 } == nil)
        #expect(refusal(buy(1), broker: broker) { $0.maxOpenOrders = 2 } == .openOrders(3, limit: 2))
        // 1 700 000 000 is 22:13 UTC: minute 1 333.
        #expect(refusal(buy(1)) { $0.hours = .init(from: 1333, until: 1334) } == nil)
        #expect(refusal(buy(1)) { $0.hours = .init(from: 1332, until: 1333) } != nil)
        #expect(refusal(buy(1)) { $0.hours = .init(from: 1300, until: 60) } == nil)
        #expect(refusal(buy(1)) { $0.instruments = ["AAA"] } == nil)
        #expect(refusal(buy(1)) { $0.instruments = ["BBB"] } == .instrumentNotAllowed("AAA"))
    }

    @Test func ordersPerSecond() {
        var limits = RiskLimits()
        limits.maxOrdersPerSecond = 2
        var gate = RiskGate(RiskCore(limits, instruments: 2), before: PaperBroker())
        for _ in 0..<3 { gate.place(buy(1)) }
        #expect(gate.core.refusals.map(\.reason) == [.orderRate(3, limit: 2)])
        gate.base.now += .seconds(1)
        let third = gate.place(buy(1))
        #expect(third == 2)
    }

    @Test func aBracketCountsAsItsOrdersIntoTheRate() {
        var limits = RiskLimits()
        limits.maxOrdersPerSecond = 4
        var gate = RiskGate(RiskCore(limits, instruments: 2), before: PaperBroker())
        gate.place(buy(1).bracketed(takeProfit: 110, stopLoss: 90))
        gate.place(buy(1).bracketed(takeProfit: 110, stopLoss: 90))
        gate.place(buy(1))
        gate.place(buy(1))
        #expect(gate.core.refusals.map(\.reason) == [.orderRate(6, limit: 4), .orderRate(5, limit: 4)])
    }

    @Test func theSwitchFlattensAndNothingPassesAfterwards() {
        var broker = PaperBroker()
        broker.held = [5, -3]
        var gate = RiskGate(RiskCore(RiskLimits(), instruments: 2), before: broker)
        gate.kill(instruments: 2)
        #expect(gate.base.cancelled == [0, 1])
        let closing = [OrderIntent(.sell, 5, of: 0), OrderIntent(.buy, 3, of: 1)]
        #expect(gate.base.placed == closing)
        // What closes is not for the strategy to cancel, nor to stand in the way of.
        let atWork = gate.base.atWork.count
        gate.cancelAll(in: 0)
        gate.cancel(0)
        #expect(gate.base.cancelled == [0, 1] && gate.base.atWork.count == atWork)
        for intent in [OrderIntent(.sell, 5, of: 0), OrderIntent(.sell, 2, of: 0), buy(1)] {
            let order = gate.place(intent)
            #expect(order < 0)
        }
        #expect(gate.base.placed == closing)
        #expect(gate.core.refusals.map(\.reason) == Array(repeating: .killed(.asked), count: 3))
    }

    @Test func exitsNeverExceedThePositionWhileCancelsAreUnderWay() {
        var broker = PaperBroker()
        broker.held = [5, 0]
        broker.confirms = false
        var guarded = Guarded(Idle(), limits: RiskLimits(), instruments: 2)
        // A stop of 3 is at work and an entry of 4.
        broker.place(OrderIntent.stop(.sell, 3, of: 0, at: 90))
        broker.place(buy(4))
        guarded.kill()
        guarded.attend(&broker)
        #expect(broker.placed.last == OrderIntent(.sell, 2, of: 0), "the stop may still fill")
        // The entry fills before its cancellation: what it bought is closed as well, and no more than that.
        let fill = broker.fill(1)
        guarded.filled(fill, &broker)
        #expect(broker.placed.last == OrderIntent(.sell, 4, of: 0))
        let count = broker.placed.count
        // The stop fills after all: 3 + 2 + 4 = 9 is what was held.
        guarded.filled(broker.fill(0), &broker)
        #expect(broker.placed.count == count)
        while !broker.atWork.isEmpty { guarded.filled(broker.fill(0), &broker) }
        #expect(broker.held == [0, 0] && broker.placed.count == count)
    }

    @Test func whatACancelledExitLeftIsClosedLater() {
        var broker = PaperBroker()
        broker.held = [5, 0]
        broker.confirms = false
        var guarded = Guarded(Idle(), limits: RiskLimits(), instruments: 2)
        broker.place(OrderIntent.stop(.sell, 5, of: 0, at: 90))
        guarded.kill()
        guarded.attend(&broker)
        #expect(broker.placed.count == 1)
        broker.atWork = []
        guarded.attend(&broker)
        guarded.attend(&broker)
        #expect(broker.placed.dropFirst() == [OrderIntent(.sell, 5, of: 0)])
        // The exit was refused somewhere: it is given again, but not with every price.
        broker.atWork = []
        guarded.attend(&broker)
        #expect(broker.placed.count == 2)
        broker.now += .seconds(1)
        guarded.attend(&broker)
        #expect(broker.placed.count == 3)
    }

    @Test func exitsDoNotCountIntoTheOrderRate() {
        var limits = RiskLimits()
        limits.maxOrdersPerSecond = 1
        var broker = PaperBroker()
        broker.held = [5, 0]
        var gate = RiskGate(RiskCore(limits, instruments: 2), before: broker)
        for _ in 0..<5 { gate.place(OrderIntent(.sell, 1, of: 0)) }
        #expect(gate.core.refusals.isEmpty)
        let entry = gate.place(buy(1))
        #expect(entry >= 0)
        // Beyond the position an exit is an order like any other.
        let beyond = gate.place(OrderIntent(.sell, 1, of: 0))
        #expect(beyond < 0)
        #expect(gate.core.refusals.map(\.reason) == [.orderRate(2, limit: 1)])
    }

    @Test(arguments: [(Money(99_001), false), (99_000, true)])
    func dailyLoss(equity: Money, kills: Bool) {
        var limits = RiskLimits()
        limits.maxDailyLoss = 1000
        var core = RiskCore(limits, instruments: 2)
        var broker = PaperBroker()
        let before = core.watch(broker)
        #expect(!before)
        broker.equity = equity
        let killed = core.watch(broker)
        #expect(killed == kills)
        #expect((core.killed == .dailyLoss(1000, limit: 1000)) == kills)
    }

    @Test func drawdownFromTheHighest() {
        var limits = RiskLimits()
        limits.maxDrawdownPercent = 10
        var core = RiskCore(limits, instruments: 2)
        var broker = PaperBroker()
        for (equity, kills) in [(100_000, false), (120_000, false), (108_001, false), (108_000, true)] {
            broker.equity = Money(equity)
            let killed = core.watch(broker)
            #expect(killed == kills)
        }
    }

    /// What losses are measured from survives a restart: the day's beginning for the day, the highest for good.
    @Test(arguments: [(0, KillReason.dailyLoss(1_500, limit: 1000)), (1, .drawdown(percent: 12.5, limit: 10))])
    func lossesAreMeasuredOverARestart(days: Int, reason: KillReason) throws {
        var limits = RiskLimits()
        (limits.maxDailyLoss, limits.maxDrawdownPercent) = (1000, 10)
        var core = RiskCore(limits, instruments: 2)
        var broker = PaperBroker()
        broker.equity = 100_000
        _ = core.watch(broker)
        let marks = try #require(core.lossMarks)
        let saved = try JSONDecoder().decode(LossMarks.self, from: try JSONEncoder().encode(marks))
        var guarded = Guarded(Idle(), limits: limits, instruments: 2)
        guarded.restore(saved)
        broker.now += .seconds(days * 86_400)
        broker.equity = days == 0 ? 98_500 : 87_500
        guarded.attend(&broker)
        #expect(guarded.core.killed == reason)
    }

    @Test func lossesAreKnownWithoutTheBrokersEquity() {
        var limits = RiskLimits()
        limits.maxDailyLoss = 50
        var core = RiskCore(limits, instruments: 2)
        var broker = PaperBroker()
        broker.equity = nil
        let before = core.watch(broker)
        #expect(!before)
        core.book(StrategyFill(time: broker.now, instrument: 0, isBuy: true, quantity: 10, price: 105), broker)
        broker.held = [10, 0]
        let after = core.watch(broker)
        #expect(after)
        #expect(core.killed == .dailyLoss(50, limit: 50))
    }
}
