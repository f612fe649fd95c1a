/// Which way an order or a fill goes.
///
/// Open: a text that is not listed is kept in ``other(_:)`` and written back as it came.
public enum Side: OpenText {
    /// Buy. Text `BUY`.
    case buy
    /// Sell, short where no position is held. Text `SELL`.
    case sell
    /// Short sale, institutional accounts. Text `SSHORT`.
    case shortSell
    /// Long sale, institutional accounts. Text `SLONG`.
    case longSell
    /// A text without a name here, as it came.
    case other(String)

    /// The named values.
    public static var known: [Self] {
        [
            .buy, .sell, .shortSell, .longSell,
        ]
    }

    /// The text on the wire.
    public var text: String {
        switch self {
        case .buy: "BUY"
        case .sell: "SELL"
        case .shortSell: "SSHORT"
        case .longSell: "SLONG"
        case .other(let text): text
        }
    }

    /// The value that `text` spells.
    public init(text: String) {
        switch text {
        case "BUY": self = .buy
        case "SELL": self = .sell
        case "SSHORT": self = .shortSell
        case "SLONG": self = .longSell
        default: self = .other(text)
        }
    }
}
