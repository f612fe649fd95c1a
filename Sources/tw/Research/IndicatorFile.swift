import ArgumentParser
import TradewindsIndicators
import TradewindsSeries
import TradewindsVocabulary

/// What an indicator is fed with, from files.
struct IndicatorFile {
    /// The file that errors name: the first of two.
    private let source: TableFile
    let time: Column<Timestamp>
    let data: IndicatorData
    /// Rows at the beginning whose cell is empty, such as another indicator's warm-up.
    var blankRows = 0
    /// The rows of `source` that the times stand in, where some are left out.
    private var rows: [Int]?

    static func read(for indicator: IndicatorDescription, files: [String], columns: [String]) throws -> Self {
        guard let file = files.first else { throw ValidationError("--data FILE is needed: a CSV file") }
        if indicator.input == .pairs { return try pairs(indicator.name, files, columns) }
        guard files.count == 1, columns.count <= 1 else {
            throw ValidationError("\(indicator.name) takes \(indicator.input.meaning): give --data and --column once")
        }
        let source = try readable { () throws(CSVFileError) in try TableFile(csv: file) }
        if indicator.readsVolume, source.table["volume"] == nil {
            throw ValidationError(
                "\(file): \(indicator.name) reads volumes, and the header names no column volume; add it or name a file that "
                    + "has it")
        }
        return indicator.input == .bars ? try bars(source) : try numbers(source, columns.first)
    }

    var timesHaveZone: Bool { source.timesHaveZone }

    /// Refuses values that are not finite, and says which columns are empty because the file is too short.
    func check(
        _ columns: [(name: String, values: [Double])], of indicator: AnyIndicator, _ about: IndicatorDescription
    ) throws {
        let (count, warmUp) = (time.count - blankRows, indicator.warmUp)
        let begun = columns.map { $0.values.firstIndex { !$0.isNaN } ?? count }
        // A column that begins behind the warm-up may be a later one, or lack its first values.
        let isLate = begun.contains { $0 > warmUp }
        let expected = isLate ? try about.firstRows(of: indicator, rows: count) : begun
        for ((name, values), first) in zip(columns, expected) {
            let wrong = values.indices.first {
                $0 >= first && !values[$0].isFinite && !(about.gaps != nil && values[$0].isNaN)
            }
            if let wrong { throw fault(wrong, name) }
        }
        let isEmpty = columns.map { $0.values.allSatisfy(\.isNaN) }
        if !isEmpty.contains(false) {
            if count > warmUp {
                return Note.show("no value of \(about.name): it has none \(about.gaps ?? "")")
            }
            Note.show(
                "no value of \(about.name): the first needs \(warmUp + 1) rows, \(source.file) has \(count)")
        } else if isEmpty.contains(true) {
            let names = zip(columns, isEmpty).filter(\.1).map(\.0.name).joined(separator: ", ")
            Note.show("no value of \(names): \(source.file) has too few rows, \(count)")
        }
    }

    private func fault(_ row: Int, _ name: String) -> ValidationError {
        let row = blankRows + row
        let error = source.failure(
            row: rows.map { $0[row] } ?? row, column: name, "no finite value",
            "the numbers are too large for it, or not above zero where it takes their ratio; correct or scale them")
        return ValidationError("\(error)")
    }

    private static func bars(_ source: TableFile) throws -> Self {
        let bars = try readable { () throws(CSVFileError) in try source.bars() }
        let columns = try PriceColumns(
            open: bars.open.array, high: bars.high.array, low: bars.low.array, close: bars.close.array,
            volume: bars.volume.array)
        return Self(source: source, time: bars.time, data: .bars(columns))
    }

    private static func numbers(_ source: TableFile, _ name: String?) throws -> Self {
        let (values, rows) = try filled(source, name)
        return Self(
            source: source, time: source.table.time, data: .numbers(values.rows(rows).array), blankRows: rows.lowerBound
        )
    }

    private static func pairs(_ name: String, _ files: [String], _ columns: [String]) throws -> Self {
        guard files.count == 2 && columns.count <= 2 || files.count == 1 && columns.count == 2 else {
            throw ValidationError("\(name) takes two columns: give --data twice, or once with --column twice")
        }
        let sources = try files.map { file in try readable { () throws(CSVFileError) in try TableFile(csv: file) } }
        let sides = try [0, 1].map { side in
            let source = sources[min(side, sources.count - 1)]
            let (values, rows) = try filled(source, columns.indices.contains(side) ? columns[side] : columns.first)
            // Cells before the first number are kept: they stay empty in the result.
            return (time: source.table.time, values: values, blank: rows.lowerBound)
        }
        if sources.count == 1 {
            // Rows of one file stay as they are, whatever times they share.
            let rows = max(sides[0].blank, sides[1].blank)..<sources[0].table.count
            let pairs = try PairColumns(
                first: sides[0].values.rows(rows).array, second: sides[1].values.rows(rows).array)
            return Self(source: sources[0], time: sides[0].time, data: .pairs(pairs), blankRows: rows.lowerBound)
        }
        let clock = try usable { () throws(SeriesError) in try Alignment(sides.map(\.time), join: .inner) }
        guard clock.count > 0 else { throw ValidationError("\(files.joined(separator: " and ")): no time is in both") }
        let rows = [0, 1].map { side in (0..<clock.count).compactMap { clock.row(side, at: $0) } }
        let values = [0, 1].map { side in rows[side].map { sides[side].values[$0] } }
        let blank = zip(values[0], values[1]).prefix { $0.isNaN || $1.isNaN }.count
        let pairs = try PairColumns(first: Array(values[0][blank...]), second: Array(values[1][blank...]))
        return Self(source: sources[0], time: clock.time, data: .pairs(pairs), blankRows: blank, rows: rows[0])
    }

    /// A column, and the rows from its first number on.
    private static func filled(_ source: TableFile, _ name: String?) throws -> (Column<Double>, Range<Int>) {
        let column = try readable { () throws(CSVFileError) in try source.column(name) }
        return (column.values, try readable { () throws(CSVFileError) in try source.filledRows(of: column) })
    }
}
