import TradewindsVocabulary

extension BarSeries {
    /// Bars of a longer time: each holds the bars that begin in its interval, and begins with the interval.
    ///
    /// An interval without bars gives none: `gaps(longerThan:)` lists them. Other columns are left out. Bars last as
    /// long as most of them lie apart, the one before a nearer neighbour only until that begins; bars without such a
    /// length, as those by volume, count at their time.
    ///
    /// - Parameters:
    ///   - length: The length of an interval.
    ///   - origin: Where one of the intervals begins; `nil`: at midnight UTC of 1970-01-01, so that minutes and hours
    ///     begin on the clock.
    /// - Throws: Where `length` is not above zero, or a bar reaches beyond its interval: the longer bar would tell what
    ///   comes after its end.
    public func resampled(every length: Duration, origin: Timestamp? = nil) throws(SeriesError) -> BarSeries {
        let grid = try TimeGrid(length: length, origin: origin)
        if let ends = time.ends {
            for row in 0..<count where ends[row] > grid.start(of: time[row]) + length {
                throw .beyondInterval(row: row, bar: ends[row] - time[row], interval: length)
            }
        }
        return grouped { grid.start(of: $0) }
    }

    /// One bar for each trading session: it holds the bars that begin in the session, and begins with it.
    ///
    /// Bars outside every session, and sessions without bars, give none.
    ///
    /// - Parameter sessions: In order of time, without overlap.
    /// - Throws: Where sessions overlap or are out of order.
    public func resampled(into sessions: [Range<Timestamp>]) throws(SeriesError) -> BarSeries {
        var cursor = try SessionCursor(sessions)
        return grouped { cursor.start(of: $0) }
    }

    /// Joins neighbours of one interval; `start` gives the interval's beginning, or `nil` for none.
    private func grouped(_ start: (Timestamp) -> Timestamp?) -> BarSeries {
        var result = BarColumns()
        var now: Bar?
        for row in 0..<count {
            guard let begin = start(time[row]) else { continue }
            let bar = self[row]
            if var joined = now, joined.time == begin {
                joined.high = max(joined.high, bar.high)
                joined.low = min(joined.low, bar.low)
                joined.close = bar.close
                joined.volume += bar.volume
                now = joined
            } else {
                if let now { result.append(now) }
                now = bar
                now?.time = begin
            }
        }
        if let now { result.append(now) }
        return result.series(symbol: symbol)
    }
}

extension TickSeries {
    /// Bars of a length of time; each begins with its interval. An interval without trades gives no bar.
    ///
    /// - `origin`: Where one of the intervals begins; `nil`: at midnight UTC of 1970-01-01.
    /// - Throws: Where `length` is not above zero.
    public func bars(every length: Duration, origin: Timestamp? = nil) throws(SeriesError) -> BarSeries {
        let grid = try TimeGrid(length: length, origin: origin)
        return grouped { grid.start(of: $0) }
    }

    /// One bar for each trading session with trades; it begins with the session.
    ///
    /// - Throws: Where sessions overlap or are out of order.
    public func bars(in sessions: [Range<Timestamp>]) throws(SeriesError) -> BarSeries {
        var cursor = try SessionCursor(sessions)
        return grouped { cursor.start(of: $0) }
    }

    private func grouped(_ start: (Timestamp) -> Timestamp?) -> BarSeries {
        var result = BarColumns()
        var now: BarSeries.Bar?
        for row in 0..<count {
            guard let begin = start(time[row]) else { continue }
            let (price, size) = (price[row], size[row])
            if var bar = now, bar.time == begin {
                bar.high = max(bar.high, price)
                bar.low = min(bar.low, price)
                bar.close = price
                bar.volume += size
                now = bar
            } else {
                if let now { result.append(now) }
                now = BarSeries.Bar(time: begin, open: price, high: price, low: price, close: price, volume: size)
            }
        }
        if let now { result.append(now) }
        return result.series(symbol: symbol)
    }
}

/// Intervals of one length, end to end.
struct TimeGrid {
    private let length: Int64
    private let phase: Int64

    init(length: Duration, origin: Timestamp?) throws(SeriesError) {
        let nanoseconds = (Timestamp(nanoseconds: 0) + length).nanoseconds
        guard nanoseconds > 0, nanoseconds < .max else {
            throw .badArgument(name: "length", requirement: "above zero and below 292 years")
        }
        self.length = nanoseconds
        phase = (origin?.nanoseconds ?? 0) % nanoseconds
    }

    /// The beginning of the interval that holds `time`.
    @inline(__always)
    func start(of time: Timestamp) -> Timestamp {
        // In steps that cannot overflow: the rest of each lies within one length.
        var rest = time.nanoseconds % length - phase
        if rest < 0 { rest += length }
        if rest < 0 { rest += length }
        if rest >= length { rest -= length }
        let (begin, overflow) = time.nanoseconds.subtractingReportingOverflow(rest)
        return Timestamp(nanoseconds: overflow ? .min : begin)
    }
}

/// Finds the sessions of times that rise.
public struct SessionCursor: Sendable {
    private let sessions: [Range<Timestamp>]
    private var next = 0

    /// - Throws: Where sessions overlap or are out of order.
    public init(_ sessions: [Range<Timestamp>]) throws(SeriesError) {
        for (before, now) in zip(sessions, sessions.dropFirst()) where now.lowerBound < before.upperBound {
            throw .badArgument(name: "sessions", requirement: "in order of time, without overlap")
        }
        self.sessions = sessions
    }

    /// The beginning of the session that holds `time`, which is not before the one asked for last; `nil` outside all.
    public mutating func start(of time: Timestamp) -> Timestamp? {
        while next < sessions.count, sessions[next].upperBound <= time { next += 1 }
        guard next < sessions.count, sessions[next].contains(time) else { return nil }
        return sessions[next].lowerBound
    }
}
