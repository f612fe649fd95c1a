import Testing
import TradewindsVocabulary

@testable import TradewindsExchange

@Suite("Orders at work need margin")
struct WorkMarginTests {
    private func states(_ desk: Desk) -> [String] {
        (0..<desk.exchange.orderCount).map { key in
            switch desk.exchange.order(OrderKey(key))?.state {
            case .rejected: "rejected"
            case .filled: "filled"
            case .cancelled: "cancelled"
            default: "open"
            }
        }
    }

    /// 10,000 carry 200 at 100, in however many orders.
    @Test func twoOrdersCarryNoMoreThanOne() {
        var desk = Desk(cash: 10_000)
        desk.quote(99, 101)
        desk.order(.buy, 100, .limit, limit: 100)
        desk.order(.buy, 100, .limit, limit: 100)
        let last = desk.order(.buy, 1, .limit, limit: 100)
        #expect(desk.exchange.order(last)?.rejection == .insufficientMargin(required: 10_050, equity: 10_000))
        // What is cancelled needs nothing any more, what is changed what it is now.
        desk.exchange.cancel(0)
        desk.order(.buy, 100, .limit, limit: 100)
        desk.exchange.change(1, to: desk.ticket(.buy, 50, .limit, limit: 100))
        desk.order(.buy, 50, .limit, limit: 100)
        #expect(states(desk) == ["cancelled", "open", "rejected", "open", "open"])
    }

    @Test func otherInstrumentsCount() {
        var desk = Desk(cash: 20_000)
        desk.quote(100, 100)
        desk.order(.buy, 200, .limit, limit: 90)
        desk.instrument = Desk.emini
        desk.quote(6000, 6000)
        desk.order(.buy, 1, .limit, limit: 5900)
        desk.instrument = Desk.apple
        #expect(states(desk) == ["open", "rejected"])
    }

    @Test func exitsAndBracketsNeedNothing() {
        var desk = Desk(cash: 10_000)
        desk.quote(100, 100)
        let parent = desk.order(.buy, 200, .market, transmit: false)
        desk.order(.sell, 200, .limit, limit: 120, parent: parent, transmit: false)
        desk.order(.sell, 200, .stop, stop: 90, parent: parent)
        // Beside the bracket an exit and a group of exits; one more would open what the account does not carry.
        desk.order(.sell, 200, .limit, limit: 130)
        let group = GroupMembership(name: "exits", rule: .cancel)
        desk.exchange.cancel(3)
        desk.order(.sell, 200, .limit, limit: 130, group: group)
        desk.order(.sell, 200, .stop, stop: 80, group: group)
        desk.order(.sell, 300, .limit, limit: 130)
        #expect(states(desk) == ["filled", "open", "open", "cancelled", "open", "open", "rejected"])
    }

    /// The sum that accounts keep is that of their orders, whatever happened to these.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func theSumIsKept(seed: UInt64) {
        var random = Dice(seed: seed)
        var desk = Desk(cash: 1_000_000)
        desk.quote(100, 100)
        let types: [OrderType] = [.market, .limit, .stop, .trailingStop, .limitOnClose]
        for step in 0..<400 {
            let side: Side = random.chance(50) ? .buy : .sell
            let quantity = Quantity(random.roll(1..<200))
            let price = Price(ExactDecimal(Int128(random.roll(9000..<11_000)), scale: 2))
            let keys = desk.exchange.orderCount
            switch random.roll(0..<6) {
            case 0: desk.quote(price, price, Quantity(random.roll(1..<300)), Quantity(random.roll(1..<300)))
            case 1 where keys > 0: desk.exchange.cancel(OrderKey(random.roll(0..<keys)))
            case 2 where keys > 0:
                let key = OrderKey(random.roll(0..<keys))
                guard var ticket = desk.exchange.order(key)?.ticket else { continue }
                ticket.quantity = quantity
                if ticket.limit != nil { ticket.limit = price }
                desk.exchange.change(key, to: ticket)
            default:
                let group = random.chance(20) ? GroupMembership(name: "g\(step / 20)", rule: .reduce) : nil
                let parent = keys > 0 && random.chance(30) ? OrderKey(keys - 1) : nil
                desk.order(
                    side, quantity, types[random.roll(0..<types.count)], limit: price, stop: price, trail: .amount(1),
                    parent: parent, transmit: random.chance(80), group: group)
            }
            check(desk.exchange)
        }
    }

    private func check(_ exchange: Exchange) {
        var (bought, sold) = (ExactDecimal.zero, ExactDecimal.zero)
        for order in exchange.openOrders() where order.state != .untransmitted {
            if let parent = order.ticket.parent.flatMap({ exchange.order($0) }), parent.isBuy != order.isBuy {
                continue
            }
            if order.isBuy { bought += order.remaining.decimal } else { sold += order.remaining.decimal }
        }
        let work = exchange.accounts[0].work[0]
        #expect(work.buys.quantity == bought && work.sales.quantity == sold)
        #expect(exchange.accounts[0].worked == (work.isIdle ? [] : [0]))
        if work.buys.quantity.isZero { #expect(work.buys.value.isZero) }
    }
}
