import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Buys one of the other instrument at the first bar of the watched one that closes above its open.
private struct OrdersTheOther: Strategy {
    var watched: InstrumentIndex
    var other: InstrumentIndex
    var isDone = false
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        guard instrument == watched, bar.close > bar.open, !isDone else { return }
        isDone = true
        broker.place(OrderIntent(.buy, 1, of: other))
    }
}

/// Wants a hundred of each after every bar, and cancels what is at work for it.
private struct Stubborn: Strategy {
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        for index in 0..<2 { broker.move(to: 100, in: InstrumentIndex(index)) }
    }
}

/// Bars that end at one instant are over together: nobody orders on the one with the other still to come.
@Suite
struct InstantTests {
    private static let monday = Timestamp(seconds: 1_704_067_200)

    private static func instrument(_ place: Int) -> Instrument {
        Instrument(id: ContractID(Int32(place + 1)), symbol: ["AAA", "BBB"][place], kind: .stock)
    }

    private static func bar(
        _ place: Int, from minute: Int, to end: Int, _ open: Price, _ close: Price
    ) -> MarketUpdate {
        let start = monday + .seconds(60 * minute)
        return MarketUpdate(
            instrument: InstrumentIndex(place), time: monday + .seconds(60 * end),
            kind: .bar(
                Bar(start: start, open: open, high: max(open, close), low: min(open, close), close: close, volume: 1000)
            )
        )
    }

    private static func run<S: Strategy>(_ strategy: S, _ updates: [MarketUpdate], limits: RiskLimits? = nil)
        -> BacktestResult
    {
        let plan = BacktestPlan(
            instruments: [instrument(0), instrument(1)], cash: 100_000,
            configuration: ExchangeConfiguration(fees: .none), limits: limits, updates: updates)
        let result = plan.run(strategy)
        var rest = updates[...]
        var streamed = BacktestPlan(
            instruments: [instrument(0), instrument(1)], cash: 100_000, start: plan.start,
            configuration: ExchangeConfiguration(fees: .none), limits: limits, next: { rest.popFirst() })
        streamed.barLength = plan.barLength
        let again = streamed.run(strategy)
        #expect(again.fills == result.fills && again.equity.map(\.value) == result.equity.map(\.value))
        return result
    }

    /// The bar of the first day leads to the order; it fills on the second, whichever file comes first.
    @Test(arguments: [0, 1])
    func ordersFillInTheNextBarOfAnyInstrument(watched: Int) {
        let other = 1 - watched
        let strategy = OrdersTheOther(watched: InstrumentIndex(watched), other: InstrumentIndex(other))
        var updates: [MarketUpdate] = []
        for day in 0..<3 {
            let prices = [(Price(100), Price(101)), (200 + Price(day), 205)]
            for place in 0...1 {
                let price = prices[place == watched ? 0 : 1]
                updates.append(Self.bar(place, from: 1440 * day, to: 1440 * (day + 1), price.0, price.1))
            }
        }
        let result = Self.run(strategy, updates)
        #expect(result.fills.map(\.price) == [201])
        #expect(result.fills.map(\.instrument) == [InstrumentIndex(other)])
        #expect(result.equity.count == 3)
    }

    /// A longer bar that began before the order has an open that nobody can have any more: the order gets its close.
    @Test func anOrderWithinALongerBarGetsItsClose() {
        let updates = [
            Self.bar(0, from: 0, to: 1, 100, 101), Self.bar(0, from: 1, to: 2, 101, 102),
            Self.bar(1, from: 0, to: 60, 200, 209), Self.bar(1, from: 60, to: 120, 210, 220),
        ]
        #expect(Self.run(OrdersTheOther(watched: 0, other: 1), updates).fills.map(\.price) == [209])
    }

    /// A close is no price for later: an order on an instrument whose bar is missing waits for its next one.
    @Test func aCloseIsAPriceForItsInstantAlone() {
        var configuration = ExchangeConfiguration(fees: .none)
        configuration.fillModel = .sameClose
        let updates = [
            Self.bar(0, from: 0, to: 1, 100, 100), Self.bar(1, from: 0, to: 1, 50, 50),
            Self.bar(0, from: 1, to: 2, 100, 101), Self.bar(0, from: 2, to: 3, 101, 101),
            Self.bar(1, from: 3, to: 4, 10, 11),
        ]
        let plan = BacktestPlan(
            instruments: [Self.instrument(0), Self.instrument(1)], cash: 100_000, configuration: configuration,
            updates: updates)
        #expect(plan.run(OrdersTheOther(watched: 0, other: 1)).fills.map(\.price) == [10])
    }

    /// A leg that limits refuse leaves none of the other, although that filled at once.
    @Test func aPairIsNeverHalf() throws {
        var configuration = ExchangeConfiguration(fees: .none)
        configuration.fillModel = .sameClose
        var limits = RiskLimits()
        limits.instruments = ["BBB"]
        let closes: [Price] = [100, 100, 100, 100, 105, 95, 105, 95, 105, 95]
        let updates = closes.enumerated().flatMap { minute, close in
            [
                Self.bar(0, from: minute, to: minute + 1, close, close),
                Self.bar(1, from: minute, to: minute + 1, 50, 50),
            ]
        }
        let values = try ParameterValues(["settle": 3], of: KalmanPair.about.parameters)
        for order in [[0, 1], [1, 0]] {
            let plan = BacktestPlan(
                instruments: order.map(Self.instrument), cash: 1_000_000, configuration: configuration,
                limits: limits,
                updates: updates.map {
                    MarketUpdate(
                        instrument: InstrumentIndex(order[$0.instrument.rawValue]), time: $0.time, kind: $0.kind)
                })
            let result = plan.run(try KalmanPair(values, instruments: 2))
            #expect(result.refusals.count > 0)
            #expect(result.exposures.allSatisfy { $0.gross == 0 })
        }
    }

    /// After a kill every position is closed in the next bar, and stays so, however the strategy goes on.
    @Test func aKillClosesEverythingAtTheNextOpen() {
        var limits = RiskLimits()
        limits.maxDrawdownPercent = 5
        let closes: [Price] = [100, 100, 60, 60, 60, 60]
        var updates: [MarketUpdate] = []
        for (day, close) in closes.enumerated() {
            let open: Price = day == 3 ? 59 : close
            for place in 0...1 {
                updates.append(Self.bar(place, from: 1440 * day, to: 1440 * (day + 1), open, close))
            }
        }
        let result = Self.run(Stubborn(), updates, limits: limits)
        #expect(result.killed?.time == Self.monday + .seconds(3 * 86_400))
        let sales = result.fills.filter { !$0.isBuy }
        #expect(sales.map(\.price) == [59, 59] && sales.map(\.quantity) == [100, 100])
        #expect(Set(sales.map(\.instrument)) == [0, 1])
        #expect(result.openTrades.isEmpty && result.trades.count == 2)
    }
}
