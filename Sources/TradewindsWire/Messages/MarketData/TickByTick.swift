import TradewindsVocabulary

/// One tick of a tick-by-tick subscription: a trade, a quote or a midpoint.
public struct TickByTickData: EventMessage {
    /// Message 99.
    public static var kind: MessageKind {
        MessageKind(.toClient, 99, "tickByTick", protobuf: ("TickByTickData", since: .protobufHistory))
    }

    /// Which kind of tick.
    public struct Kind: OpenNumber {
        /// The number on the wire.
        public var rawValue: Int32
        /// The kind numbered `rawValue`.
        public init(rawValue: Int32) { self.rawValue = rawValue }
        /// A trade.
        public static let last: Self = 1
        /// A trade, with those that do not move the last price.
        public static let allLast: Self = 2
        /// A quote.
        public static let bidAsk: Self = 3
        /// A midpoint.
        public static let midpoint: Self = 4
    }

    /// At most one kind of tick, in the bytes of one.
    private enum Tick: Hashable {
        case none
        case trade(HistoricalTickLast)
        case quote(HistoricalTickBidAsk)
        case midpoint(HistoricalTick)
    }

    /// The request.
    public var request = RequestID(-1)
    /// Which kind of tick this is.
    public var type = Kind(0)
    private var tick = Tick.none

    /// The trade of kinds 1 and 2. Setting it unsets the others.
    public var trade: HistoricalTickLast? {
        get { if case .trade(let trade) = tick { trade } else { nil } }
        set { if let newValue { tick = .trade(newValue) } else if trade != nil { tick = .none } }
    }
    /// The quote of kind 3. Setting it unsets the others.
    public var quote: HistoricalTickBidAsk? {
        get { if case .quote(let quote) = tick { quote } else { nil } }
        set { if let newValue { tick = .quote(newValue) } else if quote != nil { tick = .none } }
    }
    /// The midpoint of kind 4, without a size. Setting it unsets the others.
    public var midpoint: HistoricalTick? {
        get { if case .midpoint(let midpoint) = tick { midpoint } else { nil } }
        set { if let newValue { tick = .midpoint(newValue) } else if midpoint != nil { tick = .none } }
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "tickType", &type)
        guard coder.isText else {
            try coder.group(3, "historicalTickLast", &trade)
            try coder.group(4, "historicalTickBidAsk", &quote)
            return try coder.group(5, "historicalTickMidPoint", &midpoint)
        }
        enterPart(&coder)
        var seconds = trade?.seconds ?? quote?.seconds ?? midpoint?.seconds ?? 0
        try coder.field(0, "time", &seconds)
        switch type {
        case .last, .allLast:
            var tick = trade ?? HistoricalTickLast()
            tick.seconds = seconds
            try coder.field(0, "price", &tick.price)
            try coder.field(0, "size", &tick.size)
            try coder.field(0, "mask", &tick.attributes.mask)
            try coder.field(0, "exchange", &tick.exchange)
            try coder.field(0, "specialConditions", &tick.specialConditions)
            coder.leave()
            trade = tick
        case .bidAsk:
            var tick = quote ?? HistoricalTickBidAsk()
            tick.seconds = seconds
            try coder.field(0, "bidPrice", &tick.bidPrice)
            try coder.field(0, "askPrice", &tick.askPrice)
            try coder.field(0, "bidSize", &tick.bidSize)
            try coder.field(0, "askSize", &tick.askSize)
            try coder.field(0, "mask", &tick.attributes.streamMask)
            coder.leave()
            quote = tick
        case .midpoint:
            var tick = midpoint ?? HistoricalTick()
            tick.seconds = seconds
            try coder.field(0, "midPoint", &tick.price)
            coder.leave()
            midpoint = tick
        default: break
        }
    }

    /// The part that protobuf nests, for printers.
    @inline(__always)
    private func enterPart<C: Coder>(_ coder: inout C) {
        switch type {
        case .last, .allLast: coder.enter("historicalTickLast")
        case .bidAsk: coder.enter("historicalTickBidAsk")
        case .midpoint: coder.enter("historicalTickMidPoint")
        default: break
        }
    }
}
