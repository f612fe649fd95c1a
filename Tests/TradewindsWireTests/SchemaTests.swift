import Testing
import TradewindsVocabulary
import TradewindsWire

/// What `tw inspect schema` prints: every field once, in an order that every message keeps, as the tables say.
@Suite
struct SchemaTests {
    /// Collecting takes many walks: once for all tests.
    private static let schema: Result<Schema, any Error> = Result { try Schema.collect() }

    static func entries() throws -> [Schema.Entry] { try schema.get().entries }

    @Test func everyMessageKeepsTheOrder() throws {
        for entry in try Self.entries() {
            for version: ServerVersion in [157, 163, 164, 176, 187, 195, 200, 202, 212, 226] {
                let type = try #require((Request.types + Event.types).first { $0.kind == entry.kind })
                guard let form = try? type.kind.form(at: version) else { continue }
                let fields = form == .text ? entry.text : entry.protobuf
                for walk in try Schema.walks(of: type, form, at: version) {
                    var place = 0
                    for field in walk {
                        let found = fields[place...].firstIndex {
                            $0.path == field.path && $0.shape == field.shape && $0.number == field.number
                        }
                        guard let found else {
                            Issue.record(
                                "\(entry.kind) \(form) \(version): \(field.path) is not behind \(place) others")
                            break
                        }
                        place = found + 1
                    }
                }
            }
        }
    }

    @Test func noFieldStandsTwice() throws {
        for entry in try Self.entries() {
            for fields in [entry.text, entry.protobuf] {
                let rows = fields.map { "\($0.path) \($0.shape) \($0.number)" }
                let twice = Dictionary(grouping: rows) { $0 }.filter { $0.value.count > 1 }
                #expect(twice.isEmpty, "\(entry.kind): \(twice.keys.sorted())")
                // A list has a count and elements; nothing else has one path with two meanings at one version.
                let paths = Dictionary(grouping: fields.filter { $0.shape != .count }) { $0.path }
                for (path, same) in paths where same.count > 1 {
                    let ranges = same.map { $0.since...$0.until }.sorted { $0.lowerBound < $1.lowerBound }
                    for (early, late) in zip(ranges, ranges.dropFirst()) {
                        #expect(early.upperBound < late.lowerBound, "\(entry.kind): \(path)")
                    }
                }
            }
        }
    }

    @Test func everyFormHasARow() throws {
        let rows = try Self.schema.get().tsv().split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows[0] == Schema.columns && rows.allSatisfy { $0.count == Schema.columns.count })
        let forms = Set(rows.map { "\($0[0]) \($0[2]) \($0[5])" })
        for kind in (Request.types + Event.types).map({ $0.kind }) {
            let name = "\(kind.direction.rawValue) \(kind.name)"
            #expect(forms.contains(name + " text") == kind.hasText, "\(name)")
            #expect(forms.contains(name + " protobuf") == (kind.protobufSince != nil), "\(name)")
        }
        let empty = rows.filter { $0[2] == "reqFamilyCodes" }.map { Array($0[5...]) }
        #expect(empty == [["text", "", "", "", "", "157", "211"], ["protobuf", "", "", "", "", "212", "226"]])
    }

    @Test func theColumnsOfAnOrder() throws {
        let order = try #require(try Self.entries().first { $0.kind.name == "placeOrder" })
        let leg = order.text.filter { $0.path.hasPrefix("contract.comboLegs[].") }.map(\.name)
        #expect(
            leg == [
                "conId", "ratio", "action", "exchange", "openClose", "shortSaleSlot", "designatedLocation",
                "exemptCode",
            ])
        let least = try #require(order.text.first { $0.path == "order.minTradeQty" })
        #expect(least.since == 170 && least.until == 202)
        #expect(order.text.first { $0.path == "order.totalQuantity" }?.shape.description == "decimal")
    }

    @Test(.enabled(if: FactTables.folder != nil, "the folder shared/protocol is not beside the repository"))
    func textIsAsTheTablesSay() throws {
        let tables = [
            Direction.toGateway: Dictionary(grouping: try FactTables.rows("text-requests.tsv")) { $0["request"] ?? "" },
            Direction.toClient: Dictionary(grouping: try FactTables.rows("text-responses.tsv")) { $0["message"] ?? "" },
        ]
        var found: Set<String> = []
        for entry in try Self.entries() {
            guard let versions = entry.textVersions else { continue }
            let rows = (tables[entry.kind.direction]?[entry.kind.name] ?? []).filter { $0["field"] != "(none)" }
            var expected = PathTable()
            for row in rows.map(TextRow.init) where !row.isAbsentMark {
                let last = min(row.versions.upperBound, versions.upperBound.rawValue)
                guard row.versions.lowerBound <= last else { continue }
                expected.add(TablePath.ours(row.path, in: entry.kind.name), row.versions.lowerBound...last)
            }
            var printed = PathTable()
            for field in entry.text {
                printed.add(TablePath.printed(field), field.since.rawValue...field.until.rawValue)
            }
            for line in expected.lines.subtracting(printed.lines) {
                found.insert("\(entry.kind): \(line) is not printed")
            }
            for line in printed.lines.subtracting(expected.lines) {
                found.insert("\(entry.kind): \(line) is not in the table")
            }
        }
        try KnownDifferences.expect(found, of: "schema")
    }
}

