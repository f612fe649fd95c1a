import Foundation
import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

@Suite struct SavedOrderTests {
    @Test(arguments: [
        OrderIntent(.buy, 1.5, of: 0), OrderIntent(.sell, 1, of: 3, limit: 99.5).scheduled(.atClose),
        .stop(.sell, 1, of: 0, at: 90, limit: 89), .trailing(.sell, 1, of: 1, by: .amount(2)),
        OrderIntent.trailing(.buy, 1, of: 1, by: .percent(ExactDecimal(2))).oneCancelsAll("a"),
        OrderIntent(.buy, 1, of: 0).bracketed(takeProfit: 110, stopLoss: 95).scheduled(.atOpen),
        OrderIntent(.buy, 1, of: 0).scheduled(.after(Timestamp(seconds: 1_700_000_000))),
    ])
    func anOrderComesBackAsItWas(intent: OrderIntent) throws {
        let back = try JSONDecoder().decode(OrderIntent.self, from: try JSONEncoder().encode(intent))
        #expect(back == intent)
    }

    /// A profit that was the measure before the account's value is known is none for its losses.
    @Test func theFirstValueBeginsTheDay() {
        var limits = RiskLimits()
        limits.maxDailyLoss = 1000
        var core = RiskCore(limits, instruments: 2)
        var broker = PaperBroker()
        broker.equity = nil
        let before = core.watch(broker)
        broker.equity = 100_000
        let first = core.watch(broker)
        #expect(!before && !first)
        broker.equity = 99_000
        let killed = core.watch(broker)
        #expect(killed)
    }
}
