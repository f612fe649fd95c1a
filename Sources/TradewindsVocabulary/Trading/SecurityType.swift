/// What kind of contract.
///
/// Open: a text that is not listed is kept in ``other(_:)`` and written back as it came.
public enum SecurityType: OpenText {
    /// Stock or fund traded like one. Text `STK`.
    case stock
    /// Option. Text `OPT`.
    case option
    /// Future. Text `FUT`.
    case future
    /// Continuous future: data only. Text `CONTFUT`.
    case continuousFuture
    /// Index. Text `IND`.
    case index
    /// Currency pair. Text `CASH`.
    case currencyPair
    /// Bond. Text `BOND`.
    case bond
    /// Contract for difference. Text `CFD`.
    case contractForDifference
    /// Option on a future. Text `FOP`.
    case futureOption
    /// Warrant. Text `WAR`.
    case warrant
    /// Structured product. Text `IOPT`.
    case structuredProduct
    /// Mutual fund. Text `FUND`.
    case fund
    /// Combination of legs. Text `BAG`.
    case combination
    /// Commodity. Text `CMDTY`.
    case commodity
    /// Crypto currency. Text `CRYPTO`.
    case crypto
    /// News feed. Text `NEWS`.
    case news
    /// Event contract. Text `EC`.
    case eventContract
    /// Treasury bill. Text `BILL`.
    case treasuryBill
    /// A text without a name here, as it came.
    case other(String)

    /// The named values.
    public static var known: [Self] {
        [
            .stock, .option, .future, .continuousFuture, .index, .currencyPair, .bond, .contractForDifference,
            .futureOption, .warrant, .structuredProduct, .fund, .combination, .commodity, .crypto, .news,
            .eventContract, .treasuryBill,
        ]
    }

    /// The text on the wire.
    public var text: String {
        switch self {
        case .stock: "STK"
        case .option: "OPT"
        case .future: "FUT"
        case .continuousFuture: "CONTFUT"
        case .index: "IND"
        case .currencyPair: "CASH"
        case .bond: "BOND"
        case .contractForDifference: "CFD"
        case .futureOption: "FOP"
        case .warrant: "WAR"
        case .structuredProduct: "IOPT"
        case .fund: "FUND"
        case .combination: "BAG"
        case .commodity: "CMDTY"
        case .crypto: "CRYPTO"
        case .news: "NEWS"
        case .eventContract: "EC"
        case .treasuryBill: "BILL"
        case .other(let text): text
        }
    }

    /// The value that `text` spells.
    public init(text: String) {
        switch text {
        case "STK": self = .stock
        case "OPT": self = .option
        case "FUT": self = .future
        case "CONTFUT": self = .continuousFuture
        case "IND": self = .index
        case "CASH": self = .currencyPair
        case "BOND": self = .bond
        case "CFD": self = .contractForDifference
        case "FOP": self = .futureOption
        case "WAR": self = .warrant
        case "IOPT": self = .structuredProduct
        case "FUND": self = .fund
        case "BAG": self = .combination
        case "CMDTY": self = .commodity
        case "CRYPTO": self = .crypto
        case "NEWS": self = .news
        case "EC": self = .eventContract
        case "BILL": self = .treasuryBill
        default: self = .other(text)
        }
    }
}
