import Testing
import TradewindsExchange
import TradewindsVocabulary

/// What must hold whatever happens.
@Suite("Invariants of accounts")
struct InvariantTests {
    @Test("Fills, positions, commissions and cash agree after random trading", arguments: 1...20)
    func books(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed) + 1000)
        var desk = Desk(cash: 10_000_000, fees: seed % 2 == 0 ? .fixed : .tiered)
        for _ in 0..<300 {
            desk.instrument = dice.chance(50) ? Desk.apple : Desk.emini
            let bid = Price(dice.roll(95..<105))
            desk.quote(bid, bid + Price(dice.roll(0..<2)), Quantity(dice.roll(1..<80)), Quantity(dice.roll(1..<80)))
            desk.order(
                dice.chance(50) ? .buy : .sell, Quantity(dice.roll(1..<60)), dice.chance(60) ? .market : .limit,
                limit: Price(dice.roll(95..<106)))
            if dice.chance(5) { desk.exchange.advance(to: desk.exchange.now + .seconds(86_400)) }
        }
        try check(desk)
    }

    private func check(_ desk: Desk) throws {
        var cash = ExactDecimal(10_000_000)
        var held = [ExactDecimal.zero, .zero]
        var spent = [ExactDecimal.zero, .zero]
        var commissions = ExactDecimal.zero
        for execution in desk.exchange.allExecutions {
            let instrument = execution.instrument.rawValue
            let signed = execution.isBuy ? execution.quantity.decimal : -execution.quantity.decimal
            let multiplier = Desk.instruments[instrument].multiplier
            held[instrument] += signed
            spent[instrument] += signed * execution.price.decimal * multiplier
            commissions += try #require(desk.exchange.commission(of: execution.key)).commission.decimal
        }
        #expect(desk.exchange.allExecutions.count > 100)

        // Positions are the sums of the fills.
        for index in held.indices {
            let position = desk.exchange.position(of: "DU1", in: InstrumentIndex(index))
            #expect(position?.quantity.decimal ?? .zero == held[index])
        }
        // Orders' fills and commissions are those of their executions.
        var filled = ExactDecimal.zero
        var charged = ExactDecimal.zero
        for key in 0..<desk.exchange.orderCount {
            let order = try #require(desk.exchange.order(OrderKey(key)))
            filled += order.filled.decimal
            charged += order.commission.decimal
            #expect(order.remaining >= 0)
        }
        #expect(charged == commissions)
        #expect(filled == desk.exchange.allExecutions.reduce(ExactDecimal.zero) { $0 + $1.quantity.decimal })

        // Equity: all that was spent and paid, plus what the positions are worth.
        cash -= commissions
        for index in held.indices {
            cash -= spent[index]
            let mark = desk.exchange.mark(of: InstrumentIndex(index))?.decimal ?? .zero
            cash += held[index] * mark * Desk.instruments[index].multiplier
        }
        let equity = try #require(desk.exchange.netLiquidation(of: "DU1"))
        #expect(abs((equity.decimal - cash).doubleValue) < 0.000001)

        // And the values of the account agree with each other.
        let values = try #require(desk.exchange.values(of: "DU1"))
        #expect(values.netLiquidation == equity)
        #expect(values.availableFunds == values.equityWithLoanValue - values.initialMargin)
        #expect(values.excessLiquidity == values.equityWithLoanValue - values.maintenanceMargin)
        #expect(values.ledgers[0].netLiquidation == equity)
    }

    @Test("All profit, realised and not, is what the equity gained", arguments: 1...10)
    func profit(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed) + 5000)
        var desk = Desk(cash: 10_000_000, fees: .fixed, on: Desk.emini)
        for _ in 0..<200 {
            desk.quote(Price(dice.roll(1600..<1700)), Price(1700))
            desk.order(dice.chance(50) ? .buy : .sell, Quantity(dice.roll(1..<20)), .market)
        }
        let profit = try #require(desk.exchange.profit(of: "DU1"))
        let equity = try #require(desk.exchange.netLiquidation(of: "DU1"))
        let gained = (equity - 10_000_000).doubleValue
        #expect(abs((profit.realized + profit.unrealized).doubleValue - gained) < 0.001)
        #expect(abs(profit.daily.doubleValue - gained) < 0.001)
    }

    @Test("The same commands give the same events")
    func deterministic() {
        func lines() -> [String] {
            var dice = Dice(seed: 7)
            var desk = Desk(fees: .fixed)
            var lines: [String] = []
            for _ in 0..<200 {
                desk.quote(Price(dice.roll(95..<105)), Price(dice.roll(105..<110)), 50, 50)
                desk.order(dice.chance(50) ? .buy : .sell, 70, .limit, limit: Price(dice.roll(95..<110)))
                lines += desk.lines()
            }
            return lines
        }
        #expect(lines() == lines())
    }

    @Test("Accounts do not see each other")
    func separate() {
        var desk = Desk(accounts: ["DU1", "DU2"])
        desk.quote(100, 100)
        desk.order(.buy, 100, .market)
        var other = desk.ticket(.sell, 50, .market)
        other.account = "DU2"
        desk.exchange.place(other)
        #expect(desk.exchange.position(of: "DU1", in: Desk.apple)?.quantity == 100)
        #expect(desk.exchange.position(of: "DU2", in: Desk.apple)?.quantity == -50)
        #expect(desk.exchange.executions(of: "DU2").count == 1)
        desk.order(.buy, 10, .limit, limit: 90)
        desk.exchange.cancelAll(of: "DU2")
        #expect(desk.exchange.openOrders(of: "DU1").count == 1)
    }
}
