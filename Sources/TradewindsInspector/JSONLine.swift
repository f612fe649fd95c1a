import TradewindsWire

/// A JSON object on one line, keys in the order that they were added.
struct JSONLine {
    private var body = ""
    var text: String { "{" + body + "}" }

    mutating func add(_ key: String, _ value: String) { add(raw: key, JSONText.quoted(value)) }

    mutating func add(raw key: String, _ value: String) {
        if !body.isEmpty { body += "," }
        body += "\"\(key)\":\(value)"
    }
}
