import TradewindsVocabulary

/// Asks for a report on a company.
public struct FundamentalsDataRequest: RequestMessage {
    /// Message 52.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 52, "reqFundamentalData", protobuf: ("FundamentalsDataRequest", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// Such as `ReportSnapshot`.
    public var report = ""
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        try coder.constant("version", "2")
        try coder.field(1, "reqId", &request)
        try contract.walkFundamental(&coder)
        try coder.field(3, "reportType", &report)
        try coder.count("fundamentalDataOptions", &options, of: TagValue("", ""), fields: 1)
        try coder.tags(4, "fundamentalDataOptions", &options, .joined)
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.group(2, "contract", &contract)
        try coder.field(3, "reportType", &report)
        try coder.tags(4, "fundamentalsDataOptions", &options, .joined)
    }
}

/// Ends a request for a report.
public struct CancelFundamentalsData: RequestMessage {
    /// Message 53.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 53, "cancelFundamentalData", protobuf: ("CancelFundamentalsData", since: .protobufScanner))
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

/// A report on a company.
public struct FundamentalsData: EventMessage {
    /// Message 51.
    public static var kind: MessageKind {
        MessageKind(.toClient, 51, "fundamentalData", protobuf: ("FundamentalsData", since: .protobufScanner))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The report, as XML.
    public var data = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, "reqId", &request)
        try coder.field(2, "data", &data)
    }
}
