import TradewindsVocabulary

extension BarSeries {
    /// The volatility of the return over a day, at each bar: the exponentially weighted standard deviation of the
    /// returns since the last bar before the same time on the day before. `nil` during the first day and at the first
    /// return.
    ///
    /// López de Prado (2018), snippet 3.1, to the letter: a bar exactly one day earlier does not count as before, so
    /// that daily bars give returns over two days. It sets the width of the barriers; it is not annual.
    ///
    /// - Parameter span: The decay in returns, as pandas' `ewm(span:)`: the weight of one falls by `1 - 2 / (span + 1)`
    ///   with each that follows.
    /// - Throws: Where `span` is below one or a close is not above zero.
    public func dailyVolatility(span: Double = 100) throws(SeriesError) -> [Double?] {
        guard span >= 1, span.isFinite else { throw .badArgument(name: "volatility span", requirement: "at least 1") }
        var result = [Double?](repeating: nil, count: count)
        var deviation = ExponentialDeviation(span: span)
        var before = 0
        for row in 0..<count {
            let dayAgo = time[row] - .seconds(86_400)
            while time[before] < dayAgo { before += 1 }
            guard before > 0 else { continue }
            let base = close[before - 1]
            guard base > 0, close[row].isFinite else {
                throw .badValue(column: "close", row: before - 1, requirement: "above zero")
            }
            result[row] = deviation.add(close[row] / base - 1)
        }
        return result
    }
}

/// The exponentially weighted standard deviation of a stream, without bias: weights fall by a factor from value to
/// value and the sum of squares is divided as pandas does for `ewm(span: …, adjust=True).std(bias=False)`.
struct ExponentialDeviation {
    private let kept: Double
    private var mean = 0.0
    private var variance = 0.0
    private var weights = 0.0
    private var squaredWeights = 0.0

    init(span: Double) { kept = 1 - 2 / (span + 1) }

    /// The deviation with `value`; `nil` for the first.
    mutating func add(_ value: Double) -> Double? {
        if weights == 0 {
            (mean, weights, squaredWeights) = (value, 1, 1)
            return nil
        }
        weights *= kept
        squaredWeights *= kept * kept
        let before = mean
        let total = weights + 1
        if mean != value { mean = (weights * before + value) / total }
        let (oldStep, newStep) = (before - mean, value - mean)
        variance = (weights * (variance + oldStep * oldStep) + newStep * newStep) / total
        weights = total
        squaredWeights += 1
        let freedom = weights * weights - squaredWeights
        return freedom > 0 ? (variance * weights * weights / freedom).squareRoot() : nil
    }
}
