import TradewindsVocabulary

/// A price of a quote, and the size that goes with it.
public struct TickPrice: EventMessage {
    /// Message 1.
    public static var kind: MessageKind {
        MessageKind(.toClient, 1, "tickPrice", protobuf: ("TickPrice", since: .protobufMarketData))
    }

    /// The market data request.
    public var request = RequestID(-1)
    /// Which price.
    public var tick = TickKind.bid
    /// In contract currency; -1 with size 0 means that there is none.
    public var price: Double?
    /// In shares or contracts.
    public var size: Quantity?
    /// Bits that qualify the price.
    public var attributes = TickAttributes()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("6")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "tickType", &tick)
        try coder.field(3, "price", &price)
        try coder.field(4, "size", &size)
        try coder.field(5, "attrMask", &attributes)
    }
}

/// A size of a quote.
public struct TickSize: EventMessage {
    /// Message 2.
    public static var kind: MessageKind {
        MessageKind(.toClient, 2, "tickSize", protobuf: ("TickSize", since: .protobufMarketData))
    }

    /// The market data request.
    public var request = RequestID(-1)
    /// Which size.
    public var tick = TickKind.bidSize
    /// In shares or contracts.
    public var size: Quantity?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("6")
        try coder.field(1, "reqId", &request)
        try coder.field(2, coder.isText ? "sizeTickType" : "tickType", &tick)
        try coder.field(3, "size", &size)
    }
}

/// A number about a contract that is neither price nor size.
public struct TickGeneric: EventMessage {
    /// Message 45.
    public static var kind: MessageKind {
        MessageKind(.toClient, 45, "tickGeneric", protobuf: ("TickGeneric", since: .protobufMarketData))
    }

    /// The market data request.
    public var request = RequestID(-1)
    /// Which number.
    public var tick = TickKind(0)
    /// Its value; what it means depends on ``tick``.
    public var value = 0.0

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("6")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "tickType", &tick)
        try coder.field(3, "value", &value)
    }
}

/// A text about a contract, such as the time of the last trade.
public struct TickString: EventMessage {
    /// Message 46.
    public static var kind: MessageKind {
        MessageKind(.toClient, 46, "tickString", protobuf: ("TickString", since: .protobufMarketData))
    }

    /// The market data request.
    public var request = RequestID(-1)
    /// Which text.
    public var tick = TickKind(0)
    /// Its value; what it means depends on ``tick``.
    public var value = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("6")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "tickType", &tick)
        try coder.escaped(3, "value", &value)
    }
}
