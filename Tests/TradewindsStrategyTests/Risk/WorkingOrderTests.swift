import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Limits look at what would be held if the orders given before filled.
@Suite struct WorkingOrderTests {
    private func gate(held: [Quantity] = [0, 0], _ set: (inout RiskLimits) -> Void) -> RiskGate<PaperBroker> {
        var limits = RiskLimits()
        set(&limits)
        var broker = PaperBroker()
        broker.held = held
        return RiskGate(RiskCore(limits, instruments: 2), before: broker)
    }

    private func reasons(_ gate: RiskGate<PaperBroker>) -> [String] { gate.core.refusals.map(\.reason.name) }

    /// An exit and an entry in one instant: together they turn the position round.
    @Test func theSecondHalfOfAReversalIsAnEntry() {
        var gate = gate(held: [-100, 0]) { $0.maxGrossExposure = 5000 }
        gate.place(OrderIntent(.buy, 100, of: 0))
        gate.place(OrderIntent(.buy, 100, of: 0))
        #expect(reasons(gate) == ["gross-exposure"] && gate.base.placed.count == 1)
    }

    @Test(arguments: ["gross-exposure", "net-exposure", "sector-exposure", "margin-use"])
    func ordersAtWorkCount(reason: String) {
        var gate = gate { limits in
            switch reason {
            case "gross-exposure": limits.maxGrossExposure = 2500
            case "net-exposure": limits.maxNetExposure = 2500
            case "margin-use": limits.maxMarginPercent = 52.5
            default:
                limits.sectors = ["aaa": "tech", "Bbb": "tech"]
                limits.maxSectorExposure = ["tech": 2500]
            }
        }
        for index in 0..<2 { gate.place(OrderIntent(.buy, 10, of: InstrumentIndex(index), limit: 99)) }
        #expect(reasons(gate) == [])
        gate.place(OrderIntent(.buy, 10, of: 0))
        #expect(reasons(gate) == [reason])
        // Whatever works, an exit passes.
        gate.base.held = [30, 0]
        gate.place(OrderIntent(.sell, 30, of: 0))
        #expect(reasons(gate) == [reason])
    }

    @Test func positionsCountWhatWorksOnTheSameSide() {
        var gate = gate { $0.maxPosition = 10 }
        gate.place(OrderIntent(.buy, 6, of: 0, limit: 99))
        gate.place(OrderIntent(.buy, 5, of: 0, limit: 98))
        gate.place(OrderIntent(.sell, 10, of: 0, limit: 110))
        #expect(gate.core.refusals.map(\.reason) == [.position(11, limit: 10)])
    }

    /// A sale at the market makes room for a purchase given after it; one that waits for its price does not.
    @Test(arguments: [(Price?.none, 0), (120, 1)])
    func whatIsCertainToCloseMakesRoom(limit: Price?, refused: Int) {
        var gate = gate(held: [10, 0]) { $0.maxGrossExposure = 1000 }
        gate.place(OrderIntent(.sell, 10, of: 0, limit: limit))
        gate.place(OrderIntent(.buy, 10, of: 1))
        #expect(gate.core.refusals.count == refused)
    }

    /// A target and a stop of one group close a position once.
    @Test func exitsOfOneGroupCountOnce() {
        var gate = gate(held: [10, 0]) { $0.maxOrdersPerSecond = 0 }
        gate.place(OrderIntent(.sell, 10, of: 0, limit: 120).oneCancelsAll("a"))
        gate.place(.stop(.sell, 10, of: 0, at: 90).oneCancelsAll("a"))
        #expect(reasons(gate) == [])
        gate.place(.stop(.sell, 10, of: 0, at: 90))
        #expect(reasons(gate) == ["order-rate"])
    }
}

/// The same in backtests, whatever way an order takes.
@Suite struct BacktestLimitTests {
    /// Buys at the first bar, turns round at the third by two orders.
    private struct Turner: Strategy {
        var count = 0
        mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
            count += 1
            if count == 1 { broker.place(OrderIntent(.buy, 10, of: 0)) }
            guard count == 3 else { return }
            broker.place(OrderIntent(.sell, broker.position(in: 0), of: 0))
            broker.place(OrderIntent(.sell, 20, of: 0))
        }
    }

    private static func bars(_ instruments: Int) -> [MarketUpdate] {
        (1...6).flatMap { day in
            (0..<instruments).map { place in
                let start = Timestamp(seconds: Int64(1_700_000_000 + day * 86_400))
                let bar = Bar(start: start, open: 100, high: 101, low: 99, close: 100, volume: 1000)
                return MarketUpdate(instrument: InstrumentIndex(place), time: start + .seconds(60), kind: .bar(bar))
            }
        }
    }

    private static let stocks = (0..<3).map { Instrument(id: ContractID($0 + 1), symbol: "S\($0)", kind: .stock) }

    @Test(arguments: [FillModel.nextOpen, .sameClose], [Duration.zero, .seconds(30)])
    func aReversalIsJudgedAsAWhole(model: FillModel, latency: Duration) {
        for bySize in [true, false] { check(model, latency, bySize) }
    }

    private func check(_ model: FillModel, _ latency: Duration, _ bySize: Bool) {
        var limits = RiskLimits()
        if bySize { limits.maxOrderQuantity = 15 } else { limits.maxGrossExposure = 1500 }
        var configuration = ExchangeConfiguration()
        configuration.fillModel = model
        var plan = BacktestPlan(
            instruments: [Self.stocks[0]], configuration: configuration, limits: limits, updates: Self.bars(1))
        plan.models.latency = latency
        let result = plan.run(Turner())
        #expect(result.fills.map(\.isBuy) == [true, false])
        #expect(result.refusals.counts == [.init(reason: bySize ? "order-quantity" : "gross-exposure", count: 1)])
    }

    /// Buys 10 of each in one instant.
    private struct Basket: Strategy {
        var isDone: Set<InstrumentIndex> = []
        mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
            if isDone.insert(instrument).inserted { broker.place(OrderIntent(.buy, 10, of: instrument)) }
        }
    }

    @Test(arguments: ["gross", "net", "margin"])
    func ordersOnTheirWayCount(kind: String) {
        var limits = RiskLimits()
        switch kind {
        case "gross": limits.maxGrossExposure = 2500
        case "net": limits.maxNetExposure = 2500
        default: limits.maxMarginPercent = 12.5
        }
        let result = BacktestPlan(
            instruments: Self.stocks, cash: 10_000, limits: limits, updates: Self.bars(3)
        ).run(Basket())
        #expect(result.fills.count == 2 && result.refusals.count == 1)
    }
}
