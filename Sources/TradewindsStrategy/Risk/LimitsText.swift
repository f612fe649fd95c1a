import TradewindsVocabulary

/// The part of TOML that limits need: tables, bare and quoted keys, strings, numbers and lists of strings on one line.
///
/// Anything else is an error, never ignored. Integers may have underscores.
struct LimitsText {
    enum Value: Hashable {
        case text(String)
        case number(ExactDecimal)
        case texts([String])
    }

    struct Entry {
        var line: Int
        var table: String
        var key: String
        var value: Value
    }

    private(set) var entries: [Entry] = []
    private let file: String

    init(_ text: String, file: String) throws(LimitsError) {
        self.file = file
        var table = ""
        var tables: Set<String> = []
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = Self.trim(Self.withoutComment(raw))
            guard !line.isEmpty else { continue }
            if line.first == "[" {
                table = try Self.table(line, index + 1, file)
                guard tables.insert(table).inserted else {
                    throw Self.error(file, index + 1, "[\(table)] is there twice", "join both into one")
                }
            } else {
                try add(line, table, index + 1)
            }
        }
    }

    private mutating func add(_ line: Substring, _ table: String, _ number: Int) throws(LimitsError) {
        guard let equals = line.firstIndex(of: "=") else {
            throw Self.error(file, number, "\(line) is neither a table nor a key with a value", "write key = value")
        }
        let name = Self.trim(line[..<equals])
        let key = Self.quoted(name) ?? String(name)
        let isBare = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        guard !key.isEmpty, isBare || Self.quoted(name) != nil else {
            throw Self.error(file, number, "\(name) is no key", "use letters, digits and dashes, or quotes")
        }
        guard !entries.contains(where: { $0.table == table && $0.key == key }) else {
            throw Self.error(file, number, "\(key) is there twice", "remove one")
        }
        let text = Self.trim(line[line.index(after: equals)...])
        guard let value = Self.value(text) else {
            throw Self.error(
                file, number, "\(text.isEmpty ? "nothing" : text) is no value of \(key)",
                "write a number, a text in quotes, or [\"A\", \"B\"] on one line")
        }
        entries.append(Entry(line: number, table: table, key: key, value: value))
    }

    private static func table(_ line: Substring, _ number: Int, _ file: String) throws(LimitsError) -> String {
        let known = ["order", "position", "account", "hours", "instruments", "sectors", "sector-exposure"]
        guard line.last == "]", line.count > 2 else {
            throw error(file, number, "\(line) is no table", "write [order]")
        }
        let name = String(trim(line.dropFirst().dropLast()))
        guard known.contains(name) else {
            throw error(
                file, number, "there is no table [\(name)]\(NearestName.hint(name, among: known))",
                "the tables are: \(known.joined(separator: ", "))")
        }
        return name
    }

    private static func value(_ text: Substring) -> Value? {
        if let string = quoted(text) { return .text(string) }
        if text.first == "[", text.last == "]", text.count >= 2 {
            var items = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false).map(trim)
            if items.last?.isEmpty == true { items.removeLast() }
            let strings = items.compactMap(quoted)
            return strings.count == items.count ? .texts(strings) : nil
        }
        guard let first = text.first, first.isNumber || first == "-" || first == "+", text.last != "_" else {
            return nil
        }
        let digits = text.filter { $0 != "_" }
        return ExactDecimal(String(first == "+" ? digits.dropFirst() : digits[...])).map(Value.number)
    }

    /// The inside of quotes; a backslash or another quote inside is not allowed.
    private static func quoted(_ text: Substring) -> String? {
        guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote else {
            return nil
        }
        let inside = text.dropFirst().dropLast()
        return inside.contains(where: { $0 == quote || $0 == "\\" }) ? nil : String(inside)
    }

    private static func withoutComment(_ line: Substring) -> Substring {
        var open: Character?
        for index in line.indices {
            let letter = line[index]
            if let quote = open {
                if letter == quote { open = nil }
            } else if letter == "\"" || letter == "'" {
                open = letter
            } else if letter == "#" {
                return line[..<index]
            }
        }
        return line
    }

    private static func trim(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    private static func error(_ file: String, _ line: Int, _ problem: String, _ remedy: String) -> LimitsError {
        LimitsError(file: file, line: line, problem: problem, remedy: remedy)
    }
}
