import TradewindsVocabulary

/// Asks for the catalogue of corporate events.
public struct WshMetaDataRequest: RequestMessage {
    /// Message 100.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 100, "reqWshMetaData", protobuf: ("WshMetaDataRequest", since: .protobufNews),
            since: .eventCalendar)
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
    }
}

/// Ends that request.
public struct CancelWshMetaData: RequestMessage {
    /// Message 101.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 101, "cancelWshMetaData", protobuf: ("CancelWshMetaData", since: .protobufNews),
            since: .eventCalendar)
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
    }
}

/// The catalogue of corporate events.
public struct WshMetaData: EventMessage {
    /// Message 104.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 104, "wshMetaData", protobuf: ("WshMetaData", since: .protobufNews), since: .eventCalendar)
    }

    /// The request.
    public var request = RequestID(-1)
    /// The document.
    public var json = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "dataJson", &json)
    }
}

/// Asks for corporate events.
public struct WshEventDataRequest: RequestMessage {
    /// Message 102.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 102, "reqWshEventData", protobuf: ("WshEventDataRequest", since: .protobufNews),
            since: .eventCalendar)
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract, or none when a filter is given.
    public var contract: Int32?
    /// A filter, as JSON.
    public var filter = ""
    /// Whether to add the watchlist's contracts.
    public var fillsWatchlist = false
    /// Whether to add the portfolio's contracts.
    public var fillsPortfolio = false
    /// Whether to add competitors.
    public var fillsCompetitors = false
    /// From this day, `yyyyMMdd`.
    public var start = ""
    /// Until this day, `yyyyMMdd`.
    public var end = ""
    /// At most this many.
    public var limit: Int32?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "reqId", &request)
        try coder.field(2, "conId", &contract, unset: .largest)
        if coder.speaks(.eventFilters) { try coder.field(3, "filter", &filter) }
        if coder.speaks(.eventFilters) { try coder.field(4, "fillWatchlist", &fillsWatchlist) }
        if coder.speaks(.eventFilters) { try coder.field(5, "fillPortfolio", &fillsPortfolio) }
        if coder.speaks(.eventFilters) { try coder.field(6, "fillCompetitors", &fillsCompetitors) }
        if coder.speaks(.eventDates) { try coder.field(7, "startDate", &start) }
        if coder.speaks(.eventDates) { try coder.field(8, "endDate", &end) }
        if coder.speaks(.eventDates) { try coder.field(9, "totalLimit", &limit, unset: .largest) }
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "conId", &contract, unset: .largest)
        try coder.field(3, "filter", &filter)
        try coder.field(4, "fillWatchlist", &fillsWatchlist)
        try coder.field(5, "fillPortfolio", &fillsPortfolio)
        try coder.field(6, "fillCompetitors", &fillsCompetitors)
        try coder.field(7, "startDate", &start)
        try coder.field(8, "endDate", &end)
        try coder.field(9, "totalLimit", &limit, unset: .largest)
    }
}

/// Ends that request.
public struct CancelWshEventData: RequestMessage {
    /// Message 103.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 103, "cancelWshEventData", protobuf: ("CancelWshEventData", since: .protobufNews),
            since: .eventCalendar)
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
    }
}

/// Corporate events.
public struct WshEventData: EventMessage {
    /// Message 105.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 105, "wshEventData", protobuf: ("WshEventData", since: .protobufNews), since: .eventCalendar)
    }

    /// The request.
    public var request = RequestID(-1)
    /// The document.
    public var json = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "dataJson", &json)
    }
}
