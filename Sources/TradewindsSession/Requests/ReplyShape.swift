import TradewindsVocabulary

/// How many messages answer a request.
public enum ReplyShape: Sendable, Hashable {
    /// Exactly one.
    case one
    /// Any number, closed by an end message.
    case untilEnd
    /// Any number until it is cancelled.
    case stream
}

/// What a routed message is to its request.
public enum ReplyPart: Sendable, Hashable {
    /// One of several messages.
    case item
    /// A message that also ends the reply.
    case lastItem
    /// The end, without content.
    case end
    /// The gateway refused the request.
    case failure
}

/// Requests that carry no id: their answers are told apart by kind and order only.
public enum Query: Hashable, Sendable {
    /// The gateway's clock, seconds.
    case currentTime
    /// The gateway's clock, milliseconds.
    case currentTimeMillis
    /// Open orders, of this client or of all: both end with the same message.
    case openOrders
    /// Completed orders.
    case completedOrders
    /// Positions of all accounts.
    case positions
    /// The next order id.
    case orderIDs
    /// The accounts of the user.
    case managedAccounts
    /// A market rule.
    case marketRule(Int32)
    /// Exchanges with depth.
    case depthExchanges
    /// News providers.
    case newsProviders
    /// Account families.
    case familyCodes
    /// Scanner parameters.
    case scannerParameters
    /// Values and portfolio of one account.
    case accountUpdates
}

/// Names an outstanding query.
public struct QueryTicket: Hashable, Sendable, Comparable {
    var serial: Int
    /// Older first.
    public static func < (left: Self, right: Self) -> Bool { left.serial < right.serial }
}
