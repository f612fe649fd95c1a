import TradewindsVocabulary

/// Asks for the display groups.
public struct QueryDisplayGroupsRequest: RequestMessage {
    /// Message 67.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 67, "queryDisplayGroups", protobuf: ("QueryDisplayGroupsRequest", since: .protobufRest3))
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

/// The display groups.
public struct DisplayGroupList: EventMessage {
    /// Message 67.
    public static var kind: MessageKind {
        MessageKind(.toClient, 67, "displayGroupList", protobuf: ("DisplayGroupList", since: .protobufRest3))
    }

    /// The request.
    public var request = RequestID(-1)
    /// Numbers with `|` between.
    public var groups = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.escaped(2, "groups", &groups)
    }
}

/// Subscribes to a display group.
public struct SubscribeToGroupEventsRequest: RequestMessage {
    /// Message 68.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 68, "subscribeToGroupEvents", protobuf: ("SubscribeToGroupEventsRequest", since: .protobufRest3)
        )
    }

    /// The request.
    public var request = RequestID(-1)
    /// The group.
    public var group = Int32(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "groupId", &group)
    }
}

/// Shows a contract in a display group.
public struct UpdateDisplayGroupRequest: RequestMessage {
    /// Message 69.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 69, "updateDisplayGroup", protobuf: ("UpdateDisplayGroupRequest", since: .protobufRest3))
    }

    /// The request.
    public var request = RequestID(-1)
    /// Such as `8314@SMART`.
    public var contractInfo = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "contractInfo", &contractInfo)
    }
}

/// Ends a display group subscription.
public struct UnsubscribeFromGroupEventsRequest: RequestMessage {
    /// Message 70.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 70, "unsubscribeFromGroupEvents",
            protobuf: ("UnsubscribeFromGroupEventsRequest", since: .protobufRest3))
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

/// A display group shows another contract.
public struct DisplayGroupUpdated: EventMessage {
    /// Message 68.
    public static var kind: MessageKind {
        MessageKind(.toClient, 68, "displayGroupUpdated", protobuf: ("DisplayGroupUpdated", since: .protobufRest3))
    }

    /// The request.
    public var request = RequestID(-1)
    /// Such as `8314@SMART`.
    public var contractInfo = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.escaped(2, "contractInfo", &contractInfo)
    }
}
