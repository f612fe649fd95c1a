import Testing
import TradewindsExchange
import TradewindsVocabulary

@Suite("Cost of a long run", .serialized)
struct GrowthTests {
    /// Seconds for one order and its fill, the quickest of three runs.
    private func cost(orders: Int) -> Double {
        (0..<3).map { _ in
            var desk = Desk(cash: 100_000_000, fees: .fixed)
            let time = ContinuousClock().measure {
                for index in 0..<orders {
                    desk.order(index.isMultiple(of: 2) ? .buy : .sell, 10, .market)
                    desk.bar(100, 101, 99, 100)
                    desk.exchange.clearEvents()
                }
            }
            return (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18) / Double(orders)
        }.min() ?? 0
    }

    @Test("An order costs the same after thousands of others; once every fill copied them all")
    func linear() {
        #expect(cost(orders: 6400) < 5 * cost(orders: 200))
    }
}
