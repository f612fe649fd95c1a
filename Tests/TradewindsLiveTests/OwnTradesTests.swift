import Testing
import TradewindsVocabulary

@testable import TradewindsLive

/// What a run's own fills earned, by the average cost of its own position.
@Suite struct OwnTradesTests {
    private func closed(_ trades: OwnTrades, rate: ExactDecimal = ExactDecimal(1)) -> [Money] {
        trades.closed(multiplier: ExactDecimal(1), rate: rate)
    }

    @Test func aPartIsClosedAtAverageCostAndCarriesItsShareOfTheFees() {
        var trades = OwnTrades()
        trades.book(100, 10, as: "a")
        trades.book(104, 10, as: "b")
        trades.book(110, -5, as: "c")
        for execution in ["a", "b", "c"] { trades.charge(2, execution) }
        // Ten and ten at 102; a quarter of four goes with the five that are sold.
        #expect(closed(trades) == [5 * 8 - 1 - 2])
        #expect(closed(trades, rate: ExactDecimal(2)) == [80 - 3])
    }

    @Test func aFillThroughZeroClosesWithOnePartAndOpensWithTheOther() {
        var trades = OwnTrades()
        trades.book(50, -4, as: "a")
        trades.book(40, 6, as: "b")
        trades.book(41, -2, as: "c")
        trades.charge(3, "b")
        // Short four from 50 to 40, then long two from 40 to 41; a third of the fee opened the second.
        #expect(closed(trades) == [40 - 2, 2 - 1])
    }

    @Test func whatItBeganWithCostsItsFirstPrice() {
        var trades = OwnTrades()
        trades.begin(with: 10)
        trades.price(20)
        trades.price(25)
        trades.book(22, -10, as: "a")
        #expect(closed(trades) == [20])
    }

    @Test func whatSomebodyElseClosedEarnsNothingHere() {
        var trades = OwnTrades()
        trades.book(100, 10, as: "a")
        trades.limit(to: 4)
        trades.book(101, -4, as: "b")
        #expect(closed(trades) == [4])
        trades.limit(to: 0)
        trades.book(90, -1, as: "c")
        #expect(closed(trades) == [4])
    }
}
