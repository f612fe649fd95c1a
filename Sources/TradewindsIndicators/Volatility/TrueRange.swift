/// How far a bar reached, a gap since the close before included.
public struct TrueRange: Indicator {
    private var before: Double?

    /// A range.
    public init() {}

    /// One: the first bar has no close before it.
    public var warmUp: Int { 1 }

    /// The range.
    @inline(__always)
    public mutating func update(_ bar: PriceBar) -> Double? {
        defer { before = bar.close }
        guard let before else { return nil }
        // Written so that the processor needs no branch.
        return (bar.high > before ? bar.high : before) - (bar.low < before ? bar.low : before)
    }

    /// Forgets the close.
    public mutating func reset() { before = nil }
}

/// Wilder's average of true ranges (ATR), in the unit of the price.
public struct AverageTrueRange: Indicator {
    private var range = TrueRange()
    private var average: ExponentialAverage

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) { self.init(valid: try checked(period)) }

    init(valid period: Int) { average = ExponentialAverage(validWilder: period) }

    /// `period`.
    public var warmUp: Int { average.period }

    /// The average range.
    @inline(__always)
    public mutating func update(_ bar: PriceBar) -> Double? { range.update(bar).flatMap { average.update($0) } }

    /// Forgets every bar.
    public mutating func reset() {
        range.reset()
        average.reset()
    }
}

/// The average true range as a percentage of the close (NATR); 0 at a close of zero.
public struct NormalizedTrueRange: Indicator {
    private var range: AverageTrueRange

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) { range = try AverageTrueRange(period: period) }

    /// `period`.
    public var warmUp: Int { range.warmUp }

    /// The percentage.
    public mutating func update(_ bar: PriceBar) -> Double? {
        range.update(bar).map { bar.close == 0 ? 0 : $0 / bar.close * 100 }
    }

    /// Forgets every bar.
    public mutating func reset() { range.reset() }
}

/// The mean of high less low (ADR), gaps left out.
public struct AverageDailyRange: Indicator {
    private var average: SimpleAverage

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) { average = try SimpleAverage(period: period) }

    /// `period - 1`.
    public var warmUp: Int { average.warmUp }

    /// The mean range.
    public mutating func update(_ bar: PriceBar) -> Double? { average.update(bar.range) }

    /// Forgets every bar.
    public mutating func reset() { average.reset() }
}
