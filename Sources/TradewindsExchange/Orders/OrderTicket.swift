import TradewindsVocabulary

/// The exchange's own name of an order: its position in the exchange's list, from 0.
@frozen
public struct OrderKey: NumericIdentifier {
    /// The position.
    public var rawValue: Int
    /// The order at position `rawValue`.
    @inlinable public init(rawValue: Int) { self.rawValue = rawValue }
}

/// How far a trailing stop stays behind the market.
public enum Trail: Sendable, Hashable {
    /// By an amount of price.
    case amount(Price)
    /// By a percentage of the price (2 for 2 %).
    case percent(ExactDecimal)
}

/// Membership of a one-cancels-all group.
public struct GroupMembership: Sendable, Hashable {
    /// What a fill of one member does to the others.
    public enum Rule: Sendable, Hashable {
        /// Cancels them (type 1).
        case cancel
        /// Reduces them in proportion, one routed at a time (type 2).
        case reduceWithBlock
        /// Reduces them in proportion (type 3).
        case reduce
    }

    /// The group's name, within an account. A group that was filled or cancelled takes no more orders.
    public var name: String
    /// What a fill does.
    public var rule: Rule

    /// Membership of the group `name`.
    public init(name: String, rule: Rule) {
        self.name = name
        self.rule = rule
    }
}

/// Everything that a customer says about an order.
public struct OrderTicket: Sendable, Hashable {
    /// Whose order.
    public var account: AccountID
    /// On what.
    public var instrument: InstrumentIndex
    /// Buy or sell. Every side that is not a buy sells.
    public var side: Side
    /// How it is executed.
    public var type: OrderType
    /// How much, above zero.
    public var quantity: Quantity
    /// The worst price, for limit types.
    public var limit: Price?
    /// The trigger of stop and if-touched types; the first stop price of a trailing stop (optional there).
    public var stop: Price?
    /// The distance of a trailing stop.
    public var trail: Trail?
    /// Trailing stop limit: how far the limit lies beyond the stop.
    public var limitOffset: Price?
    /// How long it works.
    public var timeInForce: TimeInForce
    /// The end of a good-till-date order.
    public var goodTill: Timestamp?
    /// Whether it also works outside regular hours.
    public var outsideRegularHours: Bool
    /// The order whose fill brings this one to life.
    public var parent: OrderKey?
    /// `false`: kept back until a child with `true` sends the whole bracket.
    public var transmit: Bool
    /// The one-cancels-all group, if any. Children without one form a reducing group with their siblings.
    public var group: GroupMembership?
    /// A number for the caller's own use, kept with the order and given back with its record.
    public var reference: Int

    /// A ticket; what is not given is absent, a day order, transmitted.
    public init(
        account: AccountID, instrument: InstrumentIndex, side: Side, type: OrderType, quantity: Quantity,
        limit: Price? = nil, stop: Price? = nil, trail: Trail? = nil, limitOffset: Price? = nil,
        timeInForce: TimeInForce = .day, goodTill: Timestamp? = nil, outsideRegularHours: Bool = false,
        parent: OrderKey? = nil, transmit: Bool = true, group: GroupMembership? = nil, reference: Int = 0
    ) {
        self.account = account
        self.instrument = instrument
        self.side = side
        self.type = type
        self.quantity = quantity
        self.limit = limit
        self.stop = stop
        self.trail = trail
        self.limitOffset = limitOffset
        self.timeInForce = timeInForce
        self.goodTill = goodTill
        self.outsideRegularHours = outsideRegularHours
        self.parent = parent
        self.transmit = transmit
        self.group = group
        self.reference = reference
    }
}
