import Foundation
import Testing
import TradewindsVocabulary
import TradewindsWire

/// The declarations against the tables of protocol facts: nothing missing, nothing extra, every gate at its version.
@Suite(.enabled(if: FactTables.folder != nil, "the folder shared/protocol is not beside the repository"))
struct TableTests {
    static let types: [any Message.Type] = Request.types + Event.types

    @Test func hasEveryMessage() throws {
        var expected: Set<String> = []
        for row in try FactTables.rows("message-ids.tsv") {
            let cells = ["direction", "id", "name", "protobuf_message", "protobuf_from", "text_form"]
            expected.insert(cells.map { row[$0] ?? "" }.joined(separator: " "))
        }
        let declared = Self.types.map { type in
            let kind = type.kind
            let since = kind.protobufSince.map { String($0.rawValue) } ?? ""
            return "\(kind.direction.rawValue) \(kind.id) \(kind.name) \(kind.protobufName ?? "") \(since) "
                + (kind.hasText ? "yes" : "no")
        }
        #expect(Set(declared).count == declared.count)
        var found: Set<String> = []
        for line in expected.subtracting(declared) { found.insert("not declared: \(line)") }
        for line in Set(declared).subtracting(expected) { found.insert("not in the table: \(line)") }
        try KnownDifferences.expect(found, of: "ids")
    }

    @Test func hasEveryProtobufField() throws {
        let expected = Set(
            try FactTables.rows("protobuf-fields.tsv").filter { $0["number"]?.isEmpty == false }.map(ProtobufRow.line))
        let owners = Set(try FactTables.rows("protobuf-fields.tsv").compactMap { $0["message"] })
        var declared: Set<String> = []
        for entry in try SchemaTests.entries() {
            for field in entry.protobuf { declared.insert(ProtobufRow.line(field)) }
        }
        #expect(owners.count > 150)
        var found: Set<String> = []
        for line in expected.subtracting(declared) { found.insert("not declared: \(line)") }
        for line in declared.subtracting(expected) { found.insert("not in the table: \(line)") }
        try KnownDifferences.expect(found, of: "protobuf")
    }

    @Test func hasEveryTextField() throws {
        let tables = [
            Direction.toGateway: Dictionary(grouping: try FactTables.rows("text-requests.tsv")) { $0["request"] ?? "" },
            Direction.toClient: Dictionary(grouping: try FactTables.rows("text-responses.tsv")) { $0["message"] ?? "" },
        ]
        var found = Ranges()
        for type in Self.types where type.kind.hasText {
            let rows = (tables[type.kind.direction]?[type.kind.name] ?? []).filter { $0["field"] != "(none)" }.map(
                TextRow.init)
            for raw in ServerVersion.floor.rawValue...ServerVersion.newest.rawValue {
                guard (try? type.kind.form(at: ServerVersion(raw))) == .text else { continue }
                var comparison = TextComparison(rows.filter { $0.versions.contains(raw) && !$0.isAbsentMark })
                for walk in try Schema.walks(of: type, .text, at: ServerVersion(raw)) { comparison.match(walk) }
                for line in comparison.differences { found.add("\(type.kind.name): \(line)", raw) }
            }
        }
        try KnownDifferences.expect(found.lines, of: "text")
    }
}

enum ProtobufRow {
    static func line(_ row: [String: String]) -> String {
        let isMessage = row["type"] == "message"
        let type = isMessage ? row["nested"] ?? "" : row["type"] == "map<string,string>" ? "tags" : row["type"] ?? ""
        let isRepeated = row["label"] == "repeated" || row["label"] == "map"
        return "\(row["message"] ?? "") \(row["number"] ?? "") \(row["field"] ?? "") \(type)"
            + (isRepeated ? " repeated" : "")
    }
    static func line(_ field: SchemaField) -> String {
        // Decimals are strings there.
        let shape = field.shape == .scalar(.decimal) ? .scalar(.string) : field.shape
        return "\(field.owner) \(field.number) \(field.name) \(shape)" + (field.label == .repeated ? " repeated" : "")
    }
}

/// A row of the text tables.
struct TextRow {
    let name: String
    /// The names from the message down, as a schema spells them.
    let path: String
    let holder: String
    let type: String
    let constant: String?
    let versions: ClosedRange<Int32>
    let isAbsentMark: Bool

