/// Where a price lies in its recent range, and an average of that.
public struct StochasticValue: IndicatorOutput {
    /// The (smoothed) place in the range, 0 to 100.
    public var k: Double
    /// The average of ``k``.
    public var d: Double

    /// `k`, `d`.
    public static var columnNames: [String] { ["k", "d"] }
    /// In that order.
    public var columnValues: [Double] { [k, d] }
}

/// Lane's stochastic oscillator: the close's place between the lowest low and the highest high, smoothed; 0 where the range
/// is zero. A `smoothing` of 1 is the fast form.
public struct Stochastic: Indicator {
    private var range: RollingRange
    private var place: SimpleAverage
    private var signal: SimpleAverage
    private let period: Int

    /// - Throws: Where a period is below 1.
    public init(period: Int = 5, smoothing: Int = 3, signal: Int = 3) throws(IndicatorError) {
        self.period = try checked(period)
        range = RollingRange(period)
        place = try SimpleAverage(period: smoothing)
        self.signal = try SimpleAverage(period: signal)
    }

    /// `period + smoothing + signal - 3`.
    public var warmUp: Int { period - 1 + place.warmUp + signal.warmUp }

    /// Line and signal.
    public mutating func update(_ bar: PriceBar) -> StochasticValue? {
        update(high: bar.high, low: bar.low, close: bar.close)
    }

    /// A range of no more than `rounding` counts as zero.
    mutating func update(high: Double, low: Double, close: Double, rounding: Double = 0) -> StochasticValue? {
        guard let (top, bottom) = range.update(high: high, low: low) else { return nil }
        let raw = top - bottom <= rounding ? 0 : 100 * (close - bottom) / (top - bottom)
        guard let k = place.update(raw) else { return nil }
        return signal.update(k).map { StochasticValue(k: k, d: $0) }
    }

    /// Forgets every bar.
    public mutating func reset() {
        range.reset()
        place.reset()
        signal.reset()
    }
}

/// The fast stochastic oscillator of the relative strength index (StochRSI); 0 where the strengths differ by no more than
/// their rounding, as where prices stand still.
public struct StochasticRSI: Indicator {
    private var strength: RelativeStrengthIndex
    private var stochastic: Stochastic
    private let step: Double

    /// - Throws: Where a period is below 1.
    public init(period: Int = 14, range: Int = 5, signal: Int = 3) throws(IndicatorError) {
        strength = try RelativeStrengthIndex(period: period)
        stochastic = try Stochastic(period: range, smoothing: 1, signal: signal)
        // Each input rounds both of its averages and their quotient, which is up to 100.
        step = Double(range) * rounding(of: 100)
    }

    /// The sum of both.
    public var warmUp: Int { strength.warmUp + stochastic.warmUp }

    /// Line and signal.
    public mutating func update(_ input: Double) -> StochasticValue? {
        strength.update(input).flatMap { stochastic.update(high: $0, low: $0, close: $0, rounding: step) }
    }

    /// Forgets every input.
    public mutating func reset() {
        strength.reset()
        stochastic.reset()
    }
}

/// Williams' %R: how far the close is below the highest high, in percent of the range, -100 to 0; 0 where the range is zero.
public struct WilliamsR: Indicator {
    private var range: RollingRange
    private let period: Int

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) {
        self.period = try checked(period)
        range = RollingRange(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The percentage.
    public mutating func update(_ bar: PriceBar) -> Double? {
        guard let (high, low) = range.update(high: bar.high, low: bar.low) else { return nil }
        return high == low ? 0 : -100 * (high - bar.close) / (high - low)
    }

    /// Forgets every bar.
    public mutating func reset() { range.reset() }
}

/// Lambert's commodity channel index (CCI): the typical price's distance from its mean in units of 0.015 mean deviations; 0
/// where the deviation is zero. Costs the period a bar.
public struct CommodityChannelIndex: Indicator {
    private static let scale = 0.015
    private var deviation: MeanDeviation

    /// - Throws: Where the period is below 2.
    public init(period: Int = 14) throws(IndicatorError) {
        deviation = MeanDeviation(valid: try checked(period, atLeast: 2))
    }

    /// `period - 1`.
    public var warmUp: Int { deviation.warmUp }

    /// The index.
    public mutating func update(_ bar: PriceBar) -> Double? {
        guard let (mean, deviation) = deviation.meanAndDeviation(bar.typical) else { return nil }
        return deviation == 0 ? 0 : (bar.typical - mean) / (Self.scale * deviation)
    }

    /// Forgets every bar.
    public mutating func reset() { deviation.reset() }
}

/// The close less the open over the bar's range (balance of power, BOP), -1 to 1; 0 where the range is zero.
public struct BalanceOfPower: Indicator {
    /// A balance.
    public init() {}
    /// None.
    public var warmUp: Int { 0 }
    /// The balance.
    public mutating func update(_ bar: PriceBar) -> Double? {
        bar.range == 0 ? 0 : (bar.close - bar.open) / bar.range
    }
    /// Nothing is remembered.
    public mutating func reset() {}
}
