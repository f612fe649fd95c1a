/// How long ago the extremes were.
public struct AroonValue: IndicatorOutput {
    /// 100 when the last bar has the lowest low, 0 when the oldest has it.
    public var down: Double
    /// 100 when the last bar has the highest high, 0 when the oldest has it.
    public var up: Double
    /// ``up`` less ``down``.
    public var oscillator: Double { up - down }

    /// `down`, `up`, `oscillator`.
    public static var columnNames: [String] { ["down", "up", "oscillator"] }
    /// In that order.
    public var columnValues: [Double] { [down, up, oscillator] }
}

/// Chande's Aroon: how many of the last `period` bars went by since the highest high and the lowest low; of equals the latest
/// counts. Costs up to the period a bar.
public struct Aroon: Indicator {
    /// How many bars before the last one are looked at.
    public let period: Int
    private var highs: Ring
    private var lows: Ring
    private var range: RollingRange

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) {
        self.period = try checked(period)
        highs = Ring(period + 1)
        lows = Ring(period + 1)
        range = RollingRange(period + 1)
    }

    /// `period`.
    public var warmUp: Int { period }

    /// Both, in percent.
    public mutating func update(_ bar: PriceBar) -> AroonValue? {
        (_, _) = (highs.push(bar.high), lows.push(bar.low))
        guard let (high, low) = range.update(high: bar.high, low: bar.low) else { return nil }
        return AroonValue(down: nearness(of: low, in: lows), up: nearness(of: high, in: highs))
    }

    private func nearness(of extreme: Double, in ring: Ring) -> Double {
        let age = (0..<period).first { ring.value(ago: $0) == extreme } ?? period
        return 100 * Double(period - age) / Double(period)
    }

    /// Forgets every bar.
    public mutating func reset() {
        highs.reset()
        lows.reset()
        range.reset()
    }
}
