/// How long an order works.
///
/// Open: a text that is not listed is kept in ``other(_:)`` and written back as it came.
public enum TimeInForce: OpenText {
    /// Until the end of the trading day. Text `DAY`.
    case day
    /// Until cancelled. Text `GTC`.
    case goodTillCancelled
    /// Fill what is there, cancel the rest. Text `IOC`.
    case immediateOrCancel
    /// All at once or nothing. Text `FOK`.
    case fillOrKill
    /// Until a date. Text `GTD`.
    case goodTillDate
    /// Only at the opening. Text `OPG`.
    case atTheOpening
    /// Day, kept but deactivated when cancelled. Text `DTC`.
    case dayTillCancelled
    /// A text without a name here, as it came.
    case other(String)

    /// The named values.
    public static var known: [Self] {
        [
            .day, .goodTillCancelled, .immediateOrCancel, .fillOrKill, .goodTillDate, .atTheOpening,
            .dayTillCancelled,
        ]
    }

    /// The text on the wire.
    public var text: String {
        switch self {
        case .day: "DAY"
        case .goodTillCancelled: "GTC"
        case .immediateOrCancel: "IOC"
        case .fillOrKill: "FOK"
        case .goodTillDate: "GTD"
        case .atTheOpening: "OPG"
        case .dayTillCancelled: "DTC"
        case .other(let text): text
        }
    }

    /// The value that `text` spells.
    public init(text: String) {
        switch text {
        case "DAY": self = .day
        case "GTC": self = .goodTillCancelled
        case "IOC": self = .immediateOrCancel
        case "FOK": self = .fillOrKill
        case "GTD": self = .goodTillDate
        case "OPG": self = .atTheOpening
        case "DTC": self = .dayTillCancelled
        default: self = .other(text)
        }
    }
}
