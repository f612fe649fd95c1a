import TradewindsVocabulary

/// Places an order, or changes one that is working.
public struct PlaceOrderRequest: RequestMessage {
    /// Message 3.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 3, "placeOrder", protobuf: ("PlaceOrderRequest", since: .protobufOrders))
    }

    /// The order's id, above every id that the client has used; or the id of the order to change.
    public var id = OrderID(0)
    /// What to trade.
    public var contract = Contract()
    /// The order.
    public var order = Order()
    /// Orders that the gateway attaches to this one. Protobuf only.
    public var attached = AttachedOrders()

    /// No: money moves.
    public static var mayEndEarly: Bool { false }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "orderId", &id)
        if coder.isText { return try order.walkPlaced(&coder, contract: &contract) }
        try coder.group(2, "contract", &contract)
        try coder.group(3, "order", &order)
        try coder.group(4, "attachedOrders", &attached)
    }
}

/// Orders that a gateway attaches to another.
public struct AttachedOrders: WireGroup {
    /// The id for a stop loss.
    public var stopLoss: Int32?
    /// The type of the stop loss.
    public var stopLossType = ""
    /// The id for a profit taker.
    public var profitTaker: Int32?
    /// The type of the profit taker.
    public var profitTakerType = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "slOrderId", &stopLoss)
        try coder.field(2, "slOrderType", &stopLossType)
        try coder.field(3, "ptOrderId", &profitTaker)
        try coder.field(4, "ptOrderType", &profitTakerType)
    }
}
