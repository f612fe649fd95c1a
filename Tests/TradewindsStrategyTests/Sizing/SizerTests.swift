import Testing
import TradewindsExchange
import TradewindsVocabulary

@testable import TradewindsStrategy

/// Enters at every third bar with a bracket and turns round at every ninth.
private struct Trader: Strategy {
    var count = 0
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        count += 1
        guard count % 3 == 0 else { return }
        let close = bar.close
        if count % 9 == 0 {
            broker.move(to: broker.position(in: instrument) > 0 ? -1 : 1, in: instrument)
        } else if broker.position(in: instrument).isZero {
            broker.place(
                OrderIntent(.buy, 1, of: instrument).bracketed(takeProfit: close + 5, stopLoss: close - 5))
        }
    }
}

/// Sizes of entries by rules, seen from a backtest.
@Suite
struct SizerTests {
    private func run(_ rule: PositionSize, bars: Int = 300) -> BacktestResult {
        var state: UInt64 = 3
        func step(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        var close = 10_000
        let updates = (0..<bars).map { day in
            let open = close
            close = max(5000, open + step(401) - 200)
            let prices = [open, close].map { Price(ExactDecimal(Int128($0), scale: 2)) }
            let start = Timestamp(seconds: 1_600_000_000 + Int64(day) * 86_400)
            let bar = Bar(
                start: start, open: prices[0], high: max(prices[0], prices[1]), low: min(prices[0], prices[1]),
                close: prices[1], volume: 1000)
            return MarketUpdate(instrument: 0, time: start + .seconds(86_400), kind: .bar(bar))
        }
        var plan = BacktestPlan(
            instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)], cash: 100_000,
            configuration: ExchangeConfiguration(fees: .none), updates: updates)
        plan.size = rule
        return plan.run(Trader())
    }

    /// A quarter of equity at the last close, in whole shares, whichever way; what it closes is what it held.
    @Test func percentOfEquityScalesEntriesAndReversals() throws {
        let result = run(.percentOfEquity(25))
        #expect(result.trades.count > 20)
        for trade in result.trades {
            let entry = try #require(result.equity.last { $0.time < trade.entered })
            #expect(
                abs(trade.quantity.doubleValue * trade.entry.doubleValue - entry.value / 4) < 0.03 * entry.value / 4)
        }
        #expect(result.trades.contains { !$0.isLong } && result.refusals.isEmpty)
    }

    /// The crossover gives two orders to turn round: one that closes and one that opens.
    @Test func anExitAtWorkLeavesTheRestToOpen() throws {
        struct Holding: Broker {
            var now = Timestamp(seconds: 0)
            var equity: Money? { 10_000 }
            var exit: Quantity
            func position(in instrument: InstrumentIndex) -> Quantity { 50 }
            func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders? {
                WorkingOrders(active: side == .sell ? exit : 0)
            }
            func increment(of instrument: InstrumentIndex, at price: Price) -> Price { 0.01 }
            func lastPrice(of instrument: InstrumentIndex) -> Price? { 100 }
            mutating func place(_ intent: OrderIntent) -> OrderHandle { 0 }
            mutating func cancel(_ order: OrderHandle) {}
            mutating func cancelAll(in instrument: InstrumentIndex) {}
        }
        let sizer = Sizer(.percentOfEquity(20), instruments: 1)
        func sized(_ side: Side, _ quantity: Quantity, exit: Quantity) -> Quantity? {
            sizer.sized(OrderIntent(side, quantity, of: 0), Holding(exit: exit))?.quantity
        }
        #expect(sized(.sell, 50, exit: 0) == 50 && sized(.sell, 51, exit: 0) == 70)
        #expect(sized(.sell, 1, exit: 50) == 20 && sized(.sell, 30, exit: 30) == 40)
        #expect(sized(.buy, 1, exit: 50) == 20)
    }

    /// One percent of equity over a stop of five dollars; a turn has no stop behind it and cannot be measured.
    @Test func riskNeedsAStop() throws {
        let result = run(.percentAtRisk(1))
        let first = try #require(result.fills.first)
        #expect(first.quantity == 200)
        #expect(result.refusals.counts.map(\.reason) == ["no-size"])
    }

    /// The strategy's own quantity until sixty closes are known, then by their spread.
    @Test func volatilityIsMeasuredFirst() throws {
        let result = run(.volatilityTarget(0.1))
        let early = result.trades.filter { ($0.entered - Timestamp(seconds: 1_600_000_000)) < .seconds(60 * 86_400) }
        #expect(!early.isEmpty && early.allSatisfy { $0.quantity == 1 })
        let late = try #require(result.trades.last { $0.quantity > 1 })
        // Daily moves are even up to two dollars on some hundred: a deviation of 1.15 %, 22 % a year of 365 days.
        let notional = late.quantity.doubleValue * late.entry.doubleValue
        let equity = try #require(result.equity.last { $0.time < late.entered }).value
        #expect(notional > 0.25 * equity && notional < 0.9 * equity, "\(notional) of \(equity)")
    }

    @Test func kellyBelievesAnEdgeAfterThirtyTrades() {
        var sizer = Sizer(.kelly(fraction: 0.5), instruments: 1)
        struct Still: Broker {
            var now = Timestamp(seconds: 0)
            var equity: Money? { 10_010 }
            func position(in instrument: InstrumentIndex) -> Quantity { 0 }
            func increment(of instrument: InstrumentIndex, at price: Price) -> Price { 0.01 }
            func lastPrice(of instrument: InstrumentIndex) -> Price? { 100 }
            mutating func place(_ intent: OrderIntent) -> OrderHandle { 0 }
            mutating func cancel(_ order: OrderHandle) {}
            mutating func cancelAll(in instrument: InstrumentIndex) {}
        }
        let entry = OrderIntent(.buy, 7, of: 0)
        for trade in 0..<30 {
            #expect(sizer.sized(entry, Still())?.quantity == 7)
            // Two of three gain two percent, the third loses one.
            for (isBuy, price) in [(true, 100 as Price), (false, trade % 3 == 2 ? 99 : 102)] {
                sizer.filled(
                    StrategyFill(
                        time: Timestamp(seconds: Int64(trade)), instrument: 0, isBuy: isBuy, quantity: 1, price: price))
            }
        }
        // 2/3 - (1/3) / 2 is a half; half of it is a quarter of equity.
        #expect(sizer.sized(entry, Still())?.quantity == 25)
    }

    @Test(arguments: [
        ("fixed:100", PositionSize.fixed(100)), ("equity:25", .percentOfEquity(25)), ("risk:1.5", .percentAtRisk(1.5)),
        ("volatility:0.1", .volatilityTarget(0.1)), ("kelly:0.5", .kelly(fraction: 0.5)),
    ])
    func readsTexts(text: String, rule: PositionSize) {
        #expect(PositionSize(text: text) == rule)
        #expect(PositionSize(text: text + ":") == nil && PositionSize(text: "x" + text) == nil)
        #expect(PositionSize(text: text.replacing("5", with: "x").replacing("1", with: "-1")) == nil)
    }
}
