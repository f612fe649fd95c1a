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
    public var description: String {
        "\(file):\(line.map { "\($0):" } ?? "")\(column.map { " \($0):" } ?? "") \(reason); \(remedy)"
    }
}
