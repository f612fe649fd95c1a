import TradewindsVocabulary

/// Turns a time read as if its wall clock showed UTC into the instant: the zone of a file's times.
public typealias WallClock = @Sendable (Timestamp) -> Timestamp

extension ColumnTable {
    /// Reads a file: a header, then rows of a time and numbers.
    ///
    /// Times: `2013-09-01`, `20130901`, with ` 17:00`, ` 17:00:00` or ` 17:00:00.083` behind (a `T` for the blank,
    /// `Z` or `+02:00` at the end), or seconds, milli-, micro- or nanoseconds since 1970. Their column is named time,
    /// datetime, timestamp or date, large and small letters alike. Columns whose first cell is not a number are left
    /// out. An empty cell is not a number (`isNaN`); in open, high, low, close, volume, price, size, bid and
    /// ask it is an error behind the first number.
    /// Separators: comma, semicolon or tab. Rows may come in any order; see ``TableFile`` for one that must not. Behind
    /// its last field a row may have empty fields, as spreadsheets write them, and nothing else.
    ///
    /// - `wallClock`: The zone of times that name none; `nil`: UTC.
    /// - Throws: Where the file cannot be read, or at its first bad row.
    /// - Complexity: One pass in blocks; holds one block of text besides the columns.
    public init(csv file: String, wallClock: WallClock? = nil) throws(CSVFileError) {
        self = try CSVContent(file: file, wallClock: wallClock).table
    }

    /// Reads CSV text in memory; `file` stands in errors.
    public init(csvText bytes: UnsafeRawBufferPointer, file: String, wallClock: WallClock? = nil) throws(CSVFileError) {
        self = try CSVContent(bytes: bytes, file: file, wallClock: wallClock).table
    }

    /// Reads CSV text; `file` stands in errors.
    public init(csvText text: String, file: String = "text", wallClock: WallClock? = nil) throws(CSVFileError) {
        self = try CSVContent(text: text, file: file, wallClock: wallClock).table
    }
}

extension BarSeries {
    /// Reads a file of bars: `time,open,high,low,close,volume` in any order, and any other columns of numbers.
    ///
    /// The file's name without `.csv` is the symbol. See `ColumnTable.init(csv:wallClock:)` for what a file may hold.
    /// - `allowsEqualTimes`: Whether several bars may have one time, as bars by volume have.
    /// - Throws: Where the file cannot be read, a row is bad, a time is not after the one before, or a high or low does
    ///   not enclose the bar's open and close.
    public init(
        csv file: String, wallClock: WallClock? = nil, allowsEqualTimes: Bool = false
    ) throws(CSVFileError) {
        self = try CSVContent(file: file, wallClock: wallClock).bars(allowsEqualTimes: allowsEqualTimes)
    }

    /// Reads CSV text of bars; `file` stands in errors and gives the symbol.
    public init(csvText text: String, file: String = "text", wallClock: WallClock? = nil) throws(CSVFileError) {
        self = try CSVContent(text: text, file: file, wallClock: wallClock).bars(allowsEqualTimes: false)
    }
}

extension TickSeries {
    /// Reads a file of trades: `time,price,size` (or volume) in any order, and any other columns of numbers.
    ///
    /// The file's name without `.csv` is the symbol. See `ColumnTable.init(csv:wallClock:)` for what a file may hold.
    /// - Throws: Where the file cannot be read, a row is bad, or a time is before the one before it.
    public init(csv file: String, wallClock: WallClock? = nil) throws(CSVFileError) {
        self = try CSVContent(file: file, wallClock: wallClock).ticks()
    }

    /// Reads CSV text of trades; `file` stands in errors and gives the symbol.
    public init(csvText text: String, file: String = "text", wallClock: WallClock? = nil) throws(CSVFileError) {
        self = try CSVContent(text: text, file: file, wallClock: wallClock).ticks()
    }
}
