import TradewindsVocabulary

/// Trades of one instrument in columns, in order of time; several may share a time.
public struct TickSeries: Sendable, Equatable {
    /// The symbol, for messages; empty when unknown.
    public let symbol: String
    /// When each trade was; never falls.
    public let time: Column<Timestamp>
    /// At what price.
    public let price: Column<Double>
    /// How much.
    public let size: Column<Double>
    /// The columns besides these.
    public let others: [NamedColumn]

    /// - Throws: Where lengths differ, two other columns have one name, or a time is before the one before it.
    public init(
        symbol: String = "", time: Column<Timestamp>, price: Column<Double>, size: Column<Double>,
        others: [NamedColumn] = []
    ) throws(SeriesError) {
        try ColumnTable.check([NamedColumn("price", price), NamedColumn("size", size)] + others, rows: time.count)
        if let row = time.firstOutOfOrder(allowingEqual: true) { throw .timesNotInOrder(row: row) }
        (self.symbol, self.time, self.price, self.size, self.others) = (symbol, time, price, size, others)
    }

    /// The trades of a table with the columns price and size (or volume).
    public init(_ table: ColumnTable, symbol: String = "") throws(SeriesError) {
        let sizeName = table["size"] == nil && table["volume"] != nil ? "volume" : "size"
        try self.init(
            symbol: symbol, time: table.time, price: table.column("price"), size: table.column(sizeName),
            others: table.columns.filter { !["price", sizeName].contains($0.name.lowercased()) })
    }

    private init(rows: Range<Int>, of whole: TickSeries) {
        (symbol, time, price) = (whole.symbol, whole.time.rows(rows), whole.price.rows(rows))
        size = whole.size.rows(rows)
        others = whole.others.map { NamedColumn($0.name, $0.values.rows(rows)) }
    }

    /// The number of trades.
    public var count: Int { time.count }

    /// Whether there is no trade.
    public var isEmpty: Bool { time.isEmpty }

    /// The trade at a row, from 0.
    public subscript(row: Int) -> Tick { Tick(time: time[row], price: price[row], size: size[row]) }

    /// The trades of a range of rows, sharing storage. The range is cut to the series.
    public subscript(rows: Range<Int>) -> TickSeries { TickSeries(rows: rows, of: self) }

    /// The trades in a range of time, sharing storage. Binary search.
    public subscript(times: Range<Timestamp>) -> TickSeries {
        self[time.firstRow(atOrAfter: times.lowerBound)..<time.firstRow(atOrAfter: times.upperBound)]
    }

    /// All columns by name: price, size, then the others.
    public var table: ColumnTable {
        ColumnTable(unchecked: time, columns: [NamedColumn("price", price), NamedColumn("size", size)] + others)
    }

    /// One trade.
    public struct Tick: Sendable, Hashable {
        /// When it was.
        public var time: Timestamp
        /// Its price.
        public var price: Double
        /// How much was traded.
        public var size: Double

        /// A trade of these values.
        public init(time: Timestamp, price: Double, size: Double) {
            (self.time, self.price, self.size) = (time, price, size)
        }
    }
}
