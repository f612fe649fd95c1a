import Testing
import TradewindsExchange
import TradewindsVocabulary

@Suite("Life of an order: rejections, changes, cancels, time")
struct LifeCycleTests {
    @Test("What is wrong with a ticket is said by a typed reason")
    func rejections() {
        var desk = Desk()
        desk.quote(99.9, 100)
        var wrong: [(OrderTicket, Rejection)] = [
            (
                desk.ticket(.buy, 100, .limit, limit: 100.001),
                .priceOffIncrement(.limit, price: 100.001, increment: 0.01)
            ),
            (desk.ticket(.buy, 100, .limit), .missingPrice(.limit)),
            (desk.ticket(.buy, 100, .stop), .missingPrice(.stop)),
            (desk.ticket(.buy, 100, .trailingStop), .missingPrice(.trail)),
            (desk.ticket(.buy, 100, .limit, limit: -1), .invalidPrice(.limit)),
            (desk.ticket(.buy, 0, .market), .invalidQuantity(0, minimum: 1, increment: 1)),
            (desk.ticket(.buy, 1.5, .market), .invalidQuantity(1.5, minimum: 1, increment: 1)),
            (desk.ticket(.buy, 1, .midprice), .unsupportedType(.midprice)),
            (desk.ticket(.buy, 1, .market, tif: .goodTillDate), .invalidGoodTill),
            (desk.ticket(.buy, 1, .market, tif: .other("XYZ")), .unsupportedTimeInForce(.other("XYZ"))),
            (desk.ticket(.buy, 1, .market, parent: 77), .invalidParent(77)),
        ]
        var ticket = desk.ticket(.buy, 1, .market)
        ticket.account = "DU9"
        wrong.append((ticket, .unknownAccount("DU9")))
        ticket = desk.ticket(.buy, 1, .market)
        ticket.instrument = 9
        wrong.append((ticket, .unknownInstrument(9)))
        for (ticket, reason) in wrong {
            let key = desk.exchange.place(ticket)
            #expect(desk.exchange.order(key)?.rejection == reason)
            #expect(throws: reason) { try desk.exchange.preview(ticket) }
        }
        #expect(desk.exchange.openOrders().isEmpty)
        #expect(desk.exchange.executions().isEmpty)
    }

    @Test("A contract past its last day takes no orders")
    func expired() {
        var desk = Desk(on: Desk.emini)
        desk.exchange.advance(to: Timestamp(seconds: 1_782_000_000))
        _ = desk.lines()
        desk.order(.buy, 1, .market)
        #expect(desk.exchange.order(0)?.rejection == .contractExpired(CivilDate(year: 2026, month: 6, day: 19)!))
    }

