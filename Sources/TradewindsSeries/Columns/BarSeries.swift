import TradewindsVocabulary

/// Bars of one instrument in columns, in order of time.
public struct BarSeries: Sendable, Equatable {
    /// The symbol, for messages; empty when unknown.
    public let symbol: String
    /// The time of each bar: its beginning for bars of a length of time, its last trade for bars by volume and the
    /// like.
    public let time: Column<Timestamp>
    /// First prices.
    public let open: Column<Double>
    /// Highest prices.
    public let high: Column<Double>
    /// Lowest prices.
    public let low: Column<Double>
    /// Last prices.
    public let close: Column<Double>
    /// What was traded, in the unit of the source; zeros where the source has no volume.
    public let volume: Column<Double>
    /// The columns besides these.
    public let others: [NamedColumn]

    /// - `allowsEqualTimes`: Whether several bars may have one time, as bars by volume in a burst of trades.
    /// - Throws: Where lengths differ, two other columns have one name, or a time is not after the one before.
    public init(
        symbol: String = "", time: Column<Timestamp>, open: Column<Double>, high: Column<Double>, low: Column<Double>,
        close: Column<Double>, volume: Column<Double>, others: [NamedColumn] = [], allowsEqualTimes: Bool = false
    ) throws(SeriesError) {
        let own = [
            NamedColumn("open", open), NamedColumn("high", high), NamedColumn("low", low), NamedColumn("close", close),
            NamedColumn("volume", volume),
        ]
        try ColumnTable.check(own + others, rows: time.count)
        if let row = time.firstOutOfOrder(allowingEqual: allowsEqualTimes) { throw .timesNotInOrder(row: row) }
        self.init(
            unchecked: symbol, time: time, open: open, high: high, low: low, close: close, volume: volume,
            others: others)
    }

    /// The bars of a table with the columns open, high, low, close and, where there is one, volume.
    public init(_ table: ColumnTable, symbol: String = "", allowsEqualTimes: Bool = false) throws(SeriesError) {
        let volume = table["volume"] ?? Column([Double](repeating: 0, count: table.count))
        let own: Set = ["open", "high", "low", "close", "volume"]
        try self.init(
            symbol: symbol, time: table.time, open: table.column("open"), high: table.column("high"),
            low: table.column("low"), close: table.column("close"), volume: volume,
            others: table.columns.filter { !own.contains($0.name.lowercased()) }, allowsEqualTimes: allowsEqualTimes)
    }

    init(
        unchecked symbol: String, time: Column<Timestamp>, open: Column<Double>, high: Column<Double>,
        low: Column<Double>, close: Column<Double>, volume: Column<Double>, others: [NamedColumn] = []
    ) {
        (self.symbol, self.time, self.others) = (symbol, time, others)
        (self.open, self.high, self.low, self.close, self.volume) = (open, high, low, close, volume)
    }

    /// The number of bars.
    public var count: Int { time.count }

    /// Whether there is no bar.
    public var isEmpty: Bool { time.isEmpty }

    /// The bar at a row, from 0.
    public subscript(row: Int) -> Bar {
        Bar(time: time[row], open: open[row], high: high[row], low: low[row], close: close[row], volume: volume[row])
    }

    /// The bars of a range of rows, sharing storage. The range is cut to the series.
    public subscript(rows: Range<Int>) -> BarSeries {
        BarSeries(
            unchecked: symbol, time: time.rows(rows), open: open.rows(rows), high: high.rows(rows), low: low.rows(rows),
            close: close.rows(rows), volume: volume.rows(rows),
            others: others.map { NamedColumn($0.name, $0.values.rows(rows)) })
    }

    /// The bars whose time is in a range, sharing storage. Binary search.
    public subscript(times: Range<Timestamp>) -> BarSeries {
        self[time.firstRow(atOrAfter: times.lowerBound)..<time.firstRow(atOrAfter: times.upperBound)]
    }

    /// A column by its name: open, high, low, close, volume or one of the others, large and small letters alike.
    public subscript(name: String) -> Column<Double>? { table[name] }

    /// All columns by name: open, high, low, close, volume, then the others.
    public var table: ColumnTable {
        ColumnTable(
            unchecked: time,
            columns: [
                NamedColumn("open", open), NamedColumn("high", high), NamedColumn("low", low),
                NamedColumn("close", close), NamedColumn("volume", volume),
            ] + others)
    }

    /// One bar.
    public struct Bar: Sendable, Hashable {
        /// When it begins.
        public var time: Timestamp
        /// First price.
        public var open: Double
        /// Highest price.
        public var high: Double
        /// Lowest price.
        public var low: Double
        /// Last price.
        public var close: Double
        /// What was traded.
        public var volume: Double

        /// A bar of these values.
        public init(time: Timestamp, open: Double, high: Double, low: Double, close: Double, volume: Double) {
            (self.time, self.open, self.high, self.low) = (time, open, high, low)
            (self.close, self.volume) = (close, volume)
        }
    }
}

/// Collects bars row by row into columns.
struct BarColumns {
    private var time: [Timestamp] = []
    private var open: [Double] = []
    private var high: [Double] = []
    private var low: [Double] = []
    private var close: [Double] = []
    private var volume: [Double] = []

    mutating func append(_ bar: BarSeries.Bar) {
        time.append(bar.time)
        open.append(bar.open)
        high.append(bar.high)
        low.append(bar.low)
        close.append(bar.close)
        volume.append(bar.volume)
    }

    func series(symbol: String, others: [NamedColumn] = []) -> BarSeries {
        BarSeries(
            unchecked: symbol, time: Column(time), open: Column(open), high: Column(high), low: Column(low),
            close: Column(close), volume: Column(volume), others: others)
    }
}
