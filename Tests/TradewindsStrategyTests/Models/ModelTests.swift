import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

@Suite
struct ModelTests {
    /// 100 bought or sold at 50 with a cent as increment: two ticks; 3 basis points are 0.015, a cent and a half, rounded
    /// against the order; a tenth of the volume at a coefficient of 0.1 is one percent.
    @Test(arguments: [
        (SlippageModel.none, Price(50), Price(50)), (.ticks(2), 50.02, 49.98), (.basisPoints(3), 50.02, 49.98),
        (.basisPoints(2), 50.01, 49.99), (.volumeShare(coefficient: 0.1), 50.5, 49.5),
    ])
    func slippageIsAgainstTheOrder(model: SlippageModel, buy: Price, sell: Price) {
        for (isBuy, expected) in [(true, buy), (false, sell)] {
            #expect(
                model.price(50, isBuy: isBuy, quantity: 100, increment: 0.01, volume: 1000) == expected)
        }
    }

    /// 200 at 90 is 18 000; at 0.4 % for five days of 360 that is one dollar.
    @Test func shortsPayForBorrowing() {
        let cost = BorrowCost(yearlyRate: ExactDecimal(4, scale: 3))
        #expect(cost.cost(of: -200, at: 90, days: 5) == 1)
        #expect(cost.cost(of: 200, at: 90, days: 5) == 0)
    }

    @Test func dividendsAndSplits() {
        #expect(ShareAction.dividend(0.25).applied(to: 300, lot: 1, price: 10) == (300, 75))
        #expect(ShareAction.dividend(0.25).applied(to: -300, lot: 1, price: 10) == (-300, -75))
        #expect(ShareAction.split(new: 4, old: 1).applied(to: 25, lot: 1, price: 10) == (100, 0))
        // Seven shares, one for two: three, and half a share in cash.
        #expect(ShareAction.split(new: 1, old: 2).applied(to: 7, lot: 1, price: 10) == (3, 5))
        #expect(ShareAction.split(new: 1, old: 2).applied(to: -7, lot: 1, price: 10) == (-3, -5))
    }

    @Test func aMarginCallClosesTheLargestFirst() {
        let holdings = [
            MarginCallRule.Holding(instrument: 0, quantity: 100, marginPerUnit: 10),
            .init(instrument: 1, quantity: -50, marginPerUnit: 40),
        ]
        #expect(MarginCallRule().orders(for: holdings, equity: 3000) == [])
        #expect(MarginCallRule().orders(for: holdings, equity: 2999.99) == [OrderIntent(.buy, 50, of: 1)])
        #expect(MarginCallRule().orders(for: holdings, equity: 999).count == 2)
    }
}

@Suite
struct OrderKindTests {
    /// Gives its orders at the first bar and keeps what was refused.
    struct Once: Strategy {
        var orders: [OrderIntent]
        var refused: [RefusalReason] = []
        var isDone = false
        mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
            if !isDone { for order in orders { broker.place(order) } }
            isDone = true
        }
        mutating func refused<B: Broker>(_ order: OrderHandle, reason: RefusalReason, _ broker: inout B) {
            refused.append(reason)
        }
    }

    /// Minute bars that rise by a dollar, from 100.
    private func run(_ orders: [OrderIntent]) -> Backtest<Once> {
        let start = Timestamp(seconds: 1_700_000_000)
        var backtest = Backtest(
            Once(orders: orders), instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)], start: start)
        for index in 0..<10 {
            let open = Price(100 + index)
            let begin = start + .seconds(60 * index)
            let bar = Bar(start: begin, open: open, high: open + 1, low: open, close: open + 1, volume: 1000)
            backtest.apply(MarketUpdate(instrument: 0, time: begin + .seconds(60), kind: .bar(bar)))
        }
        return backtest
    }

    @Test func anOrderAfterATimeFillsAtTheNextOpenAndNotBefore() {
        let time = Timestamp(seconds: 1_700_000_000 + 60 * 4 + 30)
        let fills = run([OrderIntent(.buy, 1, of: 0).scheduled(.after(time))]).result.fills
        // The instant lies in the fifth bar; the sixth opens at 105.
        #expect(fills.map(\.price) == [105])
    }

    @Test func aFillOfAGroupCancelsTheOthers() {
        let fills = run([
            OrderIntent.stop(.buy, 1, of: 0, at: 103).oneCancelsAll("g"),
            OrderIntent.stop(.buy, 2, of: 0, at: 105).oneCancelsAll("g"),
        ]).result.fills
        #expect(fills.map(\.quantity) == [1])
    }

    @Test func theStrategySeesWhyItWasRefused() {
        let reasons = run([OrderIntent(.buy, 1, of: 0, limit: 99.999)]).strategy.refused
        #expect(reasons == [.exchange(.priceOffIncrement(.limit, price: 99.999, increment: 0.01))])
    }
}
