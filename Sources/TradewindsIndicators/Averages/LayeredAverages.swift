/// An exponential average of itself, several times over.
struct ExponentialLayers: Sendable, Hashable, Codable {
    private var layers: [ExponentialAverage]
    private(set) var values: [Double]

    init(_ count: Int, period: Int) {
        layers = Array(repeating: ExponentialAverage(valid: period), count: count)
        values = Array(repeating: 0, count: count)
    }

    var warmUp: Int { layers.reduce(0) { $0 + $1.warmUp } }

    /// Whether all layers have a value, which is in `values`, the first layer's first.
    mutating func update(_ input: Double) -> Bool {
        var input = input
        for place in layers.indices {
            guard let value = layers[place].update(input) else { return false }
            values[place] = value
            input = value
        }
        return true
    }
}

/// Mulloy's average with less lag: `2 × EMA − EMA of EMA` (DEMA).
public struct DoubleExponentialAverage: Indicator {
    /// The period of each of its averages.
    public let period: Int
    private var layers: ExponentialLayers

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        layers = ExponentialLayers(2, period: period)
    }

    /// `2 × (period - 1)`.
    public var warmUp: Int { layers.warmUp }

    /// The average.
    public mutating func update(_ input: Double) -> Double? {
        layers.update(input) ? 2 * layers.values[0] - layers.values[1] : nil
    }

    /// Forgets every input.
    public mutating func reset() { self = Self(valid: period) }
}

/// Mulloy's average with still less lag: `3 × EMA − 3 × EMA² + EMA³` (TEMA).
public struct TripleExponentialAverage: Indicator {
    /// The period of each of its averages.
    public let period: Int
    private var layers: ExponentialLayers

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        layers = ExponentialLayers(3, period: period)
    }

    /// `3 × (period - 1)`.
    public var warmUp: Int { layers.warmUp }

    /// The average.
    public mutating func update(_ input: Double) -> Double? {
        guard layers.update(input) else { return nil }
        return 3 * layers.values[0] - 3 * layers.values[1] + layers.values[2]
    }

    /// Forgets every input.
    public mutating func reset() { self = Self(valid: period) }
}

/// Tillson's average: six exponential averages, mixed by a volume factor (T3).
public struct TillsonAverage: Indicator {
    /// The period of each of its averages.
    public let period: Int
    /// 0 for a plain triple average, 1 for the least lag.
    public let factor: Double
    private var layers: ExponentialLayers

    /// - Throws: Where the period is below 1 or the factor outside 0 to 1.
    public init(period: Int, factor: Double = 0.7) throws(IndicatorError) {
        self.init(valid: try checked(period), try checked(factor, in: 0...1))
    }

    private init(valid period: Int, _ factor: Double) {
        self.period = period
        self.factor = factor
        layers = ExponentialLayers(6, period: period)
    }

    /// `6 × (period - 1)`.
    public var warmUp: Int { layers.warmUp }

    /// The average.
    public mutating func update(_ input: Double) -> Double? {
        guard layers.update(input) else { return nil }
        let (square, cube) = (factor * factor, factor * factor * factor)
        let values = layers.values
        return -cube * values[5] + 3 * (square + cube) * values[4] - (6 * square + 3 * (factor + cube)) * values[3]
            + (1 + 3 * factor + cube + 3 * square) * values[2]
    }

    /// Forgets every input.
    public mutating func reset() { self = Self(valid: period, factor) }
}

/// An exponential average of the input plus what it gained over half the period: less lag, some overshoot (ZLEMA).
public struct ZeroLagAverage: Indicator {
    /// The period of the average.
    public let period: Int
    private var lag: Lag
    private var average: ExponentialAverage

    /// - Throws: Where the period is below 3.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period, atLeast: 3)) }

    private init(valid period: Int) {
        self.period = period
        lag = Lag((period - 1) / 2)
        average = ExponentialAverage(valid: period)
    }

    /// `period - 1 + (period - 1) / 2`.
    public var warmUp: Int { (period - 1) / 2 + average.warmUp }

    /// The average.
    public mutating func update(_ input: Double) -> Double? {
        lag.update(input).flatMap { average.update(2 * input - $0) }
    }

    /// Forgets every input.
    public mutating func reset() { self = Self(valid: period) }
}
