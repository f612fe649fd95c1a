import TradewindsStatistics
import TradewindsVocabulary

/// What judging a run needs of its equity, gathered entry by entry without keeping them: the moments of the returns,
/// the deepest drawdown, and the returns of equal parts.
///
/// The numbers are those of a whole report; plain sums of powers give the moments, see `PowerSums`.
public struct EquitySummary: Sendable, Hashable {
    /// The first entry; `nil` before it.
    public private(set) var first: Entry?
    /// The latest entry; `nil` before the first.
    public var last: Entry? { count > 0 ? Entry(time: latestTime, value: before) : nil }
    /// Entries so far.
    public private(set) var count = 0
    private var latestTime = Timestamp(nanoseconds: 0)
    private var before = 0.0
    private var sums = PowerSums()
    private var peak = 0.0
    private var kept = 1.0
    private let parts: Int
    private let expected: Int
    private var marks: [Double] = []
    private var nextMark = 0
    /// When the value was first not above zero; `nil` where it always was. From there on returns have no meaning.
    public private(set) var ruined: Timestamp?
    private var ruinedEntry = Int.max

    /// The account's value at a time.
    public struct Entry: Sendable, Hashable {
        /// When a bar ended.
        public var time: Timestamp
        /// The value then, in the base currency.
        public var value: Double
    }

    /// For a run of `expected` entries, whose time is cut into `parts` equal parts, fewer where there are fewer
    /// returns.
    public init(expected: Int, parts: Int) {
        self.expected = max(0, expected)
        self.parts = min(max(0, parts), max(0, expected - 1))
        marks.reserveCapacity(self.parts + 1)
    }

    /// The summary of a whole equity.
    init(_ equity: [(time: Timestamp, value: Double)], parts: Int) {
        self.init(expected: equity.count, parts: parts)
        for entry in equity { add(entry.time, entry.value) }
    }

    /// Adds the next entry.
    @inline(__always)
    mutating func add(_ time: Timestamp, _ value: Double) {
        if count == nextMark { mark(time, value) }
        count &+= 1
        let before = before
        (latestTime, self.before) = (time, value)
        // A return of zero adds to nothing but the count.
        if value == before {
            if before != 0, count > 1 { sums.addNothing() }
            return
        }
        if before != 0 { sums.add(value / before - 1) }
        if value > peak { peak = value } else if value < peak * kept { fall(to: value) }
    }

    /// Notes a new lowest part of the peak.
    private mutating func fall(to value: Double) {
        if peak > 0 { kept = value / peak }
        if value <= 0 { noteRuin() }
    }

    private mutating func noteRuin() {
        guard ruined == nil else { return }
        (ruined, ruinedEntry) = (latestTime, count - 1)
    }

    /// Keeps the value at the end of a part. The first entry is the end of one without a length.
    @inline(never)
    private mutating func mark(_ time: Timestamp, _ value: Double) {
        if count == 0 {
            first = Entry(time: time, value: value)
            (before, peak) = (value, value)
            if value <= 0 { (ruined, ruinedEntry) = (time, 0) }
        }
        marks.append(value)
        nextMark = marks.count <= parts ? entry(ofMark: marks.count) : .max
    }

    /// The moments of the returns; `nil` for fewer than four, where they do not vary, or after a ruin.
    public var moments: SharpeMoments? { ruined == nil ? sums.moments : nil }

    /// The deepest drawdown, 0 or below; `nil` without returns.
    public var drawdown: Double? { sums.count > 0 ? kept - 1 : nil }

    /// The returns of the parts. The one that ends in ruin is the loss of all, and those behind it are 0.
    public var partReturns: [Double] {
        let lost = ruined == nil ? marks.count : (1...parts + 1).first { entry(ofMark: $0) >= ruinedEntry } ?? 1
        return marks.indices.dropFirst().map { place in
            place < lost ? marks[place] / marks[place - 1] - 1 : place == lost ? -1 : 0
        }
    }

    private func entry(ofMark place: Int) -> Int { parts > 0 ? (expected - 1) * place / parts : .max }

    /// Entries in a year, by their times; 252 where these tell nothing.
    public var entriesPerYear: Double {
        Timestamp.yearlyPace(of: count, from: first?.time, to: last?.time) ?? 252
    }
}

extension Timestamp {
    /// How many of `count` times from the first to the last there are in a year; `nil` where these tell nothing.
    static func yearlyPace(of count: Int, from first: Timestamp?, to last: Timestamp?) -> Double? {
        guard let first, let last, last > first else { return nil }
        let secondsPerYear = 31_557_600.0
        return Double(count - 1) * secondsPerYear / ((last - first) / .seconds(1))
    }
}
