/// Half way between the highest and the lowest of the last `period` inputs.
public struct MidPoint: Indicator {
    /// How many inputs.
    public let period: Int
    private var range: RollingRange

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    private init(valid period: Int) {
        self.period = period
        range = RollingRange(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The middle.
    public mutating func update(_ input: Double) -> Double? {
        range.update(high: input, low: input).map { ($0.high + $0.low) / 2 }
    }

    /// Forgets every input.
    public mutating func reset() { range.reset() }
}

/// Half way between the highest high and the lowest low of the last `period` bars.
public struct MidPrice: Indicator {
    /// How many bars.
    public let period: Int
    private var range: RollingRange

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        range = RollingRange(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The middle.
    public mutating func update(_ bar: PriceBar) -> Double? {
        range.update(high: bar.high, low: bar.low).map { ($0.high + $0.low) / 2 }
    }

    /// Forgets every bar.
    public mutating func reset() { range.reset() }
}
