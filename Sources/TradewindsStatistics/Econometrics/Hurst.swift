import Foundation

/// The Hurst exponent of a column of levels: below ½ it tends back, at ½ it wanders, above ½ it trends.
public enum Hurst {
    /// From how the deviation of differences grows with their lag: the slope of a line through their logarithms.
    ///
    /// `nil` if the series does not move over some lag.
    /// - Parameters:
    ///   - series: levels (logarithms of prices, a spread), oldest first.
    ///   - lags: the lags to look at, at least two.
    public static func scaling(_ series: [Double], lags: Range<Int> = 2..<20) throws(StatisticsError) -> Double? {
        try requireFinite(series, "series")
        try requireRange(lags.lowerBound, "first lag", 1...Int.max)
        try requireRange(lags.count, "number of lags", 2...Int.max)
        guard lags.upperBound <= series.count - 2 else {
            throw .tooShort(column: "series", count: series.count, needed: min(lags.upperBound, Int.max - 2) + 2)
        }
        let spreads = lags.map { lag in
            (lag..<series.count).map { series[$0] - series[$0 - lag] }.deviation(ddof: 0) ?? 0
        }
        return slope(lags.map(Double.init), spreads)
    }

    /// From the rescaled range of the differences in windows of growing length (the `hurst` package's `compute_Hc` for a
    /// random walk, not simplified).
    ///
    /// Reads high on short columns: 0.55 to 0.6 is usual for a random walk of a thousand rows. `nil` if every window of some
    /// length stands still.
    public static func rescaledRange(_ series: [Double], shortest: Int = 10) throws(StatisticsError) -> Double? {
        try requireFinite(series, "series")
        try requireCount(series, "series", atLeast: 100)
        try requireRange(shortest, "shortest", 3...(series.count / 2))
        let first = log10(Double(shortest))
        let last = log10(Double(series.count - 1))
        var windows: [Int] = []
        for step in 0..<Int(((last - first) / 0.25).rounded(.up)) {
            windows.append(Int(pow(10, first + 0.25 * Double(step))))
        }
        windows.append(series.count)
        let ranges = windows.map { window in
            stride(from: 0, through: series.count - window, by: window)
                .compactMap { rescaled(series[$0..<($0 + window)]) }.mean ?? 0
        }
        return slope(windows.map(Double.init), ranges)
    }

    private static func rescaled(_ window: ArraySlice<Double>) -> Double? {
        let steps = zip(window.dropFirst(), window).map { $0 - $1 }
        guard let mean = steps.mean, let deviation = steps.deviation(), deviation > 0 else { return nil }
        var level = 0.0
        let path = steps.map { step in
            level += step - mean
            return level
        }
        guard let highest = path.max(), let lowest = path.min(), highest > lowest else { return nil }
        return (highest - lowest) / deviation
    }

    /// The slope of a line through the logarithms; `nil` if a value is not positive.
    private static func slope(_ xs: [Double], _ ys: [Double]) -> Double? {
        guard ys.allSatisfy({ $0 > 0 }) else { return nil }
        let (x, y) = (xs.map(log10), ys.map(log10))
        return ratio(centralProduct(x, y), centralProduct(x, x))
    }
}
