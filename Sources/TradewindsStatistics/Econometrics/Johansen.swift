import Foundation

/// Johansen's test for the number of cointegrating combinations among several series.
///
/// Equal to statsmodels' `coint_johansen`.
public struct Johansen: Sendable, Hashable {
    /// The hypothesis "at most `rank` combinations are stationary" with its two statistics.
    public struct Rank: Sendable, Hashable {
        /// The number of combinations under the hypothesis.
        public let rank: Int
        /// The trace statistic.
        public let trace: Double
        /// Its critical values; `nil` for more than twelve series.
        public let traceCritical: CriticalValues?
        /// The statistic of the largest eigenvalue.
        public let eigen: Double
        /// Its critical values; `nil` for more than twelve series.
        public let eigenCritical: CriticalValues?
    }

    /// A row for each rank from 0 on.
    public let ranks: [Rank]
    /// Eigenvalues, largest first.
    public let eigenvalues: [Double]
    /// The combinations that go with the eigenvalues; the first weight that is not zero is positive.
    public let vectors: [[Double]]

    /// Runs the test on columns of levels of one length.
    /// - Parameters:
    ///   - series: at least one column; two or more make sense.
    ///   - trend: nothing, a level or a line; not a curvature.
    ///   - lags: lagged differences in the error correction model.
    public init(
        _ series: [[Double]], trend: DeterministicTrend = .constant, lags: Int = 1
    ) throws(StatisticsError) {
        guard let rows = series.first?.count else {
            throw .outOfRange(parameter: "series", value: 0, allowed: "at least one")
        }
        if trend == .quadratic {
            throw .outOfRange(parameter: "trend", value: 3, allowed: "none, constant or linear")
        }
        for (index, column) in series.enumerated() {
            try requireFinite(column, "series \(index)")
            try requireSameCount(series[0], "series 0", column, "series \(index)")
        }
        try requireRange(lags, "lags", 0...max(0, rows / 2))
        try requireCount(series[0], "series", atLeast: (series.count + 1) * (lags + 1) + 2)
        let parts = try Self.residuals(series, trend, lags)
        let pairs = try Self.eigen(parts.differences, parts.levels)
        eigenvalues = pairs.map(\.value)
        vectors = pairs.map(\.vector)
        let effective = Double(parts.levels[0].count)
        let count = series.count
        let values = eigenvalues
        ranks = (0..<count).map { rank in
            Rank(
                rank: rank, trace: -effective * values[rank...].map { log(1 - $0) }.sum,
                traceCritical: Self.critical(trend, remaining: count - rank, trace: true),
                eigen: -effective * log(1 - values[rank]),
                eigenCritical: Self.critical(trend, remaining: count - rank, trace: false))
        }
    }

    /// Differences and levels, both freed of trend and lagged differences.
    private static func residuals(
        _ series: [[Double]], _ trend: DeterministicTrend, _ lags: Int
    ) throws(StatisticsError) -> (differences: [[Double]], levels: [[Double]]) {
        let level: DeterministicTrend = trend == .none ? .none : .constant
        func detrend(_ column: [Double], _ trend: DeterministicTrend) throws(StatisticsError) -> [Double] {
            try LeastSquares.residuals(of: column, on: trend.columns(rows: column.count), what: "time")
        }
        var columns: [[Double]] = []
        for column in series { columns.append(try detrend(column, trend)) }
        let differences = columns.map { column in column.indices.dropFirst().map { column[$0] - column[$0 - 1] } }
        let rows = differences[0].count - lags
        var lagged: [[Double]] = []
        for lag in stride(from: 1, through: lags, by: 1) {
            for column in differences {
                lagged.append(try detrend(Array(column[(lags - lag)..<(lags - lag + rows)]), level))
            }
        }
        var changes: [[Double]] = []
        var levels: [[Double]] = []
        for column in differences {
            let present = try detrend(Array(column[lags...]), level)
            changes.append(try LeastSquares.residuals(of: present, on: lagged, what: "lagged differences"))
        }
        for column in columns {
            let before = try detrend(Array(column[1..<(1 + rows)]), level)
            levels.append(try LeastSquares.residuals(of: before, on: lagged, what: "lagged differences"))
        }
        return (changes, levels)
    }

    private static func eigen(
        _ changes: [[Double]], _ levels: [[Double]]
    ) throws(StatisticsError) -> [(value: Double, vector: [Double])] {
        func products(_ first: [[Double]], _ second: [[Double]]) -> [[Double]] {
            first.map { a in second.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / Double(a.count) } }
        }
        let levelFactor = try SymmetricMatrix(products(levels, levels)).cholesky(what: "series")
        let changeFactor = try SymmetricMatrix(products(changes, changes)).cholesky(what: "differences")
        // Rows of the whitened cross products: changes by levels.
        let cross = products(levels, changes).map { forwardSolve(changeFactor, $0) }
        let whitened = (0..<changes.count).map { column in forwardSolve(levelFactor, cross.map { $0[column] }) }
        let size = levels.count
        let square = (0..<size).map { row in
            (0..<size).map { column in whitened.reduce(0) { $0 + $1[row] * $1[column] } }
        }
        return SymmetricMatrix(square).eigen().map { pair in
            let vector = backwardSolve(levelFactor, pair.vector)
            let sign = (vector.first { $0 != 0 } ?? 1) < 0 ? -1.0 : 1.0
            return (pair.value, vector.map { $0 * sign })
        }
    }

    private static func critical(
        _ trend: DeterministicTrend, remaining: Int, trace: Bool
    ) -> CriticalValues? {
        let table =
            switch trend {
            case .none: trace ? JohansenTables.traceNone : JohansenTables.eigenNone
            case .constant: trace ? JohansenTables.traceConstant : JohansenTables.eigenConstant
            case .linear, .quadratic: trace ? JohansenTables.traceLinear : JohansenTables.eigenLinear
            }
        guard remaining <= table.count else { return nil }
        let row = table[remaining - 1]
        return CriticalValues(onePercent: row[2], fivePercent: row[1], tenPercent: row[0])
    }
}
