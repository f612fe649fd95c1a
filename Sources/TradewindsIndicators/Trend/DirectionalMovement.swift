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

/// Wilder's sums of directional movement: how far highs went above the last bar's, or lows below it, whichever was more,
/// and how far prices ranged. Each step takes away its share of a sum before the new value is added.
struct DirectionalTotals: Sendable, Hashable, Codable {
    // In this order: two neighbours that are written apart and read at once are slow to read.
    private var high = 0.0
    private let kept: Double
    private var low = 0.0
    private let first: Int
    private var close = 0.0
    /// How many bars with one before them were added, as far as it matters.
    private(set) var count = -1
    private(set) var plus = 0.0
    private(set) var range = 0.0
    private(set) var minus = 0.0

    init(_ period: Int) {
        kept = 1 - 1 / Double(period)
        first = period - 1
    }

    /// `true` once a whole period is in.
    @inline(__always)
    mutating func update(_ bar: PriceBar) -> Bool {
        // Chosen without a branch, which prices would mislead half of the time.
        let (up, down) = (bar.high - high, low - bar.low)
        let (rise, fall) = (positivePart(up > down ? up : 0), positivePart(down > up ? down : 0))
        let reach = Swift.max(bar.high, close) - Swift.min(bar.low, close)
        (high, low, close) = (bar.high, bar.low, bar.close)
        let share = count < first ? 1 : kept
        guard count >= 0 else {
            count = 0
            return false
        }
        plus = plus * share + rise
        minus = minus * share + fall
        range = range * share + reach
        if count <= first { count += 1 }
        return count > first
    }

    /// How one-sided the sums are, 0 to 100; `last` where nothing moved.
    @inline(__always)
    func index(after last: Double) -> Double {
        let whole = plus + minus
        return whole == 0 ? last : 100 * (plus - minus).magnitude / whole
    }
}

/// Wilder's directional movement (DMI): +DI, -DI and DX. Lines are 0 where nothing moved; DX keeps its last value then.
public struct DirectionalMovement: Indicator {
    /// How many bars are averaged.
    public let period: Int
    private var totals: DirectionalTotals
    private var index = 0.0

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        totals = DirectionalTotals(period)
    }

    /// `period`.
    public var warmUp: Int { period }

    /// Both lines and the index.
    public mutating func update(_ bar: PriceBar) -> DirectionalValue? {
        guard totals.update(bar) else { return nil }
        let scale = totals.range == 0 ? 0 : 100 / totals.range
        index = totals.index(after: index)
        return DirectionalValue(plus: totals.plus * scale, minus: totals.minus * scale, index: index)
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
    private let period: Int
    private var totals: DirectionalTotals
    private var index = 0.0
    private var average: ExponentialAverage

    /// - Throws: Where the period is below 2.
    public init(period: Int = 14) throws(IndicatorError) { self.init(valid: try checked(period, atLeast: 2)) }

    init(valid period: Int) {
        self.period = period
        totals = DirectionalTotals(period)
        average = ExponentialAverage(validWilder: period)
    }

    /// `2 × period - 1`.
    public var warmUp: Int { period + average.warmUp }

    /// The index.
    @inline(__always)
    public mutating func update(_ bar: PriceBar) -> Double? {
        guard totals.update(bar) else { return nil }
        index = totals.index(after: index)
        return average.update(index)
    }

    /// Forgets every bar.
    public mutating func reset() { self = Self(valid: period) }
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
    private var totals: DirectionalTotals

    /// - Throws: Where the period is below 2.
    public init(period: Int = 14) throws(IndicatorError) { self.init(valid: try checked(period, atLeast: 2)) }

    private init(valid period: Int) {
        self.period = period
        totals = DirectionalTotals(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// Both sums.
    public mutating func update(_ bar: PriceBar) -> Value? {
        _ = totals.update(bar)
        return totals.count >= period - 1 ? Value(plus: totals.plus, minus: totals.minus) : nil
    }

    /// Forgets every bar.
    public mutating func reset() { self = Self(valid: period) }
}