    init(_ row: [String: String]) {
        let path = row["field"] ?? ""
        let bare = path.hasPrefix("count(") ? String(path.dropFirst(6).dropLast()) : path
        let parts = bare.replacing("[]", with: "").split(separator: ".").map(String.init)
        // "date+time+zone" and "mask(kind)" say what is inside one field.
        let reserved = parts.last?.hasPrefix("(") == true
        let last =
            reserved ? parts.last : parts.last?.split(whereSeparator: { "+(".contains($0) }).first.map(String.init)
        name = path.hasPrefix("(") ? path : last ?? ""
        self.path = Self.spelled(path, bare, last ?? "")
        holder = parts.count > 1 ? parts[parts.count - 2] : ""
        type = row["type"] ?? ""
        let text = row["const"] ?? ""
        constant = text.isEmpty ? nil : text == "\"\"" ? "" : text
        versions = (Int32(row["sv_min"] ?? "") ?? 157)...(Int32(row["sv_max"] ?? "") ?? 226)
        // Present and absent are two rows of the table and one flag here.
        isAbsentMark = row["condition"]?.hasPrefix("absent(") == true && row["const"] == "0"
    }

    private static func spelled(_ path: String, _ bare: String, _ last: String) -> String {
        // A dead slot: "(faProfile, obsolete)", "(rfq manualOrderIndicator, withdrawn)", "ticks[].(reserved)".
        if let slot = path.firstMatch(of: /\((?:rfq )?(\w+)[^()]*\)$/), path.hasPrefix("(") || path.contains(".(") {
            return String(slot.1)
        }
        if path.hasSuffix(".isPresent") { return String(path.dropLast(".isPresent".count)) }
        if path.hasPrefix("count(") { return bare + " count" }
        var names = path.split(separator: ".").map(String.init)
        let isList = names.last?.hasSuffix("[]") == true
        if !names.isEmpty { names[names.count - 1] = last + (isList ? "[]" : "") }
        return names.joined(separator: ".")
    }

    func fits(_ field: SchemaField) -> Bool {
        let own = field.name.replacing("[]", with: "")
        switch field.shape {
        case .constant(let text): return constant == text || name.hasPrefix("(")
        case .count: return type == "count" && name == own
        case .flag: return name == own || (name == "isPresent" && holder == own)
        case .tags: return type == "taglist" && name == own
        case .message: return false
        case .scalar(let shape): return name == own && Self.shapes(type).contains(shape)
        }
    }

    private static func shapes(_ type: String) -> [ScalarShape] {
        // A flag is an integer on the wire as well.
        if type.hasPrefix("int") { return [.int32, .int64, .bool] }
        if type.hasPrefix("double") { return [.double] }
        if type.hasPrefix("bool") || type == "string:true|false" { return [.bool, .string] }
        if type.hasPrefix("tristate") { return [.bool, .int32] }
        // Some texts are numbers here, such as multipliers.
        if type.hasPrefix("string") { return [.string, .decimal] }
        if type.hasPrefix("decimal") { return [.decimal] }
        return []
    }
}

/// Matches walks, in order, with the rows of a table; rows of branches not taken are stepped over.
struct TextComparison {
    private let rows: [TextRow]
    private var isMet: [Bool]
    private var extra: Set<String> = []

    init(_ rows: [TextRow]) {
        self.rows = rows
        isMet = Array(repeating: false, count: rows.count)
    }

    mutating func match(_ walk: [SchemaField]) {
        var place = 0
        for field in walk {
            if let row = rows[place...].firstIndex(where: { $0.fits(field) }) {
                isMet[row] = true
                place = row + 1
            } else {
                extra.insert("\(field.name) (\(field.shape)) is not there in the table")
            }
        }
    }

    var differences: [String] {
        var lines = extra.sorted()
        for (row, met) in zip(rows, isMet) where !met { lines.append("\(row.name) (\(row.type)) is not declared") }
        return lines
    }
}

/// Differences with the versions at which they are.
struct Ranges {
    private var versions: [String: ClosedRange<Int32>] = [:]
    mutating func add(_ line: String, _ version: Int32) {
        let range = versions[line] ?? version...version
        versions[line] = min(range.lowerBound, version)...max(range.upperBound, version)
    }
    var lines: Set<String> {
        Set(versions.map { "\($0.key), \($0.value.lowerBound)-\($0.value.upperBound)" })
    }
}
