/// When each row's prediction is made and when its outcome is known, in any whole unit (rows, seconds, nanoseconds).
public struct LabelTimes: Sendable, Hashable {
    /// When the prediction is made; never falls.
    public let predicted: [Int]
    /// When the outcome is known; not before the prediction.
    public let known: [Int]

    /// Times of rows in order.
    /// - Throws: if a row's outcome is known before its prediction, or a prediction is before the one above.
    public init(predicted: [Int], known: [Int]) throws(StatisticsError) {
        if predicted.count != known.count {
            throw .lengthsDiffer(
                first: "predicted", firstCount: predicted.count, second: "known", secondCount: known.count)
        }
        for row in predicted.indices {
            if known[row] < predicted[row] {
                throw .outOfRange(
                    parameter: "known, row \(row)", value: Double(known[row]), allowed: "\(predicted[row]) or later")
            }
            if row > 0, predicted[row] < predicted[row - 1] {
                throw .outOfRange(
                    parameter: "predicted, row \(row)", value: Double(predicted[row]),
                    allowed: "\(predicted[row - 1]) or later; sort the rows by time")
            }
        }
        self.predicted = predicted
        self.known = known
    }

    /// Rows whose outcome is known a fixed number of rows later.
    public init(rows: Int, horizon: Int) throws(StatisticsError) {
        try requireRange(rows, "rows", 0...Int(Int32.max))
        try requireRange(horizon, "horizon", 0...Int(Int32.max))
        predicted = Array(0..<rows)
        known = predicted.map { $0 + horizon }
    }

    /// The number of rows.
    public var count: Int { predicted.count }
}

/// Rows to learn from and rows to be judged on, each in rising order within a block.
public struct DataSplit: Sendable, Hashable {
    /// Rows to learn from.
    public let train: [Int]
    /// Rows to be judged on.
    public let test: [Int]
}

/// What is removed from the training rows so that nothing of the test rows leaks into them (López de Prado 2018, ch. 7).
public struct LeakGuard: Sendable, Hashable {
    /// How long after a test row training rows are left out.
    public enum Embargo: Sendable, Hashable {
        /// Not at all.
        case none
        /// This long after the test row's outcome is known, in the unit of the times.
        case duration(Int)
        /// This many rows after each block of test rows.
        case rows(Int)
        /// This share of all rows after each block of test rows, 0…1.
        case fraction(Double)
    }

    /// By how much the span of each test row is widened on both sides before overlapping training rows are removed.
    public var purgeHorizon: Int
    /// What is removed after the test rows.
    public var embargo: Embargo

    /// A guard; without arguments only overlapping rows are removed.
    public init(purgeHorizon: Int = 0, embargo: Embargo = .none) {
        self.purgeHorizon = purgeHorizon
        self.embargo = embargo
    }

    func validated() throws(StatisticsError) {
        try requireRange(purgeHorizon, "purgeHorizon", 0...Int.max)
        switch embargo {
        case .none: break
        case .duration(let span): try requireRange(span, "embargo", 0...Int.max)
        case .rows(let rows): try requireRange(rows, "embargo", 0...Int.max)
        case .fraction(let share):
            if !(share >= 0 && share <= 1) {
                throw .outOfRange(parameter: "embargo", value: share, allowed: "0 to 1")
            }
        }
    }

    /// The training rows that remain beside the test rows.
    func kept(_ train: [Int], beside test: [Int], _ times: LabelTimes) -> [Int] {
        guard !test.isEmpty else { return train }
        let spans = Spans(
            test.map { (clamped(times.predicted[$0], -purgeHorizon), clamped(times.known[$0], purgeHorizon)) },
            touching: false)
        let purged = train.filter { !spans.overlap(from: times.predicted[$0], to: times.known[$0]) }
        switch embargo {
        case .none: return purged
        case .rows(let rows): return outside(purged, rows: rows, after: test)
        case .fraction(let share): return outside(purged, rows: Int(Double(times.count) * share), after: test)
        case .duration(let length):
            guard length > 0 else { return purged }
            let after = Spans(test.map { (times.known[$0], clamped(times.known[$0], length)) }, touching: true)
            return purged.filter { !after.contain(times.predicted[$0]) }
        }
    }

    private func outside(_ train: [Int], rows: Int, after test: [Int]) -> [Int] {
        guard rows > 0 else { return train }
        let sorted = test.sorted()
        let ends = sorted.indices.filter { $0 + 1 == sorted.count || sorted[$0 + 1] > sorted[$0] + 1 }.map {
            sorted[$0]
        }
        return train.filter { row in !ends.contains { row > $0 && row <= clamped($0, rows) } }
    }
}

/// The sum, held at the ends of the range instead of overflowing.
private func clamped(_ value: Int, _ step: Int) -> Int {
    let (sum, overflow) = value.addingReportingOverflow(step)
    return overflow ? (step < 0 ? .min : .max) : sum
}

/// Spans of time, merged and sorted, so that a question takes a binary search.
private struct Spans {
    private var starts: [Int] = []
    private var ends: [Int] = []

    /// Half-open spans unless touching ones count as overlapping.
    init(_ spans: [(Int, Int)], touching: Bool) {
        for (start, end) in spans.filter({ touching ? $0.0 <= $0.1 : $0.0 < $0.1 }).sorted(by: { $0.0 < $1.0 }) {
            if let last = ends.last, start <= last {
                ends[ends.count - 1] = max(last, end)
            } else {
                starts.append(start)
                ends.append(end)
            }
        }
    }

    /// Whether a half-open span overlaps one of these half-open spans.
    func overlap(from start: Int, to end: Int) -> Bool {
        guard start < end else { return false }
        let place = firstStart { $0 >= end } - 1
        return place >= 0 && ends[place] > start
    }

    /// Whether a point lies in one of these closed spans.
    func contain(_ point: Int) -> Bool {
        let place = firstStart { $0 > point } - 1
        return place >= 0 && ends[place] >= point
    }

    private func firstStart(_ holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if holds(starts[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
