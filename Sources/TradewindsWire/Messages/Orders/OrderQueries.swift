import TradewindsVocabulary

/// Asks for the client's open orders.
public struct OpenOrdersRequest: RequestMessage {
    /// Message 5.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 5, "reqOpenOrders", protobuf: ("OpenOrdersRequest", since: .protobufCompleted))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// Asks to be told of orders made by hand, and to own them.
public struct AutoOpenOrdersRequest: RequestMessage {
    /// Message 15.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 15, "reqAutoOpenOrders", protobuf: ("AutoOpenOrdersRequest", since: .protobufCompleted))
    }

    /// Whether to begin or to end.
    public var binds = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, coder.isText ? "bAutoBind" : "autoBind", &binds)
    }
}

/// Asks for the open orders of every client.
public struct AllOpenOrdersRequest: RequestMessage {
    /// Message 16.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 16, "reqAllOpenOrders", protobuf: ("AllOpenOrdersRequest", since: .protobufCompleted))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// The open orders have been told.
public struct OpenOrdersEnd: EventMessage {
    /// Message 53.
    public static var kind: MessageKind {
        MessageKind(.toClient, 53, "openOrderEnd", protobuf: ("OpenOrdersEnd", since: .protobufCompleted))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// Asks for the day's orders that have ended.
public struct CompletedOrdersRequest: RequestMessage {
    /// Message 99.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 99, "reqCompletedOrders", protobuf: ("CompletedOrdersRequest", since: .protobufCompleted))
    }

    /// Whether to leave out orders made by hand.
    public var apiOnly = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "apiOnly", &apiOnly)
    }
}

/// The ended orders have been told.
public struct CompletedOrdersEnd: EventMessage {
    /// Message 102.
    public static var kind: MessageKind {
        MessageKind(.toClient, 102, "completedOrdersEnd", protobuf: ("CompletedOrdersEnd", since: .protobufCompleted))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
    }
}

/// An order made by hand got an id.
public struct OrderBound: EventMessage {
    /// Message 100.
    public static var kind: MessageKind {
        MessageKind(.toClient, 100, "orderBound", protobuf: ("OrderBound", since: .protobufCompleted))
    }

    /// The order's permanent id.
    public var permanent = PermanentID(0)
    /// The client.
    public var client = ClientID(0)
    /// Its new id.
    public var order = OrderID(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "permId", &permanent)
        try coder.field(2, "clientId", &client)
        try coder.field(3, "orderId", &order)
    }
}

/// Where an order stands.
public struct OrderStatusUpdate: EventMessage {
    /// Message 3.
    public static var kind: MessageKind {
        MessageKind(.toClient, 3, "orderStatus", protobuf: ("OrderStatus", since: .protobufOrders))
    }

    /// The order.
    public var order = OrderID(0)
    /// The state.
    public var status: OrderStatus?
    /// How much is filled.
    public var filled: Quantity?
    /// How much is not.
    public var remaining: Quantity?
    /// The average price so far, 0 before a fill.
    public var averageFillPrice = 0.0
    /// The order's permanent id.
    public var permanent = PermanentID(0)
    /// The order's parent, 0 for none.
    public var parent = OrderID(0)
    /// The price of the last fill, 0 before one.
    public var lastFillPrice = 0.0
    /// The client.
    public var client = ClientID(0)
    /// `locate` while shares to short are sought.
    public var whyHeld = ""
    /// The price at which a capped order is held, 0 for none.
    public var marketCapPrice = 0.0

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "orderId", &order)
        try coder.field(2, "status", &status)
        try coder.field(3, "filled", &filled)
        try coder.field(4, "remaining", &remaining)
        try coder.field(5, "avgFillPrice", &averageFillPrice)
        try coder.field(6, "permId", &permanent)
        try coder.field(7, "parentId", &parent)
        try coder.field(8, "lastFillPrice", &lastFillPrice)
        try coder.field(9, "clientId", &client)
        try coder.field(10, "whyHeld", &whyHeld)
        try coder.field(11, "mktCapPrice", &marketCapPrice)
    }
}
