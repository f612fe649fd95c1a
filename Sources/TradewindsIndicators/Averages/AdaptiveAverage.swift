/// How straight the way of the last `period` steps was: the distance covered over the length of the way, 0 to 1 (Kaufman).
///
/// Not a number where nothing moved, as in pandas-ta: nothing over nothing is neither straight nor not. Kaufman's average
/// takes one there, as TA-Lib does; its input does not move either.
public struct EfficiencyRatio: Indicator {
    /// How many steps.
    public let period: Int
    private var lag: Lag
    private var way: RollingSum
    private var before: Double?

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        lag = Lag(period)
        way = RollingSum(period)
    }

    /// `period`.
    public var warmUp: Int { period }

    /// The ratio.
    public mutating func update(_ input: Double) -> Double? {
        defer { before = input }
        let start = lag.update(input)
        guard let before, let length = way.update(abs(input - before)), let start else { return nil }
        let distance = abs(input - start)
        if length == 0 { return .nan }
        let ratio = distance / length
        return ratio > 1 ? 1 : ratio
    }

    /// Forgets every input.
    public mutating func reset() { self = Self(valid: period) }
}

/// Kaufman's average: quick where the price goes straight, slow where it wanders (KAMA).
public struct KaufmanAverage: Indicator {
    /// How many steps the efficiency is measured over.
    public let period: Int
    private let fastest: Double
    private let slowest: Double
    private var efficiency: EfficiencyRatio
    private var value = 0.0

    /// - `fast`, `slow`: The periods of the quickest and the slowest exponential average that it becomes.
    /// - Throws: Where a period is below 1, or fast is not below slow.
    public init(period: Int, fast: Int = 2, slow: Int = 30) throws(IndicatorError) {
        try checked(fast: fast, slow: slow)
        self.init(valid: try checked(period), 2 / (Double(fast) + 1), 2 / (Double(slow) + 1))
    }

    private init(valid period: Int, _ fastest: Double, _ slowest: Double) {
        self.period = period
        (self.fastest, self.slowest) = (fastest, slowest)
        efficiency = EfficiencyRatio(valid: period)
    }

    /// `period`: it starts from the input before.
    public var warmUp: Int { period }

    /// The average.
    public mutating func update(_ input: Double) -> Double? {
        guard let ratio = efficiency.update(input) else {
            value = input
            return nil
        }
        let weight = (ratio.isNaN ? 1 : ratio) * (fastest - slowest) + slowest
        value += weight * weight * (input - value)
        return value
    }

    /// Forgets every input.
    public mutating func reset() { self = Self(valid: period, fastest, slowest) }
}
