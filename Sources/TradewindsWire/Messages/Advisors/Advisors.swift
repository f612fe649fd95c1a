import TradewindsVocabulary

/// Asks for an advisor's configuration.
public struct FARequest: RequestMessage {
    /// Message 18.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 18, "requestFA", protobuf: ("FARequest", since: .protobufRest1))
    }

    /// 1 groups, 3 aliases.
    public var type = Int32(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, coder.isText ? "faData" : "faDataType", &type)
    }
}

/// Replaces an advisor's configuration.
public struct FAReplace: RequestMessage {
    /// Message 19.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 19, "replaceFA", protobuf: ("FAReplace", since: .protobufRest1))
    }

    /// The request.
    public var request = RequestID(-1)
    /// 1 groups, 3 aliases.
    public var type = Int32(0)
    /// The document.
    public var xml = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.constant("version", "1")
        try coder.field(2, "faData", &type)
        try coder.field(3, "cxml", &xml)
        try coder.field(1, "reqId", &request)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "faDataType", &type)
        try coder.field(3, "xml", &xml)
    }
}

/// An advisor's configuration.
public struct ReceiveFA: EventMessage {
    /// Message 16.
    public static var kind: MessageKind {
        MessageKind(.toClient, 16, "receiveFA", protobuf: ("ReceiveFA", since: .protobufRest1))
    }

    /// 1 groups, 3 aliases.
    public var type = Int32(0)
    /// The document.
    public var xml = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, coder.isText ? "faData" : "faDataType", &type)
        try coder.escaped(2, coder.isText ? "cxml" : "xml", &xml)
    }
}

/// An advisor's configuration was replaced.
public struct ReplaceFAEnd: EventMessage {
    /// Message 103.
    public static var kind: MessageKind {
        MessageKind(.toClient, 103, "replaceFAEnd", protobuf: ("ReplaceFAEnd", since: .protobufRest1))
    }

    /// The request.
    public var request = RequestID(-1)
    /// What happened.
    public var text = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "text", &text)
    }
}

/// Asks for the soft dollar tiers.
public struct SoftDollarTiersRequest: RequestMessage {
    /// Message 79.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 79, "reqSoftDollarTiers", protobuf: ("SoftDollarTiersRequest", since: .protobufRest2))
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

/// The soft dollar tiers.
public struct SoftDollarTiers: EventMessage {
    /// Message 77.
    public static var kind: MessageKind {
        MessageKind(.toClient, 77, "softDollarTiers", protobuf: ("SoftDollarTiers", since: .protobufRest2))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The tiers.
    public var tiers: [SoftDollarTier] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.list(2, coder.isText ? "tiers" : "softDollarTiers", &tiers)
    }
}

/// A soft dollar tier.
public struct SoftDollarTier: WireGroup {
    /// Its name.
    public var name = ""
    /// Its value.
    public var value = ""
    /// What a person sees.
    public var displayName = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "name", &name)
        try coder.field(2, coder.isText ? "val" : "value", &value)
        try coder.field(3, "displayName", &displayName)
    }
}

/// Asks for the family codes of the accounts.
public struct FamilyCodesRequest: RequestMessage {
    /// Message 80.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 80, "reqFamilyCodes", protobuf: ("FamilyCodesRequest", since: .protobufRest2))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
    }
}

/// The family codes.
public struct FamilyCodes: EventMessage {
    /// Message 78.
    public static var kind: MessageKind {
        MessageKind(.toClient, 78, "familyCodes", protobuf: ("FamilyCodes", since: .protobufRest2))
    }

    /// One for each account.
    public var codes: [FamilyCode] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.list(1, "familyCodes", &codes)
    }
}

/// An account's family.
public struct FamilyCode: WireGroup {
    /// The account.
    public var account = AccountID("")
    /// The family's code.
    public var code = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, coder.isText ? "accountID" : "accountId", &account)
        try coder.field(2, coder.isText ? "familyCodeStr" : "familyCode", &code)
    }
}

/// Asks for the user's white branding.
public struct UserInfoRequest: RequestMessage {
    /// Message 104.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 104, "reqUserInfo", protobuf: ("UserInfoRequest", since: .protobufRest2), since: .userInfo)
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

/// The user's white branding.
public struct UserInfo: EventMessage {
    /// Message 107.
    public static var kind: MessageKind {
        MessageKind(.toClient, 107, "userInfo", protobuf: ("UserInfo", since: .protobufRest2), since: .userInfo)
    }

    /// The request.
    public var request = RequestID(-1)
    /// The branding, empty for none.
    public var whiteBranding = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "whiteBrandingId", &whiteBranding)
    }
}
