/// The mean close of the last `period` bars, weighted by volume (VWMA). The plain mean where nothing was traded.
public struct VolumeWeightedAverage: Indicator {
    /// How many bars.
    public let period: Int
    private var values: RollingSum
    private var volumes: RollingSum
    private var closes: RollingSum

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    private init(valid period: Int) {
        self.period = period
        values = RollingSum(period)
        volumes = RollingSum(period)
        closes = RollingSum(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The average.
    public mutating func update(_ bar: PriceBar) -> Double? {
        let (value, volume, close) = (
            values.update(bar.close * bar.volume), volumes.update(bar.volume), closes.update(bar.close)
        )
        guard let value, let volume, let close else { return nil }
        return volume == 0 ? close / Double(period) : value / volume
    }

    /// Forgets every bar.
    public mutating func reset() { self = Self(valid: period) }
}

/// The volume-weighted average price since the beginning: feed it the bars of one session, and reset it for the next
/// (VWAP).
///
/// Bars count with their typical price. Until something was traded it is the typical price of the bar.
public struct VWAP: Indicator {
    private var value = 0.0
    private var volume = 0.0

    /// An average that begins with the first bar.
    public init() {}

    /// None.
    public var warmUp: Int { 0 }

    /// The average price so far.
    public mutating func update(_ bar: PriceBar) -> Double? {
        value += bar.typical * bar.volume
        volume += bar.volume
        return volume == 0 ? bar.typical : value / volume
    }

    /// Begins a session.
    public mutating func reset() { self = Self() }
}
