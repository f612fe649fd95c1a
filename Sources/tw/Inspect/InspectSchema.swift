import ArgumentParser
import TradewindsWire

struct InspectSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print every message with its ids, fields, types and the versions that carry them.",
        discussion: """
            The columns, each field of each form of each message in a row of its own:

            \(Schema.columnNotes.map { "  \($0.name): \($0.note)" }.joined(separator: "\n"))
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case tsv, markdown }

    @Option(help: "tsv: one row a field, the first line names the columns; markdown: a table a message.")
    var format = Format.tsv

    func run() throws {
        let schema = try Schema.collect()
        print(format == .tsv ? schema.tsv() : schema.markdown(), terminator: "")
    }
}
