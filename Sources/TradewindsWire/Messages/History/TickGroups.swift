import TradewindsVocabulary

/// A past midpoint.
public struct HistoricalTick: WireGroup {
    /// When, seconds since 1970.
    public var seconds: Int64 = 0
    /// The price.
    public var price = 0.0
    /// The size; none for midpoints of a live subscription.
    @PackedQuantity public var size: Quantity?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "time", &seconds)
        if coder.isText { try coder.constant("reserved", "0") }
        try coder.field(2, "price", &price)
        try coder.field(3, "size", &size)
    }
}

/// A past trade.
public struct HistoricalTickLast: WireGroup {
    // The order leaves no gap: a live trade stays within an event without a box.
    /// The exchange.
    public var exchange = ""
    /// Letters of special conditions.
    public var specialConditions = ""
    /// When, seconds since 1970.
    public var seconds: Int64 = 0
    /// The price.
    public var price = 0.0
    /// The size.
    @PackedQuantity public var size: Quantity?
    /// Bits that qualify the trade.
    public var attributes = TradeTickAttributes()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
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
    /// The bid.
    public var bidPrice = 0.0
    /// The ask.
    public var askPrice = 0.0
    /// The size at the bid.
    @PackedQuantity public var bidSize: Quantity?
    /// The size at the ask.
    @PackedQuantity public var askSize: Quantity?
    /// Bits that qualify the quote.
    public var attributes = QuoteTickAttributes()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
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
    private var bits = PackedBits()

    /// None.
    public init() {}

    /// The price is beyond the day's limits.
    public var isPastLimit: Bool {
        get { bits[0] }
        set { bits[0] = newValue }
    }
    /// The trade was not reported to the tape.
    public var isUnreported: Bool {
        get { bits[1] }
        set { bits[1] = newValue }
    }
    /// Bits of the text form that have no name here.
    public var otherBits: Int32 {
        get { bits.value & ~3 }
        set { bits.value = bits.value & 3 | newValue & ~3 }
    }

    /// The bits of the text form: 1 past limit, 2 unreported.
    var mask: Int32 {
        get { bits.value }
        set { bits.value = newValue }
    }

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "pastLimit", &isPastLimit)
        try coder.field(2, "unreported", &isUnreported)
    }
}

/// What qualifies a quote.
public struct QuoteTickAttributes: WireGroup {
    private var bits = PackedBits()

    /// None.
    public init() {}

    /// The bid is below the day's low.
    public var bidIsPastLow: Bool {
        get { bits[0] }
        set { bits[0] = newValue }
    }
    /// The ask is above the day's high.
    public var askIsPastHigh: Bool {
        get { bits[1] }
        set { bits[1] = newValue }
    }
    /// Bits of the text form that have no name here.
    public var otherBits: Int32 {
        get { bits.value & ~3 }
        set { bits.value = bits.value & 3 | newValue & ~3 }
    }

    /// The bits of a live subscription's text form: 1 bid past low, 2 ask past high.
    var streamMask: Int32 {
        get { bits.value }
        set { bits.value = newValue }
    }

    /// The bits of history's text form, the other way round: 1 ask past high, 2 bid past low.
    var historyMask: Int32 {
        get { otherBits | (bidIsPastLow ? 2 : 0) | (askIsPastHigh ? 1 : 0) }
        set {
            bits.value = newValue & ~3
            (askIsPastHigh, bidIsPastLow) = (newValue & 1 != 0, newValue & 2 != 0)
        }
    }

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "bidPastLow", &bidIsPastLow)
        try coder.field(2, "askPastHigh", &askIsPastHigh)
    }
}

/// 32 bits that need no alignment, and so leave no gap after an odd number of bytes.
private struct PackedBits: Sendable, Hashable {
    private var low: UInt16 = 0
    private var high: UInt16 = 0

    var value: Int32 {
        get { Int32(Int16(bitPattern: high)) << 16 | Int32(low) }
        set {
            low = UInt16(truncatingIfNeeded: newValue)
            high = UInt16(truncatingIfNeeded: newValue >> 16)
        }
    }

    /// Whether bit `place` is set.
    subscript(place: Int32) -> Bool {
        get { value >> place & 1 != 0 }
        set { value = value & ~(1 << place) | (newValue ? 1 << place : 0) }
    }
}
