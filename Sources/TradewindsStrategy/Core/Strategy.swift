import TradewindsExchange
import TradewindsVocabulary

/// Decides what to trade. Unaware of whether it runs in a backtest, a simulation or live.
public protocol Strategy: Sendable {
    /// Is told a finished bar.
    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B)
    /// Is told a new quote. Does nothing unless redefined.
    mutating func quote<B: Broker>(_ quote: Quote, of instrument: InstrumentIndex, _ broker: inout B)
    /// Is told a fill. Does nothing unless redefined.
    mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B)
    /// Is told that an order was not taken. Does nothing unless redefined.
    mutating func refused<B: Broker>(_ order: OrderHandle, reason: RefusalReason, _ broker: inout B)
    /// Is shown a bar of the time before the run. By default it is told as a bar, by a broker that holds nothing and takes no
    /// orders.
    mutating func past(_ bar: Bar, of instrument: InstrumentIndex)
    /// Is told that the past is over: what it ordered there was never sent. Does nothing unless redefined.
    mutating func warmedUp()
}

extension Strategy {
    /// Nothing.
    public mutating func quote<B: Broker>(_ quote: Quote, of instrument: InstrumentIndex, _ broker: inout B) {}
    /// Nothing.
    public mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) {}
    /// Nothing.
    public mutating func refused<B: Broker>(_ order: OrderHandle, reason: RefusalReason, _ broker: inout B) {}
    /// Told as a bar.
    public mutating func past(_ bar: Bar, of instrument: InstrumentIndex) {
        var broker = PastBroker(now: bar.start)
        self.bar(bar, of: instrument, &broker)
    }
    /// Nothing.
    public mutating func warmedUp() {}
}

/// What a backtest makes a strategy's bars from where the market shows no bars.
public enum BarBasis: Sendable, Hashable {
    /// Trades.
    case trades
    /// The midpoints of quotes, with a volume of zero: for data that has quotes alone, such as of currency pairs.
    case midpoints
}

/// Makes bars of a fixed length from trades, the same way wherever a strategy runs.
///
/// Bars lie on whole multiples of their length since 1970. A span without a trade gives no bar.
public struct TradeBars: Sendable, Hashable {
    /// The length of a bar, above zero.
    public let length: Duration
    private let nanoseconds: Int64
    private var current: Bar?

    /// Makes bars of `length`; a length below a microsecond counts as one.
    public init(length: Duration) {
        let parts = length.components
        self.length = length
        self.nanoseconds = max(1000, parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000)
    }

    /// Takes a trade; returns the bar that it finished, if any.
    public mutating func add(_ price: Price, _ size: Quantity, at time: Timestamp) -> Bar? {
        let start = time.nanoseconds - ((time.nanoseconds % nanoseconds) + nanoseconds) % nanoseconds
        if var bar = current, bar.start.nanoseconds == start {
            bar.high = max(bar.high, price)
            bar.low = min(bar.low, price)
            bar.close = price
            bar.volume += size
            current = bar
            return nil
        }
        let finished = current
        current = Bar(
            start: Timestamp(nanoseconds: start), open: price, high: price, low: price, close: price, volume: size)
        return finished
    }
}
