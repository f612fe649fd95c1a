/// What SuperTrend gives.
public struct SuperTrendValue: IndicatorOutput {
    /// The line: below the price in a rise, above it in a fall.
    public var line: Double
    /// Whether the trend is up.
    public var isUp: Bool

    /// `supertrend`, `trend` (1 up, -1 down).
    public static var columnNames: [String] { ["supertrend", "trend"] }
    /// In that order.
    public var columnValues: [Double] { [line, isUp ? 1 : -1] }
}

/// Seban's SuperTrend: a line so many average true ranges from the median price that only tightens until the close crosses it.
public struct SuperTrend: Indicator {
    private let multiplier: Double
    private var range: AverageTrueRange
    private var state: State?

    private struct State: Sendable, Hashable, Codable {
        var upper: Double
        var lower: Double
        var close: Double
        var isUp: Bool
    }

    /// - Throws: Where the period is below 1 or the multiplier outside 0 to 1,000.
    public init(period: Int = 10, multiplier: Double = 3) throws(IndicatorError) {
        range = AverageTrueRange(valid: try checked(period))
        self.multiplier = try checked(multiplier, in: 0...1000)
    }

    /// `period`.
    public var warmUp: Int { range.warmUp }

    /// Line and trend.
    public mutating func update(_ bar: PriceBar) -> SuperTrendValue? {
        guard let range = range.update(bar) else { return nil }
        var upper = bar.median + multiplier * range
        var lower = bar.median - multiplier * range
        // Until a close falls below the lower line, the trend is up.
        var isUp = bar.close >= lower
        if let state {
            if state.close <= state.upper { upper = Swift.min(upper, state.upper) }
            if state.close >= state.lower { lower = Swift.max(lower, state.lower) }
            isUp = state.isUp ? bar.close >= lower : bar.close > upper
        }
        state = State(upper: upper, lower: lower, close: bar.close, isUp: isUp)
        return SuperTrendValue(line: isUp ? lower : upper, isUp: isUp)
    }

    /// Forgets every bar.
    public mutating func reset() {
        range.reset()
        state = nil
    }
}
