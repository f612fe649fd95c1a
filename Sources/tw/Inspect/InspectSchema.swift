import ArgumentParser
import TradewindsWire

struct InspectSchema: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case tsv, markdown
    }

    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print every message with its ids, fields, types and versions.",
        discussion: """
            Columns: direction (out is client to gateway), id, message, protobuf_message, protobuf_from (the first \
            server version that sends it as protobuf), form, place (position in text, field number in protobuf), \
            field, type, label, since and until (server versions).
            """
    )

    @Option(help: "tsv or markdown.")
    var format = Format.tsv

    func run() throws {
        let schema = try Schema.collect()
        print(format == .tsv ? schema.tsv() : schema.markdown(), terminator: "")
    }
}
