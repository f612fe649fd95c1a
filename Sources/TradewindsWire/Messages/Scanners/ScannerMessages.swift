import TradewindsVocabulary

/// Subscribes to a scan of the market.
public struct ScannerSubscriptionRequest: RequestMessage {
    /// Message 22.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 22, "reqScannerSubscription",
            protobuf: ("ScannerSubscriptionRequest", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)
    /// What to look for.
    public var subscription = ScannerSubscription()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "scannerSubscription", &subscription)
    }
}

/// The rows of a scan, all at once; sent again as they change.
public struct ScannerData: EventMessage {
    /// Message 20.
    public static var kind: MessageKind {
        MessageKind(.toClient, 20, "scannerData", protobuf: ("ScannerData", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The rows, best first.
    public var rows: [ScannerRow] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("3")
        try coder.field(1, "reqId", &request)
        try coder.list(2, coder.isText ? "rows" : "scannerDataElement", &rows)
    }
}

/// One row of a scan.
public struct ScannerRow: WireGroup {
    /// The place, from 0.
    public var rank: Int32 = 0
    /// The contract.
    public var contract = Contract()
    /// The market's name.
    public var marketName = ""
    /// Meaning depends on the scan.
    public var distance = ""
    /// Meaning depends on the scan.
    public var benchmark = ""
    /// Meaning depends on the scan.
    public var projection = ""
    /// The legs of a combination, as text.
    public var legs = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "rank", &rank)
        if coder.isText {
            try contract.walkScanned(&coder)
            try coder.field(0, "marketName", &marketName)
            coder.enter("contract")
            try coder.field(0, "tradingClass", &contract.tradingClass)
            coder.leave()
        } else {
            try coder.group(2, "contract", &contract)
            try coder.field(3, "marketName", &marketName)
        }
        try coder.field(4, "distance", &distance)
        try coder.field(5, "benchmark", &benchmark)
        try coder.field(6, "projection", &projection)
        try coder.field(7, coder.isText ? "legsStr" : "comboKey", &legs)
    }
}
