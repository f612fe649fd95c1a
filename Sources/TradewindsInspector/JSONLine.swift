/// A JSON object on one line, keys in the order that they were added.
struct JSONLine {
    private var body = ""
    var text: String { "{" + body + "}" }

    mutating func add(_ key: String, _ value: String) { add(raw: key, Self.quoted(value)) }

    mutating func add(raw key: String, _ value: String) {
        if !body.isEmpty { body += "," }
        body += "\"\(key)\":\(value)"
    }

    static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
