/// How far an input is from the one `period` inputs before.
public struct Change: Indicator {
    /// How the distance is told.
    public enum Measure: String, Sendable, Hashable, Codable, CaseIterable {
        /// The difference (MOM).
        case difference
        /// The difference as a part of the earlier input (ROCP).
        case fraction
        /// The difference in percent of the earlier input (ROC).
        case percent
        /// The input over the earlier one (ROCR).
        case ratio
    }

    /// How many inputs back.
    public let period: Int
    /// How the distance is told.
    public let measure: Measure
    private var lag: Lag

    /// - Throws: Where the period is below 1.
    public init(_ measure: Measure, period: Int) throws(IndicatorError) {
        self.init(valid: measure, try checked(period))
    }

    init(valid measure: Measure, _ period: Int) {
        self.measure = measure
        self.period = period
        lag = Lag(period)
    }

    /// `period`.
    public var warmUp: Int { period }

    /// The distance; 0 where the earlier input is zero and would divide.
    public mutating func update(_ input: Double) -> Double? {
        guard let before = lag.update(input) else { return nil }
        if measure == .difference { return input - before }
        guard before != 0 else { return 0 }
        switch measure {
        case .difference: return input - before
        case .fraction: return (input - before) / before
        case .percent: return (input / before - 1) * 100
        case .ratio: return input / before
        }
    }

    /// Forgets every input.
    public mutating func reset() { lag.reset() }
}

/// Two rates of change, added and smoothed by a weighted average (Coppock's curve).
public struct CoppockCurve: Indicator {
    private var long: Change
    private var short: Change
    private var average: WeightedAverage

    /// - Throws: Where a period is below 1.
    public init(period: Int = 10, short: Int = 11, long: Int = 14) throws(IndicatorError) {
        self.long = try Change(.percent, period: long)
        self.short = try Change(.percent, period: short)
        average = try WeightedAverage(period: period)
    }

    /// The longer rate's and the average's.
    public var warmUp: Int { Swift.max(long.warmUp, short.warmUp) + average.warmUp }

    /// The curve.
    public mutating func update(_ input: Double) -> Double? {
        let (first, second) = (long.update(input), short.update(input))
        guard let first, let second else { return nil }
        return average.update(first + second)
    }

    /// Forgets every input.
    public mutating func reset() {
        long.reset()
        short.reset()
        average.reset()
    }
}

/// The input less the average centred on it, as it was half a period ago (DPO).
public struct DetrendedPrice: Indicator {
    private var average: SimpleAverage
    private var lag: Lag

    /// - Throws: Where the period is below 1.
    public init(period: Int = 20) throws(IndicatorError) {
        average = try SimpleAverage(period: period)
        lag = Lag(period / 2 + 1)
    }

    /// `period - 1`, or where that is more, half the period and one.
    public var warmUp: Int { Swift.max(average.warmUp, average.period / 2 + 1) }

    /// The earlier input less the average.
    public mutating func update(_ input: Double) -> Double? {
        let (mean, before) = (average.update(input), lag.update(input))
        guard let mean, let before else { return nil }
        return before - mean
    }

    /// Forgets every input.
    public mutating func reset() {
        average.reset()
        lag.reset()
    }
}
