import TradewindsVocabulary
import TradewindsWire

/// A bar: prices in the contract's currency, volume in units.
public struct Bar: Sendable, Hashable {
    /// When it begins; midnight UTC of its day for daily bars and longer.
    public var time: Timestamp
    /// The first price.
    public var open: Double
    /// The highest price.
    public var high: Double
    /// The lowest price.
    public var low: Double
    /// The last price.
    public var close: Double
    /// Units traded; `nil` where the data has no volume, as midpoints.
    public var volume: Quantity?
    /// The volume-weighted average price.
    public var weightedPrice: Double?
    /// How many trades.
    public var count: Int

    /// A bar of these prices.
    public init(
        time: Timestamp, open: Double, high: Double, low: Double, close: Double, volume: Quantity? = nil,
        weightedPrice: Double? = nil, count: Int = 0
    ) {
        self.time = time
        self.open = open
        self.high = high
        self.low = low
        self.close = close
        self.volume = volume
        self.weightedPrice = weightedPrice
        self.count = count
    }

    /// The bar of a historical reply; `nil` where its date cannot be read.
    public init?(_ bar: HistoricalBar) {
        guard let time = TimeText(bar.date)?.instant else { return nil }
        self.init(
            time: time, open: bar.open, high: bar.high, low: bar.low, close: bar.close, volume: bar.volume,
            weightedPrice: bar.weightedPrice?.doubleValue, count: Int(bar.count))
    }

    /// A five-second bar.
    public init(_ bar: RealTimeBarTick) {
        self.init(
            time: Timestamp(seconds: bar.seconds), open: bar.open, high: bar.high, low: bar.low, close: bar.close,
            volume: bar.volume, weightedPrice: bar.weightedPrice?.doubleValue, count: Int(bar.count))
    }
}
