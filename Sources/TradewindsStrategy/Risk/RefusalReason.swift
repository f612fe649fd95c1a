import TradewindsExchange
import TradewindsVocabulary

/// Why an order was not taken, with the numbers.
public enum RefusalReason: Sendable, Hashable {
    /// The exchange or gateway refused it.
    case exchange(Rejection)
    /// The gateway refused it, by its code and in its words.
    case gateway(code: Int, text: String)
    /// It was neither at the gateway nor filled when its run went on after a break.
    case lost
    /// The kill switch is on: only orders that reduce a position pass.
    case killed(KillReason)
    /// The quantity is above ``RiskLimits/maxOrderQuantity``.
    case orderQuantity(Quantity, limit: Quantity)
    /// The order's value is above ``RiskLimits/maxOrderNotional``.
    case orderNotional(Money, limit: Money)
    /// The limit or stop price is too far from the last quote (both in percent).
    case priceCollar(Price, reference: Price, percent: Double, limit: Double)
    /// No price is known yet, so the order's value cannot be checked.
    case noPrice
    /// The position after the order would be above ``RiskLimits/maxPosition``.
    case position(Quantity, limit: Quantity)
    /// Gross exposure after the order would be too large.
    case grossExposure(Money, limit: Money)
    /// Net exposure after the order would be too large, long or short.
    case netExposure(Money, limit: Money)
    /// The sector's gross exposure after the order would be too large.
    case sectorExposure(sector: String, Money, limit: Money)
    /// Margin in use after the order would be too large a share of equity (both in percent).
    case marginUse(percent: Double, limit: Double)
    /// Equity or margin is not known, so its use cannot be checked.
    case accountUnknown
    /// Too many orders in the last second, those of brackets counted and exits that reduce a position not.
    case orderRate(Int, limit: Int)
    /// Too many orders are open.
    case openOrders(Int, limit: Int)
    /// The instant lies outside the hours allowed (in minutes after midnight in their zone).
    case outsideHours(minute: Int, RiskLimits.Hours)
    /// The instrument is not on the list.
    case instrumentNotAllowed(String)
    /// A margin call is closing the position.
    case liquidating
    /// The rule that sizes entries gives nothing to trade: too little equity, no edge, or no stop to measure the risk
    /// by.
    case noSize
}

/// What turned the kill switch on.
public enum KillReason: Sendable, Hashable {
    /// A person, or the program.
    case asked
    /// The loss of the day reached its limit.
    case dailyLoss(Money, limit: Money)
    /// The fall from the highest equity reached its limit (both in percent).
    case drawdown(percent: Double, limit: Double)
}

/// A refusal as the log keeps it.
public struct Refusal: Sendable, Hashable {
    /// When.
    public var time: Timestamp
    /// The handle that the strategy got.
    public var order: OrderHandle
    /// What was refused.
    public var intent: OrderIntent
    /// Why.
    public var reason: RefusalReason

    /// A refusal.
    public init(time: Timestamp, order: OrderHandle, intent: OrderIntent, reason: RefusalReason) {
        (self.time, self.order, self.intent, self.reason) = (time, order, intent, reason)
    }
}
