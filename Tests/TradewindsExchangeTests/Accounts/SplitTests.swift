import Testing
import TradewindsExchange
import TradewindsVocabulary

@Suite("Orders in a split")
struct SplitTests {
    /// Holds 100 with a bracket's exits at work, a trailing stop on 10 and an entry that waits.
    private static func desk() -> Desk {
        var desk = Desk(cash: 1_000_000)
        desk.quote(100, 100)
        let entry = desk.order(.buy, 100, .market, tif: .goodTillCancelled, transmit: false)
        desk.order(.sell, 100, .limit, limit: 110, tif: .goodTillCancelled, parent: entry, transmit: false)
        desk.order(.sell, 100, .stop, stop: 95, tif: .goodTillCancelled, parent: entry)
        desk.order(.sell, 10, .trailingStop, trail: .amount(8), tif: .goodTillCancelled)
        desk.order(.buy, 7, .limit, limit: 90.01, tif: .goodTillCancelled)
        desk.quote(101, 101)
        _ = desk.lines()
        return desk
    }

    @Test("They are cancelled, or carried with the prices and quantities of the new shares")
    func rules() {
        var desk = Self.desk()
        desk.exchange.apply(.split(new: 2, old: 1), to: Desk.apple)
        #expect(desk.lines() == (1...4).map { "\($0) cancelled contractChanged" })

        desk = Self.desk()
        desk.exchange.apply(.split(new: 2, old: 1), to: Desk.apple, orders: .carried)
        #expect(desk.lines() == (1...4).map { "\($0) changed" })
        let orders = (1...4).compactMap { desk.exchange.order(OrderKey($0)) }
        #expect(orders.map(\.remaining) == [200, 200, 20, 14])
        #expect(orders.map(\.limit) == [55, nil, nil, 45])
        #expect(orders.map(\.stop) == [nil, 47.5, 46.5, nil])
        // The stop trails by four now; the exits of the bracket close 200 and no more.
        desk.quote(52, 52)
        #expect(desk.lines() == ["3 stop 48"])
        desk.quote(47, 47)
        #expect(
            desk.lines() == ["2 working", "2 sold 200 @ 47", "1 cancelled group", "3 working", "3 sold 20 @ 47"])
    }

    @Test("What is no whole share of an order is left out")
    func uneven() {
        var desk = Self.desk()
        desk.exchange.apply(.split(new: 1, old: 3), to: Desk.apple, orders: .carried)
        #expect((1...4).compactMap { desk.exchange.order(OrderKey($0))?.remaining } == [33, 33, 3, 2])
        desk.exchange.apply(.split(new: 1, old: 4), to: Desk.apple, orders: .carried)
        #expect(desk.exchange.order(4)?.state == .cancelled(.contractChanged))
    }
}
