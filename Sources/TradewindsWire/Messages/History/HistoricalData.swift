import TradewindsVocabulary

/// Asks for bars.
public struct HistoricalDataRequest: RequestMessage {
    /// Message 20.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 20, "reqHistoricalData", protobuf: ("HistoricalDataRequest", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// The end of the span, empty for now.
    public var end = ""
    /// Such as `1 min`.
    public var barSize = ""
    /// Such as `5 D`.
    public var duration = ""
    /// Whether only regular trading hours count.
    public var regularHoursOnly = false
    /// Which data: `TRADES`, `MIDPOINT`, `BID`, `ASK` and others.
    public var whatToShow = ""
    /// 1 for text in the contract's zone, 2 for seconds since 1970.
    public var dateFormat = Int32(0)
    /// Whether to go on with updates of the last bar.
    public var keepsUpToDate = false
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "reqId", &request)
        try contract.walkExpirable(&coder)
        try coder.field(3, "endDateTime", &end)
        try coder.field(4, "barSizeSetting", &barSize)
        try coder.field(5, "durationStr", &duration)
        try coder.field(6, "useRTH", &regularHoursOnly)
        try coder.field(7, "whatToShow", &whatToShow)
        try coder.field(8, "formatDate", &dateFormat)
        try contract.walkLegs(&coder)
        try coder.field(9, "keepUpToDate", &keepsUpToDate)
        try coder.tags(10, "chartOptions", &options, .joined)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "endDateTime", &end)
        try coder.field(4, "barSizeSetting", &barSize)
        try coder.field(5, "duration", &duration)
        try coder.field(6, "useRTH", &regularHoursOnly)
        try coder.field(7, "whatToShow", &whatToShow)
        try coder.field(8, "formatDate", &dateFormat)
        try coder.field(9, "keepUpToDate", &keepsUpToDate)
        try coder.tags(10, "chartOptions", &options, .joined)
    }
}

/// Ends a request for bars.
public struct CancelHistoricalData: RequestMessage {
    /// Message 25.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 25, "cancelHistoricalData", protobuf: ("CancelHistoricalData", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
    }
}

/// Bars, all at once.
public struct HistoricalData: EventMessage {
    /// Message 17.
    public static var kind: MessageKind {
        MessageKind(.toClient, 17, "historicalData", protobuf: ("HistoricalData", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The start of the span; empty from version 196 on.
    public var start = ""
    /// The end of the span; empty from version 196 on.
    public var end = ""
    /// The bars, oldest first.
    public var bars: [HistoricalBar] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "reqId", &request)
        if !coder.speaks(.historyEnd) { try coder.field(0, "startDateStr", &start) }
        if !coder.speaks(.historyEnd) { try coder.field(0, "endDateStr", &end) }
        try coder.list(2, "bars", &bars)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.list(2, "historicalDataBars", &bars)
    }
}

/// The end of a request for bars.
public struct HistoricalDataEnd: EventMessage {
    /// Message 108.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 108, "historicalDataEnd", protobuf: ("HistoricalDataEnd", since: .protobufHistory),
            since: .historyEnd)
    }

    /// The request.
    public var request = RequestID(-1)
    /// The start of the span.
    public var start = ""
    /// The end of the span.
    public var end = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "startDateStr", &start)
        try coder.field(3, "endDateStr", &end)
    }
}

