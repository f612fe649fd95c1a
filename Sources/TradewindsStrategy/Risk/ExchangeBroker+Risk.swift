import TradewindsExchange
import TradewindsVocabulary

// What a gate asks of the exchange; asked only where a limit needs it.
extension ExchangeBroker {
    func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders? {
        if lane.isOpen { return WorkingOrders(active: lane.working(isBuy: side == .buy)) }
        let open = exchange.openOrders(of: account).filter { record in
            guard record.ticket.instrument == instrument, record.ticket.side == side else { return false }
            guard let parent = record.ticket.parent.flatMap({ exchange.order($0) }) else { return true }
            return parent.state.isDone || parent.filled > 0
        }
        // An exchange in the same process cancels at once.
        let active = open.reduce(0) { $0 + $1.remaining }
        return WorkingOrders(active: isScaled ? scale(of: instrument).told(active) : active)
    }

    func initialMargin(after intent: OrderIntent) -> Money? {
        let intent = inMarket(intent)
        let ticket = OrderTicket(
            account: account, instrument: intent.instrument, side: intent.side,
            type: intent.limit == nil ? .market : .limit, quantity: intent.quantity, limit: intent.limit)
        do throws(Rejection) { return try wholeExchange.preview(ticket).initial.after } catch {
            if case .insufficientMargin(let required, _) = error { return required }
            return nil
        }
    }
}
