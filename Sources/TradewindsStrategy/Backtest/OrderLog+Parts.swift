import TradewindsExchange

extension LoggedOrder.Part {
    init(_ part: BarLane.Part) {
        self =
            switch part {
            case .entry: .entry
            case .target: .target
            case .stop: .stop
            }
    }

    /// The part of an order at the exchange.
    init(_ record: OrderRecord) {
        let ticket = record.ticket
        self = ticket.parent == nil ? .entry : ticket.stop == nil ? .target : .stop
    }
}

extension BarLane.Part {
    init(_ part: LoggedOrder.Part) {
        self =
            switch part {
            case .entry: .entry
            case .target: .target
            case .stop: .stop
            }
    }
}
