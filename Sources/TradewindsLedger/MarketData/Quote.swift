import TradewindsVocabulary
import TradewindsWire

/// What the ticks of one subscription add up to. A field is `nil` until a tick has told it.
///
/// Delayed ticks fold into the same fields; ``quality`` says which data they are.
public struct Quote: Sendable, Hashable {
    /// The best bid.
    public var bid: Double?
    /// The best ask.
    public var ask: Double?
    /// The last trade's price.
    public var last: Double?
    /// Units at the bid.
    public var bidSize: Quantity?
    /// Units at the ask.
    public var askSize: Quantity?
    /// Units of the last trade.
    public var lastSize: Quantity?
    /// The day's first price.
    public var open: Double?
    /// The day's highest price.
    public var high: Double?
    /// The day's lowest price.
    public var low: Double?
    /// The previous close.
    public var close: Double?
    /// Units traded today.
    public var volume: Quantity?
    /// The mark price.
    public var mark: Double?
    /// When the last trade was.
    public var lastTime: Timestamp?
    /// Whether trading is halted.
    public var isHalted: Bool?
    /// Whether the data is live, frozen or delayed.
    public var quality: MarketDataQuality?
    /// The smallest price step.
    public var minTick: ExactDecimal?
    /// What the option model says.
    public var model: TickOptionComputation?
    /// Whether data may have been lost before this quote: the connection was gone.
    public var isAfterGap = false

    /// Nothing known.
    public init() {}

    /// Between bid and ask; `nil` without both.
    public var midpoint: Double? {
        guard let bid, let ask else { return nil }
        return (bid + ask) / 2
    }

    /// Last against the previous close; `nil` without both.
    public var change: Double? {
        guard let last, let close else { return nil }
        return last - close
    }

    /// Takes a tick; returns whether anything changed.
    @discardableResult
    public mutating func apply(_ event: Event) -> Bool {
        switch event {
        case .tickPrice(let tick): apply(tick)
        case .tickSize(let tick): set(tick.tick.live, size: tick.size)
        case .tickString(let tick): apply(tick)
        case .tickGeneric(let tick): apply(tick)
        case .marketDataType(let message): replace(\.quality, message.type)
        case .tickReqParams(let message): replace(\.minTick, message.minTick)
        case .tickOptionComputation(let tick): tick.tick.live == .modelOption ? replace(\.model, tick) : false
        default: false
        }
    }

    private mutating func apply(_ tick: TickPrice) -> Bool {
        let kind = tick.tick.live
        // A gateway says -1, with no size, where there is no price.
        let isGone = tick.price == -1 && (tick.size ?? .zero).isZero
        let price = isGone ? nil : tick.price
        let isPriceNew =
            switch kind {
            case .bid: replace(\.bid, price)
            case .ask: replace(\.ask, price)
            case .last: replace(\.last, price)
            case .open: replace(\.open, price)
            case .high: replace(\.high, price)
            case .low: replace(\.low, price)
            case .close: replace(\.close, price)
            case .markPrice: replace(\.mark, price)
            default: false
            }
        guard let size = tick.size, let paired = kind.pairedSize else { return isPriceNew }
        return set(paired, size: size) || isPriceNew
    }

    private mutating func set(_ kind: TickKind, size: Quantity?) -> Bool {
        switch kind {
        case .bidSize: replace(\.bidSize, size)
        case .askSize: replace(\.askSize, size)
        case .lastSize: replace(\.lastSize, size)
        case .volume: replace(\.volume, size)
        default: false
        }
    }

    private mutating func apply(_ tick: TickString) -> Bool {
        guard tick.tick.live == .lastTimestamp, let seconds = Int64(tick.value) else { return false }
        return replace(\.lastTime, Timestamp(seconds: seconds))
    }

    private mutating func apply(_ tick: TickGeneric) -> Bool {
        guard tick.tick.live == .halted else { return false }
        return replace(\.isHalted, tick.value > 0)
    }

    private mutating func replace<Value: Equatable>(_ path: WritableKeyPath<Quote, Value>, _ value: Value) -> Bool {
        guard self[keyPath: path] != value else { return false }
        self[keyPath: path] = value
        return true
    }
}
