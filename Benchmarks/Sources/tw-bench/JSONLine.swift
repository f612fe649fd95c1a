/// One JSON object a line, keys in the order given.
enum JSONLine {
    static func print(_ pairs: [(String, String)]) {
        Swift.print("{" + pairs.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}")
    }
}
