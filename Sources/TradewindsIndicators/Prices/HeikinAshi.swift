/// A smoothed bar.
public struct SmoothedBar: IndicatorOutput {
    /// The first price.
    public var open: Double
    /// The highest price.
    public var high: Double
    /// The lowest price.
    public var low: Double
    /// The last price.
    public var close: Double

    /// `open`, `high`, `low`, `close`.
    public static var columnNames: [String] { ["open", "high", "low", "close"] }
    /// In that order.
    public var columnValues: [Double] { [open, high, low, close] }
}

/// Heikin-Ashi bars: the close is the mean of the bar's prices, the open the middle of the smoothed bar before.
public struct HeikinAshi: Indicator {
    private var before: SmoothedBar?

    /// Bars.
    public init() {}
    /// None.
    public var warmUp: Int { 0 }

    /// The smoothed bar; the first one opens in the middle of its own open and close.
    public mutating func update(_ bar: PriceBar) -> SmoothedBar? {
        let close = (bar.open + bar.high + bar.low + bar.close) / 4
        let open = before.map { ($0.open + $0.close) / 2 } ?? (bar.open + bar.close) / 2
        let smooth = SmoothedBar(
            open: open, high: Swift.max(bar.high, open, close), low: Swift.min(bar.low, open, close), close: close)
        before = smooth
        return smooth
    }

    /// Forgets the bar before.
    public mutating func reset() { before = nil }
}
