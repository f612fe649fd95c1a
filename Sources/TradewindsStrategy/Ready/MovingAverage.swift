/// The mean of the last values: one value in, one mean out, once there are enough.
struct MovingAverage: Sendable, Hashable, Codable {
    private var values: [Double]
    private var next = 0
    private var count = 0
    private var sum = 0.0

    init(period: Int) { values = Array(repeating: 0, count: max(1, period)) }

    /// `nil` until there are as many values as the period.
    mutating func add(_ value: Double) -> Double? {
        sum += value - values[next]
        values[next] = value
        next += 1
        if next == values.count {
            next = 0
            // Summed anew once a round, so that rounding does not pile up.
            sum = values.reduce(0, +)
        }
        count = min(count + 1, values.count)
        return count == values.count ? sum / Double(values.count) : nil
    }
}
