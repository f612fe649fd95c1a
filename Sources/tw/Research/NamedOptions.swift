import ArgumentParser

/// Options that a strategy or an indicator names, such as `--fast 5 --slow=20`.
enum NamedOptions {
    /// The words as names and values.
    static func pairs(_ words: [String]) throws -> [String: String] {
        var pairs: [String: String] = [:]
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else { throw ValidationError("\(word): parameters are written --name value") }
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 {
                pairs[parts[0]] = parts[1]
            } else if let name = parts.first, let value = rest.popFirst() {
                pairs[name] = value
            } else {
                throw ValidationError("\(word) needs a value")
            }
        }
        return pairs
    }
}
