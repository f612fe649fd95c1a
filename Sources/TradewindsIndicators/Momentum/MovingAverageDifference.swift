/// A fast and a slow exponential average that give their first value at the same input.
struct AveragePair: Sendable, Hashable, Codable {
    private var fast: ExponentialAverage
    private var slow: ExponentialAverage
    private var skipped = 0

    init(fast: Int, slow: Int) {
        self.fast = ExponentialAverage(valid: fast)
        self.slow = ExponentialAverage(valid: slow)
    }

    var warmUp: Int { slow.warmUp }

    @inline(__always)
    mutating func update(_ input: Double) -> (fast: Double, slow: Double)? {
        let calm = slow.update(input)
        guard skipped == slow.period - fast.period else {
            skipped += 1
            return nil
        }
        guard let quick = fast.update(input), let calm else { return nil }
        return (quick, calm)
    }

    mutating func reset() {
        fast.reset()
        slow.reset()
        skipped = 0
    }
}

/// What Appel's indicator gives.
public struct MACDValue: IndicatorOutput {
    /// The fast average less the slow one.
    public var macd: Double
    /// The average of that.
    public var signal: Double
    /// The difference of both.
    public var histogram: Double

    /// `macd`, `signal`, `histogram`.
    public static var columnNames: [String] { ["macd", "signal", "histogram"] }
    /// In that order.
    public var columnValues: [Double] { [macd, signal, histogram] }
}

/// Appel's difference of two exponential averages, with an average of itself (MACD).
public struct MACD: Indicator {
    private var averages: AveragePair
    private var signal: ExponentialAverage

    /// - Throws: Where a period is below 1, or fast is not below slow.
    public init(fast: Int = 12, slow: Int = 26, signal: Int = 9) throws(IndicatorError) {
        try checked(fast: fast, slow: slow)
        averages = AveragePair(fast: fast, slow: slow)
        self.signal = try ExponentialAverage(period: signal)
    }

    /// `slow + signal - 2`.
    public var warmUp: Int { averages.warmUp + signal.warmUp }

    /// Line, signal and histogram.
    public mutating func update(_ input: Double) -> MACDValue? {
        guard let (fast, slow) = averages.update(input) else { return nil }
        return signal.update(fast - slow).map {
            MACDValue(macd: fast - slow, signal: $0, histogram: fast - slow - $0)
        }
    }

    /// Forgets every input.
    public mutating func reset() {
        averages.reset()
        signal.reset()
    }
}

/// A fast exponential average less a slow one; each starts at the first input, unlike those of ``MACD``.
public struct AverageOscillator: Indicator {
    /// How the difference is told.
    public enum Measure: String, Sendable, Hashable, Codable, CaseIterable {
        /// In the unit of the price (APO).
        case absolute
        /// In percent of the slow average, 0 where that is zero (PPO).
        case percent
    }

    private let measure: Measure
    private var fast: ExponentialAverage
    private var slow: ExponentialAverage

    /// - Throws: Where a period is below 1, or fast is not below slow.
    public init(_ measure: Measure, fast: Int = 12, slow: Int = 26) throws(IndicatorError) {
        try checked(fast: fast, slow: slow)
        self.measure = measure
        self.fast = ExponentialAverage(valid: fast)
        self.slow = ExponentialAverage(valid: slow)
    }

    /// `slow - 1`.
    public var warmUp: Int { slow.warmUp }

    /// The difference.
    public mutating func update(_ input: Double) -> Double? {
        let (quick, calm) = (fast.update(input), slow.update(input))
        guard let quick, let calm else { return nil }
        switch measure {
        case .absolute: return quick - calm
        case .percent: return calm == 0 ? 0 : (quick - calm) / calm * 100
        }
    }

    /// Forgets every input.
    public mutating func reset() {
        fast.reset()
        slow.reset()
    }
}

/// The one-step change in percent of an exponential average of an exponential average of an exponential average (TRIX).
public struct TRIX: Indicator {
    private var layers: ExponentialLayers
    private let period: Int
    private var before: Double?

    /// - Throws: Where the period is below 1.
    public init(period: Int = 30) throws(IndicatorError) {
        self.period = try checked(period)
        layers = ExponentialLayers(3, period: period)
    }

    /// `3 × (period - 1) + 1`.
    public var warmUp: Int { layers.warmUp + 1 }

    /// The change; 0 where the average was zero.
    public mutating func update(_ input: Double) -> Double? {
        guard layers.update(input) else { return nil }
        let value = layers.values[2]
        defer { before = value }
        return before.map { $0 == 0 ? 0 : (value / $0 - 1) * 100 }
    }

    /// Forgets every input.
    public mutating func reset() {
        layers = ExponentialLayers(3, period: period)
        before = nil
    }
}

/// Williams' awesome oscillator (AO): a fast less a slow mean of median prices.
public struct AwesomeOscillator: Indicator {
    private var fast: SimpleAverage
    private var slow: SimpleAverage

    /// - Throws: Where a period is below 1, or fast is not below slow.
    public init(fast: Int = 5, slow: Int = 34) throws(IndicatorError) {
        try checked(fast: fast, slow: slow)
        self.fast = SimpleAverage(valid: fast)
        self.slow = SimpleAverage(valid: slow)
    }

    /// `slow - 1`.
    public var warmUp: Int { slow.warmUp }

    /// The difference.
    public mutating func update(_ bar: PriceBar) -> Double? {
        let (quick, calm) = (fast.update(bar.median), slow.update(bar.median))
        guard let quick, let calm else { return nil }
        return quick - calm
    }

    /// Forgets every bar.
    public mutating func reset() {
        fast.reset()
        slow.reset()
    }
}
