import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// What the gateway knows of an order beside what the exchange knows.
struct GatewayOrder: Sendable {
    let client: ClientID
    let id: OrderID
    let permanent: PermanentID
    /// As the client said it last.
    var order: Order
    /// The exchange or route that the client named.
    var route: String
    var lastFillPrice = 0.0
    /// The status told last, so that the same is not told twice.
    var toldStatus: OrderStatus?
}

extension GatewayCore {
    /// The order that a client calls `id`; the latest where an id came twice.
    func key(of id: OrderID, _ client: ClientID) -> OrderKey? {
        orders.lastIndex { $0.id == id && $0.client == client }.map { OrderKey($0) }
    }

    /// How the protocol calls the state of an order.
    static func status(of state: TradewindsExchange.OrderState) -> OrderStatus {
        switch state {
        case .untransmitted: .apiPending
        case .held: .preSubmitted
        case .working: .submitted
        case .filled: .filled
        case .cancelled: .cancelled
        case .rejected: .inactive
        }
    }
}