/// Paths with the versions that have them.
private struct PathTable {
    private var versions: [String: ClosedRange<Int32>] = [:]
    mutating func add(_ path: String, _ range: ClosedRange<Int32>) {
        let known = versions[path] ?? range
        versions[path] = min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
    }
    var lines: Set<String> { Set(versions.map { "\($0.key) \($0.value.lowerBound)-\($0.value.upperBound)" }) }
}

/// The paths of the tables in terms of what is printed: text has the parts of protobuf.
private enum TablePath {
    /// Prefixes of the tables and what stands there instead, by message; `*` for all.
    private static let prefixes: [String: [(String, String)]] = [
        "*": [
            ("rows[].contractDetails.contract.", "rows[].contract."), ("rows[].contractDetails.", "rows[]."),
            ("contractDetails.contract.", "contract."),
        ],
        "reqWshEventData": [("wshEventData.", "")],
        "reqScannerSubscription": [
            ("subscription.", "scannerSubscription."),
            ("scannerSubscription", "scannerSubscription.scannerSubscription"),
        ],
        "reqExecutions": [("execFilter.", "executionFilter.")],
        "commissionAndFeesReport": [("commissionAndFeesReport.", "")],
        "realtimeBar": [("bar.", "")],
        "historicalDataUpdate": [("bar.", "historicalDataBar.")],
        "openOrder": [("order.orderId", "orderId")],
    ]

    /// Parts of protobuf that the tables do not name: the fields outside of them.
    private static let parts: [String: (part: String, outside: Set<String>)] = [
        "updateMktDepth": ("marketDepthData.", ["version", "reqId"]),
        "updateMktDepthL2": ("marketDepthData.", ["version", "reqId"]),
    ]

    static func ours(_ path: String, in message: String) -> String {
        var path = path
        for (prefix, ours) in (prefixes[message] ?? []) + (prefixes["*"] ?? []) where path.hasPrefix(prefix) {
            path = ours + path.dropFirst(prefix.count)
            break
        }
        if let (part, outside) = parts[message], !outside.contains(path) { path = part + path }
        return path
    }

    static func printed(_ field: SchemaField) -> String {
        // Dead slots belong to no part in the tables; a tick by tick has the parts of its kinds.
        if case .constant = field.shape { return field.name }
        var path = field.path.hasSuffix(" (again)") ? String(field.path.dropLast(8)) : field.path
        for part in ["historicalTickLast.", "historicalTickBidAsk.", "historicalTickMidPoint."]
        where path.hasPrefix(part) {
            path = String(path.dropFirst(part.count))
        }
        return path + (field.shape == .count ? " count" : "")
    }
}
