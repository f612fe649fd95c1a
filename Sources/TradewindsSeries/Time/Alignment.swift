import TradewindsVocabulary

/// Several instruments on one clock: for each time of the clock, the row of each series, or a hole.
///
/// Nothing is copied and no value is invented: a hole stays one unless forward fill was asked for, and then
/// `isFilled(_:at:)` tells it from a row of that time.
public struct Alignment: Sendable {
    /// Which times the clock has.
    public enum Join: Sendable, Hashable {
        /// Those that every series has.
        case inner
        /// Those that any series has.
        case outer
        /// Those of one series, by its position.
        case of(Int)
    }

    /// The clock, rising strictly.
    public let time: Column<Timestamp>
    /// For each series and time of the clock, the series' row; -1 stands for a hole.
    private let rows: [[Int32]]
    private let times: [Column<Timestamp>]

    /// Aligns the times of several series. Where a series has one time in several rows, the last of them counts.
    ///
    /// - `fillsForward`: Whether a hole takes the latest row before it, where there is one.
    /// - Throws: Where there is no series, or the join names none of them.
    public init(_ times: [Column<Timestamp>], join: Join, fillsForward: Bool = false) throws(SeriesError) {
        guard !times.isEmpty else { throw .badArgument(name: "series", requirement: "at least one") }
        if case .of(let index) = join, !times.indices.contains(index) {
            throw .badArgument(name: "join", requirement: "of a series that is there, 0 to \(times.count - 1)")
        }
        let clock = Self.clock(times, join)
        rows = times.map { Self.rows(of: $0, on: clock, fillsForward) }
        (time, self.times) = (Column(clock), times)
    }

    /// Aligns series of bars.
    public init(_ series: [BarSeries], join: Join, fillsForward: Bool = false) throws(SeriesError) {
        try self.init(series.map(\.time), join: join, fillsForward: fillsForward)
    }

    /// The number of times of the clock.
    public var count: Int { time.count }

    /// The row of a series at a time of the clock; `nil` for a hole.
    public func row(_ series: Int, at index: Int) -> Int? {
        let row = rows[series][index]
        return row < 0 ? nil : Int(row)
    }

    /// Whether the row of a series there is of an earlier time.
    public func isFilled(_ series: Int, at index: Int) -> Bool {
        row(series, at: index).map { times[series][$0] != time[index] } ?? false
    }

    /// The indices of the clock where a series has a hole.
    public func holes(_ series: Int) -> [Int] { rows[series].indices.filter { rows[series][$0] < 0 } }

    /// A column of a series on the clock; `nil` in holes.
    ///
    /// - Throws: Where the column is not of the series' length.
    public func values(_ column: Column<Double>, of series: Int) throws(SeriesError) -> [Double?] {
        guard column.count == times[series].count else {
            throw .differentLength(column: "values", rows: column.count, times: times[series].count)
        }
        return rows[series].map { $0 < 0 ? nil : column[Int($0)] }
    }

    private static func clock(_ times: [Column<Timestamp>], _ join: Join) -> [Timestamp] {
        func distinct(_ column: Column<Timestamp>) -> [Timestamp] {
            var result: [Timestamp] = []
            for time in column where result.last != time { result.append(time) }
            return result
        }
        switch join {
        case .of(let index): return distinct(times[index])
        case .inner: return times.dropFirst().reduce(distinct(times[0])) { common($0, $1) }
        case .outer: return times.dropFirst().reduce(distinct(times[0])) { merged($0, distinct($1)) }
        }
    }

    private static func common(_ left: [Timestamp], _ right: Column<Timestamp>) -> [Timestamp] {
        var at = 0
        return left.filter { time in
            while at < right.count, right[at] < time { at += 1 }
            return at < right.count && right[at] == time
        }
    }

    private static func merged(_ left: [Timestamp], _ right: [Timestamp]) -> [Timestamp] {
        var result: [Timestamp] = []
        result.reserveCapacity(max(left.count, right.count))
        var (a, b) = (0, 0)
        while a < left.count || b < right.count {
            let takesLeft = b == right.count || (a < left.count && left[a] <= right[b])
            let time = takesLeft ? left[a] : right[b]
            if takesLeft, b < right.count, right[b] == time { b += 1 }
            if takesLeft { a += 1 } else { b += 1 }
            result.append(time)
        }
        return result
    }

    private static func rows(of times: Column<Timestamp>, on clock: [Timestamp], _ fillsForward: Bool) -> [Int32] {
        var next = 0
        return clock.map { time in
            while next < times.count, times[next] <= time { next += 1 }
            guard next > 0 else { return -1 }
            return fillsForward || times[next - 1] == time ? Int32(next - 1) : -1
        }
    }
}
