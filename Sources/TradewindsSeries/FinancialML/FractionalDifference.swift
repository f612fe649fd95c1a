/// A fractional difference with a window of fixed width: less memory than a price, more than a return.
///
/// López de Prado (2018), section 5.5. The weights are those of the binomial series of `(1 - lag)^order`, cut where
/// their magnitude falls below the threshold.
///
/// Against mlfinpy 0.1.2: the same weights and values. There a hole is filled with the value before it and the rows
/// after it move; here a value whose window holds a hole is a hole.
public struct FractionalDifference: Sendable, Hashable {
    /// The weights, of the newest value first: 1, then `-order`, …
    public let weights: [Double]

    /// - Parameters:
    ///   - order: How far to difference: 0 leaves a series as it is, 1 is the plain difference.
    ///   - threshold: Weights below it are cut.
    ///   - longest: The most weights, such as the length of the series.
    /// - Throws: Where `order` is below zero, `threshold` is not above zero or `longest` is below one.
    public init(order: Double, threshold: Double = 1e-5, longest: Int) throws(SeriesError) {
        guard order >= 0, order.isFinite else { throw .badArgument(name: "order", requirement: "zero or more") }
        guard threshold > 0 else { throw .badArgument(name: "threshold", requirement: "above zero, such as 1e-4") }
        guard longest > 0 else { throw .badArgument(name: "longest window", requirement: "at least 1") }
        var weights = [1.0]
        while weights.count < longest, let last = weights.last {
            let lag = Double(weights.count)
            let next = -last * (order - lag + 1) / lag
            if next.magnitude < threshold { break }
            weights.append(next)
        }
        self.weights = weights
    }

    /// The differenced values; `nil` where the window is not filled yet or holds a hole.
    ///
    /// - Complexity: The number of values times the number of weights.
    public func values(of column: Column<Double>) -> [Double?] {
        let reversed = Array(weights.reversed())
        let width = weights.count
        return column.withUnsafeBufferPointer { values in
            reversed.withUnsafeBufferPointer { weights in
                (0..<values.count).map { row in
                    guard row + 1 >= width else { return nil }
                    let start = row + 1 - width
                    var sum = 0.0
                    for index in 0..<width { sum += weights[index] * values[start + index] }
                    return sum.isNaN ? nil : sum
                }
            }
        }
    }
}
