import TradewindsVocabulary

/// One bar of history.
public struct HistoricalBar: WireGroup {
    /// The start of the bar, in the format asked: a day, a time with a zone, or seconds since 1970.
    public var date = ""
    /// The first price.
    public var open = 0.0
    /// The highest price.
    public var high = 0.0
    /// The lowest price.
    public var low = 0.0
    /// The last price.
    public var close = 0.0
    /// The volume; none (or -1) where the data has no trades.
    public var volume: Quantity?
    /// The average price weighted by volume; none (or -1) where the data has no trades.
    public var weightedPrice: ExactDecimal?
    /// The number of trades; -1 where the data has none.
    public var count: Int32 = 0

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "date", &date)
        try coder.field(2, "open", &open)
        try coder.field(3, "high", &high)
        try coder.field(4, "low", &low)
        try coder.field(5, "close", &close)
        try coder.field(6, "volume", &volume)
        try coder.field(7, coder.isText ? "wap" : "WAP", &weightedPrice)
        try coder.field(8, "barCount", &count)
    }

    /// The order of an update's text form, which differs.
    mutating func walkUpdate<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(0, "barCount", &count)
        try coder.field(0, "date", &date)
        try coder.field(0, "open", &open)
        try coder.field(0, "close", &close)
        try coder.field(0, "high", &high)
        try coder.field(0, "low", &low)
        try coder.field(0, "wap", &weightedPrice)
        try coder.field(0, "volume", &volume)
    }
}
