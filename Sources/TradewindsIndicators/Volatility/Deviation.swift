/// The variance of the last inputs, divided by their count (VAR).
public struct RollingVariance: Indicator {
    /// How many inputs.
    public let period: Int
    private var moments: RollingMoments

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) {
        self.period = try checked(period)
        moments = RollingMoments(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The variance.
    public mutating func update(_ input: Double) -> Double? {
        moments.update(input)
        return moments.isFull ? moments.variance : nil
    }

    /// Forgets every input.
    public mutating func reset() { moments.reset() }
}

/// The standard deviation of the last inputs, divided by their count (STDDEV).
public struct StandardDeviation: Indicator {
    private var variance: RollingVariance

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { variance = try RollingVariance(period: period) }

    /// `period - 1`.
    public var warmUp: Int { variance.warmUp }

    /// The deviation.
    public mutating func update(_ input: Double) -> Double? { variance.update(input).map { $0.squareRoot() } }

    /// Forgets every input.
    public mutating func reset() { variance.reset() }
}

/// The mean distance of the last inputs from their mean (AVGDEV); 0 where they differ by no more than their rounding. Costs
/// the period an input.
public struct MeanDeviation: Indicator {
    /// How many inputs.
    public let period: Int
    private var ring: Ring

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        ring = Ring(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The mean distance.
    public mutating func update(_ input: Double) -> Double? { meanAndDeviation(input)?.deviation }

    mutating func meanAndDeviation(_ input: Double) -> (mean: Double, deviation: Double)? {
        _ = ring.push(input)
        guard ring.isFull else { return nil }
        // Relative to an input of the window, so that the mean of equals is that number to the bit.
        let mean = input + ring.values.reduce(0) { $0 + ($1 - input) } / Double(period)
        let deviation = ring.values.reduce(0) { $0 + abs($1 - mean) } / Double(period)
        return (mean, deviation <= rounding(of: mean) ? 0 : deviation)
    }

    /// Forgets every input.
    public mutating func reset() { ring.reset() }
}

/// How many standard deviations (divided by the count less one) an input is from the mean of the last `period`; 0 where
/// they are all the same but for their rounding.
public struct ZScore: Indicator {
    /// How many inputs, the newest included.
    public let period: Int
    private var moments: RollingMoments

    /// - Throws: Where the period is below 2.
    public init(period: Int) throws(IndicatorError) {
        self.period = try checked(period, atLeast: 2)
        moments = RollingMoments(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The score.
    public mutating func update(_ input: Double) -> Double? {
        moments.update(input)
        guard moments.isFull else { return nil }
        return moments.isFlat ? 0 : (input - moments.mean) / moments.sampleVariance.squareRoot()
    }

    /// Forgets every input.
    public mutating func reset() { moments.reset() }
}
