import TradewindsVocabulary

/// What a bar is made of.
public enum HistoryKind: Sendable, Hashable, CaseIterable {
    /// Trades. Text `TRADES`.
    case trades
    /// The middle of bid and ask. Text `MIDPOINT`.
    case midpoint
    /// Bids. Text `BID`.
    case bid
    /// Asks. Text `ASK`.
    case ask

    /// The protocol's word.
    public var text: String {
        switch self {
        case .trades: "TRADES"
        case .midpoint: "MIDPOINT"
        case .bid: "BID"
        case .ask: "ASK"
        }
    }

    /// The kind that the protocol's word means; `nil` for one that is not served.
    public init?(text: String) {
        guard let found = Self.allCases.first(where: { $0.text == text.uppercased() }) else { return nil }
        self = found
    }

    var tape: TapeKind {
        switch self {
        case .trades: .trades
        case .midpoint: .midpoint
        case .bid: .bid
        case .ask: .ask
        }
    }
}

/// One bar of history.
public struct HistoryBar: Sendable, Hashable {
    /// When the bar begins.
    public var start: Timestamp
    /// When it ends, or would end if it is the one under way.
    public var end: Timestamp
    /// The trading day that it is of; for a week or month, the last one in it so far.
    public var date: CivilDate
    /// The first price.
    public var open: Price
    /// The highest price.
    public var high: Price
    /// The lowest price.
    public var low: Price
    /// The last price.
    public var close: Price
    /// What was traded; zero for quotes.
    public var volume: Quantity
    /// The average price by size; `nil` for quotes and where nothing traded. Exact where the bar is made of single trades;
    /// a minute or longer bar of an expanded path counts each minute at the mean of its four prices.
    public var average: Price?
    /// How many trades; `nil` where it is not known: quotes, and days or longer.
    public var trades: Int?
}

/// A request for bars.
public struct HistoryRequest: Sendable, Hashable {
    /// Of which instrument.
    public var instrument: InstrumentIndex
    /// Of what.
    public var kind: HistoryKind
    /// Up to when; `nil`, and any time after now: now.
    public var end: Timestamp?
    /// How far back.
    public var span: HistorySpan
    /// The length of a bar.
    public var size: BarSize
    /// Whether only the main session counts.
    public var regularHours: Bool

    /// A request.
    public init(
        _ instrument: InstrumentIndex, _ kind: HistoryKind = .trades, end: Timestamp? = nil, span: HistorySpan,
        size: BarSize, regularHours: Bool = true
    ) {
        self.instrument = instrument
        self.kind = kind
        self.end = end
        self.span = span
        self.size = size
        self.regularHours = regularHours
    }
}

/// Why history is refused.
public enum HistoryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The instrument has no prices here.
    case noPrices
    /// The instrument is quoted but has no trades; ask for the midpoint, bids or asks.
    case noTrades
    /// More bars than one answer may hold; ask for a shorter span or longer bars.
    case tooLong(most: Int)

    /// What is wrong and what to ask instead.
    public var description: String {
        switch self {
        case .noPrices: "no prices for this contract"
        case .noTrades: "no trades for this contract; ask for MIDPOINT, BID or ASK"
        case .tooLong(let most): "more than \(most) bars; ask for a shorter duration or a longer bar size"
        }
    }
}
