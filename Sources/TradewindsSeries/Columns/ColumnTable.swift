import TradewindsVocabulary

/// Times and columns of numbers beside them, by name.
public struct ColumnTable: Sendable, Equatable {
    /// When each row is.
    public let time: Column<Timestamp>
    /// The columns, in the file's order.
    public let columns: [NamedColumn]

    /// - Throws: Where a column's length differs, or two have the same name.
    public init(time: Column<Timestamp>, columns: [NamedColumn]) throws(SeriesError) {
        try Self.check(columns, rows: time.count)
        (self.time, self.columns) = (time, columns)
    }

    init(unchecked time: Column<Timestamp>, columns: [NamedColumn]) { (self.time, self.columns) = (time, columns) }

    /// The number of rows.
    public var count: Int { time.count }

    /// The names, in order.
    public var names: [String] { columns.map(\.name) }

    /// A column by its name, large and small letters alike; `nil` when there is none.
    public subscript(name: String) -> Column<Double>? {
        Self.find(name, in: columns).map { columns[$0].values }
    }

    /// The rows of a range, sharing storage.
    public subscript(rows: Range<Int>) -> ColumnTable {
        ColumnTable(
            unchecked: time.rows(rows), columns: columns.map { NamedColumn($0.name, $0.values.rows(rows)) })
    }

    /// A column by its name.
    ///
    /// - Throws: Where there is none, with the names there are.
    public func column(_ name: String) throws(SeriesError) -> Column<Double> {
        guard let found = self[name] else { throw .missingColumn(name, present: names) }
        return found
    }

    static func find(_ name: String, in columns: [NamedColumn]) -> Int? {
        let wanted = name.lowercased()
        return columns.firstIndex { $0.name.lowercased() == wanted }
    }

    static func check(_ columns: [NamedColumn], rows: Int) throws(SeriesError) {
        for (index, column) in columns.enumerated() {
            guard column.values.count == rows else {
                throw .differentLength(column: column.name, rows: column.values.count, times: rows)
            }
            if Self.find(column.name, in: columns) != index { throw .doubleColumn(column.name) }
        }
    }
}

extension Column<Timestamp> {
    /// The first row that is not after the row before it (or, where equal times are allowed, before it).
    func firstOutOfOrder(allowingEqual: Bool) -> Int? {
        withUnsafeBufferPointer { times in
            guard times.count > 1 else { return nil }
            for row in 1..<times.count {
                let (before, now) = (times[row - 1].nanoseconds, times[row].nanoseconds)
                if now < before || (now == before && !allowingEqual) { return row }
            }
            return nil
        }
    }

    /// The first row at or after a time: `count` when there is none. Binary search.
    public func firstRow(atOrAfter instant: Timestamp) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
