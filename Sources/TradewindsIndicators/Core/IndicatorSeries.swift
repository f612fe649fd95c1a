/// What an indicator gives for one input: one number, or several with names.
public protocol IndicatorOutput: Sendable, Hashable, Codable {
    /// The names of its numbers, as headers of columns.
    static var columnNames: [String] { get }
    /// Its numbers, in the order of their names; not a number for one that is known later than others.
    var columnValues: [Double] { get }
}

extension Double: IndicatorOutput {
    /// `value`.
    public static var columnNames: [String] { ["value"] }
    /// The number itself.
    public var columnValues: [Double] { [self] }
}

/// The values of an indicator over a column, without invented ones for the warm-up.
public struct IndicatorSeries<Output: IndicatorOutput>: Sendable, Hashable {
    /// How many rows at the beginning have no value.
    public let warmUp: Int
    /// The values: the first belongs to row `warmUp`.
    public let values: [Output]

    init(warmUp: Int, values: [Output]) { (self.warmUp, self.values) = (warmUp, values) }

    /// The number of rows, those without a value included.
    public var count: Int { warmUp + values.count }

    /// The value of a row; `nil` during warm-up and outside.
    public subscript(row: Int) -> Output? {
        values.indices.contains(row - warmUp) ? values[row - warmUp] : nil
    }

    /// The values in columns by name, each as long as the input, not a number before its first value.
    public var columns: [(name: String, values: [Double])] {
        let names = Output.columnNames
        var columns = names.map { _ in [Double](repeating: .nan, count: warmUp) }
        for index in columns.indices { columns[index].reserveCapacity(count) }
        for value in values {
            for (index, number) in value.columnValues.enumerated() { columns[index].append(number) }
        }
        return zip(names, columns).map { (name: $0, values: $1) }
    }
}
