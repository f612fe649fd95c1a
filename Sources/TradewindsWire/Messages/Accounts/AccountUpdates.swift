import TradewindsVocabulary

/// Subscribes to an account, or ends that.
public struct AccountDataRequest: RequestMessage {
    /// Message 6.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 6, "reqAccountUpdates", protobuf: ("AccountDataRequest", since: .protobufAccounts))
    }

    /// Whether to begin or to end.
    public var subscribes = false
    /// The account.
    public var account = AccountID("")

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("2")
        try coder.field(1, "subscribe", &subscribes)
        try coder.field(2, "acctCode", &account)
    }
}

/// One value of an account.
public struct AccountValue: EventMessage {
    /// Message 6.
    public static var kind: MessageKind {
        MessageKind(.toClient, 6, "updateAccountValue", protobuf: ("AccountValue", since: .protobufAccounts))
    }

    /// Its name, such as `NetLiquidation`.
    public var key = ""
    /// Its value, as text.
    public var value = ""
    /// Its currency, empty where it has none.
    public var currency = ""
    /// The account.
    public var account = AccountID("")

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("2")
        try coder.escaped(1, "key", &key)
        try coder.escaped(2, coder.isText ? "val" : "value", &value)
        try coder.escaped(3, "currency", &currency)
        try coder.field(4, "accountName", &account)
    }
}

/// One position of an account with its value.
public struct PortfolioValue: EventMessage {
    /// Message 7.
    public static var kind: MessageKind {
        MessageKind(.toClient, 7, "updatePortfolio", protobuf: ("PortfolioValue", since: .protobufAccounts))
    }

    /// The contract.
    public var contract = Contract()
    /// Units held, negative when short.
    public var position: Quantity?
    /// The price of one unit.
    public var marketPrice = 0.0
    /// The value of the position.
    public var marketValue = 0.0
    /// The cost of one unit, multiplier and commission included.
    public var averageCost = 0.0
    /// Profit of the position held.
    public var unrealizedProfit: Double?
    /// The day's profit of what was closed.
    public var realizedProfit: Double?
    /// The account.
    public var account = AccountID("")

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try contract.walkPortfolio(&coder, revision: try coder.revision(8))
        try coder.field(2, "position", &position)
        try coder.field(3, "marketPrice", &marketPrice)
        try coder.field(4, "marketValue", &marketValue)
        try coder.field(5, "averageCost", &averageCost)
        try coder.field(6, "unrealizedPNL", &unrealizedProfit)
        try coder.field(7, "realizedPNL", &realizedProfit)
        try coder.field(8, "accountName", &account)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.group(1, "contract", &contract)
        try coder.field(2, "position", &position)
        try coder.field(3, "marketPrice", &marketPrice)
        try coder.field(4, "marketValue", &marketValue)
        try coder.field(5, "averageCost", &averageCost)
        try coder.field(6, "unrealizedPNL", &unrealizedProfit)
        try coder.field(7, "realizedPNL", &realizedProfit)
        try coder.field(8, "accountName", &account)
    }
}

/// When the account was last updated.
public struct AccountUpdateTime: EventMessage {
    /// Message 8.
    public static var kind: MessageKind {
        MessageKind(.toClient, 8, "updateAccountTime", protobuf: ("AccountUpdateTime", since: .protobufAccounts))
    }

    /// As `HH:mm`.
    public var time = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.escaped(1, "timeStamp", &time)
    }
}

/// The account has been told once.
public struct AccountDataEnd: EventMessage {
    /// Message 54.
    public static var kind: MessageKind {
        MessageKind(.toClient, 54, "accountDownloadEnd", protobuf: ("AccountDataEnd", since: .protobufAccounts))
    }

    /// The account.
    public var account = AccountID("")

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "accountName", &account)
    }
}

