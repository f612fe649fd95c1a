/// The bars that labels span, and what their overlap makes of them. López de Prado (2018), chapter 4.
public struct LabelSpans: Sendable {
    /// For each label, the rows of its first and last bar.
    public let spans: [ClosedRange<Int>]
    /// For each bar, how many labels span it (snippet 4.1).
    public let concurrency: [Int]

    /// - `rows`: The number of bars.
    /// - Throws: Where a span reaches beyond the bars.
    public init(_ spans: [ClosedRange<Int>], rows: Int) throws(SeriesError) {
        guard rows >= 0 else { throw .badArgument(name: "rows", requirement: "zero or more") }
        var steps = [Int](repeating: 0, count: rows + 1)
        for span in spans {
            guard span.lowerBound >= 0, span.upperBound < rows else {
                throw .badArgument(name: "label", requirement: "within the bars' rows, 0 to \(rows - 1)")
            }
            steps[span.lowerBound] += 1
            steps[span.upperBound + 1] -= 1
        }
        var now = 0
        concurrency = steps.dropLast().map { step in
            now += step
            return now
        }
        self.spans = spans
    }

    /// The spans of labels.
    public init(_ labels: [BarrierLabel], rows: Int) throws(SeriesError) {
        try self.init(labels.map { $0.row...$0.endRow }, rows: rows)
    }

    /// For each label, the mean over its bars of one over the labels there: 1 for a label alone (snippet 4.2).
    public var averageUniqueness: [Double] {
        spans.map { span in
            var sum = 0.0
            for row in span { sum += 1 / Double(concurrency[row]) }
            return sum / Double(span.count)
        }
    }

    /// For each label, the magnitude of the return that is its own: each bar's logarithmic return is shared among the
    /// labels there. Scaled so that the weights add to their number (snippet 4.10).
    ///
    /// A label's first bar counts with the return that led into it, as in the book and mlfinpy.
    ///
    /// - Throws: Where a close is not above zero or there are more or fewer closes than bars.
    public func weightsByReturn(close: Column<Double>) throws(SeriesError) -> [Double] {
        guard close.count == concurrency.count else {
            throw .differentLength(column: "close", rows: close.count, times: concurrency.count)
        }
        let logs = try close.logarithms()
        let weights = spans.map { span in
            var sum = 0.0
            for row in span where row > 0 { sum += (logs[row] - logs[row - 1]) / Double(concurrency[row]) }
            return sum.magnitude
        }
        let total = weights.reduce(0, +)
        return total > 0 ? weights.map { $0 * Double(weights.count) / total } : weights
    }

    /// For each label, a factor that falls with age, piecewise linear in the uniqueness passed since (snippet 4.11).
    ///
    /// - Parameter oldest: The factor of the oldest label, from 0 to 1; 1 is no decay. Below 0, down to but not -1:
    ///   this share of the oldest gets nothing.
    /// - Throws: Where `oldest` is outside, or the labels do not stand in order of their first bar.
    public func timeDecay(oldest: Double) throws(SeriesError) -> [Double] {
        guard oldest > -1, oldest <= 1 else {
            throw .badArgument(name: "decay", requirement: "above -1 and not above 1")
        }
        for (before, now) in zip(spans, spans.dropFirst()) where now.lowerBound < before.lowerBound {
            throw .badArgument(name: "labels", requirement: "in order of their first bar")
        }
        var sum = 0.0
        let passed = averageUniqueness.map { uniqueness in
            sum += uniqueness
            return sum
        }
        guard let last = passed.last else { return [] }
        let slope = oldest >= 0 ? (1 - oldest) / last : 1 / ((oldest + 1) * last)
        let constant = 1 - slope * last
        return passed.map { max(0, constant + slope * $0) }
    }
}
