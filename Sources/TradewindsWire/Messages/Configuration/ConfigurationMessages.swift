import TradewindsVocabulary

/// Asks for the gateway's configuration.
public struct ConfigRequest: RequestMessage {
    /// Message 108.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 108, "reqConfig", protobuf: ("ConfigRequest", since: .config), hasText: false, since: .config)
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

/// The gateway's configuration.
public struct ConfigResponse: EventMessage {
    /// Message 110.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 110, "configResponse", protobuf: ("ConfigResponse", since: .config), hasText: false,
            since: .config)
    }

    /// The request.
    public var request = RequestID(-1)
    /// When the gateway logs off.
    public var lockAndExit: LockAndExitConfig?
    /// Its dialogs.
    public var messages: [MessageConfig] = []
    /// Settings of this protocol.
    public var api: ApiConfig?
    /// Settings of orders.
    public var orders: OrdersConfig?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "lockAndExit", &lockAndExit)
        try coder.list(3, "messages", &messages)
        try coder.group(4, "api", &api)
        try coder.group(5, "orders", &orders)
    }
}

/// Changes the gateway's configuration.
public struct UpdateConfigRequest: RequestMessage {
    /// Message 109.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 109, "updateConfig", protobuf: ("UpdateConfigRequest", since: .configUpdate), hasText: false,
            since: .configUpdate)
    }

    /// The request.
    public var request = RequestID(-1)
    /// When the gateway logs off.
    public var lockAndExit: LockAndExitConfig?
    /// Its dialogs.
    public var messages: [MessageConfig] = []
    /// Settings of this protocol.
    public var api: ApiConfig?
    /// Settings of orders.
    public var orders: OrdersConfig?
    /// Warnings that the user accepts beforehand.
    public var acceptedWarnings: [ConfigWarning] = []
    /// Whether order ids begin anew.
    public var resetsOrderSequence: Bool?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "lockAndExit", &lockAndExit)
        try coder.list(3, "messages", &messages)
        try coder.group(4, "api", &api)
        try coder.group(5, "orders", &orders)
        try coder.list(6, "acceptedWarnings", &acceptedWarnings)
        try coder.field(7, "resetAPIOrderSequence", &resetsOrderSequence)
    }
}

/// What became of a change.
public struct UpdateConfigResponse: EventMessage {
    /// Message 111.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 111, "updateConfigResponse", protobuf: ("UpdateConfigResponse", since: .configUpdate),
            hasText: false, since: .configUpdate)
    }

    /// The request.
    public var request = RequestID(-1)
    /// The outcome.
    public var status = ""
    /// A text about it.
    public var message = ""
    /// What changed.
    public var changedFields: [String] = []
    /// What could not be changed.
    public var errors: [String] = []
    /// Warnings to accept.
    public var warnings: [ConfigWarning] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "status", &status)
        try coder.field(3, "message", &message)
        try coder.values(4, "changedFields", &changedFields)
        try coder.values(5, "errors", &errors)
        try coder.list(6, "warnings", &warnings)
    }
}

/// A warning about a change.
public struct ConfigWarning: WireGroup {
    /// Its number.
    public var message: Int32?
    /// Its title.
    public var title = ""
    /// Its text.
    public var text = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "messageId", &message)
        try coder.field(2, "title", &title)
        try coder.field(3, "message", &text)
    }
}

/// One dialog of the gateway.
public struct MessageConfig: WireGroup {
    /// Its number.
    public var id: Int32?
    /// Its title.
    public var title = ""
    /// Its text.
    public var message = ""
    /// What happens when nobody answers.
    public var defaultAction = ""
    /// Whether it is shown.
    public var isEnabled: Bool?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "id", &id)
        try coder.field(2, "title", &title)
        try coder.field(3, "message", &message)
        try coder.field(4, "defaultAction", &defaultAction)
        try coder.field(5, "enabled", &isEnabled)
    }
}

/// When the gateway logs off.
public struct LockAndExitConfig: WireGroup {
    /// The time of day.
    public var time = ""
    /// AM or PM.
    public var period = ""
    /// Log off or restart.
    public var type = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "autoLogoffTime", &time)
        try coder.field(2, "autoLogoffPeriod", &period)
        try coder.field(3, "autoLogoffType", &type)
    }
}

/// Settings of this protocol.
public struct ApiConfig: WireGroup {
    /// Checks that are left out.
    public var precautions: ApiPrecautionsConfig?
    /// How the protocol behaves.
    public var settings: ApiSettingsConfig?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.group(1, "precautions", &precautions)
        try coder.group(2, "settings", &settings)
    }
}

/// Settings of orders.
public struct OrdersConfig: WireGroup {
    /// Settings of smart routing.
    public var smartRouting: OrdersSmartRoutingConfig?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.group(1, "smartRouting", &smartRouting)
    }
}
