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
    private var ramp: RollingRamp
    private let squares: Double

    /// - Throws: Where the period is below 2.
    public init(period: Int = 14) throws(IndicatorError) {
        self.period = try checked(period, atLeast: 2)
        ramp = RollingRamp(period)
        // Weights 1…n, centred: their mean is (n + 1) / 2, the sum of their squares n (n² - 1) / 12.
        let count = Double(period)
        squares = count * (count * count - 1) / 12
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The line.
    public mutating func update(_ input: Double) -> TrendLine? {
        ramp.update(input)
        guard ramp.isFull else { return nil }
        let count = Double(period)
        let slope = (ramp.weighted - ramp.sum * ((count + 1) / 2)) / squares
        let mean = ramp.pivot + ramp.sum / count
        let half = (count - 1) / 2
        return TrendLine(value: mean + slope * half, slope: slope, intercept: mean - slope * half)
    }

    /// Forgets every input.
    public mutating func reset() { ramp.reset() }
}
