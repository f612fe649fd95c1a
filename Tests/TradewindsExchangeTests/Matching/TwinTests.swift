import Testing
import TradewindsExchange
import TradewindsVocabulary

@Suite("The exchange against its plain twin")
struct TwinTests {
    @Test("Random commands give the same events, one by one", arguments: 1...60)
    func sameEvents(seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        var desk = Desk(cash: 1_000_000_000)
        var twin = PlainMatcher()
        for step in 0..<400 {
            Self.act(step, &dice, &desk, &twin)
            let expected = twin.lines
            twin.lines.removeAll()
            let found = desk.lines().map { $0.contains("cancel rejected") ? $0 : Self.withoutReason($0) }
            #expect(found == expected, "seed \(seed), step \(step)")
            if found != expected { return }
        }
    }

    /// A rejection's reason is not the twin's business.
    private static func withoutReason(_ line: String) -> String {
        let words = line.split(separator: " ")
        return words.count > 1 && words[1] == "rejected" ? words[0] + " rejected" : line
    }

    private static func act(_ step: Int, _ dice: inout Dice, _ desk: inout Desk, _ twin: inout PlainMatcher) {
        switch dice.roll(0..<10) {
        case 0..<4:
            let bid = Price(dice.roll(95..<105))
            let quote = Quote(
                bid: bid, bidSize: Quantity(dice.roll(0..<120)), ask: bid + 1, askSize: Quantity(dice.roll(0..<120)))
            desk.exchange.apply(
                MarketUpdate(instrument: Desk.apple, time: desk.exchange.now, kind: .quote(quote)))
            twin.quote(quote)
        case 4..<6 where step > 0 && !twin.ask.isZero:
            let price = dice.roll(95..<106)
            desk.trade(Price(price))
            twin.trade(ExactDecimal(price))
        case 6 where !twin.orders.isEmpty:
            let key = dice.roll(0..<twin.orders.count + 1)
            desk.exchange.cancel(OrderKey(key))
            twin.cancel(key)
        default:
            for ticket in tickets(&dice, desk, next: twin.orders.count) {
                desk.exchange.place(ticket)
                twin.place(ticket)
            }
        }
    }

    private static func tickets(_ dice: inout Dice, _ desk: Desk, next: Int) -> [OrderTicket] {
        guard dice.chance(30) else {
            let group =
                dice.chance(25)
                ? GroupMembership(name: "g\(dice.roll(0..<40))", rule: dice.chance(50) ? .cancel : .reduce) : nil
            return [single(&dice, desk, group: group)]
        }
        var parent = single(&dice, desk, group: nil)
        parent.transmit = false
        let exit: Side = parent.side == .buy ? .sell : .buy
        let size = parent.quantity
        let key = OrderKey(next)
        let up = Price(dice.roll(100..<106))
        let down = Price(dice.roll(95..<100))
        let target = desk.ticket(
            exit, size, .limit, limit: exit == .sell ? up : down, tif: .goodTillCancelled, parent: key, transmit: false)
        let stop = desk.ticket(
            exit, size, dice.chance(30) ? .trailingStop : .stop, stop: exit == .sell ? down : up,
            trail: .amount(Price(dice.roll(1..<4))), parent: key)
        return [parent, target, stop]
    }

    private static func single(_ dice: inout Dice, _ desk: Desk, group: GroupMembership?) -> OrderTicket {
        let types: [OrderType] = [.market, .limit, .limit, .stop, .stopLimit, .trailingStop]
        let type = types[dice.roll(0..<types.count)]
        return desk.ticket(
            dice.chance(50) ? .buy : .sell, Quantity(dice.roll(1..<100)), type, limit: Price(dice.roll(95..<106)),
            stop: type == .limit || type == .market ? nil : Price(dice.roll(95..<106)),
            trail: type == .trailingStop ? .amount(Price(dice.roll(1..<4))) : nil,
            tif: dice.chance(15) ? .immediateOrCancel : .day, group: group)
    }
}