/// The last bar, as it grows.
public struct HistoricalDataUpdate: EventMessage {
    /// Message 90.
    public static var kind: MessageKind {
        MessageKind(.toClient, 90, "historicalDataUpdate", protobuf: ("HistoricalDataUpdate", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The bar.
    public var bar = HistoricalBar()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        if coder.isText {
            coder.enter("historicalDataBar")
            try bar.walkUpdate(&coder)
            return coder.leave()
        }
        try coder.group(2, "historicalDataBar", &bar)
    }
}

/// Asks how far back a contract's history reaches.
public struct HeadTimestampRequest: RequestMessage {
    /// Message 87.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 87, "reqHeadTimeStamp", protobuf: ("HeadTimestampRequest", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// Whether only regular trading hours count.
    public var regularHoursOnly = false
    /// Which data: `TRADES`, `MIDPOINT`, `BID`, `ASK` and others.
    public var whatToShow = ""
    /// 1 for text, 2 for seconds since 1970.
    public var dateFormat = Int32(0)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "reqId", &request)
        try contract.walkExpirable(&coder)
        try coder.field(3, "useRTH", &regularHoursOnly)
        try coder.field(4, "whatToShow", &whatToShow)
        try coder.field(5, "formatDate", &dateFormat)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "useRTH", &regularHoursOnly)
        try coder.field(4, "whatToShow", &whatToShow)
        try coder.field(5, "formatDate", &dateFormat)
    }
}

/// Ends a request for the start of history.
public struct CancelHeadTimestamp: RequestMessage {
    /// Message 90.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 90, "cancelHeadTimeStamp", protobuf: ("CancelHeadTimestamp", since: .protobufHistory))
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

/// The start of a contract's history.
public struct HeadTimestamp: EventMessage {
    /// Message 88.
    public static var kind: MessageKind {
        MessageKind(.toClient, 88, "headTimestamp", protobuf: ("HeadTimestamp", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The time, in the format asked.
    public var time = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "headTimestamp", &time)
    }
}

/// The trading sessions of a span.
public struct HistoricalSchedule: EventMessage {
    /// Message 106.
    public static var kind: MessageKind {
        MessageKind(
            .toClient, 106, "historicalSchedule", protobuf: ("HistoricalSchedule", since: .protobufRest1),
            since: .historySchedule)
    }

    /// The request.
    public var request = RequestID(-1)
    /// The start of the span.
    public var start = ""
    /// The end of the span.
    public var end = ""
    /// The zone of all times.
    public var zone = ""
    /// The sessions, oldest first.
    public var sessions: [HistoricalSession] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "startDateTime", &start)
        try coder.field(3, "endDateTime", &end)
        try coder.field(4, "timeZone", &zone)
        try coder.list(5, coder.isText ? "sessions" : "historicalSessions", &sessions)
    }
}

/// One trading session.
public struct HistoricalSession: WireGroup {
    /// Its start.
    public var start = ""
    /// Its end.
    public var end = ""
    /// The day that it belongs to.
    public var date = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "startDateTime", &start)
        try coder.field(2, "endDateTime", &end)
        try coder.field(3, "refDate", &date)
    }
}

/// Asks how much was traded at each price.
public struct HistogramDataRequest: RequestMessage {
    /// Message 88.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 88, "reqHistogramData", protobuf: ("HistogramDataRequest", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// Whether only regular trading hours count.
    public var regularHoursOnly = false
    /// Such as `3 days`.
    public var period = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.field(1, "tickerId", &request)
        try contract.walkExpirable(&coder)
        try coder.field(3, "useRTH", &regularHoursOnly)
        try coder.field(4, "timePeriod", &period)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "useRTH", &regularHoursOnly)
        try coder.field(4, "timePeriod", &period)
    }
}

/// Ends a request for a histogram.
public struct CancelHistogramData: RequestMessage {
    /// Message 89.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 89, "cancelHistogramData", protobuf: ("CancelHistogramData", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, coder.isText ? "tickerId" : "reqId", &request)
    }
}

/// How much was traded at each price.
public struct HistogramData: EventMessage {
    /// Message 89.
    public static var kind: MessageKind {
        MessageKind(.toClient, 89, "histogramData", protobuf: ("HistogramData", since: .protobufHistory))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The prices.
    public var entries: [HistogramEntry] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.list(2, coder.isText ? "items" : "histogramDataEntries", &entries)
    }
}

/// How much was traded at one price.
public struct HistogramEntry: WireGroup {
    /// The price.
    public var price = 0.0
    /// The volume.
    public var size: Quantity?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "price", &price)
        try coder.field(2, "size", &size)
    }
}
