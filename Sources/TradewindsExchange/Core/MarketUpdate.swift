import TradewindsVocabulary

/// The best bid and ask with their sizes; a side is `nil` while there is none.
@frozen
public struct Quote: Sendable, Hashable {
    /// The best price to sell at.
    public var bid: Price?
    /// How much can be sold at the bid; `nil`: not limited.
    public var bidSize: Quantity?
    /// The best price to buy at.
    public var ask: Price?
    /// How much can be bought at the ask; `nil`: not limited.
    public var askSize: Quantity?

    /// A quote; sides not given are absent.
    @inlinable
    public init(bid: Price? = nil, bidSize: Quantity? = nil, ask: Price? = nil, askSize: Quantity? = nil) {
        self.bid = bid
        self.bidSize = bidSize
        self.ask = ask
        self.askSize = askSize
    }

    /// Whether the bid is above the ask: a moment between two venues, or a mistake. Nobody could trade at both.
    public var isCrossed: Bool {
        guard let bid, let ask else { return false }
        return bid > ask
    }

    /// Halfway between bid and ask; `nil` without both, and while they are crossed.
    public var midpoint: Price? {
        guard let bid, let ask, !isCrossed else { return nil }
        return Price((bid.decimal + ask.decimal) * ExactDecimal(5, scale: 1))
    }
}

/// A trade of others that was printed.
@frozen
public struct TradePrint: Sendable, Hashable {
    /// The price.
    public var price: Price
    /// The size.
    public var size: Quantity

    /// A print of `size` at `price`.
    @inlinable
    public init(price: Price, size: Quantity) {
        self.price = price
        self.size = size
    }
}

/// What happened in a span of time: first, highest, lowest and last price, and the volume.
@frozen
public struct Bar: Sendable, Hashable {
    /// When the span began. The update that carries the bar is stamped with its end.
    public var start: Timestamp
    /// The first price.
    public var open: Price
    /// The highest price.
    public var high: Price
    /// The lowest price.
    public var low: Price
    /// The last price.
    public var close: Price
    /// How much was traded.
    public var volume: Quantity

    /// A bar that began at `start`.
    @inlinable
    public init(start: Timestamp, open: Price, high: Price, low: Price, close: Price, volume: Quantity) {
        self.start = start
        self.open = open
        self.high = high
        self.low = low
        self.close = close
        self.volume = volume
    }
}

/// One piece of market data for one instrument.
@frozen
public struct MarketUpdate: Sendable, Hashable {
    /// What the update brings.
    @frozen
    public enum Kind: Sendable, Hashable {
        /// A new best bid and ask: replaces the one before, and its sizes are fresh.
        case quote(Quote)
        /// A trade of others.
        case trade(TradePrint)
        /// A finished bar.
        case bar(Bar)
    }

    /// The instrument, by its position in the exchange's list.
    public var instrument: InstrumentIndex
    /// When it became known: for a bar, its end.
    public var time: Timestamp
    /// What it brings.
    public var kind: Kind

    /// An update of `instrument` at `time`.
    @inlinable
    public init(instrument: InstrumentIndex, time: Timestamp, kind: Kind) {
        self.instrument = instrument
        self.time = time
        self.kind = kind
    }
}
