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
    /// The distance of a trailing stop as a percentage of the price (2 for 2 %); counts only without ``trail``.
    public var trailPercent: ExactDecimal?
    /// How long it works.
    public var timeInForce = TimeInForce.goodTillCancelled
    /// When it goes to the market.
    public var timing = OrderTiming.atOnce
    /// The one-cancels-all group that it belongs to.
    public var group: GroupMembership?
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

    /// An order that waits for the price to get worse: at the market then, or at `limit` where that is given.
    public static func stop(
        _ side: Side, _ quantity: Quantity, of instrument: InstrumentIndex, at stop: Price, limit: Price? = nil
    ) -> Self {
        var intent = Self(side, quantity, of: instrument, limit: limit)
        intent.stop = stop
        return intent
    }

    /// A stop that follows the price at a distance.
    public static func trailing(
        _ side: Side, _ quantity: Quantity, of instrument: InstrumentIndex, by trail: Trail
    ) -> Self {
        var intent = Self(side, quantity, of: instrument)
        switch trail {
        case .amount(let amount): intent.trail = amount
        case .percent(let percent): intent.trailPercent = percent
        }
        return intent
    }

    /// The same as a member of a group of which a fill of one cancels the others.
    ///
    /// - Parameter group: A name of its own for each set of orders: a group that was filled takes no more orders.
    public func oneCancelsAll(_ group: String) -> Self {
        var intent = self
        intent.group = GroupMembership(name: group, rule: .cancel)
        return intent
    }

    /// The same at another time.
    public func scheduled(_ timing: OrderTiming) -> Self {
        var intent = self
        intent.timing = timing
        return intent
    }

    /// The same with a target and a stop behind it.
    public func bracketed(takeProfit: Price, stopLoss: Price) -> Self {
        var intent = self
        intent.takeProfit = takeProfit
        intent.stopLoss = stopLoss
        return intent
    }
}

/// When an order goes to the market.
public enum OrderTiming: Sendable, Hashable {
    /// As soon as it is given.
    case atOnce
    /// In the opening auction: a market or limit order only.
    case atOpen
    /// At the close: a market or limit order only.
    case atClose
    /// Not before an instant. A backtest on bars gives it after the bar in which the instant lies, so that nothing fills
    /// at a price from before it.
    case after(Timestamp)
}

/// What a strategy or a limit must know of an instrument.
public struct InstrumentTerms: Sendable, Hashable {
    /// The symbol; empty where the broker does not tell it.
    public var symbol: String
    /// The step of quantities, above zero.
    public var lot: Quantity
    /// What one unit of price is worth for one contract: in the account's base currency where the broker knows the rate,
    /// else in that of the price.
    public var multiplier: ExactDecimal

    /// Terms; what is not given is what fits a stock.
    public init(symbol: String = "", lot: Quantity = 1, multiplier: ExactDecimal = ExactDecimal(1)) {
        self.symbol = symbol
        self.lot = lot
        self.multiplier = multiplier
    }

    /// The terms of an instrument.
    public init(_ instrument: Instrument) {
        self.init(
            symbol: instrument.symbol, lot: instrument.sizeIncrement, multiplier: instrument.multiplier)
    }
}

/// Takes the orders of a strategy.
///
/// Orders are taken at once and worked later; fills come back through ``Strategy/filled(_:_:)``.
public protocol Broker {
    /// The present, in market time.
    var now: Timestamp { get }
    /// The account's value in its base currency; `nil` while it is not known.
    var equity: Money? { get }
    /// The account's cash in its base currency; `nil` while it is not known.
    var cash: Money? { get }
    /// Margin in use: what open positions need to be opened, in the base currency; `nil` while it is not known.
    var initialMargin: Money? { get }
    /// How many orders may still fill; `nil` while it is not known.
    var openOrderCount: Int? { get }
    /// What orders on one side may still fill, beside ``position(in:)``: orders on their way and fills that were not told
    /// yet included; `nil` where the broker does not tell it.
    func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders?
    /// What one unit more of an instrument on a side needs as initial margin, in the base currency; `nil` while it is not
    /// known.
    func initialMargin(perUnitOf instrument: InstrumentIndex, on side: Side) -> Money?
    /// What is held: above zero long, below zero short.
    func position(in instrument: InstrumentIndex) -> Quantity
    /// The smallest change of price at `price`.
    func increment(of instrument: InstrumentIndex, at price: Price) -> Price
    /// The best bid and ask; `nil` where there are none, as on bars.
    func quote(of instrument: InstrumentIndex) -> Quote?
    /// The price of the last trade, or the close of the last bar; `nil` before the first.
    func lastPrice(of instrument: InstrumentIndex) -> Price?
    /// What is fixed about the instrument.
    func terms(of instrument: InstrumentIndex) -> InstrumentTerms
    /// Gives an order; brackets are sent as a whole.
    @discardableResult mutating func place(_ intent: OrderIntent) -> OrderHandle
    /// Cancels an order and its bracket; nothing happens when it has ended.
    mutating func cancel(_ order: OrderHandle)
    /// Cancels every order that the strategy has on an instrument.
    mutating func cancelAll(in instrument: InstrumentIndex)
}

extension Broker {
    /// Not known.
    public var equity: Money? { nil }
    /// Not known.
    public var cash: Money? { nil }
    /// Not known.
    public var initialMargin: Money? { nil }
    /// Not known.
    public var openOrderCount: Int? { nil }
    /// Not known.
    public func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders? { nil }
    /// Not known.
    public func initialMargin(perUnitOf instrument: InstrumentIndex, on side: Side) -> Money? { nil }
    /// None.
    public func quote(of instrument: InstrumentIndex) -> Quote? { nil }
    /// None.
    public func lastPrice(of instrument: InstrumentIndex) -> Price? { nil }
    /// Those of a stock.
    public func terms(of instrument: InstrumentIndex) -> InstrumentTerms { InstrumentTerms() }

    /// Cancels what is at work on an instrument and gives the market order that makes the position `target`.
    ///
    /// - Returns: The order; `nil` where the position is right already.
    @discardableResult
    public mutating func move(to target: Quantity, in instrument: InstrumentIndex) -> OrderHandle? {
        cancelAll(in: instrument)
        let change = target - position(in: instrument)
        guard !change.isZero else { return nil }
        return place(OrderIntent(change.isNegative ? .sell : .buy, change.magnitude, of: instrument))
    }

    /// The nearest price to `value` that the instrument may have; `nil` for a value that is no price above zero.
    public func price(_ value: Double, of instrument: InstrumentIndex) -> Price? {
        guard value.isFinite, value > 0, value < 1e15, let raw = Price(value) else { return nil }
        let step = increment(of: instrument, at: raw)
        let price = step.isZero ? raw : Price(raw.decimal.rounded(toMultipleOf: step.decimal))
        return price > 0 ? price : nil
    }
}

/// A fill of a strategy's order.
public struct StrategyFill: Sendable, Hashable {
    /// When.
    public var time: Timestamp
    /// What was traded.
    public var instrument: InstrumentIndex
    /// Whether it bought.
    public var isBuy: Bool
    /// Its order in a backtest's log.
    var logged: Int32?
    /// How much.
    public var quantity: Quantity
    /// At which price.
    public var price: Price
    /// What it cost, in the base currency; `nil` as long as that is not known.
    public var fee: Money?

    /// A fill.
    public init(time: Timestamp, instrument: InstrumentIndex, isBuy: Bool, quantity: Quantity, price: Price) {
        self.time = time
        self.instrument = instrument
        self.isBuy = isBuy
        self.quantity = quantity
        self.price = price
    }
}
