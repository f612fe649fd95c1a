/// Fewer points that draw the same line.
enum Downsampling {
    /// The rows to keep so that a line `columns` pixels wide looks as if all were drawn: the first, the lowest, the
    /// highest and the last of each column, in order. All rows where they are no more than that.
    static func rows(times: [Double], values: [Double], from start: Double, to end: Double, columns: Int) -> [Int] {
        let count = min(times.count, values.count)
        guard count > 4 * columns, columns > 0, end > start else { return Array(0..<count) }
        var kept: [Int] = []
        kept.reserveCapacity(4 * columns)
        var row = 0
        while row < count {
            let column = place(times[row], start, end, columns)
            let first = row
            var lowest = row
            var highest = row
            while row < count, place(times[row], start, end, columns) == column {
                if values[row] < values[lowest] { lowest = row }
                if values[row] > values[highest] { highest = row }
                row += 1
            }
            for index in [first, min(lowest, highest), max(lowest, highest), row - 1] where index != kept.last {
                kept.append(index)
            }
        }
        return kept
    }

    /// The lowest of `low` and the highest of `high` in each of `columns` spans, with the time of the span's first row.
    static func envelope(
        times: [Double], low: [Double], high: [Double], from start: Double, to end: Double, columns: Int
    ) -> [(time: Double, low: Double, high: Double)] {
        var spans: [(time: Double, low: Double, high: Double)] = []
        var last = -1
        for row in times.indices {
            let column = times.count > columns ? place(times[row], start, end, columns) : row
            if column == last, let span = spans.last {
                spans[spans.count - 1] = (span.time, min(span.low, low[row]), max(span.high, high[row]))
            } else {
                spans.append((times[row], low[row], high[row]))
                last = column
            }
        }
        return spans
    }

    private static func place(_ time: Double, _ start: Double, _ end: Double, _ columns: Int) -> Int {
        guard end > start else { return 0 }
        return max(0, min(columns - 1, Int((time - start) / (end - start) * Double(columns))))
    }
}
