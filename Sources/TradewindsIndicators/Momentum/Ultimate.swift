/// Williams' ultimate oscillator (ULTOSC), 0 to 100: buying pressure over true range in three windows, the shortest weighing
/// four times the longest and the middle one twice. A window whose ranges are all zero adds nothing.
public struct UltimateOscillator: Indicator {
    private var before: Double?
    private var pressures: [RollingSum]
    private var ranges: [RollingSum]
    private let longest: Int

    /// - Throws: Where a period is below 1.
    public init(short: Int = 7, middle: Int = 14, long: Int = 28) throws(IndicatorError) {
        var sums: [RollingSum] = []
        for period in [short, middle, long].sorted() { sums.append(RollingSum(try checked(period))) }
        (pressures, ranges) = (sums, sums)
        longest = Swift.max(short, middle, long)
    }

    /// The longest period.
    public var warmUp: Int { longest }

    /// The oscillator.
    public mutating func update(_ bar: PriceBar) -> Double? {
        defer { before = bar.close }
        guard let before else { return nil }
        let low = Swift.min(bar.low, before)
        let (pressure, range) = (bar.close - low, Swift.max(bar.high, before) - low)
        var result = 0.0
        var isReady = true
        var weight = 4.0
        for place in pressures.indices {
            let (sum, whole) = (pressures[place].update(pressure), ranges[place].update(range))
            if let sum, let whole { result += whole == 0 ? 0 : weight * sum / whole } else { isReady = false }
            weight /= 2
        }
        return isReady ? 100 * result / 7 : nil
    }

    /// Forgets every bar.
    public mutating func reset() {
        before = nil
        for place in pressures.indices {
            pressures[place].reset()
            ranges[place].reset()
        }
    }
}
