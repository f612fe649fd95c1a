/// A value for each of some parameters, checked.
public struct ParameterValues: Sendable, Hashable {
    private var values: [String: Double]

    /// The defaults.
    public init() { values = [:] }

    /// Defaults, with `given` in place of those it names.
    ///
    /// - Throws: ``ParameterError`` for an unknown name, a value that is no number, out of range or not whole.
    public init(_ given: [String: Double], of parameters: [NamedParameter]) throws(ParameterError) {
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            guard let parameter = parameters.first(where: { $0.name == name }) else {
                throw .unknownParameter(name, known: parameters.map(\.name))
            }
            guard parameter.range.contains(value) else { throw .outOfRange(parameter, value) }
            guard !parameter.isWhole || value == value.rounded() else { throw .notWhole(parameter, value) }
        }
        let defaults = parameters.map { ($0.name, $0.defaultValue) }
        values = Dictionary(defaults) { first, _ in first }.merging(given) { $1 }
    }

    /// Reads texts such as those of a command line.
    ///
    /// - Throws: ``ParameterError``.
    public init(texts: [String: String], of parameters: [NamedParameter]) throws(ParameterError) {
        var given: [String: Double] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let value = Double(text), value.isFinite else { throw .notANumber(name, text) }
            given[name] = value
        }
        try self.init(given, of: parameters)
    }

    /// The value of a parameter: given, or its default.
    public subscript(_ parameter: NamedParameter) -> Double {
        values[parameter.name] ?? parameter.defaultValue
    }

    /// The value of a parameter by its name; `nil` where there is none such.
    public subscript(name name: String) -> Double? { values[name] }

    /// The value of a whole parameter.
    public func whole(_ parameter: NamedParameter) -> Int {
        Int(min(max(self[parameter].rounded(), -1e9), 1e9))
    }
}
