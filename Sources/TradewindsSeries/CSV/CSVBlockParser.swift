import TradewindsVocabulary

/// Where the rows of a file stand in it.
struct CSVLineMap {
    let headerLine: Int
    /// Rows with blank lines before them, once for each line.
    var blankBefore: [Int] = []

    /// The line of a row, counted from 1.
    func line(ofRow row: Int) -> Int { headerLine + 1 + row + blankBefore.count { $0 <= row } }
}

/// Parses whole lines of a file into columns, a block at a time.
struct CSVBlockParser {
    private let file: String
    private let header: CSVHeader
    private var times: TimeColumnReader
    private var timeColumn: [Timestamp] = []
    private var columns: [[Double]]
    private var spareCells: [Double] = []
    private var spareStamps: [Timestamp] = []
    /// The lines read so far, with the header.
    private(set) var line: Int
    private var lines: CSVLineMap

    init(file: String, header: CSVHeader, line: Int, wallClock: WallClock?) {
        (self.file, self.header, self.line) = (file, header, line)
        lines = CSVLineMap(headerLine: line)
        times = TimeColumnReader(wallClock: wallClock)
        columns = header.numbers.map { _ in [] }
    }

    /// Reads lines; the last need not end with a line feed.
    ///
    /// - Throws: At the first bad row; what was read before it in this block is lost.
    mutating func read(_ block: UnsafeBufferPointer<UInt8>) throws(CSVFileError) {
        guard let bytes = block.baseAddress else { return }
        // The shortest row has its separators, its line feed and one digit of its time.
        let most = block.count / (header.roles.count + 1) + 1
        var (cells, stamps) = scratch(rows: most)
        defer { (spareCells, spareStamps) = (cells, stamps) }
        let result = cells.withUnsafeMutableBufferPointer { cells in
            stamps.withUnsafeMutableBufferPointer { stamps in
                Result { () throws(CSVFileError) -> Int in
                    try parse(bytes, block.count, into: cells, stamps, stride: most)
                }
            }
        }
        let rows = try result.get()
        timeColumn.append(contentsOf: stamps[0..<rows])
        for index in columns.indices { columns[index].append(contentsOf: cells[index * most..<index * most + rows]) }
    }

    /// Room for the rows of a block, a column behind the other, so that they are appended in one move each.
    private mutating func scratch(rows: Int) -> (cells: [Double], stamps: [Timestamp]) {
        var (cells, stamps) = (spareCells, spareStamps)
        (spareCells, spareStamps) = ([], [])
        if cells.count < rows * columns.count { cells = [Double](repeating: 0, count: rows * columns.count) }
        if stamps.count < rows { stamps = [Timestamp](repeating: Timestamp(nanoseconds: 0), count: rows) }
        return (cells, stamps)
    }

    /// What was read, where its rows stand, and whether its times name their zone.
    func table() -> (ColumnTable, CSVLineMap, hasZone: Bool) {
        let table = ColumnTable(
            unchecked: Column(timeColumn),
            columns: zip(header.numbers, columns).map { NamedColumn($0, Column($1)) })
        return (table, lines, times.sawZone)
    }

    private mutating func parse(
        _ bytes: UnsafePointer<UInt8>, _ end: Int, into cells: UnsafeMutableBufferPointer<Double>,
        _ stamps: UnsafeMutableBufferPointer<Timestamp>, stride: Int
    ) throws(CSVFileError) -> Int {
        var (at, row) = (0, 0)
        let roles = header.roles
        let separator = header.separator
        while at < end {
            line += 1
            if isBlank(bytes, at, end) {
                at = lineEnd(bytes, at, end) + 1
                lines.blankBefore.append(timeColumn.count + row)
                continue
            }
            for index in roles.indices {
                if index > 0 {
                    guard at < end, bytes[at] == separator else { throw tooFewFields(index) }
                    at += 1
                }
                switch roles[index] {
                case .number(let slot):
                    var next = at
                    if let value = DecimalScanner.scan(bytes, &next, end),
                        next == end || Self.ends(bytes[next], separator)
                    {
                        cells[slot &* stride &+ row] = value
                        at = next
                    } else {
                        let field = fieldEnd(bytes, at, end)
                        let before = row > 0 ? cells[slot &* stride &+ row &- 1] : columns[slot].last
                        cells[slot &* stride &+ row] = try number(bytes, at, field, index, after: before)
                        at = field
                    }
                case .time:
                    let field = fieldEnd(bytes, at, end)
                    if let time = times.read(bytes, at, field) {
                        stamps[row] = time
                    } else {
                        stamps[row] = try time(bytes, at, field, index)
                    }
                    if times.isMixed { throw mixedZones(bytes, at, field, index) }
                    at = field
                case .skipped: at = textEnd(bytes, at, end)
                }
            }
            at = try (at < end && bytes[at] == 0x0A ? at : endOfLongRow(bytes, at, end)) + 1
            row += 1
        }
        return row
    }

