/// An average whose weights fall in a line: `period` for the newest input, 1 for the oldest (WMA).
public struct WeightedAverage: Indicator {
    /// How many inputs.
    public let period: Int
    private var ramp: RollingRamp

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        ramp = RollingRamp(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The average.
    public mutating func update(_ input: Double) -> Double? {
        ramp.update(input)
        return ramp.isFull ? ramp.pivot + ramp.weighted / (Double(period) * Double(period + 1) / 2) : nil
    }

    /// Forgets every input.
    public mutating func reset() { ramp.reset() }
}

/// Hull's average: fast, and smooth for its speed (HMA).
///
/// `WMA(√n)` of `2 × WMA(n / 2) − WMA(n)`; halves and roots are cut to whole numbers.
public struct HullAverage: Indicator {
    /// How many inputs the slowest of its three averages takes.
    public let period: Int
    private var half: WeightedAverage
    private var whole: WeightedAverage
    private var smooth: WeightedAverage

    /// - Throws: Where the period is below 2.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period, atLeast: 2)) }

    init(valid period: Int) {
        self.period = period
        half = WeightedAverage(valid: period / 2)
        whole = WeightedAverage(valid: period)
        smooth = WeightedAverage(valid: Int(Double(period).squareRoot()))
    }

    /// `period + √period - 2`.
    public var warmUp: Int { whole.warmUp + smooth.warmUp }

    /// The average.
    public mutating func update(_ input: Double) -> Double? {
        let quick = half.update(input)
        guard let calm = whole.update(input), let quick else { return nil }
        return smooth.update(2 * quick - calm)
    }

    /// Forgets every input.
    public mutating func reset() { self = Self(valid: period) }
}

/// The mean of a mean: weights rise and fall in a triangle (TRIMA).
public struct TriangularAverage: Indicator {
    /// How many inputs.
    public let period: Int
    private var first: SimpleAverage
    private var second: SimpleAverage

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        first = SimpleAverage(valid: (period + 1) / 2)
        second = SimpleAverage(valid: period / 2 + 1)
    }

    /// `period - 1`.
    public var warmUp: Int { first.warmUp + second.warmUp }

    /// The average.
    public mutating func update(_ input: Double) -> Double? { first.update(input).flatMap { second.update($0) } }

    /// Forgets every input.
    public mutating func reset() { self = Self(valid: period) }
}
