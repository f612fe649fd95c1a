/// A choice of a strategy, described as data: for a command line, a sweep or a form.
public struct StrategyParameter: Sendable, Hashable {
    /// Its name on the command line.
    public let name: String
    /// What holds when it is not given.
    public let defaultValue: Double
    /// What it may be.
    public let range: ClosedRange<Double>
    /// A sensible step for sweeps; where it is a whole number, so must the value be.
    public let step: Double
    /// What it means.
    public let meaning: String

    /// A parameter; `meaning` is one line without a full stop.
    public init(
        _ name: String, _ defaultValue: Double, _ range: ClosedRange<Double>, step: Double, _ meaning: String
    ) {
        self.name = name
        self.defaultValue = defaultValue
        self.range = range
        self.step = step
        self.meaning = meaning
    }

    /// Whether only whole numbers are allowed.
    public var isWhole: Bool { step == step.rounded() && defaultValue == defaultValue.rounded() }
}

/// A value for each parameter of a strategy, checked.
public struct ParameterValues: Sendable, Hashable {
    private var values: [String: Double]

    /// The defaults.
    public init() { values = [:] }

    /// Defaults, with `given` in place of those it names.
    ///
    /// - Throws: ``CatalogueError`` for an unknown name, a value that is no number, out of range or not whole.
    public init(_ given: [String: Double], of parameters: [StrategyParameter]) throws(CatalogueError) {
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            guard let parameter = parameters.first(where: { $0.name == name }) else {
                throw .unknownParameter(name, known: parameters.map(\.name))
            }
            guard parameter.range.contains(value) else { throw .outOfRange(parameter, value) }
            guard !parameter.isWhole || value == value.rounded() else { throw .notWhole(parameter, value) }
        }
        values = given
    }

    /// Reads texts such as those of a command line.
    ///
    /// - Throws: ``CatalogueError``.
    public init(texts: [String: String], of parameters: [StrategyParameter]) throws(CatalogueError) {
        var given: [String: Double] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let value = Double(text), value.isFinite else { throw .notANumber(name, text) }
            given[name] = value
        }
        try self.init(given, of: parameters)
    }

    /// The value of a parameter: given, or its default.
    public subscript(_ parameter: StrategyParameter) -> Double {
        values[parameter.name] ?? parameter.defaultValue
    }

    /// The value of a whole parameter.
    public func whole(_ parameter: StrategyParameter) -> Int {
        Int(min(max(self[parameter].rounded(), -1e9), 1e9))
    }
}

/// What is wrong with a name or a value for the catalogue.
public enum CatalogueError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no such strategy.
    case unknownStrategy(String, known: [String])
    /// The strategy has no such parameter.
    case unknownParameter(String, known: [String])
    /// The text is no number.
    case notANumber(String, String)
    /// The value lies outside the parameter's range.
    case outOfRange(StrategyParameter, Double)
    /// The value must be whole.
    case notWhole(StrategyParameter, Double)
    /// Values that do not fit together.
    case conflict(String)
    /// Too few or too many instruments.
    case instruments(strategy: String, given: Int, needed: ClosedRange<Int>)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .unknownStrategy(let name, let known):
            "there is no strategy \(name); the strategies are: \(known.joined(separator: ", "))"
        case .unknownParameter(let name, let known):
            "there is no parameter \(name)\(NearestName.hint(name, among: known)); the parameters are: "
                + known.joined(separator: ", ")
        case .notANumber(let name, let text): "\(name): \(text) is no number; write it like 20 or 0.5"
        case .outOfRange(let parameter, let value):
            "\(parameter.name): \(value) is out of range; it goes from \(parameter.range.lowerBound) to "
                + "\(parameter.range.upperBound) (\(parameter.meaning))"
        case .notWhole(let parameter, let value):
            "\(parameter.name): \(value) is not whole; write \(Int(value.rounded())) (\(parameter.meaning))"
        case .conflict(let text): text
        case .instruments(let strategy, let given, let needed):
            "\(strategy) needs "
                + (needed.lowerBound == needed.upperBound
                    ? "\(needed.lowerBound)" : "\(needed.lowerBound) to \(needed.upperBound)")
                + " instruments, not \(given): give one data file for each"
        }
    }
}

/// Finds the name that was probably meant.
enum NearestName {
    /// `, did you mean x?` where a name is near.
    static func hint(_ name: String, among known: [String]) -> String {
        let near = known.map { ($0, distance(name, $0)) }.min { $0.1 < $1.1 }
        guard let near, near.1 <= max(2, name.count / 3) else { return "" }
        return ", did you mean \(near.0)?"
    }

    /// How many letters must be added, removed or changed.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (line, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let change = diagonal + (letter == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
