/// What Wilder's directional movement gives.
public struct DirectionalValue: IndicatorOutput {
    /// The strength of rises, 0 to 100 (+DI).
    public var plus: Double
    /// The strength of falls, 0 to 100 (-DI).
    public var minus: Double
    /// How one-sided they are, 0 to 100 (DX).
    public var index: Double

    /// `plus_di`, `minus_di`, `dx`.
    public static var columnNames: [String] { ["plus_di", "minus_di", "dx"] }
    /// In that order.
    public var columnValues: [Double] { [plus, minus, index] }
}

/// How far a bar's high went above the last one's, or its low below it, whichever was more.
struct DirectionalStep: Sendable, Hashable, Codable {
    private var before: PriceBar?

    mutating func update(_ bar: PriceBar) -> (plus: Double, minus: Double, range: Double)? {
        defer { before = bar }
        guard let before else { return nil }
        let (up, down) = (bar.high - before.high, before.low - bar.low)
        let range = Swift.max(bar.high, before.close) - Swift.min(bar.low, before.close)
        return (up > down ? positivePart(up) : 0, down > up ? positivePart(down) : 0, range)
    }
}

/// Wilder's sum: each step takes away its share of the sum before the new value is added.
struct WilderSum: Sendable, Hashable, Codable {
    private let kept: Double
    private let first: Int
    private(set) var sum = 0.0
    private var count = 0

    init(_ period: Int) {
        kept = 1 - 1 / Double(period)
        first = period - 1
    }

    /// `nil` for the first `period - 1` values, which only add up.
    @inline(__always)
    mutating func update(_ value: Double) -> Double? {
        guard count == first else {
            count += 1
            sum += value
            return nil
        }
        sum = sum * kept + value
        return sum
    }
}

/// Wilder's directional movement (DMI): +DI, -DI and DX. Lines are 0 where nothing moved; DX keeps its last value then.
public struct DirectionalMovement: Indicator {
    /// How many bars are averaged.
    public let period: Int
    private var step = DirectionalStep()
    private var plus: WilderSum
    private var minus: WilderSum
    private var range: WilderSum
    private var index = 0.0

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        plus = WilderSum(period)
        minus = plus
        range = plus
    }

    /// `period`.
    public var warmUp: Int { period }

    /// Both lines and the index.
    public mutating func update(_ bar: PriceBar) -> DirectionalValue? {
        guard let step = step.update(bar) else { return nil }
        let sums = (plus.update(step.plus), minus.update(step.minus), range.update(step.range))
        guard let up = sums.0, let down = sums.1, let whole = sums.2 else { return nil }
        let (rise, fall) = whole == 0 ? (0, 0) : (100 * up / whole, 100 * down / whole)
        if rise + fall != 0 { index = 100 * abs(rise - fall) / (rise + fall) }
        return DirectionalValue(plus: rise, minus: fall, index: index)
    }

    /// Forgets every bar.
    public mutating func reset() { self = Self(valid: period) }
}

/// What the average directional index gives.
public struct TrendStrength: IndicatorOutput {
    /// The strength of the trend, 0 to 100, whichever way it goes.
    public var adx: Double
    /// The mean of ``adx`` now and a period less one ago; `nil` until there is one so long ago.
    public var rating: Double?

    /// `adx`, `adxr`.
    public static var columnNames: [String] { ["adx", "adxr"] }
    /// In that order; not a number for a rating that is not known yet.
    public var columnValues: [Double] { [adx, rating ?? .nan] }
}

/// Wilder's average directional index (ADX), 0 to 100.
public struct AverageDirectionalIndex: Indicator {
    private var movement: DirectionalMovement
    private var average: ExponentialAverage

    /// - Throws: Where the period is below 2.
    public init(period: Int = 14) throws(IndicatorError) { self.init(valid: try checked(period, atLeast: 2)) }

    init(valid period: Int) {
        movement = DirectionalMovement(valid: period)
        average = ExponentialAverage(validWilder: period)
    }

    /// `2 × period - 1`.
    public var warmUp: Int { movement.warmUp + average.warmUp }

    /// The index.
    public mutating func update(_ bar: PriceBar) -> Double? {
        movement.update(bar).flatMap { average.update($0.index) }
    }

    /// Forgets every bar.
    public mutating func reset() {
        movement.reset()
        average.reset()
    }
}

/// The average directional index and its rating (ADX and ADXR).
public struct DirectionalRating: Indicator {
    private var index: AverageDirectionalIndex
    private var lag: Lag

    /// - Throws: Where the period is below 2.
    public init(period: Int = 14) throws(IndicatorError) {
        index = AverageDirectionalIndex(valid: try checked(period, atLeast: 2))
        lag = Lag(period - 1)
    }

    /// `2 × period - 1`; the rating follows `period - 1` later.
    public var warmUp: Int { index.warmUp }

    /// Index and rating.
    public mutating func update(_ bar: PriceBar) -> TrendStrength? {
        index.update(bar).map { adx in
            TrendStrength(adx: adx, rating: lag.update(adx).map { (adx + $0) / 2 })
        }
    }

    /// Forgets every bar.
    public mutating func reset() {
        index.reset()
        lag.reset()
    }
}

/// Wilder's smoothed directional movement in the unit of the price.
public struct DirectionalSums: Indicator {
    /// What it gives.
    public struct Value: IndicatorOutput {
        /// The sum of rises (+DM).
        public var plus: Double
        /// The sum of falls (-DM).
        public var minus: Double
        /// `plus_dm`, `minus_dm`.
        public static var columnNames: [String] { ["plus_dm", "minus_dm"] }
        /// In that order.
        public var columnValues: [Double] { [plus, minus] }
    }

    /// How many bars are averaged.
    public let period: Int
    private var step = DirectionalStep()
    private var plus: WilderSum
    private var minus: WilderSum
    private var count = 0

    /// - Throws: Where the period is below 2.
    public init(period: Int = 14) throws(IndicatorError) { self.init(valid: try checked(period, atLeast: 2)) }

    private init(valid period: Int) {
        self.period = period
        plus = WilderSum(period)
        minus = plus
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// Both sums.
    public mutating func update(_ bar: PriceBar) -> Value? {
        guard let step = step.update(bar) else { return nil }
        count += 1
        (_, _) = (plus.update(step.plus), minus.update(step.minus))
        return count >= period - 1 ? Value(plus: plus.sum, minus: minus.sum) : nil
    }

    /// Forgets every bar.
    public mutating func reset() { self = Self(valid: period) }
}
