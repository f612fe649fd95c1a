/// A line between two others.
public struct Band: IndicatorOutput {
    /// The upper line.
    public var upper: Double
    /// The middle line.
    public var middle: Double
    /// The lower line.
    public var lower: Double

    /// A band.
    public init(upper: Double, middle: Double, lower: Double) {
        (self.upper, self.middle, self.lower) = (upper, middle, lower)
    }

    /// `upper`, `middle`, `lower`.
    public static var columnNames: [String] { ["upper", "middle", "lower"] }
    /// In that order.
    public var columnValues: [Double] { [upper, middle, lower] }

    /// Where a price lies: 0 at the lower line, 1 at the upper one; one half where they meet.
    public func position(of price: Double) -> Double { upper == lower ? 0.5 : (price - lower) / (upper - lower) }
    /// The distance of the outer lines as a part of the middle one.
    public var width: Double { middle == 0 ? 0 : (upper - lower) / middle }
}

/// The mean of the last inputs, and lines so many standard deviations (divided by the count) above and below.
public struct BollingerBands: Indicator {
    /// How many inputs.
    public let period: Int
    /// How many deviations.
    public let width: Double
    private var moments: RollingMoments

    /// - Throws: Where the period is below 2 or the width outside 0 to 1,000.
    public init(period: Int = 20, width: Double = 2) throws(IndicatorError) {
        self.init(valid: try checked(period, atLeast: 2), try checked(width, in: 0...1000))
    }

    private init(valid period: Int, _ width: Double) {
        self.period = period
        self.width = width
        moments = RollingMoments(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The band.
    public mutating func update(_ input: Double) -> Band? {
        moments.update(input)
        guard moments.isFull else { return nil }
        let reach = width * moments.variance.squareRoot()
        return Band(upper: moments.mean + reach, middle: moments.mean, lower: moments.mean - reach)
    }

    /// Forgets every input.
    public mutating func reset() { moments.reset() }
}

/// An exponential average of typical prices, and lines so many average true ranges above and below: those of
/// ``ExponentialAverage`` and ``AverageTrueRange`` to the bit. TA-Lib begins the quicker of both later.
public struct KeltnerChannel: Indicator {
    private let width: Double
    private var average: ExponentialAverage
    private var range: AverageTrueRange

    /// - Throws: Where a period is below 1 or the width outside 0 to 1,000.
    public init(period: Int = 20, rangePeriod: Int = 10, width: Double = 2) throws(IndicatorError) {
        average = ExponentialAverage(valid: try checked(period))
        range = AverageTrueRange(valid: try checked(rangePeriod))
        self.width = try checked(width, in: 0...1000)
    }

    /// The longer of the average's and the range's.
    public var warmUp: Int { Swift.max(average.warmUp, range.warmUp) }

    /// The band.
    public mutating func update(_ bar: PriceBar) -> Band? {
        let (middle, range) = (average.update(bar.typical), range.update(bar))
        guard let middle, let range else { return nil }
        return Band(upper: middle + width * range, middle: middle, lower: middle - width * range)
    }

    /// Forgets every bar.
    public mutating func reset() {
        average.reset()
        range.reset()
    }
}

/// The highest high and the lowest low of the last bars.
public struct DonchianChannel: Indicator {
    /// How many bars.
    public let period: Int
    private var range: RollingRange

    /// - Throws: Where the period is below 1.
    public init(period: Int = 20) throws(IndicatorError) {
        self.period = try checked(period)
        range = RollingRange(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The band.
    public mutating func update(_ bar: PriceBar) -> Band? {
        range.update(high: bar.high, low: bar.low).map {
            Band(upper: $0.high, middle: ($0.high + $0.low) / 2, lower: $0.low)
        }
    }

    /// Forgets every bar.
    public mutating func reset() { range.reset() }
}

/// Headley's bands: means of highs and lows pushed apart by the bars' relative ranges.
public struct AccelerationBands: Indicator {
    /// How many bars.
    public let period: Int
    private var upper: SimpleAverage
    private var middle: SimpleAverage
    private var lower: SimpleAverage

    /// - Throws: Where the period is below 1.
    public init(period: Int = 20) throws(IndicatorError) {
        self.period = try checked(period)
        upper = SimpleAverage(valid: period)
        middle = upper
        lower = upper
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The band.
    public mutating func update(_ bar: PriceBar) -> Band? {
        let sum = bar.high + bar.low
        let push = sum == 0 ? 0 : 4 * bar.range / sum
        let (top, mean, bottom) = (
            upper.update(bar.high * (1 + push)), middle.update(bar.close), lower.update(bar.low * (1 - push))
        )
        guard let top, let mean, let bottom else { return nil }
        return Band(upper: top, middle: mean, lower: bottom)
    }

    /// Forgets every bar.
    public mutating func reset() {
        upper.reset()
        middle.reset()
        lower.reset()
    }
}
