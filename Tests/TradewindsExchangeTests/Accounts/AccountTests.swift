import Testing
import TradewindsExchange
import TradewindsVocabulary

@Suite("Accounts, by hand-computed examples")
struct AccountTests {
    @Test("A stock round trip: average cost, realised profit net of both commissions, cash")
    func stockRoundTrip() throws {
        var desk = Desk(cash: 100_000, fees: .fixed)
        desk.quote(100, 100)
        desk.order(.buy, 300, .market)
        // 300 × 0.005 = 1.50; cost 30,001.50
        var position = try #require(desk.exchange.position(of: "DU1", in: Desk.apple))
        #expect(position.averageCost == 100.005)
        #expect(position.unrealized == -1.5)
        desk.quote(110, 110)
        desk.order(.sell, 100, .market)
        // Opening part 100 × 0.005 = 0.50, closing commission 1.00 (the least): 1,000 − 0.50 − 1.00
        let report = try #require(desk.exchange.commission(of: 1))
        #expect(report.commission == 1)
        #expect(report.realized == 998.5)
        position = try #require(desk.exchange.position(of: "DU1", in: Desk.apple))
        #expect(position.quantity == 200)
        #expect(position.unrealized == 1999)
        #expect(position.realized == 998.5)
        #expect(position.daily == 2997.5)
        // 100,000 − 30,000 − 1.50 + 11,000 − 1 + 200 × 110
        #expect(desk.exchange.netLiquidation(of: "DU1") == 102_997.5)
        let values = try #require(desk.exchange.values(of: "DU1"))
        #expect(values.totalCashValue == 80_997.5)
        #expect(values.grossPositionValue == 22_000)
        #expect(values.initialMargin == 11_000)
        #expect(values.maintenanceMargin == 5_500)
        #expect(values.availableFunds == 91_997.5)
        #expect(values.buyingPower == 183_995)
        #expect(values.previousDayEquityWithLoanValue == 100_000)
        let profit = try #require(desk.exchange.profit(of: "DU1"))
        #expect([profit.daily, profit.unrealized, profit.realized] == [2997.5, 1999, 998.5])
    }

    @Test("Selling through zero closes, then opens short at the new price")
    func reversal() throws {
        var desk = Desk(cash: 100_000, fees: .fixed)
        desk.quote(50, 50)
        desk.order(.buy, 200, .market)
        desk.quote(52, 52)
        desk.order(.sell, 500, .market)
        // Commission 2.50: 1.00 for the 200 closed, 1.50 for the 300 opened. Opening commission of the long: 1.00.
        #expect(desk.exchange.commission(of: 1)?.realized == 398)
        let position = try #require(desk.exchange.position(of: "DU1", in: Desk.apple))
        #expect(position.quantity == -300)
        #expect(position.averageCost == 51.995)
        #expect(position.unrealized == -1.5)
        let values = try #require(desk.exchange.values(of: "DU1"))
        #expect(values.netLiquidation == 100_396.5)
        #expect(values.initialMargin == 7_800)
        #expect(values.maintenanceMargin == 4_680)
    }

    @Test("A future pays no price, only profit; margin by contract")
    func future() throws {
        var desk = Desk(cash: 50_000, fees: .fixed, on: Desk.emini)
        desk.trade(1650, 100)
        desk.order(.buy, 2, .market)
        var values = try #require(desk.exchange.values(of: "DU1"))
        #expect(values.totalCashValue == 49_995.7)
        #expect(values.initialMargin == 24_000)
        #expect(values.maintenanceMargin == 21_600)
        desk.trade(1652.5, 100)
        let position = try #require(desk.exchange.position(of: "DU1", in: Desk.emini))
        // (1652.5 − 1650) × 50 × 2 − 4.30; average cost 1650 × 50 + 2.15
        #expect(position.unrealized == 245.7)
        #expect(position.averageCost == 82_502.15)
        desk.order(.sell, 2, .market)
        #expect(desk.exchange.commission(of: 1)?.realized == 241.4)
        values = try #require(desk.exchange.values(of: "DU1"))
        #expect(values.netLiquidation == 50_241.4)
        #expect(values.initialMargin == 0)
    }

