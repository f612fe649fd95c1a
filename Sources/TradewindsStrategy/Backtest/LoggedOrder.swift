import TradewindsExchange
import TradewindsVocabulary

/// An order that a backtest's strategy gave, and what became of it. Prices and quantities are those of its day.
public struct LoggedOrder: Sendable, Hashable {
    /// How it ended, or that it has not.
    public enum Status: String, Sendable, Hashable {
        /// Filled in whole.
        case filled
        /// Still at work, or waiting for its parent, its trigger or its time.
        case working
        /// Ended before it was filled in whole: cancelled, expired, or overtaken by its sibling.
        case cancelled
        /// Never accepted.
        case refused
    }

    /// When it reached the exchange.
    public let time: Timestamp
    /// The strategy's name for it; the parts of a bracket share one.
    public let handle: OrderHandle
    /// Which of a bracket's orders it is.
    public let part: BracketPart
    /// Whether the broker gave it, to end a margin call.
    public let isForced: Bool
    /// On what.
    public let instrument: InstrumentIndex
    /// Buy or sell.
    public let side: Side
    /// Its kind.
    public let type: OrderType
    /// How much it asks for.
    public let quantity: Quantity
    /// The limit of a limit order.
    public let limit: Price?
    /// The trigger of a stop order.
    public let stop: Price?
    /// The distance of a trailing stop.
    public let trail: Trail?
    /// How much of it was filled.
    public let filled: Quantity
    /// At which price on average; `nil` before a fill.
    public let average: Price?
    /// What became of it.
    public let status: Status
}
