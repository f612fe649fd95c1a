import TradewindsExchange
import TradewindsVocabulary

// What a gate asks of the exchange; asked only where a limit needs it.
extension ExchangeBroker {
    func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders? {
        var tally = WorkingTally<OrderKey>()
        let scale = scale(of: instrument)
        let filled = scale.told(untold(in: instrument))
        if filled.isNegative == (side == .sell) { tally.add(filled.magnitude, isAtMarket: true) }
        for intent in waiting.map(\.intent) where intent.instrument == instrument && intent.side == side {
            tally.add(intent.quantity, isAtMarket: intent.isAtMarket, group: intent.group?.name)
        }
        if lane.isOpen {
            for order in lane.working(isBuy: side == .buy) { tally.add(order.quantity, isAtMarket: order.isAtMarket) }
            return tally.sum
        }
        for record in exchange.openOrders(of: account) {
            let ticket = record.ticket
            guard ticket.instrument == instrument, ticket.side == side else { continue }
            tally.add(
                scale.told(exchange.fillable(of: record.key)),
                isAtMarket: ticket.type == .market && ticket.timeInForce != .atTheOpening, group: ticket.group?.name,
                parent: ticket.parent)
        }
        return tally.sum
    }

    /// What the exchange filled and the strategy was not told yet, above zero bought.
    private func untold(in instrument: InstrumentIndex) -> Quantity {
        (lane.isOpen ? lane.held : exchange.held(of: instrument, in: account)) - held(of: instrument)
    }

    /// The exchange's, without what the strategy was not told yet: it belongs to ``position(in:)``.
    var initialMargin: Money? {
        let whole = wholeExchange
        guard var margin = whole.values(of: account)?.initialMargin else { return nil }
        for place in whole.instruments.indices {
            let instrument = InstrumentIndex(place)
            let held = held(of: instrument)
            let real = held + untold(in: instrument)
            guard real != held,
                let before = whole.initialMargin(
                    perUnitOf: instrument, on: real.isNegative ? .sell : .buy, for: account),
                let after = whole.initialMargin(perUnitOf: instrument, on: held.isNegative ? .sell : .buy, for: account)
            else { continue }
            margin += after * held.magnitude.decimal - before * real.magnitude.decimal
        }
        return margin
    }

    func initialMargin(perUnitOf instrument: InstrumentIndex, on side: Side) -> Money? {
        let margin = wholeExchange.initialMargin(perUnitOf: instrument, on: side, for: account)
        return isScaled ? margin.map { $0 * scale(of: instrument).sharesForOne } : margin
    }
}
