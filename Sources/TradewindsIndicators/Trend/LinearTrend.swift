import Foundation

/// A straight line through the last inputs.
public struct TrendLine: IndicatorOutput {
    /// The line at the last input.
    public var value: Double
    /// Its rise for each input.
    public var slope: Double
    /// The line at the oldest input.
    public var intercept: Double

    /// Its slope in degrees.
    public var angle: Double { atan(slope) * 180 / .pi }
    /// The line one input ahead.
    public var forecast: Double { value + slope }

    /// `linreg`, `slope`, `intercept`, `angle`, `forecast`.
    public static var columnNames: [String] { ["linreg", "slope", "intercept", "angle", "forecast"] }
    /// In that order.
    public var columnValues: [Double] { [value, slope, intercept, angle, forecast] }
}

/// The least-squares line through the last `period` inputs.
public struct LinearTrend: Indicator {
    /// How many inputs.
    public let period: Int
    private var ring: Ring
    private var pivot = 0.0
    private var sum = 0.0
    private var weighted = 0.0

    /// - Throws: Where the period is below 2.
    public init(period: Int = 14) throws(IndicatorError) { self.init(valid: try checked(period, atLeast: 2)) }

    private init(valid period: Int) {
        self.period = period
        ring = Ring(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The line.
    public mutating func update(_ input: Double) -> TrendLine? {
        let old = ring.push(input)
        guard ring.isFull else { return nil }
        if ring.next == 0 {
            renew(around: input)
        } else {
            // Every input becomes one step older: its weight falls by one, the newest comes in with the highest.
            weighted += Double(period) * (input - pivot) - sum
            sum += input - old
        }
        let count = Double(period)
        // Weights 1…n, centred: their mean is (n + 1) / 2, the sum of their squares n (n² - 1) / 12.
        let slope = (weighted - sum * (count + 1) / 2) / (count * (count * count - 1) / 12)
        let mean = pivot + sum / count
        let half = (count - 1) / 2
        return TrendLine(value: mean + slope * half, slope: slope, intercept: mean - slope * half)
    }

    private mutating func renew(around pivot: Double) {
        self.pivot = pivot
        (sum, weighted) = (0, 0)
        for (place, value) in ring.values.enumerated() {
            sum += value - pivot
            weighted += Double(place + 1) * (value - pivot)
        }
    }

    /// Forgets every input.
    public mutating func reset() { self = Self(valid: period) }
}
