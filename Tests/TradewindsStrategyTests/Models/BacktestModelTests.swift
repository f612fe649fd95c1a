import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Gives one order at the first bar and holds.
private struct BuyAndHold: Strategy {
    var quantity: Quantity
    var isDone = false
    var seen: [Quantity] = []
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        seen.append(broker.position(in: instrument))
        guard !isDone else { return }
        isDone = true
        broker.place(OrderIntent(quantity.isNegative ? .sell : .buy, quantity.magnitude, of: instrument))
    }
}

/// Tries to trade on what it cannot know: buys at the market when the bar that it was told of closed above its open.
private struct Peeker: Strategy {
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        broker.move(to: bar.close > bar.open ? 100 : -100, in: instrument)
    }
}

/// Wants to hold so much after each bar, whatever happened.
private struct Stubborn: Strategy {
    var targets: [Quantity]
    var refusals: [String] = []
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        if !targets.isEmpty { broker.move(to: targets.removeFirst(), in: instrument) }
    }
    mutating func refused<B: Broker>(_ order: OrderHandle, reason: RefusalReason, _ broker: inout B) {
        refusals.append(reason.name)
    }
}

/// Gives one bracket at the first bar.
private struct Bracketed: Strategy {
    var quantity: Quantity
    var target: Price
    var stop: Price
    var isDone = false
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        guard !isDone else { return }
        isDone = true
        var intent = OrderIntent(.buy, quantity, of: instrument).bracketed(takeProfit: target, stopLoss: stop)
        intent.timeInForce = .goodTillCancelled
        broker.place(intent)
    }
}

/// Buys three at four below each close, and keeps what it is told.
private struct Ladder: Strategy {
    var closes: [Price] = []
    var fills: [StrategyFill] = []
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        closes.append(bar.close)
        broker.cancelAll(in: instrument)
        broker.place(OrderIntent(.buy, 3, of: instrument, limit: bar.close - 4))
    }
    mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) { fills.append(fill) }
}

@Suite
struct BacktestModelTests {
    private static let monday = Timestamp(seconds: 1_704_067_200)

    /// Daily bars that open and close at given prices.
    private static func daily(_ prices: [(open: Price, close: Price)]) -> [MarketUpdate] {
        prices.enumerated().map { day, price in
            let start = monday + .seconds(86_400 * day)
            let bar = Bar(
                start: start, open: price.open, high: max(price.open, price.close), low: min(price.open, price.close),
                close: price.close, volume: 1000)
            return MarketUpdate(instrument: 0, time: start + .seconds(86_400), kind: .bar(bar))
        }
    }

