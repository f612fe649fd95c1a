/// A file of prices that cannot be read or written, or a row of it that cannot be used.
public struct CSVFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    public var file: String
    /// The line, counted from 1 with the header; `nil` when it is the file as a whole.
    public var line: Int?
    /// The name of the column; `nil` when it is the line as a whole.
    public var column: String?
    /// What is wrong.
    public var reason: String
    /// What to do.
    public var remedy: String

    /// `bars/AAPL.csv:17: close: "12,5" is not a number; write it with a point, such as 12.5`.
    /// What the file holds stands in it shortened and without control characters, which a terminal would obey.
    public var description: String {
        "\(file):\(line.map { "\($0):" } ?? "")\(column.map { " \(shown($0)):" } ?? "") \(shown(reason)); \(remedy)"
    }

    private func shown(_ text: String) -> String {
        let most = 400
        let plain = text.unicodeScalars.prefix(most).map { scalar in
            scalar.properties.generalCategory == .control ? "\u{FFFD}" : Character(scalar)
        }
        return String(plain) + (text.unicodeScalars.count > most ? " …" : "")
    }
}
