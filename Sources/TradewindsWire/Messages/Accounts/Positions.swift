import TradewindsVocabulary

/// Subscribes to the positions of all accounts.
public struct PositionsRequest: RequestMessage {
    /// Message 61.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 61, "reqPositions", protobuf: ("PositionsRequest", since: .protobufAccounts))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// Ends the positions.
public struct CancelPositions: RequestMessage {
    /// Message 64.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 64, "cancelPositions", protobuf: ("CancelPositions", since: .protobufAccounts))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// One position.
public struct PositionReport: EventMessage {
    /// Message 61.
    public static var kind: MessageKind {
        MessageKind(.toClient, 61, "position", protobuf: ("Position", since: .protobufAccounts))
    }

    /// The account.
    public var account = AccountID("")
    /// The contract.
    public var contract = Contract()
    /// Units held, negative when short.
    public var position: Quantity?
    /// The cost of one unit, multiplier and commission included.
    public var averageCost = 0.0

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        let revision = try coder.revision(3)
        try coder.field(1, "account", &account)
        try contract.walkHeld(&coder, hasTradingClass: revision >= 2)
        try coder.field(3, "position", &position)
        if revision >= 3 { try coder.field(4, "avgCost", &averageCost) }
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "account", &account)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "position", &position)
        try coder.field(4, "avgCost", &averageCost)
    }
}

/// The positions have been told once.
public struct PositionEnd: EventMessage {
    /// Message 62.
    public static var kind: MessageKind {
        MessageKind(.toClient, 62, "positionEnd", protobuf: ("PositionEnd", since: .protobufAccounts))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// Subscribes to the positions of an account or a model.
public struct PositionsMultiRequest: RequestMessage {
    /// Message 74.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 74, "reqPositionsMulti", protobuf: ("PositionsMultiRequest", since: .protobufAccounts))
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
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "account", &account)
        try coder.field(3, "modelCode", &model)
    }
}

/// Ends that subscription.
public struct CancelPositionsMulti: RequestMessage {
    /// Message 75.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 75, "cancelPositionsMulti", protobuf: ("CancelPositionsMulti", since: .protobufAccounts))
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
    }
}

/// One position of an account or a model.
public struct PositionMulti: EventMessage {
    /// Message 71.
    public static var kind: MessageKind {
        MessageKind(.toClient, 71, "positionMulti", protobuf: ("PositionMulti", since: .protobufAccounts))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The account.
    public var account = AccountID("")
    /// The contract.
    public var contract = Contract()
    /// Units held, negative when short.
    public var position: Quantity?
    /// The cost of one unit.
    public var averageCost = 0.0
    /// The advisor model, empty for none.
    public var model = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.constant("version", "1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "account", &account)
        try contract.walkHeld(&coder)
        try coder.field(4, "position", &position)
        try coder.field(5, "avgCost", &averageCost)
        try coder.field(6, "modelCode", &model)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "account", &account)
        try coder.group(3, "contract", &contract)
        try coder.field(4, "position", &position)
        try coder.field(5, "avgCost", &averageCost)
        try coder.field(6, "modelCode", &model)
    }
}

/// The positions have been told once.
public struct PositionMultiEnd: EventMessage {
    /// Message 72.
    public static var kind: MessageKind {
        MessageKind(.toClient, 72, "positionMultiEnd", protobuf: ("PositionMultiEnd", since: .protobufAccounts))
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
    }
}
