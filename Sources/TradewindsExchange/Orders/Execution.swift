import TradewindsVocabulary

/// The exchange's own name of an execution: its position in the exchange's list, from 0.
@frozen
public struct ExecutionKey: NumericIdentifier {
    /// The position.
    public var rawValue: Int
    /// The execution at position `rawValue`.
    @inlinable public init(rawValue: Int) { self.rawValue = rawValue }
}

/// One fill, or part of one.
public struct Execution: Sendable, Hashable {
    /// Its name.
    public var key: ExecutionKey
    /// The order that was filled.
    public var order: OrderKey
    /// The instrument.
    public var instrument: InstrumentIndex
    /// When.
    public var time: Timestamp
    /// Whether it bought.
    public var isBuy: Bool
    /// How much.
    public var quantity: Quantity
    /// At which price.
    public var price: Price
    /// How much of the order is filled so far, this included.
    public var cumulative: Quantity
    /// The order's average price so far.
    public var averagePrice: Price
}

/// What an execution cost and earned.
public struct CommissionReport: Sendable, Hashable {
    /// The execution.
    public var execution: ExecutionKey
    /// The commission with all fees, above zero when paid.
    public var commission: Money
    /// The currency of the commission and of the profit.
    public var currency: Currency
    /// The profit of the part that closed a position, net of the commissions of opening and closing; `nil` when the
    /// execution only opened.
    public var realized: Money?
}
