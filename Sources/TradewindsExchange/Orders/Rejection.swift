import TradewindsVocabulary

/// Why a command was refused. The values carry the facts for a message; the gateway gives them the protocol's codes.
public enum Rejection: Error, Sendable, Hashable {
    /// A price of a ticket.
    public enum PriceField: Sendable, Hashable {
        /// ``OrderTicket/limit``.
        case limit
        /// ``OrderTicket/stop``.
        case stop
        /// ``OrderTicket/trail``.
        case trail
        /// ``OrderTicket/limitOffset``.
        case limitOffset
    }

    /// A field that a change must keep.
    public enum FixedField: Sendable, Hashable {
        /// ``OrderTicket/account``.
        case account
        /// ``OrderTicket/instrument``.
        case instrument
        /// ``OrderTicket/side``.
        case side
        /// ``OrderTicket/parent``.
        case parent
        /// ``OrderTicket/type``, from or to a trailing type, or once triggered.
        case type
    }

    /// There is no such instrument.
    case unknownInstrument(InstrumentIndex)
    /// The contract's last trading day is over.
    case contractExpired(CivilDate)
    /// There is no such account.
    case unknownAccount(AccountID)
    /// There is no such order.
    case unknownOrder(OrderKey)
    /// The order ended; it cannot be changed or cancelled.
    case alreadyDone(OrderKey, OrderState)
    /// A change would make it another order.
    case changesFixedField(FixedField)
    /// The parent is unknown, ended, or on another account.
    case invalidParent(OrderKey)
    /// The price is no multiple of the increment at that price.
    case priceOffIncrement(PriceField, price: Price, increment: Price)
    /// The order type needs this price.
    case missingPrice(PriceField)
    /// The price, or the trail's percentage, is not above zero where it must be.
    case invalidPrice(PriceField)
    /// The quantity is not above zero, below the smallest or no multiple of the increment.
    case invalidQuantity(Quantity, minimum: Quantity, increment: Quantity)
    /// A change to no more than what is filled already.
    case quantityBelowFilled(Quantity)
    /// The instrument does not take this order type.
    case unsupportedType(OrderType)
    /// The exchange does not know this time in force.
    case unsupportedTimeInForce(TimeInForce)
    /// A good-till-date order without a date, or with one in the past.
    case invalidGoodTill
    /// The group was filled or cancelled before.
    case groupClosed(String)
    /// The account's funds do not carry the position after a fill (both in the base currency).
    case insufficientMargin(required: Money, equity: Money)
}
