import Foundation
import TradewindsWire

/// A value in a table or a JSON object.
enum Cell: Sendable, Hashable {
    case text(String)
    case number(String)
    case flag(Bool)
    case list([Cell])
    /// Names and values in turn.
    indirect case members([String], [Cell])
    case none

    init(_ value: Double?) { self = value.map { $0.isFinite ? .number("\($0)") : .none } ?? .none }
    init(_ value: Int) { self = .number("\(value)") }
    init(number value: (some CustomStringConvertible)?) { self = value.map { .number("\($0)") } ?? .none }
    init(_ value: String) { self = .text(value) }

    /// A JSON object in an object.
    static func object(_ pairs: [(String, Cell)]) -> Cell { .members(pairs.map(\.0), pairs.map(\.1)) }

    /// For people.
    var plain: String {
        switch self {
        case .text(let text), .number(let text): text
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let cells): cells.map(\.plain).joined(separator: " ")
        case .members(let names, let cells): zip(names, cells).map { "\($0): \($1.plain)" }.joined(separator: ", ")
        case .none: "-"
        }
    }

    /// For programs.
    var json: String {
        switch self {
        case .text(let text): JSONText.quoted(text)
        case .number(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .list(let cells): "[" + cells.map(\.json).joined(separator: ",") + "]"
        case .members(let names, let cells): Table.object(Array(zip(names, cells)))
        case .none: "null"
        }
    }
}

/// Rows of the same columns: a table for people, one JSON object a row for programs.
struct Table: Sendable {
    var columns: [String]
    var rows: [[Cell]] = []

    init(_ columns: String...) { self.columns = columns }
    init(_ columns: [String]) { self.columns = columns }

    mutating func add(_ row: Cell...) { rows.append(row) }

    func print(json: Bool, empty: String) {
        if json {
            for row in rows { Swift.print(Self.object(zip(columns, row).map { ($0, $1) })) }
            return
        }
        guard !rows.isEmpty else {
            Swift.print(empty)
            return
        }
        let lines = [columns] + rows.map { $0.map(\.plain) }
        let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        for line in lines {
            let padded = zip(line, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
            var text = padded.joined(separator: "  ")
            while text.last == " " { text.removeLast() }
            Swift.print(text)
        }
    }

    /// One JSON object, keys in the order given.
    static func object(_ pairs: [(String, Cell)]) -> String {
        "{" + pairs.map { "\"\($0.0.replacing(" ", with: "_"))\":\($0.1.json)" }.joined(separator: ",") + "}"
    }
}
