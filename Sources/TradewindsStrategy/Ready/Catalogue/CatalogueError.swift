import TradewindsVocabulary

/// What is wrong with a name or a value for the catalogue.
public enum CatalogueError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no such strategy.
    case unknownStrategy(String, known: [String])
    /// A name or value does not fit the strategy's parameters.
    case parameter(ParameterError)
    /// Values that do not fit together.
    case conflict(String)
    /// Too few or too many instruments.
    case instruments(strategy: String, given: Int, needed: ClosedRange<Int>)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .unknownStrategy(let name, let known):
            "there is no strategy \(name); the strategies are: \(known.joined(separator: ", "))"
        case .parameter(let error): "\(error)"
        case .conflict(let text): text
        case .instruments(let strategy, let given, let needed):
            "\(strategy) needs "
                + (needed.lowerBound == needed.upperBound
                    ? "\(needed.lowerBound)" : "\(needed.lowerBound) to \(needed.upperBound)")
                + " instruments, not \(given): give one for each"
        }
    }
}
