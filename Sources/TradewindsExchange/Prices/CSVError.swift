/// A line of a data file that cannot be used.
public struct CSVError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    public var file: String
    /// The line, counted from 1 with the header.
    public var line: Int
    /// What is wrong with it and what is expected.
    public var reason: String

    /// `Data/bars/AAPL.csv:17: close: "12,5" is not a number`.
    public var description: String { "\(file):\(line): \(reason)" }
}
