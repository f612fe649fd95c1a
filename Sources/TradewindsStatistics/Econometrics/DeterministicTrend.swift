/// What a unit-root or cointegration test allows besides the random part.
public enum DeterministicTrend: String, Sendable, Hashable, CaseIterable {
    /// Nothing: the series wanders about zero (`n`).
    case none = "n"
    /// A level (`c`).
    case constant = "c"
    /// A level and a slope (`ct`).
    case linear = "ct"
    /// A level, a slope and a curvature (`ctt`).
    case quadratic = "ctt"

    /// The number of regressors it adds.
    var width: Int {
        switch self {
        case .none: 0
        case .constant: 1
        case .linear: 2
        case .quadratic: 3
        }
    }

    /// The regressors for a number of rows; time counts from 1.
    func columns(rows: Int) -> [[Double]] {
        let time = (0..<rows).map { Double($0 + 1) }
        let all = [[Double](repeating: 1, count: rows), time, time.map { $0 * $0 }]
        return Array(all.prefix(width))
    }

    var surface: MacKinnonSurface {
        switch self {
        case .none: .none
        case .constant: .constant
        case .linear: .linear
        case .quadratic: .quadratic
        }
    }
}

/// The value of a statistic beyond which the hypothesis is rejected, for the usual levels.
public struct CriticalValues: Sendable, Hashable {
    /// Rejection with one percent of error.
    public let onePercent: Double
    /// Rejection with five percent of error.
    public let fivePercent: Double
    /// Rejection with ten percent of error.
    public let tenPercent: Double
}

extension MacKinnonSurface {
    /// The asymptotic p-value of a statistic for a number of series.
    func pValue(_ statistic: Double, series: Int) -> Double? {
        guard (1...left.count).contains(series) else { return nil }
        let row = series - 1
        if statistic > largest[row] { return 1 }
        if statistic < smallest[row] { return 0 }
        let coefficients = statistic <= turning[row] ? left[row] : right[row]
        return NormalDistribution.cumulative(coefficients.reversed().reduce(0) { $0 * statistic + $1 })
    }

    /// Critical values for a number of series and of observations.
    func criticalValues(series: Int, observations: Int) -> CriticalValues? {
        guard (1...critical.count).contains(series) else { return nil }
        let values = critical[series - 1].map { coefficients in
            coefficients.reversed().reduce(0) { $0 / Double(observations) + $1 }
        }
        return CriticalValues(onePercent: values[0], fivePercent: values[1], tenPercent: values[2])
    }
}
