import TradewindsVocabulary

/// A file of a time and columns of numbers, in order of time, that knows the line of each row.
public struct TableFile: Sendable {
    private let content: CSVContent

    /// Reads a file. See `ColumnTable.init(csv:wallClock:)` for what it may hold; rows may share a time.
    ///
    /// - Throws: Where the file cannot be read, at its first bad row, or where a time is before the one above it.
    public init(csv file: String, wallClock: WallClock? = nil) throws(CSVFileError) {
        try self.init(CSVContent(file: file, wallClock: wallClock))
    }

    /// Reads CSV text; `file` stands in errors.
    public init(csvText text: String, file: String = "text", wallClock: WallClock? = nil) throws(CSVFileError) {
        try self.init(CSVContent(text: text, file: file, wallClock: wallClock))
    }

    private init(_ content: CSVContent) throws(CSVFileError) {
        try content.checkOrder()
        self.content = content
    }

    /// The file, as it was named.
    public var file: String { content.file }

    /// Its times, which never fall, and its columns.
    public var table: ColumnTable { content.table }

    /// Whether its times name their zone or count seconds, so that no wall clock touches them.
    public var timesHaveZone: Bool { content.hasZone }

    /// The line of a row, counted from 1 with the header.
    public func line(ofRow row: Int) -> Int { content.lines.line(ofRow: row) }

    /// The bars that its columns are; several may share a time.
    ///
    /// - Throws: Where a column is missing, or a high or low does not enclose open and close.
    public func bars() throws(CSVFileError) -> BarSeries { try content.bars(allowsEqualTimes: true) }

    /// What a market can be driven by; several bars may share a time.
    ///
    /// - Throws: Where the header names neither bars, trades nor quotes, or at the first row that a market cannot show.
    public func prices() throws(CSVFileError) -> PriceFile { try content.prices(allowsEqualTimes: true) }

    /// The column of a name, or the close or else the first column without one.
    ///
    /// - Throws: Where there is none.
    public func column(_ name: String? = nil) throws(CSVFileError) -> NamedColumn {
        let wanted = name ?? (table["close"] == nil ? table.names.first : "close")
        guard let wanted else {
            throw CSVFileError(
                file: file, line: content.lines.headerLine, reason: "no column of numbers beside the time",
                remedy: "add one")
        }
        guard let place = ColumnTable.find(wanted, in: table.columns) else {
            throw CSVFileError(
                file: file, line: content.lines.headerLine,
                reason: "the header has no column of numbers named \(wanted)",
                remedy: "name one of \(table.names.joined(separator: ","))")
        }
        return table.columns[place]
    }

    /// The rows from the first on whose cell is filled: an indicator's warm-up leaves those before it empty.
    ///
    /// - Throws: Where a cell after them is empty or infinite.
    public func filledRows(of column: NamedColumn) throws(CSVFileError) -> Range<Int> {
        let first = column.values.firstIndex { !$0.isNaN } ?? column.values.count
        for row in first..<column.values.count where !column.values[row].isFinite {
            throw failure(
                row: row, column: column.name, "the cell is empty",
                "write a number there or leave the row out; only the first rows of a column may be empty")
        }
        return first..<column.values.count
    }

    /// An error of a row, for what only a calculation shows to be wrong.
    public func failure(row: Int, column: String, _ reason: String, _ remedy: String) -> CSVFileError {
        CSVFileError(file: file, line: line(ofRow: row), column: column, reason: reason, remedy: remedy)
    }
}
