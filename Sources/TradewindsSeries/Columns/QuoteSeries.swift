import TradewindsVocabulary

/// Best bids and asks of one instrument in columns, in order of time; several may share a time.
public struct QuoteSeries: Sendable, Equatable {
    /// The symbol, for messages; empty when unknown.
    public let symbol: String
    /// When each quote came; never falls.
    public let time: Column<Timestamp>
    /// The best bids.
    public let bid: Column<Double>
    /// The best asks; below the bid while a market is crossed.
    public let ask: Column<Double>
    /// What is displayed at the bid, in the unit of the source; `nil` where the source does not tell it.
    public let bidSize: Column<Double>?
    /// What is displayed at the ask, in the unit of the source; `nil` where the source does not tell it.
    public let askSize: Column<Double>?

    /// - Throws: Where lengths differ or a time is before the one before it.
    public init(
        symbol: String = "", time: Column<Timestamp>, bid: Column<Double>, ask: Column<Double>,
        bidSize: Column<Double>? = nil, askSize: Column<Double>? = nil
    ) throws(SeriesError) {
        let sizes = [bidSize.map { NamedColumn("bid_size", $0) }, askSize.map { NamedColumn("ask_size", $0) }]
        try ColumnTable.check(
            [NamedColumn("bid", bid), NamedColumn("ask", ask)] + sizes.compactMap(\.self), rows: time.count)
        if let row = time.firstOutOfOrder(allowingEqual: true) { throw .timesNotInOrder(row: row) }
        (self.symbol, self.time, self.bid, self.ask) = (symbol, time, bid, ask)
        (self.bidSize, self.askSize) = (bidSize, askSize)
    }

    /// The quotes of a table with the columns bid and ask and, where they are told, bid_size and ask_size.
    public init(_ table: ColumnTable, symbol: String = "") throws(SeriesError) {
        try self.init(
            symbol: symbol, time: table.time, bid: table.column("bid"), ask: table.column("ask"),
            bidSize: table["bid_size"] ?? table["bidsize"], askSize: table["ask_size"] ?? table["asksize"])
    }

    /// The number of quotes.
    public var count: Int { time.count }

    /// Whether there is no quote.
    public var isEmpty: Bool { time.isEmpty }
}
