/// A seeded path that starts, ends and turns where a bar says.
///
/// A random walk is bent into a bridge from open to close; what sticks out above both is stretched or pressed so that
/// its top is the high, and likewise below. The result never leaves the bar's range.
struct PathNodes {
    var values: [Int64]

    /// A path of `steps` steps, at least one.
    ///
    /// - `tick`: Nodes are multiples of it, except where the range begins or ends between two.
    /// - `noise`: The step numbered 1 to `steps`, of mean 0 and variance 1.
    init(_ range: PriceRange, steps: Int, tick: Int64 = 1, noise: (Int) -> Double) {
        let steps = max(steps, 1)
        let walk = Self.bridge(range, steps: steps, noise: noise)
        let (top, bottom) = (Double(max(range.open, range.close)), Double(min(range.open, range.close)))
        let highest = walk.max() ?? top
        let lowest = walk.min() ?? bottom
        let up = highest > top ? (Double(range.high) - top) / (highest - top) : 0
        let down = lowest < bottom ? (bottom - Double(range.low)) / (bottom - lowest) : 0
        values = walk.map { value in
            let bent =
                value > top ? top + (value - top) * up : value < bottom ? bottom - (bottom - value) * down : value
            return min(max(Int64((bent / Double(tick)).rounded()) * tick, range.low), range.high)
        }
        values[0] = range.open
        values[steps] = range.close
    }

    /// Makes sure that high and low are both reached, moving at most one inner node for each.
    mutating func pin(_ range: PriceRange) {
        guard values.count >= 4 else { return }
        let inner = 1..<(values.count - 1)
        var raised: Int?
        if !values.contains(range.high) {
            let index = inner.max { values[$0] < values[$1] } ?? inner.lowerBound
            values[index] = range.high
            raised = index
        }
        if !values.contains(range.low) {
            let index = inner.filter { $0 != raised }.min { values[$0] < values[$1] } ?? inner.lowerBound
            values[index] = range.low
            // The lowest inner node may have been the only one at the high.
            if !values.contains(range.high), let other = inner.first(where: { $0 != index }) {
                values[other] = range.high
            }
        }
    }

    private static func bridge(_ range: PriceRange, steps: Int, noise: (Int) -> Double) -> [Double] {
        var walk = [Double](repeating: 0, count: steps + 1)
        for step in 1...steps { walk[step] = walk[step - 1] + noise(step) }
        let end = walk[steps]
        let amplitude = 0.9 * Double(range.high - range.low) / Double(steps).squareRoot()
        let (open, gain) = (Double(range.open), Double(range.close - range.open))
        for step in 0...steps {
            let part = Double(step) / Double(steps)
            walk[step] = open + gain * part + amplitude * (walk[step] - end * part)
        }
        return walk
    }
}

/// Open, high, low and close in price units.
struct PriceRange: Sendable, Hashable {
    var open: Int64
    var high: Int64
    var low: Int64
    var close: Int64
}
