/// Call or put.
///
/// Open: a text that is not listed is kept in ``other(_:)`` and written back as it came.
public enum OptionRight: OpenText {
    /// Call. Text `C`.
    case call
    /// Put. Text `P`.
    case put
    /// A text without a name here, as it came.
    case other(String)

    /// The named values.
    public static var known: [Self] {
        [
            .call, .put,
        ]
    }

    /// The text on the wire.
    public var text: String {
        switch self {
        case .call: "C"
        case .put: "P"
        case .other(let text): text
        }
    }

    /// The value that `text` spells.
    public init(text: String) {
        switch text {
        case "C": self = .call
        case "P": self = .put
        default: self = .other(text)
        }
    }
}
