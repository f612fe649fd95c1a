/// How imbalance and run bars expect their next bar. López de Prado (2018), sections 2.3.2.1 to 2.3.2.3.
public struct InformationRule: Sendable, Hashable {
    /// How many trades a bar is expected to hold, after the first one.
    public enum ExpectedTicks: Sendable, Hashable {
        /// Always the number at the beginning.
        case constant
        /// An exponential average over the bars before, held within bounds. The book's own; without bounds it tends to
        /// run away, to one trade a bar or to no bar at all.
        case average(bars: Int, bounds: ClosedRange<Double>?)
    }

    /// Trades expected in the first bar; as many must have passed before there is one.
    public var initialTicks: Double
    /// Trades that the expected imbalance is averaged over, exponentially.
    public var window: Int
    /// How the expected number of trades goes on.
    public var expectedTicks: ExpectedTicks
    /// Bars that the expected share of buys is averaged over, exponentially: run bars only.
    public var shareBars: Int

    /// The defaults are mlfinpy's.
    public init(
        initialTicks: Double = 20_000, window: Int = 10_000, expectedTicks: ExpectedTicks = .constant,
        shareBars: Int = 3
    ) {
        (self.initialTicks, self.window) = (initialTicks, window)
        (self.expectedTicks, self.shareBars) = (expectedTicks, shareBars)
    }

    func check() throws(SeriesError) {
        guard initialTicks > 0, initialTicks.isFinite else {
            throw .badArgument(name: "initial ticks", requirement: "above zero")
        }
        guard window > 0 else { throw .badArgument(name: "window", requirement: "above zero") }
        guard shareBars > 0 else { throw .badArgument(name: "share bars", requirement: "above zero") }
        if case .average(let bars, let bounds) = expectedTicks {
            guard bars > 0 else { throw .badArgument(name: "bars of the average", requirement: "above zero") }
            if let bounds, !(bounds.lowerBound > 0) {
                throw .badArgument(name: "bounds of the expected ticks", requirement: "above zero")
            }
        }
    }

    /// The trades expected in the next bar, after bars of these many.
    func nextTicks(after bars: [Double], now: Double) -> Double {
        guard case .average(let window, let bounds) = expectedTicks else { return now }
        let average = Self.average(bars.suffix(window), window: window)
        return bounds.map { min(max(average, $0.lowerBound), $0.upperBound) } ?? average
    }

    /// The exponential average of a few values with the decay of a span of `window`, its weights adding to one.
    static func average(_ values: ArraySlice<Double>, window: Int) -> Double {
        let kept = 1 - 2 / (Double(window) + 1)
        var (sum, weight) = (0.0, 0.0)
        for (age, value) in values.enumerated() {
            sum = sum * kept + value
            weight += power(kept, age)
        }
        return sum / weight
    }

    /// A power by squaring: mlfinpy's rounding to the bit, on which it hangs whether a sum that just meets its threshold
    /// has passed it.
    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, factor, left) = (1.0, base, exponent)
        while left > 0 {
            if left & 1 == 1 { result *= factor }
            left >>= 1
            factor *= factor
        }
        return result
    }
}
