import TradewindsExchange
import TradewindsVocabulary

/// Names an order of a strategy, in the order in which they were given.
public struct OrderHandle: NumericIdentifier {
    /// The number, from 0.
    public var rawValue: Int
    /// The order numbered `rawValue`.
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// What a strategy wants done.
public struct OrderIntent: Sendable, Hashable {
    /// On what: a position in the runner's list of instruments.
    public var instrument: InstrumentIndex
    /// Buy or sell.
    public var side: Side
    /// How much, above zero.
    public var quantity: Quantity
    /// The limit of a limit order; a market order without it.
    public var limit: Price?
    /// The trigger of a stop order.
    public var stop: Price?
    /// The distance of a trailing stop.
    public var trail: Price?
    /// How long it works.
    public var timeInForce = TimeInForce.goodTillCancelled
    /// Where to take profit: a limit order on the other side once this one fills.
    public var takeProfit: Price?
    /// Where to stop a loss: a stop order on the other side once this one fills.
    public var stopLoss: Price?

    /// An order at the market.
    public init(_ side: Side, _ quantity: Quantity, of instrument: InstrumentIndex, limit: Price? = nil) {
        self.side = side
        self.quantity = quantity
        self.instrument = instrument
        self.limit = limit
    }

    /// The same with a target and a stop behind it.
    public func bracketed(takeProfit: Price, stopLoss: Price) -> Self {
        var intent = self
        intent.takeProfit = takeProfit
        intent.stopLoss = stopLoss
        return intent
    }
}

/// Takes the orders of a strategy.
///
/// Orders are taken at once and worked later; fills come back through ``Strategy/filled(_:_:)``.
public protocol Broker {
    /// The present, in market time.
    var now: Timestamp { get }
    /// What is held: above zero long, below zero short.
    func position(in instrument: InstrumentIndex) -> Quantity
    /// The smallest change of price at `price`.
    func increment(of instrument: InstrumentIndex, at price: Price) -> Price
    /// Gives an order; brackets are sent as a whole.
    @discardableResult mutating func place(_ intent: OrderIntent) -> OrderHandle
    /// Cancels an order and its bracket; nothing happens when it has ended.
    mutating func cancel(_ order: OrderHandle)
    /// Cancels every order that the strategy has on an instrument.
    mutating func cancelAll(in instrument: InstrumentIndex)
}

/// A fill of a strategy's order.
public struct StrategyFill: Sendable, Hashable {
    /// When.
    public var time: Timestamp
    /// What was traded.
    public var instrument: InstrumentIndex
    /// Whether it bought.
    public var isBuy: Bool
    /// How much.
    public var quantity: Quantity
    /// At which price.
    public var price: Price

    /// A fill.
    public init(time: Timestamp, instrument: InstrumentIndex, isBuy: Bool, quantity: Quantity, price: Price) {
        self.time = time
        self.instrument = instrument
        self.isBuy = isBuy
        self.quantity = quantity
        self.price = price
    }
}
