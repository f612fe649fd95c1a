/// Where an order stands in its life.
///
/// Open: a text that is not listed is kept in ``other(_:)`` and written back as it came.
public enum OrderStatus: OpenText {
    /// Not yet sent to the broker. Text `ApiPending`.
    case apiPending
    /// Sent, not acknowledged. Text `PendingSubmit`.
    case pendingSubmit
    /// Cancel sent, not acknowledged; fills may still come. Text `PendingCancel`.
    case pendingCancel
    /// Accepted and held: a stop before its trigger, a bracket child, an order before the open. Text `PreSubmitted`.
    case preSubmitted
    /// Working. Text `Submitted`.
    case submitted
    /// Cancelled before it was acknowledged. Text `ApiCancelled`.
    case apiCancelled
    /// Cancelled, or rejected. Text `Cancelled`.
    case cancelled
    /// Filled completely. Text `Filled`.
    case filled
    /// Received but not working: rejected or deactivated. Text `Inactive`.
    case inactive
    /// A text without a name here, as it came.
    case other(String)

    /// The named values.
    public static var known: [Self] {
        [
            .apiPending, .pendingSubmit, .pendingCancel, .preSubmitted, .submitted, .apiCancelled, .cancelled,
            .filled, .inactive,
        ]
    }

    /// The text on the wire.
    public var text: String {
        switch self {
        case .apiPending: "ApiPending"
        case .pendingSubmit: "PendingSubmit"
        case .pendingCancel: "PendingCancel"
        case .preSubmitted: "PreSubmitted"
        case .submitted: "Submitted"
        case .apiCancelled: "ApiCancelled"
        case .cancelled: "Cancelled"
        case .filled: "Filled"
        case .inactive: "Inactive"
        case .other(let text): text
        }
    }

    /// The value that `text` spells.
    public init(text: String) {
        switch text {
        case "ApiPending": self = .apiPending
        case "PendingSubmit": self = .pendingSubmit
        case "PendingCancel": self = .pendingCancel
        case "PreSubmitted": self = .preSubmitted
        case "Submitted": self = .submitted
        case "ApiCancelled": self = .apiCancelled
        case "Cancelled": self = .cancelled
        case "Filled": self = .filled
        case "Inactive": self = .inactive
        default: self = .other(text)
        }
    }
}