    @inline(__always)
    private static func ends(_ byte: UInt8, _ separator: UInt8) -> Bool {
        byte == separator || byte == 0x0A || byte == 0x0D
    }

    @inline(__always)
    private func fieldEnd(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int {
        var at = from
        while at < end, !Self.ends(bytes[at], header.separator) { at &+= 1 }
        return at
    }

    private func lineEnd(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int {
        var at = from
        while at < end, bytes[at] != 0x0A { at += 1 }
        return at
    }

    @inline(__always)
    private func isBlank(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Bool {
        bytes[from] == 0x0A || (bytes[from] == 0x0D && (from + 1 == end || bytes[from + 1] == 0x0A))
    }
}

// What is not plain: blanks and quotation marks around a value, holes, errors.
extension CSVBlockParser {
    private func trimmed(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Range<Int> {
        var (from, until) = (from, end)
        while from < until, CSVHeader.isPadding(bytes[from]) { from += 1 }
        while until > from, CSVHeader.isPadding(bytes[until - 1]) { until -= 1 }
        return from..<until
    }

    private func number(
        _ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int, _ column: Int, after before: Double?
    ) throws(CSVFileError) -> Double {
        let field = trimmed(bytes, from, end)
        let isKnown = CSVHeader.known.contains(header.names[column].lowercased())
        if field.isEmpty {
            // The first cells of a column may be empty: a warm-up.
            if !isKnown || before?.isNaN ?? true { return .nan }
            throw failure(column, Self.emptyCell.reason, Self.emptyCell.remedy)
        }
        var at = field.lowerBound
        if let value = DecimalScanner.scan(bytes, &at, field.upperBound), at == field.upperBound { return value }
        let text = Self.text(bytes, field)
        if !isKnown, ["nan", "na", "null", "none"].contains(text.lowercased()) { return .nan }
        throw failure(column, "\"\(text)\" is not a number", "write it with a point for the decimals, such as 1640.25")
    }

    private mutating func time(
        _ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int, _ column: Int
    ) throws(CSVFileError) -> Timestamp {
        let field = trimmed(bytes, from, end)
        if !field.isEmpty, let time = times.read(bytes, field.lowerBound, field.upperBound) { return time }
        let text = Self.text(bytes, field)
        throw failure(
            column, "\"\(text)\" is no time", "write 2013-09-01, 2013-09-01 17:00:00.083 or seconds since 1970")
    }

    private static func text(_ bytes: UnsafePointer<UInt8>, _ field: Range<Int>) -> String {
        // Long texts are cut: an error is a line.
        let most = 40
        let shown = min(field.count, most)
        let text = String(decoding: UnsafeBufferPointer(start: bytes + field.lowerBound, count: shown), as: UTF8.self)
        return field.count > most ? text + "…" : text
    }

    static let emptyCell = (reason: "the cell is empty", remedy: "fill it or leave the row out")

    private func mixedZones(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int, _ column: Int) -> CSVFileError {
        let field = trimmed(bytes, from, end)
        let hasZone = TimeText(bytes, field.lowerBound, field.upperBound)?.isUTC == true
        return failure(
            column,
            "\"\(Self.text(bytes, field))\" names \(hasZone ? "a" : "no") zone, and rows above name \(hasZone ? "none" : "one")",
            "write all times with a zone, such as Z at their end, or none of them")
    }

    private func tooFewFields(_ count: Int) -> CSVFileError {
        CSVFileError(
            file: file, line: line, reason: "\(count) fields where the header has \(header.names.count)",
            remedy: "complete the row or remove it")
    }

    /// The end of a row that goes on behind its last field: only with empty fields.
    private func endOfLongRow(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) throws(CSVFileError) -> Int {
        var at = from
        while at < end, bytes[at] == header.separator || CSVHeader.isPadding(bytes[at]) { at += 1 }
        if at == end || bytes[at] == 0x0A { return at }
        let stop = lineEnd(bytes, at, end)
        let separators = (from..<stop).count { bytes[$0] == header.separator }
        throw CSVFileError(
            file: file, line: line,
            reason: "\(header.names.count + max(1, separators)) fields where the header has \(header.names.count)",
            remedy: "write decimals with a point and thousands without a mark, or name every field in the header")
    }

    /// The end of a field that is left out: between quotation marks it may hold separators.
    private func textEnd(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int {
        var at = from
        if at < end, bytes[at] == 0x22 {
            at += 1
            while at < end, bytes[at] != 0x22, bytes[at] != 0x0A { at += 1 }
        }
        return fieldEnd(bytes, at, end)
    }

    private func failure(_ column: Int, _ reason: String, _ remedy: String) -> CSVFileError {
        CSVFileError(file: file, line: line, column: header.names[column], reason: reason, remedy: remedy)
    }
}
