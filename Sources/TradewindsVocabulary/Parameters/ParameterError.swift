/// What is wrong with the name or the value of a parameter.
public enum ParameterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no such parameter.
    case unknownParameter(String, known: [String])
    /// The text is no number.
    case notANumber(String, String)
    /// The value lies outside the parameter's range.
    case outOfRange(NamedParameter, Double)
    /// The value must be whole.
    case notWhole(NamedParameter, Double)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .unknownParameter(let name, let known):
            known.isEmpty
                ? "there is no parameter \(name): there are none at all"
                : "there is no parameter \(name)\(NearestName.hint(name, among: known)); the parameters are: "
                    + known.joined(separator: ", ")
        case .notANumber(let name, let text): "\(name): \(text) is no number; write it like 20 or 0.5"
        case .outOfRange(let parameter, let value):
            "\(parameter.name): \(value) is out of range; it goes from \(parameter.range.lowerBound) to "
                + "\(parameter.range.upperBound) (\(parameter.meaning))"
        case .notWhole(let parameter, let value):
            "\(parameter.name): \(value) is not whole; write \(Int(value.rounded())) (\(parameter.meaning))"
        }
    }
}
