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
            --column. Files are in order of time, oldest first; rows may share a time. The result has a time and one \
            column a value, empty until its first value; an indicator of an indicator is made by feeding that file \
            again. A value beyond the largest number is an error, so an empty cell is one of the warm-up or, \
            where --list says so, one without a value.
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
            try input.check(columns, of: indicator, description)
            let blank = [Double](repeating: .nan, count: input.blankRows)
            let table = try usable { () throws(SeriesError) in
                try ColumnTable(
                    time: input.time, columns: columns.map { NamedColumn($0.name, Column(blank + $0.values)) })
            }
            try ResearchOutput.write(table, to: output, marksUTC: input.timesHaveZone)
            if let output { print("\(name) of \(table.count) rows in \(output)") }
        } catch let error as IndicatorError { throw ValidationError("\(error)") }
    }

    private func showIndicators() {
        for family in IndicatorFamily.allCases {
            print("\(family.rawValue):")
            for about in IndicatorCatalogue.descriptions where about.family == family {
                let gives = about.columns == [about.name] ? "" : "; gives \(about.columns.joined(separator: ", "))"
                let gaps = about.gaps.map { "; empty \($0)" } ?? ""
                print("  \(about.name): \(about.summary) (of \(about.input.meaning)\(gives)\(gaps))")
                for parameter in about.parameters {
                    print("    --\(parameter.name) \(parameter.defaultText)  \(parameter.meaning)")
                }
            }
        }
    }
}
