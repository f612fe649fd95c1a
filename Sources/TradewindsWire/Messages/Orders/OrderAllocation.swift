import TradewindsVocabulary

/// What one account of an advisor would get of an order.
public struct OrderAllocation: WireGroup {
    /// The account.
    public var account = AccountID("")
    /// What it holds.
    public var position: Quantity?
    /// What it wants to hold.
    public var positionDesired: Quantity?
    /// What it would hold after the order.
    public var positionAfter: Quantity?
    /// What it wants of the order.
    public var desired: Quantity?
    /// What it may get of the order.
    public var allowed: Quantity?
    /// Whether these are amounts of money.
    public var isMonetary = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "account", &account)
        try coder.field(2, "position", &position)
        try coder.field(3, "positionDesired", &positionDesired)
        try coder.field(4, "positionAfter", &positionAfter)
        try coder.field(5, "desiredAllocQty", &desired)
        try coder.field(6, "allowedAllocQty", &allowed)
        try coder.field(7, "isMonetary", &isMonetary)
    }
}
