import TradewindsVocabulary

/// A stretch of time without rows.
public struct SeriesGap: Sendable, Hashable {
    /// The row before it; `nil` when it is before the first.
    public var rowBefore: Int?
    /// The time from which rows are missing.
    public var from: Timestamp
    /// The time of the next row, or the end of the stretch in which rows are expected.
    public var until: Timestamp
    /// How many rows are missing, where their distance is known.
    public var missing: Int?
}

extension Column<Timestamp> {
    /// The neighbours that lie further apart than `limit`, each with the times of both.
    public func gaps(longerThan limit: Duration) -> [SeriesGap] {
        guard count > 1 else { return [] }
        return (1..<count).compactMap { row in
            let (before, now) = (self[row - 1], self[row])
            return now - before > limit ? SeriesGap(rowBefore: row - 1, from: before, until: now, missing: nil) : nil
        }
    }

    /// The rows that are missing from a grid within trading sessions: one is expected at each session's beginning and
    /// every `length` after it, before its end.
    ///
    /// - Throws: Where `length` is not above zero, or sessions overlap or are out of order.
    public func gaps(every length: Duration, in sessions: [Range<Timestamp>]) throws(SeriesError) -> [SeriesGap] {
        _ = try SessionCursor(sessions)
        guard length >= .nanoseconds(1) else {
            throw .badArgument(name: "length", requirement: "above zero, a nanosecond or more")
        }
        var gaps: [SeriesGap] = []
        for session in sessions {
            var row = firstRow(atOrAfter: session.lowerBound)
            var expected = session.lowerBound
            while expected < session.upperBound {
                let next = row < count && self[row] < session.upperBound ? self[row] : session.upperBound
                if next > expected {
                    let missing = Int(Swift.min(((next - expected) / length).rounded(.up), 1e18))
                    gaps.append(
                        SeriesGap(rowBefore: row > 0 ? row - 1 : nil, from: expected, until: next, missing: missing))
                }
                if next == session.upperBound { break }
                expected = next + length
                row += 1
                // Rows off the grid, closer together than its step, are not gaps.
                while row < count, self[row] < expected, self[row] < session.upperBound { row += 1 }
            }
        }
        return gaps
    }
}

extension BarSeries {
    /// The neighbours that lie further apart than `limit`.
    public func gaps(longerThan limit: Duration) -> [SeriesGap] { time.gaps(longerThan: limit) }

    /// The bars of `length` that are missing within trading sessions. See `Column.gaps(every:in:)`.
    public func gaps(every length: Duration, in sessions: [Range<Timestamp>]) throws(SeriesError) -> [SeriesGap] {
        try time.gaps(every: length, in: sessions)
    }
}
