import TradewindsExchange
import TradewindsIndicators
import TradewindsVocabulary

/// Buys when a fast moving average of closes rises above a slow one, sells when it falls below.
///
/// Entries are market (or limit) orders, with a target and a stop at fixed fractions of the price where those are
/// given. An opposite cross cancels what is left of the bracket, closes the position and enters the other way.
///
/// A textbook example (see R. D. Donchian's moving-average rules); it is here to show the machinery, not to make money.
public struct MovingAverageCrossover: Strategy, Hashable, Codable {
    /// The choices of the strategy.
    public struct Parameters: Sendable, Hashable, Codable {
        /// Bars of the fast average, at least 1.
        public var fast = 10
        /// Bars of the slow average, above ``fast``.
        public var slow = 30
        /// How much to trade.
        public var quantity: Quantity = 1
        /// The target's distance from the close, as a fraction of it; `nil`: none.
        public var takeProfit: Double? = 0.004
        /// The stop's distance from the close, as a fraction of it; `nil`: none.
        public var stopLoss: Double? = 0.002
        /// Whether entries are limit orders at the close instead of market orders.
        public var usesLimits = false
        /// Whether it also sells short.
        public var sellsShort = true
        /// The choices of an intraday trader: a near target and a nearer stop.
        public init() {}
    }

    /// The choices.
    public let parameters: Parameters
    private var fast: SimpleAverage
    private var slow: SimpleAverage
    private var wasAbove: Bool?

    /// A crossover with `parameters`.
    public init(_ parameters: Parameters = Parameters()) {
        self.parameters = parameters
        fast = SimpleAverage(clamping: parameters.fast)
        slow = SimpleAverage(clamping: parameters.slow)
    }

    /// Looks for a cross at the close of a bar.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        let close = bar.close.doubleValue
        let quick = fast.update(close)
        guard let calm = slow.update(close), let quick else { return }
        let isAbove = quick > calm
        defer { wasAbove = isAbove }
        guard let before = wasAbove, before != isAbove else { return }
        broker.cancelAll(in: instrument)
        let held = broker.position(in: instrument)
        if held > 0, !isAbove { broker.place(OrderIntent(.sell, held, of: instrument)) }
        if held < 0, isAbove { broker.place(OrderIntent(.buy, held.magnitude, of: instrument)) }
        guard isAbove || parameters.sellsShort else { return }
        enter(isAbove ? .buy : .sell, at: bar.close, in: instrument, &broker)
    }

    private func enter<B: Broker>(_ side: Side, at close: Price, in instrument: InstrumentIndex, _ broker: inout B) {
        let tick = broker.increment(of: instrument, at: close)
        let sign = side == .buy ? 1.0 : -1.0
        func price(_ fraction: Double) -> Price {
            let raw = Price(close.doubleValue * (1 + sign * fraction)) ?? close
            return Price(raw.decimal.rounded(toMultipleOf: tick.decimal))
        }
        var intent = OrderIntent(side, parameters.quantity, of: instrument)
        if parameters.usesLimits { intent.limit = Price(close.decimal.rounded(toMultipleOf: tick.decimal)) }
        intent.takeProfit = parameters.takeProfit.map { price($0) }
        intent.stopLoss = parameters.stopLoss.map { price(-$0) }
        guard intent.takeProfit ?? close > 0, intent.stopLoss ?? close > 0 else { return }
        broker.place(intent)
    }
}
