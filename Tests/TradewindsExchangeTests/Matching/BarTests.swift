import Testing
import TradewindsExchange
import TradewindsVocabulary

@Suite("Fills from bars")
struct BarTests {
    @Test("Next open: a market order waits for the next bar")
    func nextOpen() {
        var desk = Desk(model: .nextOpen)
        desk.bar(100, 101, 99, 100.5)
        desk.order(.buy, 100, .market)
        #expect(desk.lines() == ["0 accepted working"])
        desk.bar(100.7, 102, 100, 101)
        #expect(desk.lines() == ["0 bought 100 @ 100.7"])
    }

    @Test("Same close: a market order takes the close that was just seen")
    func sameClose() {
        var desk = Desk(model: .sameClose)
        desk.bar(100, 101, 99, 100.5)
        desk.order(.buy, 100, .market)
        #expect(desk.lines() == ["0 accepted working", "0 bought 100 @ 100.5"])
    }

    @Test("A limit inside the bar fills at the limit, one beyond the open at the open")
    func limits() {
        var desk = Desk()
        desk.bar(100, 101, 99, 100)
        desk.order(.buy, 100, .limit, limit: 99.5)
        desk.order(.buy, 100, .limit, limit: 98)
        desk.bar(100, 100.5, 99, 100)
        desk.bar(97, 97.5, 96, 97)
        #expect(
            desk.lines() == [
                "0 accepted working", "1 accepted working", "0 bought 100 @ 99.5", "1 bought 100 @ 97",
            ])
    }

    @Test("A stop inside the bar fills at the stop, one behind a gap at the open")
    func stops() {
        var desk = Desk()
        desk.bar(100, 101, 99, 100)
        desk.order(.buy, 100, .stop, stop: 101.5)
        desk.order(.sell, 100, .stop, stop: 98)
        desk.bar(100, 102, 99.5, 100)
        desk.bar(97, 97.5, 96, 97)
        #expect(
            desk.lines() == [
                "0 accepted held trigger", "1 accepted held trigger", "0 working", "0 bought 100 @ 101.5",
                "1 working", "1 sold 100 @ 97",
            ])
    }

    @Test(
        "The path decides whether target or stop comes first",
        arguments: [
            (FillModel.Path.openHighLowClose, ["1 sold 100 @ 104", "2 cancelled group"]),
            (.openLowHighClose, ["2 working", "2 sold 100 @ 98", "1 cancelled group"]),
            (.nearestFirst, ["2 working", "2 sold 100 @ 98", "1 cancelled group"]),
        ])
    func path(rule: FillModel.Path, expected: [String]) {
        var desk = Desk(model: .path(rule))
        desk.bar(100, 100, 100, 100)
        let parent = desk.order(.buy, 100, .market, transmit: false)
        desk.order(.sell, 100, .limit, limit: 104, parent: parent, transmit: false)
        desk.order(.sell, 100, .stop, stop: 98, parent: parent)
        desk.bar(100, 100.5, 99.5, 100)
        _ = desk.lines()
        desk.bar(100, 105, 97, 100)
        #expect(desk.lines() == expected)
    }

    @Test("A child woken inside a bar acts on the rest of its path")
    func childInsideBar() {
        var desk = Desk(model: .path(.openLowHighClose))
        desk.bar(100, 100, 100, 100)
        let parent = desk.order(.buy, 100, .limit, limit: 99, transmit: false)
        desk.order(.sell, 100, .limit, limit: 101, parent: parent)
        _ = desk.lines()
        desk.bar(100, 102, 98, 100)
        #expect(desk.lines() == ["0 bought 100 @ 99", "1 working", "1 sold 100 @ 101"])
    }

    @Test("A trailing stop follows the path of the bar")
    func trail() {
        var desk = Desk(model: .path(.openHighLowClose))
        desk.bar(100, 100, 100, 100)
        desk.order(.sell, 100, .trailingStop, trail: .amount(1))
        desk.bar(100, 103, 101, 101)
        #expect(
            desk.lines() == ["0 accepted held trigger", "0 stop 99", "0 stop 102", "0 working", "0 sold 100 @ 102"])
    }

    @Test("A share of the volume bounds what a bar fills")
    func volumeShare() {
        var desk = Desk(model: FillModel(path: .nearestFirst, volumeShare: ExactDecimal(1, scale: 1)))
        desk.bar(100, 100, 100, 100)
        desk.order(.buy, 1000, .market)
        desk.bar(100, 101, 99, 100, volume: 6_000)
        desk.bar(101, 102, 100, 101, volume: 6_009)
        #expect(desk.lines() == ["0 accepted working", "0 bought 600 @ 100", "0 bought 400 @ 101"])
    }

    @Test("Once there are quotes, bars fill nothing")
    func quotesDisplaceBars() {
        var desk = Desk()
        desk.quote(99.9, 100)
        desk.order(.buy, 100, .limit, limit: 99)
        desk.bar(100, 101, 98, 100)
        #expect(desk.lines() == ["0 accepted working"])
    }
}
