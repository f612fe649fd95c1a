import TradewindsVocabulary

/// Subscribes to an account's profit.
public struct PnLRequest: RequestMessage {
    /// Message 92.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 92, "reqPnL", protobuf: ("PnLRequest", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The account.
    public var account = AccountID("")
    /// The advisor model, empty for none.
    public var model = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "account", &account)
        try coder.field(3, "modelCode", &model)
    }
}

/// Ends that subscription.
public struct CancelPnL: RequestMessage {
    /// Message 93.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 93, "cancelPnL", protobuf: ("CancelPnL", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
    }
}

/// An account's profit.
public struct PnL: EventMessage {
    /// Message 94.
    public static var kind: MessageKind {
        MessageKind(.toClient, 94, "pnl", protobuf: ("PnL", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)
    /// Since the day began.
    public var daily: Double?
    /// Of the positions held.
    public var unrealized: Double?
    /// Of what was closed today.
    public var realized: Double?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "dailyPnL", &daily)
        try coder.field(3, "unrealizedPnL", &unrealized)
        try coder.field(4, "realizedPnL", &realized)
    }
}

/// Subscribes to a position's profit.
public struct PnLSingleRequest: RequestMessage {
    /// Message 94.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 94, "reqPnLSingle", protobuf: ("PnLSingleRequest", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The account.
    public var account = AccountID("")
    /// The advisor model, empty for none.
    public var model = ""
    /// The contract.
    public var contract = ContractID(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "account", &account)
        try coder.field(3, "modelCode", &model)
        try coder.field(4, coder.isText ? "conid" : "conId", &contract)
    }
}

/// Ends that subscription.
public struct CancelPnLSingle: RequestMessage {
    /// Message 95.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 95, "cancelPnLSingle", protobuf: ("CancelPnLSingle", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
    }
}

/// A position's profit.
public struct PnLSingle: EventMessage {
    /// Message 95.
    public static var kind: MessageKind {
        MessageKind(.toClient, 95, "pnlSingle", protobuf: ("PnLSingle", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)
    /// Units held, negative when short.
    public var position: Quantity?
    /// Since the day began.
    public var daily: Double?
    /// Of the position held.
    public var unrealized: Double?
    /// Of what was closed today.
    public var realized: Double?
    /// The position's value.
    public var value: Double?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, coder.isText ? "pos" : "position", &position)
        try coder.field(3, "dailyPnL", &daily)
        try coder.field(4, "unrealizedPnL", &unrealized)
        try coder.field(5, "realizedPnL", &realized)
        try coder.field(6, "value", &value)
    }
}
