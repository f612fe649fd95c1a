import TradewindsVocabulary

/// A past midpoint.
public struct HistoricalTick: WireGroup {
    /// When, seconds since 1970.
    public var seconds: Int64 = 0
    /// The price.
    public var price = 0.0
    /// The size; none for midpoints of a live subscription.
    public var size: Quantity?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "time", &seconds)
        if coder.isText { try coder.constant("reserved", "0") }
        try coder.field(2, "price", &price)
        try coder.field(3, "size", &size)
    }
}

/// A past trade.
public struct HistoricalTickLast: WireGroup {
    /// When, seconds since 1970.
    public var seconds: Int64 = 0
    /// Bits that qualify the trade.
    public var attributes = TradeTickAttributes()
    /// The price.
    public var price = 0.0
    /// The size.
    public var size: Quantity?
    /// The exchange.
    public var exchange = ""
    /// Letters of special conditions.
    public var specialConditions = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "time", &seconds)
        if coder.isText {
            try coder.field(0, "mask", &attributes.mask)
        } else {
            try coder.group(2, "tickAttribLast", &attributes)
        }
        try coder.field(3, "price", &price)
        try coder.field(4, "size", &size)
        try coder.field(5, "exchange", &exchange)
        try coder.field(6, "specialConditions", &specialConditions)
    }
}

/// A past quote.
public struct HistoricalTickBidAsk: WireGroup {
    /// When, seconds since 1970.
    public var seconds: Int64 = 0
    /// Bits that qualify the quote.
    public var attributes = QuoteTickAttributes()
    /// The bid.
    public var bidPrice = 0.0
    /// The ask.
    public var askPrice = 0.0
    /// The size at the bid.
    public var bidSize: Quantity?
    /// The size at the ask.
    public var askSize: Quantity?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "time", &seconds)
        if coder.isText {
            try coder.field(0, "mask", &attributes.historyMask)
        } else {
            try coder.group(2, "tickAttribBidAsk", &attributes)
        }
        try coder.field(3, "priceBid", &bidPrice)
        try coder.field(4, "priceAsk", &askPrice)
        try coder.field(5, "sizeBid", &bidSize)
        try coder.field(6, "sizeAsk", &askSize)
    }
}

/// What qualifies a trade.
public struct TradeTickAttributes: WireGroup {
    /// The price is beyond the day's limits.
    public var isPastLimit = false
    /// The trade was not reported to the tape.
    public var isUnreported = false
    /// Bits of the text form that have no name here.
    public var otherBits: Int32 = 0

    /// None.
    public init() {}

    /// The bits of the text form: 1 past limit, 2 unreported.
    var mask: Int32 {
        get { (isPastLimit ? 1 : 0) | (isUnreported ? 2 : 0) | otherBits }
        set {
            isPastLimit = newValue & 1 != 0
            isUnreported = newValue & 2 != 0
            otherBits = newValue & ~3
        }
    }

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "pastLimit", &isPastLimit)
        try coder.field(2, "unreported", &isUnreported)
    }
}

/// What qualifies a quote.
public struct QuoteTickAttributes: WireGroup {
    /// The bid is below the day's low.
    public var bidIsPastLow = false
    /// The ask is above the day's high.
    public var askIsPastHigh = false
    /// Bits of the text form that have no name here.
    public var otherBits: Int32 = 0

    /// None.
    public init() {}

    /// The bits of a live subscription's text form: 1 bid past low, 2 ask past high.
    var streamMask: Int32 {
        get { (bidIsPastLow ? 1 : 0) | (askIsPastHigh ? 2 : 0) | otherBits }
        set {
            bidIsPastLow = newValue & 1 != 0
            askIsPastHigh = newValue & 2 != 0
            otherBits = newValue & ~3
        }
    }

    /// The bits of history's text form, the other way round: 1 ask past high, 2 bid past low.
    var historyMask: Int32 {
        get { (askIsPastHigh ? 1 : 0) | (bidIsPastLow ? 2 : 0) | otherBits }
        set {
            askIsPastHigh = newValue & 1 != 0
            bidIsPastLow = newValue & 2 != 0
            otherBits = newValue & ~3
        }
    }

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "bidPastLow", &bidIsPastLow)
        try coder.field(2, "askPastHigh", &askIsPastHigh)
    }
}
