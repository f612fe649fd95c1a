import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// A client's subscription to a quote, with what it was told last: only changes are sent.
struct QuoteSubscription: Sendable, Hashable {
    let request: RequestID
    let instrument: InstrumentIndex
    /// Ends after the first quote, or at this time.
    var snapshotDeadline: Timestamp?
    private var bid: Price?
    private var bidSize: Quantity?
    private var ask: Price?
    private var askSize: Quantity?

    init(request: RequestID, instrument: InstrumentIndex, snapshotDeadline: Timestamp?) {
        self.request = request
        self.instrument = instrument
        self.snapshotDeadline = snapshotDeadline
    }

    /// Whether a bid and an ask have been told.
    var isTold: Bool { bid != nil && ask != nil }

    mutating func tell(_ quote: Quote, to send: (Event) -> Void) {
        if let price = quote.bid, price != bid {
            send(Self.price(request, .bid, price, quote.bidSize))
        }
        if quote.bidSize != bidSize, let size = quote.bidSize { send(Self.size(request, .bidSize, size)) }
        if let price = quote.ask, price != ask {
            send(Self.price(request, .ask, price, quote.askSize))
        }
        if quote.askSize != askSize, let size = quote.askSize { send(Self.size(request, .askSize, size)) }
        (bid, bidSize, ask, askSize) = (quote.bid, quote.bidSize, quote.ask, quote.askSize)
    }

    func tell(_ trade: TradePrint, at time: Timestamp, _ day: DayStatistics, to send: (Event) -> Void) {
        send(Self.string(request, .lastTimestamp, "\(time.seconds)"))
        send(Self.price(request, .last, trade.price, trade.size))
        send(Self.size(request, .lastSize, trade.size))
        send(Self.size(request, .volume, day.volume))
        if day.high == trade.price { send(Self.price(request, .high, trade.price, nil)) }
        if day.low == trade.price { send(Self.price(request, .low, trade.price, nil)) }
    }

    func tell(_ day: DayStatistics, to send: (Event) -> Void) {
        if let trade = day.lastTrade, let time = day.lastTime {
            send(Self.string(request, .lastTimestamp, "\(time.seconds)"))
            send(Self.price(request, .last, trade.price, trade.size))
            send(Self.size(request, .lastSize, trade.size))
        }
        if !day.volume.isZero { send(Self.size(request, .volume, day.volume)) }
        for (kind, price) in [
            (TickKind.high, day.high), (.low, day.low), (.close, day.previousClose), (.open, day.open),
        ] {
            if let price { send(Self.price(request, kind, price, nil)) }
        }
    }

    static func price(_ request: RequestID, _ kind: TickKind, _ price: Price, _ size: Quantity?) -> Event {
        var tick = TickPrice()
        tick.request = request
        tick.tick = kind
        tick.price = price.doubleValue
        tick.size = size ?? 0
        if kind == .bid || kind == .ask { tick.attributes = .canAutoExecute }
        return .tickPrice(tick)
    }

    private static func size(_ request: RequestID, _ kind: TickKind, _ size: Quantity) -> Event {
        var tick = TickSize()
        tick.request = request
        tick.tick = kind
        tick.size = size
        return .tickSize(tick)
    }

    private static func string(_ request: RequestID, _ kind: TickKind, _ value: String) -> Event {
        var tick = TickString()
        tick.request = request
        tick.tick = kind
        tick.value = value
        return .tickString(tick)
    }
}

/// A subscription to every tick of one kind.
struct TickSubscription: Sendable, Hashable {
    enum Kind: String, Sendable {
        case last = "Last"
        case allLast = "AllLast"
        case quotes = "BidAsk"
        case midpoint = "MidPoint"
    }
    let request: RequestID
    let instrument: InstrumentIndex
    let kind: Kind
    let ignoresSize: Bool
    var told: Quote?
}
