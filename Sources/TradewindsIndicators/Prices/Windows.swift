/// The highest of the last inputs (MAX).
public struct Highest: Indicator {
    /// How many inputs.
    public let period: Int
    private var extreme: RollingExtreme

    /// - Throws: Where the period is below 1.
    public init(period: Int = 30) throws(IndicatorError) {
        self.period = try checked(period)
        extreme = RollingExtreme(highestOf: period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }
    /// The highest.
    public mutating func update(_ input: Double) -> Double? { extreme.update(input) }
    /// Forgets every input.
    public mutating func reset() { extreme.reset() }
}

/// The lowest of the last inputs (MIN).
public struct Lowest: Indicator {
    /// How many inputs.
    public let period: Int
    private var extreme: RollingExtreme

    /// - Throws: Where the period is below 1.
    public init(period: Int = 30) throws(IndicatorError) {
        self.period = try checked(period)
        extreme = RollingExtreme(lowestOf: period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }
    /// The lowest.
    public mutating func update(_ input: Double) -> Double? { extreme.update(input) }
    /// Forgets every input.
    public mutating func reset() { extreme.reset() }
}

/// The sum of the last inputs (SUM).
public struct MovingSum: Indicator {
    /// How many inputs.
    public let period: Int
    private var sum: RollingSum

    /// - Throws: Where the period is below 1.
    public init(period: Int = 30) throws(IndicatorError) {
        self.period = try checked(period)
        sum = RollingSum(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }
    /// The sum.
    public mutating func update(_ input: Double) -> Double? { sum.update(input) }
    /// Forgets every input.
    public mutating func reset() { sum.reset() }
}

/// How many of the `period` inputs before are below the last one, in percent. Costs the period an input.
public struct PercentRank: Indicator {
    /// How many inputs before.
    public let period: Int
    private var ring: Ring

    /// - Throws: Where the period is below 1.
    public init(period: Int = 100) throws(IndicatorError) {
        self.period = try checked(period)
        ring = Ring(period)
    }

    /// `period`.
    public var warmUp: Int { period }

    /// The percentage.
    public mutating func update(_ input: Double) -> Double? {
        let rank = ring.isFull ? ring.values.reduce(0) { $0 + ($1 < input ? 1 : 0) } : nil
        _ = ring.push(input)
        return rank.map { 100 * Double($0) / Double(period) }
    }

    /// Forgets every input.
    public mutating func reset() { ring.reset() }
}
