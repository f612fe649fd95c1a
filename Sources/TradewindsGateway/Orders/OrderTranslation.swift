import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// Orders of the wire as tickets of the exchange.
enum OrderTranslation {
    /// Why an order cannot become a ticket.
    struct Refusal: Error {
        var code: GatewayCode
        var text: String
    }

    static func ticket(
        _ order: Order, account: AccountID, instrument: InstrumentIndex, parent: OrderKey?, zone: MarketZone
    ) throws(Refusal) -> OrderTicket {
        guard let side = order.side, let type = order.type else {
            throw Refusal(code: .invalid, text: "Error validating request: an order needs an action and an order type")
        }
        guard let quantity = order.quantity, quantity > 0 else {
            throw Refusal(code: .sizeZero, text: "The order size cannot be zero.")
        }
        if let what = unsupported(order) {
            throw Refusal(code: .rejected, text: "Order rejected - reason:this gateway does not simulate \(what)")
        }
        var ticket = OrderTicket(account: account, instrument: instrument, side: side, type: type, quantity: quantity)
        ticket.timeInForce = order.timeInForce ?? .day
        ticket.outsideRegularHours = order.isOutsideRegularHours
        ticket.transmit = order.transmits
        ticket.parent = parent
        ticket.limit = order.limitPrice.flatMap { $0.isZero && !type.isLimited ? nil : $0 }
        switch type {
        case .stop, .stopLimit, .marketIfTouched, .limitIfTouched: ticket.stop = order.auxiliaryPrice
        case .trailingStop, .trailingStopLimit:
            ticket.stop = order.trailStopPrice
            ticket.limitOffset = order.adjustment.limitOffset
            if let percent = order.trailingPercent, percent > 0 {
                ticket.trail = ExactDecimal(percent).map { .percent($0) }
            } else {
                ticket.trail = order.auxiliaryPrice.map { .amount($0) }
            }
        default: break
        }
        if !order.goodTill.isEmpty { ticket.goodTill = ProtocolTime.parse(order.goodTill, zone) }
        if !order.group.isEmpty {
            let rule: GroupMembership.Rule =
                switch order.groupType {
                case 2: .reduceWithBlock
                case 3: .reduce
                default: .cancel
                }
            ticket.group = GroupMembership(name: order.group, rule: rule)
        }
        return ticket
    }

    /// The first attribute that the exchange would have to ignore.
    private static func unsupported(_ order: Order) -> String? {
        if !order.conditions.isEmpty { return "conditions" }
        if !order.algorithm.strategy.isEmpty { return "algorithms" }
        if order.cashQuantity.map({ !$0.isZero }) ?? false { return "cash quantities" }
        if !order.hedge.type.isEmpty { return "hedging orders" }
        if order.scale.priceIncrement != nil { return "scale orders" }
        if order.adjustment.type != nil { return "adjusted orders" }
        if order.isAllOrNone { return "all-or-none orders" }
        if (order.minimumQuantity ?? 0) > 0 { return "minimum quantities" }
        return order.goodAfter.isEmpty ? nil : "good-after times"
    }
}

extension OrderType {
    /// Whether a limit price belongs to the type.
    fileprivate var isLimited: Bool {
        [.limit, .stopLimit, .limitIfTouched, .limitOnClose, .trailingStopLimit].contains(self)
    }
}
