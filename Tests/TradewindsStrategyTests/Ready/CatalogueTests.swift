import Foundation
import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Daily bars of instruments that swing around each other, seeded.
private func updates(_ count: Int, instruments: Int, length: Int64 = 86_400) -> [MarketUpdate] {
    var state: UInt64 = 7
    func step(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound)) - bound / 2
    }
    func price(_ cents: Int) -> Price { Price(ExactDecimal(Int128(cents), scale: 2)) }
    var base = 10_000
    var found: [MarketUpdate] = []
    var spread = [Int](repeating: 0, count: instruments)
    for day in 0..<count {
        base = max(4000, base + step(301))
        for index in 0..<instruments {
            spread[index] = spread[index] * 8 / 10 + step(401)
            let close = max(1000, base + (instruments > 1 ? spread[index] : 0))
            let open = close + step(101)
            let start = Timestamp(seconds: 1_600_041_600 + Int64(day) * length)
            let bar = Bar(
                start: start, open: price(open), high: price(max(open, close) + 40),
                low: price(min(open, close) - 40), close: price(close), volume: 1000)
            found.append(
                MarketUpdate(
                    instrument: InstrumentIndex(index), time: start + .seconds(length), kind: .bar(bar)))
        }
    }
    return found
}

private func instruments(_ count: Int) -> [Instrument] {
    (0..<count).map { Instrument(id: ContractID(Int32($0 + 1)), symbol: "S\($0)", kind: .stock) }
}

private let values: [String: [String: Double]] = [
    "price-trigger": ["level": 100], "tsmom": ["lookback": 60], "xsmom": ["lookback": 40, "skip": 5],
    "rsi2": ["trend": 50], "pairs-eg": ["period": 60, "critical": -1],
    "orb": ["open": 0, "minutes": 60, "end": 1200],
]

private func setting(_ name: String) throws -> (count: Int, updates: [MarketUpdate]) {
    let needed = try StrategyCatalogue.description(of: name).instruments
    let count = min(max(needed.lowerBound, needed.upperBound > 2 ? 3 : 1), needed.upperBound)
    return (count, updates(1500, instruments: count, length: name == "orb" ? 1800 : 86_400))
}

/// Runs half, saves, restores and runs the rest.
private struct Resuming: StrategyVisitor {
    let updates: [MarketUpdate]

    func visit<S: ReadyStrategy>(_ strategy: S) throws -> Bool {
        var (whole, saved) = (strategy, strategy)
        var brokers = (Recorder(), Recorder())
        for (index, update) in updates.enumerated() {
            guard case .bar(let bar) = update.kind else { continue }
            if index == updates.count / 2 {
                saved = try JSONDecoder().decode(S.self, from: JSONEncoder().encode(saved))
            }
            brokers.0.tell(bar, update, &whole)
            brokers.1.tell(bar, update, &saved)
        }
        return brokers.0.placed == brokers.1.placed && !brokers.0.placed.isEmpty
    }
}

/// A broker that fills every market order at once and keeps every order.
private struct Recorder: Broker {
    var now = Timestamp(nanoseconds: 0)
    var equity: Money? { 1_000_000 }
    var placed: [OrderIntent] = []
    var held = [Quantity](repeating: 0, count: 3)
    func position(in instrument: InstrumentIndex) -> Quantity { held[instrument.rawValue] }
    func increment(of instrument: InstrumentIndex, at price: Price) -> Price { 0.01 }
    mutating func place(_ intent: OrderIntent) -> OrderHandle {
        placed.append(intent)
        if intent.type == .market {
            held[intent.instrument.rawValue] += intent.side == .buy ? intent.quantity : -intent.quantity
        }
        return OrderHandle(placed.count - 1)
    }
    mutating func cancel(_ order: OrderHandle) {}
    mutating func cancelAll(in instrument: InstrumentIndex) {}
    mutating func tell<S: Strategy>(_ bar: Bar, _ update: MarketUpdate, _ strategy: inout S) {
        now = update.time
        strategy.bar(bar, of: update.instrument, &self)
    }
}

@Suite
struct CatalogueTests {
    static let names = StrategyCatalogue.descriptions.map(\.name)

    @Test func twelveDifferentNames() {
        #expect(
            Self.names == [
                "price-trigger", "sma", "bollinger", "donchian", "tsmom", "xsmom", "rsi2", "pairs-eg", "pairs-kalman",
                "orb", "voltarget", "rebalance",
            ])
        for about in StrategyCatalogue.descriptions {
            #expect(about.parameters.allSatisfy { $0.range.contains($0.defaultValue) && $0.step > 0 })
            #expect(Set(about.parameters.map(\.name)).count == about.parameters.count)
        }
    }

    @Test(arguments: names) func tradesInABacktestWithoutARefusal(name: String) throws {
        let (count, updates) = try setting(name)
        let strategy = try StrategyCatalogue.strategy(name, values[name] ?? [:], instruments: count)
        let result = strategy.backtest(BacktestPlan(instruments: instruments(count), updates: updates))
        #expect(!result.fills.isEmpty)
        #expect(result.refusals.isEmpty)
    }

    @Test(arguments: names) func goesOnAfterBeingSavedAndRestored(name: String) async throws {
        let (count, updates) = try setting(name)
        let texts = (values[name] ?? [:]).mapValues { "\($0)" }
        #expect(
            try await StrategyCatalogue.visit(name, texts: texts, instruments: count, Resuming(updates: updates)))
    }

    @Test(arguments: [
        ("smaa", [:], "there is no strategy smaa; the strategies are: price-trigger, sma"),
        ("sma", ["fats": "3"], "there is no parameter fats, did you mean fast?; the parameters are: fast, slow"),
        ("sma", ["fast": "x"], "fast: x is no number"), ("sma", ["fast": "nan"], "fast: nan is no number"),
        ("sma", ["fast": "0"], "fast: 0.0 is out of range; it goes from 1.0 to 2000.0"),
        ("sma", ["fast": "2.5"], "fast: 2.5 is not whole"),
        ("sma", ["fast": "30"], "fast (30) must be below slow (30)"),
        ("pairs-eg", [:], "pairs-eg needs 2 instruments, not 1"),
    ])
    func saysWhatIsWrong(name: String, texts: [String: String], expected: String) {
        do {
            _ = try StrategyCatalogue.strategy(name, texts: texts, instruments: 1)
            Issue.record("\(name) \(texts) was accepted")
        } catch {
            #expect(error.description.hasPrefix(expected), "\(error)")
        }
    }

    @Test func aGuardStopsABacktestAtItsLoss() throws {
        let (count, updates) = try setting("sma")
        var limits = RiskLimits()
        limits.maxDrawdownPercent = 0.01
        let strategy = try StrategyCatalogue.strategy("sma", ["quantity": 100], instruments: count)
        let free = strategy.backtest(BacktestPlan(instruments: instruments(count), updates: updates))
        let bound = strategy.backtest(
            BacktestPlan(instruments: instruments(count), limits: limits, updates: updates))
        #expect(bound.fills.count < free.fills.count && !bound.fills.isEmpty)
        let held = bound.fills.reduce(Quantity.zero) { $0 + ($1.isBuy ? $1.quantity : -$1.quantity) }
        #expect(held.isZero)
    }
}
