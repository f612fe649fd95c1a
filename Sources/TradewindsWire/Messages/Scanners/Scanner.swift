import TradewindsVocabulary

/// Ends a scan.
public struct CancelScannerSubscription: RequestMessage {
    /// Message 23.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 23, "cancelScannerSubscription",
            protobuf: ("CancelScannerSubscription", since: .protobufScanner))
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

/// Asks which scans there are.
public struct ScannerParametersRequest: RequestMessage {
    /// Message 24.
    public static var kind: MessageKind {
        MessageKind(
            .toGateway, 24, "reqScannerParameters", protobuf: ("ScannerParametersRequest", since: .protobufScanner))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// The scans there are.
public struct ScannerParameters: EventMessage {
    /// Message 19.
    public static var kind: MessageKind {
        MessageKind(.toClient, 19, "scannerParameters", protobuf: ("ScannerParameters", since: .protobufScanner))
    }

    /// The document.
    public var xml = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.escaped(1, "xml", &xml)
    }
}
