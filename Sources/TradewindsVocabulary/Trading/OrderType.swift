/// How an order is executed. The wire's own abbreviations are the texts.
///
/// Open: a text that is not listed is kept in ``other(_:)`` and written back as it came.
public enum OrderType: OpenText {
    /// Market. Text `MKT`.
    case market
    /// Limit. Text `LMT`.
    case limit
    /// Stop. Text `STP`.
    case stop
    /// Stop limit. Text `STP LMT`.
    case stopLimit
    /// Trailing stop. Text `TRAIL`.
    case trailingStop
    /// Trailing stop limit. Text `TRAIL LIMIT`.
    case trailingStopLimit
    /// Market if touched. Text `MIT`.
    case marketIfTouched
    /// Limit if touched. Text `LIT`.
    case limitIfTouched
    /// Trailing market if touched. Text `TRAIL MIT`.
    case trailingMarketIfTouched
    /// Trailing limit if touched. Text `TRAIL LIT`.
    case trailingLimitIfTouched
    /// Market on close. Text `MOC`.
    case marketOnClose
    /// Limit on close. Text `LOC`.
    case limitOnClose
    /// Market to limit. Text `MTL`.
    case marketToLimit
    /// Market with protection. Text `MKT PRT`.
    case marketWithProtection
    /// Stop with protection. Text `STP PRT`.
    case stopWithProtection
    /// Midprice. Text `MIDPRICE`.
    case midprice
    /// Relative: pegged to the primary quote. Text `REL`.
    case relative
    /// Pegged to market. Text `PEG MKT`.
    case peggedToMarket
    /// Pegged to midpoint. Text `PEG MID`.
    case peggedToMidpoint
    /// Pegged to best. Text `PEG BEST`.
    case peggedToBest
    /// Pegged to stock. Text `PEG STK`.
    case peggedToStock
    /// Pegged to benchmark. Text `PEG BENCH`.
    case peggedToBenchmark
    /// Volatility. Text `VOL`.
    case volatility
    /// Box top. Text `BOX TOP`.
    case boxTop
    /// Passive relative. Text `PASSV REL`.
    case passiveRelative
    /// A text without a name here, as it came.
    case other(String)

    /// The named values.
    public static var known: [Self] {
        [
            .market, .limit, .stop, .stopLimit, .trailingStop, .trailingStopLimit, .marketIfTouched,
            .limitIfTouched, .trailingMarketIfTouched, .trailingLimitIfTouched, .marketOnClose, .limitOnClose,
            .marketToLimit, .marketWithProtection, .stopWithProtection, .midprice, .relative, .peggedToMarket,
            .peggedToMidpoint, .peggedToBest, .peggedToStock, .peggedToBenchmark, .volatility, .boxTop,
            .passiveRelative,
        ]
    }

    /// The text on the wire.
    public var text: String {
        switch self {
        case .market: "MKT"
        case .limit: "LMT"
        case .stop: "STP"
        case .stopLimit: "STP LMT"
        case .trailingStop: "TRAIL"
        case .trailingStopLimit: "TRAIL LIMIT"
        case .marketIfTouched: "MIT"
        case .limitIfTouched: "LIT"
        case .trailingMarketIfTouched: "TRAIL MIT"
        case .trailingLimitIfTouched: "TRAIL LIT"
        case .marketOnClose: "MOC"
        case .limitOnClose: "LOC"
        case .marketToLimit: "MTL"
        case .marketWithProtection: "MKT PRT"
        case .stopWithProtection: "STP PRT"
        case .midprice: "MIDPRICE"
        case .relative: "REL"
        case .peggedToMarket: "PEG MKT"
        case .peggedToMidpoint: "PEG MID"
        case .peggedToBest: "PEG BEST"
        case .peggedToStock: "PEG STK"
        case .peggedToBenchmark: "PEG BENCH"
        case .volatility: "VOL"
        case .boxTop: "BOX TOP"
        case .passiveRelative: "PASSV REL"
        case .other(let text): text
        }
    }

    /// The value that `text` spells.
    public init(text: String) {
        switch text {
        case "MKT": self = .market
        case "LMT": self = .limit
        case "STP": self = .stop
        case "STP LMT": self = .stopLimit
        case "TRAIL": self = .trailingStop
        case "TRAIL LIMIT": self = .trailingStopLimit
        case "MIT": self = .marketIfTouched
        case "LIT": self = .limitIfTouched
        case "TRAIL MIT": self = .trailingMarketIfTouched
        case "TRAIL LIT": self = .trailingLimitIfTouched
        case "MOC": self = .marketOnClose
        case "LOC": self = .limitOnClose
        case "MTL": self = .marketToLimit
        case "MKT PRT": self = .marketWithProtection
        case "STP PRT": self = .stopWithProtection
        case "MIDPRICE": self = .midprice
        case "REL": self = .relative
        case "PEG MKT": self = .peggedToMarket
        case "PEG MID": self = .peggedToMidpoint
        case "PEG BEST": self = .peggedToBest
        case "PEG STK": self = .peggedToStock
        case "PEG BENCH": self = .peggedToBenchmark
        case "VOL": self = .volatility
        case "BOX TOP": self = .boxTop
        case "PASSV REL": self = .passiveRelative
        default: self = .other(text)
        }
    }
}
