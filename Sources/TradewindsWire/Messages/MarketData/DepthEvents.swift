import TradewindsVocabulary

/// One change of an order book row.
public struct MarketDepthData: WireGroup {
    // The order leaves no gap: a row stays within an event without a box.
    /// The market maker or exchange; empty in plain depth.
    public var marketMaker = ""
    /// The row, from 0.
    public var position: Int32 = 0
    /// 0 inserts the row, 1 updates it, 2 deletes it.
    public var operation: Int32 = 0
    /// The price.
    public var price = 0.0
    /// 0 for asks, 1 for bids.
    public var side: Int32 = 0
    /// The size; none where the row is deleted.
    @PackedQuantity public var size: Quantity?
    /// Whether the rows of several exchanges are combined.
    public var isSmartDepth = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "position", &position)
        try coder.field(2, "operation", &operation)
        try coder.field(3, "side", &side)
        try coder.field(4, "price", &price)
        try coder.field(5, "size", &size)
        try coder.field(6, "marketMaker", &marketMaker)
        try coder.field(7, "isSmartDepth", &isSmartDepth)
    }
}

/// A change of a plain order book.
public struct MarketDepth: EventMessage {
    /// Message 12.
    public static var kind: MessageKind {
        MessageKind(.toClient, 12, "updateMktDepth", protobuf: ("MarketDepth", since: .protobufMarketData))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The change.
    public var row = MarketDepthData()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        guard coder.isText else { return try coder.group(2, "marketDepthData", &row) }
        coder.enter("marketDepthData")
        try coder.field(0, "position", &row.position)
        try coder.field(0, "operation", &row.operation)
        try coder.field(0, "side", &row.side)
        try coder.field(0, "price", &row.price)
        try coder.field(0, "size", &row.size)
        coder.leave()
    }
}

/// A change of an order book whose rows have market makers.
public struct MarketDepthL2: EventMessage {
    /// Message 13.
    public static var kind: MessageKind {
        MessageKind(.toClient, 13, "updateMktDepthL2", protobuf: ("MarketDepthL2", since: .protobufMarketData))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The change.
    public var row = MarketDepthData()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    @inline(__always)
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        guard coder.isText else { return try coder.group(2, "marketDepthData", &row) }
        coder.enter("marketDepthData")
        try coder.field(0, "position", &row.position)
        try coder.field(0, "marketMaker", &row.marketMaker)
        try coder.field(0, "operation", &row.operation)
        try coder.field(0, "side", &row.side)
        try coder.field(0, "price", &row.price)
        try coder.field(0, "size", &row.size)
        try coder.field(0, "isSmartDepth", &row.isSmartDepth)
        coder.leave()
    }
}
