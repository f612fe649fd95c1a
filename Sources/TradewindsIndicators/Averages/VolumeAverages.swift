/// The mean close of the last `period` bars, weighted by volume (VWMA).
///
/// Where nothing was traded there is no such price, and the value is not a number, as in pandas-ta.
public struct VolumeWeightedAverage: Indicator {
    /// How many bars.
    public let period: Int
    private var values: RollingSum
    private var volumes: RollingSum

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    private init(valid period: Int) {
        self.period = period
        values = RollingSum(period)
        volumes = RollingSum(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The average.
    public mutating func update(_ bar: PriceBar) -> Double? {
        let (value, volume) = (values.update(bar.close * bar.volume), volumes.update(bar.volume))
        guard let value, let volume else { return nil }
        return value / volume
    }

    /// Forgets every bar.
    public mutating func reset() { self = Self(valid: period) }
}

/// The volume-weighted average price since the beginning: feed it the bars of one session, and reset it for the next
/// (VWAP).
///
/// Bars count with their typical price. Until something was traded there is no such price, and the value is
/// not a number, as in pandas-ta.
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
        return value / volume
    }

    /// Begins a session.
    public mutating func reset() { self = Self() }
}
