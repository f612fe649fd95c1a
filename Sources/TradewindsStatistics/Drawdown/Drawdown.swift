/// One fall of the equity below its highest value so far, until that value is reached again.
///
/// Rows count periods of the column from 0. The first period under water is `start`.
public struct Drawdown: Sendable, Hashable {
    /// The first period below the peak.
    public let start: Int
    /// The period of the lowest equity; the first one of several equal.
    public let valley: Int
    /// The last period below the peak, or the last of the column if the peak was not reached again.
    public let end: Int
    /// Whether the peak was reached again within the column.
    public let recovered: Bool
    /// The deepest fall as a fraction of the peak, negative.
    public let depth: Double

    /// The number of periods under water.
    public var length: Int { end - start + 1 }

    /// The fall below the running peak for each period: 0 at a peak, negative below. The equity starts at 1, so a loss in
    /// the first period is a drawdown.
    public static func series(of returns: [Double]) -> [Double] {
        var equity = 1.0
        var peak = 1.0
        return returns.map { value in
            equity *= 1 + value
            peak = max(peak, equity)
            return (equity - peak) / peak
        }
    }

    /// All drawdowns of a column of returns, oldest first. Sort by `depth` for a table of the worst.
    public static func all(of returns: [Double]) -> [Drawdown] { all(inSeries: series(of: returns)) }

    static func all(inSeries series: [Double]) -> [Drawdown] {
        var found: [Drawdown] = []
        var start: Int?
        for index in series.indices {
            if series[index] < 0 {
                start = start ?? index
            } else if let first = start {
                found.append(Drawdown(series, first, index - 1, recovered: true))
                start = nil
            }
        }
        if let first = start { found.append(Drawdown(series, first, series.count - 1, recovered: false)) }
        return found
    }

    private init(_ series: [Double], _ start: Int, _ end: Int, recovered: Bool) {
        var valley = start
        for index in start...end where series[index] < series[valley] { valley = index }
        self.start = start
        self.valley = valley
        self.end = end
        self.recovered = recovered
        depth = series[valley]
    }
}
