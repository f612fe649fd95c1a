/// One statistic under the name that the field's libraries and the command line use (`sharpe_ratio`, `max_drawdown`).
public struct NamedStatistic: Sendable, Hashable {
    /// Lower case, words joined by an underscore.
    public var name: String
    /// `nil` where the statistic is undefined for the input.
    public var value: Double?

    /// Pairs a name with its value; a number that overflowed counts as undefined.
    public init(_ name: String, _ value: Double?) {
        self.name = name
        self.value = value.flatMap(defined)
    }

    /// Pairs a name with a count.
    init(_ name: String, count: Int) {
        self.init(name, Double(count))
    }
}