    @Test("A change takes effect at once; a refused one leaves the order")
    func change() {
        var desk = Desk()
        desk.quote(99.9, 100)
        let key = desk.order(.buy, 100, .limit, limit: 99)
        desk.exchange.change(key, to: desk.ticket(.buy, 100, .limit, limit: 99.505))
        desk.exchange.change(key, to: desk.ticket(.sell, 100, .limit, limit: 99.5))
        desk.exchange.change(key, to: desk.ticket(.buy, 200, .limit, limit: 100))
        desk.exchange.change(key, to: desk.ticket(.buy, 300, .limit, limit: 100))
        #expect(
            desk.lines() == [
                "0 accepted working",
                "0 change rejected priceOffIncrement(TradewindsExchange.Rejection.PriceField.limit, "
                    + "price: 99.505, increment: 0.01)",
                "0 change rejected changesFixedField(TradewindsExchange.Rejection.FixedField.side)", "0 changed",
                "0 bought 200 @ 100",
                "0 change rejected alreadyDone(0, TradewindsExchange.OrderState.filled)",
            ])
    }

    @Test("A quantity cannot go below what is filled")
    func changeQuantity() {
        var desk = Desk()
        desk.quote(99.9, 100, 60, 60)
        let key = desk.order(.buy, 100, .limit, limit: 100)
        desk.exchange.change(key, to: desk.ticket(.buy, 60, .limit, limit: 100))
        #expect(desk.lines().last == "0 change rejected quantityBelowFilled(60)")
        desk.exchange.change(key, to: desk.ticket(.buy, 80, .limit, limit: 100))
        desk.quote(99.9, 100)
        #expect(desk.lines() == ["0 changed", "0 bought 20 @ 100"])
    }

    @Test("Cancelling what is over, or was never there, is refused")
    func cancel() {
        var desk = Desk()
        desk.quote(99.9, 100)
        desk.order(.buy, 100, .market)
        desk.order(.buy, 100, .limit, limit: 99)
        _ = desk.lines()
        desk.exchange.cancel(0)
        desk.exchange.cancel(1)
        desk.exchange.cancel(1)
        desk.exchange.cancel(8)
        let reasons = desk.exchange.events.map(\.kind)
        #expect(
            reasons == [
                .cancelRejected(.alreadyDone(0, .filled)), .cancelled(.requested),
                .cancelRejected(.alreadyDone(1, .cancelled(.requested))), .cancelRejected(.unknownOrder(8)),
            ])
    }

    @Test("Day orders end with the day, the others with their time")
    func expiry() {
        var desk = Desk()
        desk.quote(99.9, 100)
        desk.order(.buy, 100, .limit, limit: 90)
        desk.order(.buy, 100, .limit, limit: 90, tif: .goodTillCancelled)
        var dated = desk.ticket(.buy, 100, .limit, limit: 90, tif: .goodTillDate)
        dated.goodTill = Desk.morning + .seconds(3600)
        desk.exchange.place(dated)
        _ = desk.lines()
        desk.exchange.advance(to: Desk.morning + .seconds(3599))
        #expect(desk.lines() == [])
        desk.exchange.advance(to: Desk.morning + .seconds(5 * 86_400))
        #expect(desk.lines() == ["2 cancelled expired", "0 cancelled expired", "day ended", "day ended"])
        #expect(desk.exchange.openOrders().map(\.key) == [1])
    }

    @Test("A closed market holds orders; at the opening they fill at the new quote")
    func closedMarket() {
        var desk = Desk()
        desk.quote(99.9, 100)
        desk.exchange.setPhase(.closed, of: Desk.apple)
        desk.order(.buy, 100, .market)
        desk.order(.buy, 100, .market, tif: .atTheOpening)
        desk.exchange.setPhase(.open, of: Desk.apple)
        desk.quote(101, 101.2, 150, 150)
        #expect(
            desk.lines() == [
                "0 accepted held closedMarket", "1 accepted held closedMarket", "0 working", "1 working",
                "0 bought 100 @ 101.2", "1 bought 50 @ 101.2", "1 cancelled notImmediatelyFilled",
            ])
    }

    @Test("Outside regular hours only orders that allow it trade")
    func extendedHours() {
        var desk = Desk()
        desk.exchange.setPhase(.extended, of: Desk.apple)
        desk.order(.buy, 100, .limit, limit: 100)
        var outside = desk.ticket(.buy, 100, .limit, limit: 100)
        outside.outsideRegularHours = true
        desk.exchange.place(outside)
        desk.quote(99.9, 100)
        #expect(desk.lines() == ["0 accepted held closedMarket", "1 accepted working", "1 bought 100 @ 100"])
    }

    @Test("On-close orders trade at the last quote before the close")
    func onClose() {
        var desk = Desk()
        desk.quote(99.9, 100)
        desk.order(.buy, 100, .marketOnClose)
        desk.order(.buy, 100, .limitOnClose, limit: 99.5)
        desk.quote(100.4, 100.5)
        desk.exchange.setPhase(.closed, of: Desk.apple)
        #expect(
            desk.lines() == [
                "0 accepted held close", "1 accepted held close", "0 working", "0 bought 100 @ 100.5", "1 working",
                "1 cancelled expired",
            ])
    }
}
