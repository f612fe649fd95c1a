/// Elder's force index (EFI): change of the close times volume, in an exponential average.
public struct ForceIndex: Indicator {
    private var before: Double?
    private var average: ExponentialAverage

    /// - Throws: Where the period is below 1.
    public init(period: Int = 13) throws(IndicatorError) { average = try ExponentialAverage(period: period) }

    /// `period`.
    public var warmUp: Int { average.period }

    /// The index.
    public mutating func update(_ bar: PriceBar) -> Double? {
        defer { before = bar.close }
        guard let before else { return nil }
        return average.update((bar.close - before) * bar.volume)
    }

    /// Forgets every bar.
    public mutating func reset() {
        before = nil
        average.reset()
    }
}

/// A running sum that follows the close on some bars.
public struct VolumeTrend: Indicator {
    /// What is summed.
    public enum Measure: String, Sendable, Hashable, Codable, CaseIterable {
        /// Volume times the relative change of the close (price-volume trend, PVT); starts at 0.
        case priceVolume
        /// Relative changes on bars of less volume than the one before, as an index (NVI); starts at 1,000.
        case negativeVolume
        /// Relative changes on bars of more volume than the one before, as an index (PVI); starts at 1,000.
        case positiveVolume
    }

    private let measure: Measure
    private var before: PriceBar?
    private var value: Double

    /// A trend.
    public init(_ measure: Measure) {
        self.measure = measure
        value = measure == .priceVolume ? 0 : 1000
    }

    /// None.
    public var warmUp: Int { 0 }

    /// The value so far.
    public mutating func update(_ bar: PriceBar) -> Double? {
        defer { before = bar }
        guard let before, before.close != 0 else { return value }
        let change = (bar.close - before.close) / before.close
        switch measure {
        case .priceVolume: value += change * bar.volume
        case .negativeVolume: if bar.volume < before.volume { value += value * change }
        case .positiveVolume: if bar.volume > before.volume { value += value * change }
        }
        return value
    }

    /// Begins anew.
    public mutating func reset() { self = Self(measure) }
}

/// Dorsey's mass index: the sum of ratios of an average range to its own average; a ratio counts 1 where the range is zero.
public struct MassIndex: Indicator {
    private var single: ExponentialAverage
    private var double: ExponentialAverage
    private var sum: RollingSum
    private let period: Int

    /// - Throws: Where a period is below 1.
    public init(fast: Int = 9, period: Int = 25) throws(IndicatorError) {
        single = try ExponentialAverage(period: fast)
        double = try ExponentialAverage(period: fast)
        self.period = try checked(period)
        sum = RollingSum(period)
    }

    /// `2 × fast + period - 3`.
    public var warmUp: Int { single.warmUp + double.warmUp + period - 1 }

    /// The index.
    public mutating func update(_ bar: PriceBar) -> Double? {
        guard let once = single.update(bar.range), let twice = double.update(once) else { return nil }
        return sum.update(twice == 0 ? 1 : once / twice)
    }

    /// Forgets every bar.
    public mutating func reset() {
        single.reset()
        double.reset()
        sum.reset()
    }
}

/// Chaikin's volatility (CVI): the change in percent of an exponential average of ranges.
public struct ChaikinVolatility: Indicator {
    private var average: ExponentialAverage
    private var change: Change

    /// - Throws: Where a period is below 1.
    public init(period: Int = 10, change: Int = 10) throws(IndicatorError) {
        average = try ExponentialAverage(period: period)
        self.change = try Change(.percent, period: change)
    }

    /// `period + change - 1`.
    public var warmUp: Int { average.warmUp + change.warmUp }

    /// The change.
    public mutating func update(_ bar: PriceBar) -> Double? {
        average.update(bar.range).flatMap { change.update($0) }
    }

    /// Forgets every bar.
    public mutating func reset() {
        average.reset()
        change.reset()
    }
}
