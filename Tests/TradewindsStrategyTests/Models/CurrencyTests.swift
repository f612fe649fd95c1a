import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Buys at the first bar; a trailing stop protects it, or it sells at the fourth.
private struct PairTrader: Strategy {
    let quantity: Quantity
    var trail: Price?
    var bars = 0
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        bars += 1
        if bars == 1 { broker.place(OrderIntent(.buy, quantity, of: instrument)) }
        if bars == 4, trail == nil { broker.place(OrderIntent(.sell, quantity, of: instrument)) }
    }
    mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) {
        guard fill.isBuy, let trail else { return }
        broker.place(.trailing(.sell, quantity, of: fill.instrument, by: .amount(trail)))
    }
}

/// Backtests of instruments that are not paid in dollars.
@Suite
struct CurrencyTests {
    private func run(
        _ strategy: PairTrader, _ name: String, _ prices: [Price], rates: [Currency: ExactDecimal] = [:]
    ) -> BacktestResult {
        let start = Timestamp(seconds: 1_704_067_200)
        var catalogue = ContractCatalogue(today: start.utcDate)
        let index = catalogue.findOrAdd(name)
        let instrument = catalogue[index]
        var backtest = Backtest(
            strategy, instruments: [instrument], cash: 1_000_000, start: start,
            configuration: ExchangeConfiguration(fees: .none, fallbackRates: rates))
        for (day, price) in prices.enumerated() {
            let begin = start + .seconds(86_400 * day)
            let bar = Bar(start: begin, open: price, high: price, low: price, close: price, volume: 0)
            backtest.apply(MarketUpdate(instrument: 0, time: begin + .seconds(86_400), kind: .bar(bar)))
        }
        return backtest.result
    }

    /// Bought at 0.85, sold at 0.80: 50,000 pounds at 1.25.
    @Test func aCrossIsConvertedByTheRateGiven() {
        let prices: [Price] = [0.85, 0.85, 0.82, 0.8, 0.8, 0.8]
        let result = run(PairTrader(quantity: 1_000_000), "EUR.GBP", prices, rates: ["GBP": ExactDecimal("1.25")!])
        #expect(result.trades.map(\.profit) == [-62_500])
        #expect(result.profit == -62_500 && result.currencyProfit == 0)
        #expect(result.equity.map(\.value) == [1_000_000, 1_000_000, 962_500, 937_500, 937_500, 937_500])
    }

    /// Bought at 150, sold at 125: 2,500,000 yen, which are 20,000 dollars then and 25,000 at the end.
    @Test func aTradeIsConvertedWhenItEnds() {
        let result = run(PairTrader(quantity: 100_000), "USDJPY", [150, 150, 140, 130, 125, 100])
        #expect(result.trades.map(\.profit) == [-20_000])
        #expect(result.profit == -25_000 && result.currencyProfit == -5_000)
        #expect(result.equity.last?.value == 975_000)
    }

    /// Limits and sizes are in the base currency: 100,000 dollars bought for yen are 100,000, not fifteen million.
    @Test func limitsAreInTheBaseCurrency() throws {
        let start = Timestamp(seconds: 1_704_067_200)
        var catalogue = ContractCatalogue(today: start.utcDate)
        let index = catalogue.findOrAdd("USD.JPY")
        let updates = (0..<6).map { day in
            let begin = start + .seconds(86_400 * day)
            let bar = Bar(start: begin, open: 150, high: 150, low: 150, close: 150, volume: 0)
            return MarketUpdate(instrument: 0, time: begin + .seconds(86_400), kind: .bar(bar))
        }
        var limits = RiskLimits()
        for (limit, fills) in [(Money(100_001), 2), (99_999, 0)] {
            limits.maxOrderNotional = limit
            let plan = BacktestPlan(
                instruments: [catalogue[index]], configuration: ExchangeConfiguration(fees: .none), limits: limits,
                updates: updates)
            #expect(plan.run(PairTrader(quantity: 100_000)).fills.count == fills)
        }
    }

    /// A stop that trails a pair starts from the price at which it was given: a gap behind it is noticed.
    @Test func aGapTriggersATrailingStop() {
        let result = run(PairTrader(quantity: 100_000, trail: 0.05), "GBP-USD", [1.25, 1.25, 1.1, 1.1, 1.1])
        #expect(result.trades.map(\.exit) == [1.1] && result.profit == -15_000)
        let near = run(PairTrader(quantity: 100_000, trail: 0.00375), "GBP.USD", [1.25, 1.25, 1.25, 1.24995, 1.2])
        #expect(near.trades.map(\.exit) == [1.2], "a twentieth of a pip is no loss of 37")
    }
}
