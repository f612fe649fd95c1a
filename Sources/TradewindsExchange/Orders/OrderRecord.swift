import TradewindsVocabulary

/// An order with everything that happened to it.
public struct OrderRecord: Sendable, Hashable {
    /// Its name.
    public let key: OrderKey
    /// What the customer said last.
    public internal(set) var ticket: OrderTicket
    /// Where it stands.
    public internal(set) var state: OrderState
    /// How much is filled.
    public internal(set) var filled = Quantity.zero
    /// How much its group took from it.
    public internal(set) var reduced = Quantity.zero
    /// The trigger in force: for a trailing stop it moves; `nil` where there is none (yet).
    public internal(set) var stop: Price?
    /// The limit in force; `nil` where there is none (yet).
    public internal(set) var limit: Price?
    /// Whether its trigger was reached.
    public internal(set) var isTriggered = false
    /// Why it was rejected.
    public internal(set) var rejection: Rejection?
    /// When it was placed.
    public let placed: Timestamp
    /// When something last happened to it.
    public internal(set) var updated: Timestamp
    /// The commission so far, in the currency of its reports.
    public var commission: Money { Money(fees.total) }

    /// Price × quantity of all fills.
    var notional = ExactDecimal.zero
    var fees = OrderFees()
    var account = 0
    /// Which of a bracket's orders it is.
    package var part: BracketPart { BracketPart(isChild: ticket.parent != nil, hasStop: ticket.stop != nil) }
    /// How much of it, and at which price, its account counts as at work.
    var work = ExactDecimal.zero
    var workPrice = ExactDecimal.zero
    var isBuy: Bool
    /// The first child and the next child of the same parent, as a chain.
    var firstChild: Int?
    var nextSibling: Int?
    /// What children without a group of their own have filled.
    var exited = Quantity.zero
    var group: Int?

    init(key: Int, ticket: OrderTicket, at time: Timestamp) {
        self.key = OrderKey(key)
        self.ticket = ticket
        self.state = .untransmitted
        self.stop = ticket.stop
        self.limit = ticket.limit
        self.placed = time
        self.updated = time
        self.isBuy = ticket.side == .buy
    }

    /// What is neither filled nor taken by the group.
    public var remaining: Quantity { ticket.quantity - filled - reduced }

    /// The average price of its fills, to eight digits; `nil` before the first.
    public var averagePrice: Price? { notional.divided(by: filled.decimal, digits: 8).map(Price.init) }
}

/// The commission of an order as it grows fill by fill.
struct OrderFees: Sendable, Hashable {
    /// By the rates, without bounds.
    var raw = ExactDecimal.zero
    /// Value of all fills.
    var value = ExactDecimal.zero
    /// Charged so far under the bounds.
    var charged = ExactDecimal.zero
    /// Charged so far, regulators' fees included.
    var total = ExactDecimal.zero
}

extension OrderRecord {
    /// The order as it was before its fills, in `state`: for telling its acceptance after the fact.
    public func unfilled(in state: OrderState) -> OrderRecord {
        var record = self
        record.state = state
        record.filled = .zero
        record.notional = .zero
        return record
    }
}
