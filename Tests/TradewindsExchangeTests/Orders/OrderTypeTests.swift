import Testing
import TradewindsExchange
import TradewindsVocabulary

@Suite("Order types at the quote")
struct OrderTypeTests {
    @Test("A market order takes the ask, and the bid")
    func market() {
        var desk = Desk()
        desk.quote(99.98, 100)
        desk.order(.buy, 100, .market)
        desk.order(.sell, 40, .market)
        #expect(
            desk.lines() == ["0 accepted working", "0 bought 100 @ 100", "1 accepted working", "1 sold 40 @ 99.98"])
    }

    @Test("A market order waits for the first quote")
    func marketBeforeQuote() {
        var desk = Desk()
        desk.order(.buy, 100, .market)
        desk.quote(99.98, 100)
        #expect(desk.lines() == ["0 accepted working", "0 bought 100 @ 100"])
    }

    @Test("A limit order fills at its limit or better, never worse")
    func limit() {
        var desk = Desk()
        desk.quote(99.98, 100)
        desk.order(.buy, 100, .limit, limit: 99.9)
        desk.quote(99.9, 99.91)
        desk.quote(99.85, 99.88)
        #expect(desk.lines() == ["0 accepted working", "0 bought 100 @ 99.88"])
    }

    @Test("Displayed size is used up until the next quote brings more")
    func partialFills() {
        var desk = Desk()
        desk.quote(99.98, 100, 500, 300)
        desk.order(.buy, 500, .market)
        desk.order(.buy, 100, .limit, limit: 100)
        desk.quote(99.98, 100.02, 500, 250)
        desk.quote(99.98, 100, 500, 100)
        #expect(
            desk.lines() == [
                "0 accepted working", "0 bought 300 @ 100", "1 accepted working", "0 bought 200 @ 100.02",
                "1 bought 100 @ 100",
            ])
        #expect(desk.exchange.order(0)?.averagePrice == 100.008)
    }

    @Test("A stop waits for the last trade, then fills at the quote")
    func stop() {
        var desk = Desk()
        desk.trade(100)
        desk.quote(99.9, 100.1)
        desk.order(.sell, 100, .stop, stop: 99)
        desk.quote(98.5, 98.7)
        desk.trade(99)
        #expect(desk.lines() == ["0 accepted held trigger", "0 working", "0 sold 100 @ 98.5"])
    }

    @Test("A pair's stop is triggered by the quote")
    func stopOnPair() {
        var desk = Desk(on: Desk.euro)
        desk.quote(1.1, 1.1001)
        desk.order(.buy, 20_000, .stop, stop: 1.102)
        desk.trade(1.103)
        desk.quote(1.1021, 1.1022)
        #expect(desk.lines() == ["0 accepted held trigger", "0 working", "0 bought 20000 @ 1.1022"])
    }

    @Test("A stop limit becomes a limit order")
    func stopLimit() {
        var desk = Desk()
        desk.trade(100)
        desk.quote(99.9, 100.1)
        desk.order(.buy, 100, .stopLimit, limit: 101.2, stop: 101)
        desk.quote(101.3, 101.5)
        desk.trade(101.4)
        desk.quote(101, 101.2)
        #expect(desk.lines() == ["0 accepted held trigger", "0 working", "0 bought 100 @ 101.2"])
    }

    @Test("A trailing stop follows up and never down")
    func trailByAmount() {
        var desk = Desk()
        desk.trade(100)
        desk.quote(99.9, 100.1)
        desk.order(.sell, 100, .trailingStop, trail: .amount(2))
        desk.trade(103)
        desk.trade(102)
        desk.quote(100.9, 101.1)
        desk.trade(101)
        #expect(
            desk.lines() == [
                "0 accepted held trigger", "0 stop 98", "0 stop 101", "0 working", "0 sold 100 @ 100.9",
            ])
    }

    @Test("A trailing stop by percent, from a first stop, rounded to the increment")
    func trailByPercent() {
        var desk = Desk()
        desk.trade(200)
        desk.quote(199.9, 200.1)
        desk.order(.buy, 100, .trailingStop, stop: 205, trail: .percent(ExactDecimal(2)))
        desk.trade(197.77)
        #expect(desk.lines() == ["0 accepted held trigger", "0 stop 204", "0 stop 201.73"])
        #expect(desk.exchange.order(0)?.stop == 201.73)
    }

    @Test("A trailing stop limit carries its limit along")
    func trailLimit() {
        var desk = Desk()
        desk.trade(100)
        desk.quote(99.9, 100.1)
        desk.order(.sell, 100, .trailingStopLimit, trail: .amount(2), limitOffset: 0.5)
        desk.trade(104)
        #expect(desk.exchange.order(0)?.limit == 101.5)
        desk.quote(101.4, 101.6)
        desk.trade(102)
        desk.quote(101.5, 101.7)
        #expect(
            desk.lines() == [
                "0 accepted held trigger", "0 stop 98", "0 stop 102", "0 working", "0 sold 100 @ 101.5",
            ])
    }

    @Test("If-touched orders wait for a better price")
    func ifTouched() {
        var desk = Desk()
        desk.trade(100)
        desk.quote(99.9, 100.1)
        desk.order(.buy, 100, .marketIfTouched, stop: 98)
        desk.order(.sell, 100, .limitIfTouched, limit: 103, stop: 102)
        desk.quote(97.9, 98.1)
        desk.trade(98)
        desk.quote(102.9, 103.1)
        desk.trade(102.5)
        desk.quote(103, 103.2)
        #expect(
            desk.lines() == [
                "0 accepted held trigger", "1 accepted held trigger", "0 working", "0 bought 100 @ 98.1", "1 working",
                "1 sold 100 @ 103",
            ])
    }

    @Test("Immediate or cancel takes what is there; fill or kill takes all or nothing")
    func immediate() {
        var desk = Desk()
        desk.quote(99.9, 100, 100, 60)
        desk.order(.buy, 100, .limit, limit: 100, tif: .immediateOrCancel)
        desk.order(.sell, 200, .market, tif: .fillOrKill)
        desk.order(.sell, 100, .market, tif: .fillOrKill)
        #expect(
            desk.lines() == [
                "0 accepted working", "0 bought 60 @ 100", "0 cancelled notImmediatelyFilled", "1 accepted working",
                "1 cancelled notImmediatelyFilled", "2 accepted working", "2 sold 100 @ 99.9",
            ])
    }

    @Test("Without quotes a print stands for both sides, with its size")
    func printsOnly() {
        var desk = Desk(on: Desk.emini)
        desk.trade(1650.25, 3)
        desk.order(.buy, 5, .market)
        desk.trade(1650.5, 10)
        #expect(desk.lines() == ["0 accepted working", "0 bought 3 @ 1650.25", "0 bought 2 @ 1650.5"])
    }
}
