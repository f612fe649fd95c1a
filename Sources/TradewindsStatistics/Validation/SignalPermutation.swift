/// Monte-Carlo permutation of signals. Hypothesis: when the signals came does not matter; in another order they earn as
/// much.
public struct SignalPermutation: Sendable, Hashable {
    /// How the signals are put in another order.
    public enum Order: Sendable, Hashable {
        /// Any order: destroys the length of positions as well.
        case shuffled(replicates: Int, seed: UInt64)
        /// The same order from another start, wrapping around: keeps the length of positions.
        case rotated(replicates: Int, seed: UInt64)
        /// Given orders, each a rearrangement of the rows.
        case given([[Int]])
    }

    /// Mean of signal × return, of one period.
    public let observed: Double
    /// The same for each replicate.
    public let replicates: [Double]
    /// The share of orders that earn at least as much, the observed one included.
    public let pValue: Double

    /// Runs the test.
    /// - Parameters:
    ///   - signals: the position held over each period (-1, 0, 1, or any size).
    ///   - returns: the instrument's returns of the same periods.
    ///   - order: see ``Order``.
    ///   - workers: threads to use; the result is the same for any number.
    public init(
        signals: [Double], returns: [Double], order: Order, workers: Int = 1
    ) throws(StatisticsError) {
        try requireSameCount(signals, "signals", returns, "returns")
        try requireFinite(signals, "signals")
        try requireFinite(returns, "returns")
        try requireCount(returns, "returns", atLeast: 2)
        let rows = returns.count
        let count = try Self.count(order, rows)
        let earned = { @Sendable (place: (Int) -> Int) -> Double in
            (0..<rows).reduce(0) { $0 + signals[place($1)] * returns[$1] } / Double(rows)
        }
        let observed = earned { $0 }
        let replicates = concurrentMap(count, workers: workers) { replicate in
            let stream = UInt64(replicate)
            switch order {
            case .shuffled(_, let seed):
                var generator = SeededGenerator(seed: seed, stream: stream)
                let permutation = generator.permutation(rows)
                return earned { permutation[$0] }
            case .rotated(_, let seed):
                var generator = SeededGenerator(seed: seed, stream: stream)
                let shift = 1 + generator.whole(below: rows - 1)
                return earned { ($0 + shift) % rows }
            case .given(let orders):
                return earned { orders[replicate][$0] }
            }
        }
        let tolerance = abs(observed) * 1e-12
        let reached = replicates.count { $0 >= observed - tolerance }
        self.observed = observed
        self.replicates = replicates
        pValue = Double(1 + reached) / Double(1 + count)
    }

    private static func count(_ order: Order, _ rows: Int) throws(StatisticsError) -> Int {
        switch order {
        case .shuffled(let replicates, _), .rotated(let replicates, _):
            try requireRange(replicates, "replicates", 1...100_000_000)
            return replicates
        case .given(let orders):
            try requireRange(orders.count, "orders", 1...Int.max)
            for order in orders where order.sorted() != Array(0..<rows) {
                throw .outOfRange(
                    parameter: "order", value: Double(order.count), allowed: "each of the rows 0 to \(rows - 1) once")
            }
            return orders.count
        }
    }
}
