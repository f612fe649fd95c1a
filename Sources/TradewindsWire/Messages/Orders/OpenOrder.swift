import TradewindsVocabulary

/// An order that works, or what a what-if order would do.
public struct OpenOrder: EventMessage {
    /// Message 5.
    public static var kind: MessageKind {
        MessageKind(.toClient, 5, "openOrder", protobuf: ("OpenOrder", since: .protobufOrders))
    }

    /// The order's id within its client; 0 for orders made by hand.
    public var id = OrderID(0)
    /// What it trades.
    public var contract = Contract()
    /// The order.
    public var order = Order()
    /// Where it stands.
    public var state = OrderState()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "orderId", &id)
        if coder.isText {
            // The text form tells the id once.
            order.id = id
            return try order.walkOpen(&coder, contract: &contract, state: &state)
        }
        try coder.group(2, "contract", &contract)
        try coder.group(3, "order", &order)
        try coder.group(4, "orderState", &state)
    }
}

/// An order that ended today.
public struct CompletedOrder: EventMessage {
    /// Message 101.
    public static var kind: MessageKind {
        MessageKind(.toClient, 101, "completedOrder", protobuf: ("CompletedOrder", since: .protobufCompleted))
    }

    /// What it traded.
    public var contract = Contract()
    /// The order.
    public var order = Order()
    /// How it ended.
    public var state = OrderState()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        if coder.isText { return try order.walkCompleted(&coder, contract: &contract, state: &state) }
        try coder.group(1, "contract", &contract)
        try coder.group(2, "order", &order)
        try coder.group(3, "orderState", &state)
    }
}