    private func run<S: Strategy>(
        _ strategy: S, _ updates: [MarketUpdate], cash: Money = 100_000,
        configuration: ExchangeConfiguration = ExchangeConfiguration(fees: .none),
        models: BacktestModels = BacktestModels()
    ) -> Backtest<S> {
        var backtest = Backtest(
            strategy, instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)], cash: cash, start: Self.monday,
            configuration: configuration, models: models)
        for update in updates { backtest.apply(update) }
        return backtest
    }

    @Test func slippageMakesFillsWorse() {
        let updates = Self.daily([(100, 100), (100, 100), (100, 100)])
        let dear = run(
            BuyAndHold(quantity: 100), updates, configuration: ExchangeConfiguration(slippage: .ticks(3), fees: .none))
        #expect(dear.result.fills.map(\.price) == [Price(ExactDecimal(10003, scale: 2))])
        #expect(dear.result.equity.last?.value == 99_997)
        #expect(run(BuyAndHold(quantity: 100), updates).result.equity.last?.value == 100_000)
    }

    /// Two for one before the fourth bar; 0.50 a share before the third.
    @Test func dividendsAndSplitsHappenOnTheirDay() {
        let updates = Self.daily([(100, 100), (100, 100), (100, 100), (50, 50), (50, 51)])
        var models = BacktestModels()
        models.actions = [
            ScheduledAction(time: Self.monday + .seconds(2 * 86_400), instrument: 0, action: .dividend(0.5)),
            ScheduledAction(time: Self.monday + .seconds(3 * 86_400), instrument: 0, action: .split(new: 2, old: 1)),
        ]
        let long = run(BuyAndHold(quantity: 100), updates, models: models)
        // The strategy counts in shares of the first day.
        #expect(long.strategy.seen == [0, 100, 100, 100, 100])
        #expect(long.result.openTrades.map(\.held) == [200] && long.result.openTrades.first?.entry == 50)
        #expect(long.result.equity.map(\.value) == [100_000, 100_000, 100_050, 100_050, 100_250])
        #expect(long.result.dividends == 50)
        let short = run(BuyAndHold(quantity: -100), updates, models: models)
        #expect(short.result.equity.map(\.value) == [100_000, 100_000, 99_950, 99_950, 99_750])
    }

    /// A strategy that trades by prices and quantities sees no crash, and its orders are in the shares of the day.
    @Test func splitsAreNoCrashToAStrategy() {
        var strategy = Ladder()
        let updates = Self.daily([(100, 101), (101, 102), (51, 52), (52, 53), (53, 50), (50, 50)])
        var models = BacktestModels()
        models.actions = [
            ScheduledAction(time: Self.monday + .seconds(2 * 86_400), instrument: 0, action: .split(new: 2, old: 1))
        ]
        let run = run(strategy, updates, models: models)
        strategy = run.strategy
        #expect(strategy.closes == [101, 102, 104, 106, 100, 100])
        // Buys 3 of the first day's shares at 4 below each close: 6 of today's at half the price.
        #expect(strategy.fills.map(\.quantity) == [3] && strategy.fills.map(\.price) == [102])
        #expect(run.result.fills.map(\.quantity) == [6] && run.result.fills.map(\.price) == [51])
        #expect(run.result.orders.map(\.limit) == [97, 98, 50, 51, 48, 48])
        #expect(run.result.orders.map(\.status) == [.cancelled, .cancelled, .cancelled, .filled, .cancelled, .working])
    }

    /// The order of the evening before a split fills in the new shares, and a bracket's exits go through it.
    @Test func ordersGoThroughASplit() {
        let updates = Self.daily([(100, 100), (50, 51), (51, 51), (26, 26), (24, 24)])
        var models = BacktestModels()
        models.actions = [
            ScheduledAction(time: Self.monday + .seconds(86_400), instrument: 0, action: .split(new: 2, old: 1)),
            ScheduledAction(time: Self.monday + .seconds(3 * 86_400), instrument: 0, action: .split(new: 2, old: 1)),
        ]
        let result = run(Bracketed(quantity: 10, target: 120, stop: 97), updates, models: models).result
        #expect(result.fills.map(\.quantity) == [20, 40])
        // The stop at 97 of the first day's shares is 24.25 of the last day's.
        #expect(result.fills.map(\.price) == [50, 24] && result.openTrades.isEmpty)
    }

    /// The shares of a month count into its rates by the day that they traded on, whose bar ends at the next midnight.
    @Test(arguments: [("20240330", false), ("20240331", false), ("20240401", true)])
    func monthsEndWithTheirLastDay(day: String, isAnew: Bool) throws {
        let date = try #require(CivilDate(day))
        let first = try #require(CivilDate("20240308"))
        let updates = [first, first.advanced(by: 1), date, date.advanced(by: 1)].map { date in
            let start = MarketZone.usEastern.instant(date, second: 0)
            let bar = Bar(start: start, open: 10, high: 10, low: 10, close: 10, volume: 1_000_000)
            return MarketUpdate(
                instrument: 0, time: MarketZone.usEastern.instant(date, second: 86_400), kind: .bar(bar))
        }
        let result = run(
            Stubborn(targets: [300_000, 301_000]), updates, cash: 100_000_000,
            configuration: ExchangeConfiguration(fees: .tiered)
        ).result
        #expect(result.fills.count == 2 && result.fills[1].quantity == 1_000)
        #expect(result.fills[1].fee == (isAnew ? 3.5 : 2))
    }

    /// A stop that is reached while its entry still waits for volume ends the entry and takes the volume that comes.
    @Test func aReachedStopEndsItsEntry() {
        var configuration = ExchangeConfiguration(fees: .none)
        configuration.fillModel.volumeShare = ExactDecimal(5, scale: 2)
        let updates = Self.daily([(100, 100), (100, 101), (101, 90), (95, 95), (96, 96), (97, 97)])
        let result = run(Bracketed(quantity: 250, target: 200, stop: 98), updates, configuration: configuration).result
        // Fifty on each of two days, then out at the price that there is.
        #expect(result.fills.map(\.isBuy) == [true, true, false, false])
        #expect(result.fills.map(\.price) == [100, 101, 95, 96])
        #expect(result.fills.allSatisfy { $0.quantity == 50 } && result.openTrades.isEmpty)
    }

    /// Three old shares to one new: what does not divide is paid out, and all of the rest can be sold.
    @Test func unevenSplitsCanBeSold() {
        let updates = Self.daily([(10, 10), (10, 10), (30, 30), (30, 30), (30, 30)])
        var models = BacktestModels()
        models.actions = [
            ScheduledAction(time: Self.monday + .seconds(2 * 86_400), instrument: 0, action: .split(new: 1, old: 3))
        ]
        let run = run(Stubborn(targets: [100, 100, 99, 0, 0]), updates, models: models)
        #expect(run.result.fills.map(\.quantity) == [100, 33] && run.strategy.refusals.isEmpty)
        #expect((run.result.equity.last.map { abs($0.value - 100_000) } ?? 1) < 1e-6)
    }

    /// A file of quotes: an order is on its way for five seconds and fills at the quote that stands when it arrives.
    @Test func ordersArriveBetweenQuotes() {
        func quote(_ second: Int, _ price: Price) -> MarketUpdate {
            MarketUpdate(
                instrument: 0, time: Self.monday + .seconds(second), kind: .quote(Quote(bid: price, ask: price)))
        }
        let quotes = [quote(0, 100), quote(61, 101), quote(64, 102), quote(80, 103), quote(81, 104)]
        var models = BacktestModels()
        models.latency = .seconds(5)
        var backtest = Backtest(
            BuyAndHold(quantity: 1), instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)],
            start: Self.monday, configuration: ExchangeConfiguration(fees: .none), models: models, barBasis: .midpoints)
        for update in quotes { backtest.apply(update) }
        #expect(backtest.result.fills.map(\.price) == [102])
        #expect(backtest.result.fills.map(\.time) == [Self.monday + .seconds(66)])
    }

    /// Daily bars of an exchange that sleeps at night: an order of the evening is there in the morning.
    @Test func ordersArriveBetweenBars() {
        let updates = [100, 101, 102].enumerated().map { day, price in
            let start = Self.monday + .seconds(86_400 * day + 52_200)
            let bar = Bar(
                start: start, open: Price(price), high: Price(price), low: Price(price), close: Price(price),
                volume: 100)
            return MarketUpdate(instrument: 0, time: start + .seconds(23_400), kind: .bar(bar))
        }
        var models = BacktestModels()
        models.latency = .milliseconds(50)
        #expect(run(BuyAndHold(quantity: 1), updates, models: models).result.fills.map(\.price) == [101])
    }

    /// 100 short at 100 are 10,000; at 3.6 % over 360 a day costs one dollar.
    @Test func shortsPayToBorrow() {
        let updates = Self.daily(Array(repeating: (100, 100), count: 12))
        var models = BacktestModels()
        models.borrow = BorrowCost(yearlyRate: ExactDecimal(36, scale: 3))
        let result = run(BuyAndHold(quantity: -100), updates, models: models).result
        #expect(result.borrowing == 10)
        #expect(result.equity.last?.value == 99_990)
        #expect(run(BuyAndHold(quantity: 100), updates, models: models).result.borrowing == 0)
    }

    /// Bought on margin, then the price falls by a third: the position is closed at the next open.
    @Test func marginCallsClosePositions() {
        let updates = Self.daily([(100, 100), (100, 100), (100, 60), (58, 58), (58, 58)])
        let called = run(BuyAndHold(quantity: 190), updates, cash: 10_000)
        #expect(called.result.marginCalls == 1)
        #expect(called.result.fills.count == 2 && called.result.fills.last?.price == 58)
        #expect(called.strategy.seen.last == 0)
        var models = BacktestModels()
        models.marginCalls = nil
        #expect(run(BuyAndHold(quantity: 190), updates, cash: 10_000, models: models).result.fills.count == 1)
    }

    /// What a margin call closes is beyond the strategy's reach, and its orders meanwhile are refused and logged.
    @Test func strategiesCannotUndoAMarginCall() {
        let updates = Self.daily([(100, 100), (100, 100), (100, 60), (58, 58), (58, 58)])
        let called = run(Stubborn(targets: [190, 190, 190, 100, 190]), updates, cash: 10_000)
        #expect(called.result.marginCalls == 1)
        #expect(called.result.fills.map(\.isBuy).prefix(2) == [true, false])
        #expect(called.result.fills[1].quantity == 190 && called.result.fills[1].price == 58)
        // First while the position is closed, then for the want of margin to buy so much again.
        #expect(called.strategy.refusals == ["liquidating", "exchange"])
        #expect(called.result.refusals.count == called.strategy.refusals.count)
        #expect(called.result.refusals.counts.first == .init(reason: "liquidating", count: 1))
        #expect(called.result.refusals.first.first?.intent.quantity == 90)
    }

    @Test func latencyDelaysOrders() {
        let updates = Self.daily([(100, 100), (101, 101), (102, 102), (103, 103)])
        var models = BacktestModels()
        models.latency = .milliseconds(50)
        #expect(run(BuyAndHold(quantity: 1), updates).result.fills.map(\.price) == [101])
        // It arrives within the second bar, so it trades at the third's open.
        #expect(run(BuyAndHold(quantity: 1), updates, models: models).result.fills.map(\.price) == [102])
    }

    /// A strategy that trades on the bar it is told of must get the next bar's prices: on bars whose close says nothing
    /// of the next open, it gains nothing, while one that traded at that bar's open would gain every day.
    @Test func noLookAhead() {
        var prices: [(open: Price, close: Price)] = []
        var state: UInt64 = 9
        for _ in 0..<400 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            prices.append((100, (state >> 40) % 2 == 0 ? 101 : 99))
        }
        let updates = Self.daily(prices)
        let result = run(Peeker(), updates, cash: 1_000_000).result
        #expect(result.fills.count > 100)
        // Every fill is at an open, later than the bar that led to it; with all opens equal nothing is gained or lost
        // by them.
        #expect(result.fills.allSatisfy { $0.price == 100 })
        let last = prices.last.map { ($0.close - 100).decimal } ?? .zero
        let held = result.fills.reduce(Quantity.zero) { $0 + ($1.isBuy ? $1.quantity : -$1.quantity) }
        #expect(result.profit == Money(last * held.decimal))
        // Told fills come after the bar that they happened in begins: no fill before the second bar.
        #expect(result.fills.first.map { $0.time > updates[0].time } == true)
    }

    @Test func severalInstrumentsMakeOneEntryAnInstant() throws {
        let one = Self.daily([(100, 100), (100, 110), (100, 100)])
        let both = one.flatMap { [$0, MarketUpdate(instrument: 1, time: $0.time, kind: $0.kind)] }
        var backtest = Backtest(
            BuyAndHold(quantity: 100),
            instruments: [Instrument(id: 1, symbol: "A", kind: .stock), Instrument(id: 2, symbol: "B", kind: .stock)],
            cash: 100_000, start: Self.monday, configuration: ExchangeConfiguration(fees: .none))
        for update in both { backtest.apply(update) }
        let result = backtest.result
        #expect(result.bars == 6 && result.equity.map(\.value) == [100_000, 101_000, 100_000])
        let report = try result.report(periodsPerYear: 252)
        #expect(report.activity?.exposureTime == 2.0 / 3)
        #expect(report.activity?.maximumExposure == 11_000.0 / 101_000)
        #expect(report.trades != nil)
    }
}