    @Test("A pair moves cash of two currencies; commission in dollars")
    func pair() throws {
        var desk = Desk(cash: 100_000, fees: .fixed, on: Desk.yen)
        desk.quote(150, 150)
        desk.order(.buy, 100_000, .market)
        // 0.2 basis points of 100,000 USD is 2.00, as is the least.
        let report = try #require(desk.exchange.commission(of: 0))
        #expect(report.currency == .usd)
        #expect(abs(report.commission.doubleValue - 2) < 0.0001)
        desk.quote(153, 153)
        let values = try #require(desk.exchange.values(of: "DU1"))
        // 200,000 − 2 USD against −15,000,000 JPY at 153
        #expect(abs(values.netLiquidation.doubleValue - (199_998 - 15_000_000 / 153)) < 0.01)
        #expect(values.ledgers.map(\.currency) == [.usd, .jpy])
        #expect(values.ledgers[1].cashBalance == -15_000_000)
        desk.order(.sell, 100_000, .market)
        let realized = try #require(desk.exchange.commission(of: 1)?.realized)
        // 300,000 JPY at 153, less the closing 2.00 and the opening 300 JPY
        #expect(abs(realized.doubleValue - (300_000.0 / 153 - 2 - 300.0 / 153)) < 0.01)
    }

    @Test("Several fills of one order pay the least only once")
    func commissionAcrossFills() {
        var desk = Desk(fees: .fixed)
        desk.order(.buy, 300, .market)
        desk.quote(100, 100, 100, 100)
        desk.quote(100, 100, 100, 150)
        desk.quote(100, 100, 100, 100)
        #expect(
            desk.lines() == [
                "0 accepted working", "0 bought 100 @ 100", "0 paid 1 USD", "0 bought 150 @ 100", "0 paid 0.25 USD",
                "0 bought 50 @ 100", "0 paid 0.25 USD",
            ])
    }

    @Test("Penny stocks pay at most a part of their value; sales pay regulators where configured")
    func boundsAndRegulators() {
        var fees = FeeSchedule.fixed
        fees.saleValueShare = ExactDecimal(1, scale: 3)
        fees.perShareSold = ExactDecimal(1, scale: 4)
        var desk = Desk(fees: fees)
        desk.quote(0.2, 0.2)
        desk.order(.buy, 100, .market)
        desk.order(.sell, 100, .market)
        #expect(
            desk.lines() == [
                "0 accepted working", "0 bought 100 @ 0.2", "0 paid 0.2 USD", "1 accepted working",
                "1 sold 100 @ 0.2", "1 paid 0.23 USD",
            ])
    }

    @Test("Tiered commissions fall with the month's volume")
    func tiered() {
        var desk = Desk(cash: 100_000_000, fees: .tiered)
        desk.quote(10, 10)
        desk.order(.buy, 400_000, .market)
        desk.order(.sell, 400_000, .market)
        // 300,000 × 0.0035 + 100,000 × 0.0020, then 400,000 × 0.0020
        #expect(desk.exchange.commission(of: 0)?.commission == 1250)
        #expect(desk.exchange.commission(of: 1)?.commission == 800)
    }

    /// A day of a month, the next day, and whether the count of shares starts anew on it.
    @Test(
        "The month's volume is counted from its first day on",
        arguments: [
            ("20280227", "20280228", false), ("20280228", "20280229", false), ("20280229", "20280301", true),
            ("20260430", "20260501", true), ("20261231", "20270101", true), ("20270101", "20270131", false),
        ])
    func tieredMonths(day: String, next: String, isAnew: Bool) throws {
        let (day, next) = try (
            MarketZone.usEastern.instant(#require(CivilDate(day)), second: 43_200),
            MarketZone.usEastern.instant(#require(CivilDate(next)), second: 43_200)
        )
        var desk = Desk(cash: 100_000_000, fees: .tiered)
        desk.exchange.advance(to: day)
        desk.quote(10, 10)
        desk.order(.buy, 300_000, .market)
        desk.exchange.advance(to: next)
        desk.quote(10, 10)
        desk.order(.buy, 1_000, .market)
        #expect(desk.exchange.commission(of: 1)?.commission == (isAnew ? 3.5 : 2))
    }

    @Test("What the account cannot carry is refused; what lowers its margin is not")
    func margin() {
        var desk = Desk(cash: 10_000)
        desk.quote(100, 100)
        desk.order(.buy, 201, .market)
        #expect(desk.exchange.order(0)?.rejection == .insufficientMargin(required: 10_050, equity: 10_000))
        desk.order(.buy, 200, .market)
        desk.quote(60, 60)
        _ = desk.lines()
        desk.order(.buy, 1, .market)
        desk.order(.sell, 200, .market)
        #expect(
            desk.lines() == [
                "2 rejected insufficientMargin(required: 6030, equity: 2000)", "3 accepted working",
                "3 sold 200 @ 60",
            ])
    }

    @Test("A position is turned round only where the account carries the new one")
    func turningRound() {
        var desk = Desk(cash: 10_000)
        desk.bar(100, 100, 100, 100)
        desk.order(.sell, 190, .market)
        desk.bar(100, 100, 100, 100)
        desk.bar(103, 103, 103, 103)
        _ = desk.lines()
        // 190 at 103 need 9,785 and there are 9,430, by two orders as by one.
        desk.order(.buy, 190, .market)
        desk.order(.buy, 190, .market)
        #expect(
            desk.lines() == ["1 accepted working", "2 rejected insufficientMargin(required: 9785, equity: 9430)"])
    }

    @Test("At a crossed quote nothing trades, and nothing is worth anything else")
    func crossedQuotes() {
        var desk = Desk(cash: 10_000)
        desk.quote(100, 100.1)
        desk.order(.buy, 10, .market)
        desk.order(.sell, 10, .stop, stop: 99)
        desk.order(.buy, 10, .limit, limit: 99)
        _ = desk.lines()
        desk.quote(105, 9)
        desk.order(.buy, 10, .market)
        #expect(desk.lines() == ["3 accepted working"])
        desk.quote(101, 101.1)
        #expect(desk.lines() == ["3 bought 10 @ 101.1"])
    }

    @Test("Below the least equity nothing is lent")
    func smallAccount() {
        var desk = Desk(cash: 1_500)
        desk.quote(100, 100)
        desk.order(.buy, 16, .market)
        desk.order(.buy, 15, .market)
        #expect(desk.exchange.order(0)?.rejection == .insufficientMargin(required: 1600, equity: 1500))
        #expect(desk.exchange.order(1)?.state == .filled)
    }

    @Test("A margin call is told once, and again after it was mended")
    func marginCall() {
        var desk = Desk(cash: 10_000)
        desk.quote(100, 100)
        desk.order(.buy, 200, .market)
        _ = desk.lines()
        desk.quote(60, 60)
        desk.exchange.advance(to: desk.exchange.now + .seconds(300))
        desk.exchange.advance(to: desk.exchange.now + .seconds(300))
        #expect(desk.lines() == ["margin call 3000 > 2000"])
    }

    @Test("A what-if tells margin and commission and does nothing")
    func preview() throws {
        var desk = Desk(cash: 100_000, fees: .fixed)
        desk.quote(100, 100)
        desk.order(.buy, 100, .market)
        let count = desk.exchange.events.count
        let preview = try desk.exchange.preview(desk.ticket(.buy, 400, .market))
        #expect(preview.initial.before == 5_000)
        #expect(preview.initial.change == 20_000)
        #expect(preview.maintenance.after == 12_500)
        #expect(preview.equity.change == -2)
        #expect(preview.commission == 2)
        #expect(desk.exchange.events.count == count)
        #expect(desk.exchange.orderCount == 1)
    }

    @Test("Daily profit begins anew with the day; yesterday's orders and executions are gone from today's lists")
    func newDay() throws {
        var desk = Desk(cash: 100_000)
        desk.quote(100, 100)
        desk.order(.buy, 100, .market)
        desk.quote(105, 105)
        #expect(desk.exchange.profit(of: "DU1")?.daily == 500)
        #expect(desk.exchange.executions().count == 1)
        #expect(desk.exchange.completedOrders().map(\.key) == [0])
        desk.exchange.advance(to: Desk.morning + .seconds(86_400))
        desk.quote(103, 103)
        #expect(desk.exchange.profit(of: "DU1")?.daily == -200)
        #expect(desk.exchange.position(of: "DU1", in: Desk.apple)?.unrealized == 300)
        #expect(desk.exchange.values(of: "DU1")?.previousDayEquityWithLoanValue == 100_500)
        #expect(desk.exchange.executions().isEmpty)
        #expect(desk.exchange.completedOrders().isEmpty)
    }
}
