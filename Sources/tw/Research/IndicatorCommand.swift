import ArgumentParser
import TradewindsIndicators
import TradewindsSeries
import TradewindsVocabulary

struct IndicatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator", abstract: "Compute an indicator over a file.",
        usage: """
            tw indicator --list
            tw indicator NAME --data FILE [--data FILE] [--column NAME …] [--name value …] [--csv OUT]
            """,
        discussion: """
            Each parameter of the indicator is an option of its own name, such as --period 14; --list tells them. An \
            indicator of one column takes the close, or the column named; one of two columns takes two files or two \
            --column. The result has a time and one column a value, empty during warm-up; an indicator of an indicator \
            is made by feeding that file again.
            """)

    @Flag(help: "List the indicators and their parameters.")
    var list = false

    @Argument(help: "The indicator; --list tells their names.")
    var name: String?

    @Option(parsing: .upToNextOption, help: "A CSV file of bars, or of a time and columns.", completion: .file())
    var data: [String] = []

    @Option(help: "The column to take; the close without.")
    var column: [String] = []

    @Option(name: .customLong("csv"), help: "The file to write; without, the values are printed.", completion: .file())
    var output: String?

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The indicator's parameters.", valueName: "--name value"))
    var parameters: [String] = []

    func run() throws {
        if list { return showIndicators() }
        guard let name else { throw ValidationError("an indicator is needed; tw indicator --list tells their names") }
        do {
            let description = try IndicatorCatalogue.description(of: name)
            let indicator = try description.make(texts: try NamedOptions.pairs(parameters))
            let input = try IndicatorFile.read(for: description, files: data, columns: column)
            let columns = try description.columns(of: indicator, over: input.data)
            let blank = [Double](repeating: .nan, count: input.blankRows)
            let table = try usable { () throws(SeriesError) in
                try ColumnTable(
                    time: input.time, columns: columns.map { NamedColumn($0.name, Column(blank + $0.values)) })
            }
            try ResearchOutput.write(table, to: output)
            if let output { print("\(name) of \(table.count) rows in \(output)") }
        } catch let error as IndicatorError { throw ValidationError("\(error)") }
    }

    private func showIndicators() {
        for family in IndicatorFamily.allCases {
            print("\(family.rawValue):")
            for about in IndicatorCatalogue.descriptions where about.family == family {
                let gives = about.columns == [about.name] ? "" : "; gives \(about.columns.joined(separator: ", "))"
                print("  \(about.name): \(about.summary) (of \(about.input.meaning)\(gives))")
                for parameter in about.parameters {
                    print("    --\(parameter.name) \(parameter.defaultText)  \(parameter.meaning)")
                }
            }
        }
    }
}

/// What an indicator is fed with, from files.
private struct IndicatorFile {
    let time: Column<Timestamp>
    let data: IndicatorData
    /// Rows at the beginning whose cell is empty, such as another indicator's warm-up.
    var blankRows = 0

    static func read(for indicator: IndicatorDescription, files: [String], columns: [String]) throws -> Self {
        guard let file = files.first else { throw ValidationError("--data FILE is needed: a CSV file") }
        if indicator.input == .pairs { return try pairs(indicator.name, files, columns) }
        guard files.count == 1, columns.count <= 1 else {
            throw ValidationError("\(indicator.name) takes \(indicator.input.meaning): give --data and --column once")
        }
        return indicator.input == .bars ? try bars(file) : try numbers(file, columns.first)
    }

    private static func bars(_ file: String) throws -> Self {
        let bars = try readable { () throws(CSVFileError) in try BarSeries(csv: file) }
        let columns = try PriceColumns(
            open: bars.open.array, high: bars.high.array, low: bars.low.array, close: bars.close.array,
            volume: bars.volume.array)
        return Self(time: bars.time, data: .bars(columns))
    }

    private static func numbers(_ file: String, _ name: String?) throws -> Self {
        let table = try readable { () throws(CSVFileError) in try ColumnTable(csv: file) }
        let values = try column(name, of: table, in: file)
        let blank = values.firstIndex { !$0.isNaN } ?? values.count
        let numbers = try filled(values.rows(blank..<values.count), file, blank)
        return Self(time: table.time, data: .numbers(numbers), blankRows: blank)
    }

    private static func pairs(_ name: String, _ files: [String], _ columns: [String]) throws -> Self {
        guard files.count == 2 && columns.count <= 2 || files.count == 1 && columns.count == 2 else {
            throw ValidationError("\(name) takes two columns: give --data twice, or once with --column twice")
        }
        let tables = try files.map { file in try readable { () throws(CSVFileError) in try ColumnTable(csv: file) } }
        let sides = try [0, 1].map { side in
            let place = min(side, tables.count - 1)
            let name = columns.indices.contains(side) ? columns[side] : columns.first
            return (
                time: tables[place].time, values: try column(name, of: tables[place], in: files[place]),
                file: files[place]
            )
        }
        let clock = try usable { () throws(SeriesError) in try Alignment(sides.map(\.time), join: .inner) }
        guard clock.count > 0 else { throw ValidationError("\(files.joined(separator: " and ")): no time is in both") }
        let values = try [0, 1].map { side in
            try usable { () throws(SeriesError) in try clock.values(sides[side].values, of: side) }.map { $0 ?? .nan }
        }
        let blank = zip(values[0], values[1]).prefix { $0.isNaN || $1.isNaN }.count
        let rest = blank..<clock.count
        let pairs = try PairColumns(
            first: filled(Column(values[0]).rows(rest), sides[0].file, blank),
            second: filled(Column(values[1]).rows(rest), sides[1].file, blank))
        return Self(time: clock.time, data: .pairs(pairs), blankRows: blank)
    }

    private static func column(_ name: String?, of table: ColumnTable, in file: String) throws -> Column<Double> {
        if let name { return try usable { () throws(SeriesError) in try table.column(name) } }
        guard let column = table["close"] ?? table.columns.first?.values else {
            throw ValidationError("\(file): no column of numbers beside the time")
        }
        return column
    }

    private static func filled(_ values: Column<Double>, _ file: String, _ blank: Int) throws -> [Double] {
        if let row = values.firstIndex(where: \.isNaN) {
            throw ValidationError(
                "\(file): row \(row + blank + 1): the cell is empty; write a number there or take the row out")
        }
        return values.array
    }
}
