import TradewindsVocabulary

/// What a file holds, and where its rows stand in it, so that a row found bad later is named by its line.
struct CSVContent {
    let table: ColumnTable
    let file: String
    let lines: CSVLineMap
    /// Whether its times name their zone, or count seconds.
    let hasZone: Bool

    init(file: String, wallClock: WallClock?) throws(CSVFileError) {
        let source = try ByteFile(reading: file)
        var reader = CSVStreamReader(file: file, wallClock: wallClock)
        self.file = file
        (table, lines, hasZone) = try reader.table { buffer throws(CSVFileError) in try source.read(into: buffer) }
    }

    init(bytes: UnsafeRawBufferPointer, file: String, wallClock: WallClock?) throws(CSVFileError) {
        var offset = 0
        var reader = CSVStreamReader(file: file, wallClock: wallClock)
        self.file = file
        (table, lines, hasZone) = try reader.table { buffer throws(CSVFileError) in
            let count = min(buffer.count, bytes.count - offset)
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
            offset += count
            return count
        }
    }

    init(text: String, file: String, wallClock: WallClock?) throws(CSVFileError) {
        let bytes = Array(text.utf8)
        self = try bytes.withUnsafeBytes { raw in
            Result { () throws(CSVFileError) in try CSVContent(bytes: raw, file: file, wallClock: wallClock) }
        }.get()
    }

    func bars(allowsEqualTimes: Bool) throws(CSVFileError) -> BarSeries {
        try checkFilled()
        let bars: BarSeries
        do throws(SeriesError) {
            bars = try BarSeries(table, symbol: symbol, allowsEqualTimes: allowsEqualTimes)
        } catch {
            throw failure(error, layout: "time,open,high,low,close,volume", isStrict: !allowsEqualTimes)
        }
        for row in 0..<bars.count {
            let (open, close) = (bars.open[row], bars.close[row])
            if bars.high[row] < max(open, close) { throw unenclosed(row, "high", "below open or close") }
            if bars.low[row] > min(open, close) { throw unenclosed(row, "low", "above open or close") }
            if bars.volume[row] < 0 { throw unenclosed(row, "volume", "\(bars.volume[row]) is below zero") }
        }
        return bars
    }

    func ticks() throws(CSVFileError) -> TickSeries {
        try checkFilled()
        do throws(SeriesError) {
            return try TickSeries(table, symbol: symbol)
        } catch {
            throw failure(error, layout: "time,price,size")
        }
    }

    func quotes() throws(CSVFileError) -> QuoteSeries {
        try checkFilled()
        do throws(SeriesError) {
            return try QuoteSeries(table, symbol: symbol)
        } catch {
            throw failure(error, layout: "time,bid,ask,bid_size,ask_size")
        }
    }

    /// Refuses an empty cell in the columns that prices have; a table may have such cells at the beginning of a column.
    func checkFilled() throws(CSVFileError) {
        for column in table.columns where CSVHeader.known.contains(column.name) {
            guard let row = column.values.firstIndex(where: \.isNaN) else { continue }
            throw CSVFileError(
                file: file, line: lines.line(ofRow: row), column: column.name, reason: CSVBlockParser.emptyCell.reason,
                remedy: CSVBlockParser.emptyCell.remedy)
        }
    }

    private var symbol: String { PriceFile.symbol(ofFile: file) }

    private func unenclosed(_ row: Int, _ column: String, _ reason: String) -> CSVFileError {
        CSVFileError(
            file: file, line: lines.line(ofRow: row), column: column, reason: reason,
            remedy: "correct the row or leave it out")
    }

    /// The first time that is before the one above it.
    func checkOrder() throws(CSVFileError) {
        guard let row = table.time.firstOutOfOrder(allowingEqual: true) else { return }
        throw outOfOrder(row, isStrict: false)
    }

    private func outOfOrder(_ row: Int, isStrict: Bool) -> CSVFileError {
        CSVFileError(
            file: file, line: lines.line(ofRow: row), column: "time",
            reason: isStrict ? "not after the row before" : "earlier than the row before",
            remedy: isStrict ? "sort the file by time and remove doubles" : "sort the file by time, oldest first")
    }

    private func failure(_ error: SeriesError, layout: String, isStrict: Bool = false) -> CSVFileError {
        switch error {
        case .timesNotInOrder(let row): outOfOrder(row, isStrict: isStrict)
        case .missingColumn(let name, let present):
            CSVFileError(
                file: file, line: lines.headerLine,
                reason: "the header has no column \(name); it has \(present.joined(separator: ","))",
                remedy: "the layout is \(layout)")
        default: CSVFileError(file: file, reason: "\(error)", remedy: "the layout is \(layout)")
        }
    }
}