/// Subscribes to an account or a model.
public struct AccountUpdatesMultiRequest: RequestMessage {
    /// Message 76.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 76, "reqAccountUpdatesMulti", protobuf: ("AccountUpdatesMultiRequest", since: .protobufAccounts)
        )
    }

    /// The request.
    public var request = RequestID(-1)
    /// The account.
    public var account = AccountID("")
    /// The advisor model, empty for none.
    public var model = ""
    /// Whether to send only ledger values and the net liquidation value.
    public var ledgerOnly = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "account", &account)
        try coder.field(3, "modelCode", &model)
        try coder.field(4, "ledgerAndNLV", &ledgerOnly)
    }
}

/// Ends that subscription.
public struct CancelAccountUpdatesMulti: RequestMessage {
    /// Message 77.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 77, "cancelAccountUpdatesMulti",
            protobuf: ("CancelAccountUpdatesMulti", since: .protobufAccounts))
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

/// One value of an account or a model.
public struct AccountUpdateMulti: EventMessage {
    /// Message 73.
    public static var kind: MessageKind {
        MessageKind(.toClient, 73, "accountUpdateMulti", protobuf: ("AccountUpdateMulti", since: .protobufAccounts))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The account.
    public var account = AccountID("")
    /// The advisor model, empty for none.
    public var model = ""
    /// Its name.
    public var key = ""
    /// Its value, as text.
    public var value = ""
    /// Its currency, empty where it has none.
    public var currency = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "account", &account)
        try coder.escaped(3, "modelCode", &model)
        try coder.escaped(4, "key", &key)
        try coder.escaped(5, "value", &value)
        try coder.escaped(6, "currency", &currency)
    }
}

/// The account has been told once.
public struct AccountUpdateMultiEnd: EventMessage {
    /// Message 74.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 74, "accountUpdateMultiEnd", protobuf: ("AccountUpdateMultiEnd", since: .protobufAccounts))
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

/// Subscribes to values of all accounts.
public struct AccountSummaryRequest: RequestMessage {
    /// Message 62.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 62, "reqAccountSummary", protobuf: ("AccountSummaryRequest", since: .protobufAccounts))
    }

    /// The request.
    public var request = RequestID(-1)
    /// `All`, or a group of accounts.
    public var group = ""
    /// Names with commas between, or `$LEDGER`.
    public var tags = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, coder.isText ? "groupName" : "group", &group)
        try coder.field(3, "tags", &tags)
    }
}

/// Ends a summary.
public struct CancelAccountSummary: RequestMessage {
    /// Message 63.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 63, "cancelAccountSummary", protobuf: ("CancelAccountSummary", since: .protobufAccounts))
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

/// One value of a summary.
public struct AccountSummary: EventMessage {
    /// Message 63.
    public static var kind: MessageKind {
        MessageKind(.toClient, 63, "accountSummary", protobuf: ("AccountSummary", since: .protobufAccounts))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The account.
    public var account = AccountID("")
    /// Its name.
    public var tag = ""
    /// Its value, as text.
    public var value = ""
    /// Its currency, empty where it has none.
    public var currency = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "account", &account)
        try coder.escaped(3, "tag", &tag)
        try coder.escaped(4, "value", &value)
        try coder.escaped(5, "currency", &currency)
    }
}

/// The summary has been told once.
public struct AccountSummaryEnd: EventMessage {
    /// Message 64.
    public static var kind: MessageKind {
        MessageKind(.toClient, 64, "accountSummaryEnd", protobuf: ("AccountSummaryEnd", since: .protobufAccounts))
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

/// Asks for the user's accounts.
public struct ManagedAccountsRequest: RequestMessage {
    /// Message 17.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 17, "reqManagedAccts", protobuf: ("ManagedAccountsRequest", since: .protobufAccounts))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// The user's accounts.
public struct ManagedAccounts: EventMessage {
    /// Message 15.
    public static var kind: MessageKind {
        MessageKind(.toClient, 15, "managedAccounts", protobuf: ("ManagedAccounts", since: .protobufAccounts))
    }

    /// Account ids with commas between.
    public var accounts = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.escaped(1, "accountsList", &accounts)
    }
}
