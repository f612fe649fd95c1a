import TradewindsWire

/// A JSON object on one line, keys in the order that they were added.
struct JSONLine: Sendable, Hashable {
    private var body = ""
    var text: String { "{" + body + "}" }

    mutating func add(_ key: String, _ value: String) { add(raw: key, JSONText.quoted(value)) }

    mutating func add(raw key: String, _ value: String) {
        if !body.isEmpty { body += "," }
        body += "\"\(key)\":\(value)"
    }

    /// Adds the members of another object.
    mutating func add(_ other: JSONLine) {
        if !body.isEmpty, !other.body.isEmpty { body += "," }
        body += other.body
    }

    /// A JSON array of strings.
    static func array(_ texts: [String]) -> String {
        "[" + texts.map(JSONText.quoted).joined(separator: ",") + "]"
    }
}
