import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

@Suite
struct PositionSizeTests {
    private func situation(lot: Quantity = 1, multiplier: Int = 1) -> PositionSize.Situation {
        .init(
            equity: 100_000, price: 30, terms: InstrumentTerms(lot: lot, multiplier: ExactDecimal(multiplier)),
            stop: 28.5, volatility: 0.4, edge: .bets(winRate: 0.6, payoff: 1))
    }

    /// By hand: 25 % of 100 000 is 25 000, over 30 is 833.3; 1 % is 1 000, over 1.5 is 666.6; 0.1 / 0.4 is a quarter,
    /// as before; Kelly is 0.6 − 0.4 = 0.2, so 20 000 over 30 is 666.6, and half of it 333.3.
    @Test(arguments: [
        (PositionSize.fixed(7), Quantity(7)), (.percentOfEquity(25), 833), (.percentAtRisk(1), 666),
        (.volatilityTarget(0.1), 833), (.kelly(fraction: 1), 666), (.kelly(fraction: 0.5), 333),
    ])
    func equalsTheHandCalculation(size: PositionSize, expected: Quantity) {
        #expect(size.quantity(in: situation()) == expected)
    }

    @Test func roundsDownToTheLotAndKnowsTheMultiplier() {
        #expect(PositionSize.percentOfEquity(25).quantity(in: situation(lot: 100)) == 800)
        #expect(PositionSize.percentOfEquity(25).quantity(in: situation(lot: 0.1)) == 833.3)
        #expect(PositionSize.percentOfEquity(25).quantity(in: situation(multiplier: 50)) == 16)
        #expect(PositionSize.percentAtRisk(1).quantity(in: situation(multiplier: 50)) == 13)
        #expect(PositionSize.percentOfEquity(0.02).quantity(in: situation()) == 0)
    }

    @Test func exactlyAffordableIsNotRoundedAway() {
        var situation = situation()
        situation.price = 0.1
        #expect(PositionSize.percentOfEquity(100).quantity(in: situation) == 1_000_000)
        situation.price = 3
        #expect(PositionSize.percentOfEquity(30).quantity(in: situation) == 10_000)
    }

    @Test func nothingWithoutTheFactsOrWithoutAnEdge() {
        let bare = PositionSize.Situation(equity: 100_000, price: 30)
        for size in [PositionSize.percentAtRisk(1), .volatilityTarget(0.1), .kelly(fraction: 1)] {
            #expect(size.quantity(in: bare) == 0)
        }
        var broke = situation()
        broke.equity = -5
        #expect(PositionSize.percentOfEquity(25).quantity(in: broke) == 0)
        var losing = situation()
        losing.edge = .bets(winRate: 0.4, payoff: 1)
        #expect(PositionSize.kelly(fraction: 1).quantity(in: losing) == 0)
        #expect(KellyEdge.returns(mean: 0.08, deviation: 0.2).fraction == 0.08 / (0.2 * 0.2))
    }
}
