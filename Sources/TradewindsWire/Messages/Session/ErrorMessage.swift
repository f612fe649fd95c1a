import TradewindsVocabulary

/// Tells that a request failed, or a notice that concerns no request (id -1).
public struct ErrorMessage: EventMessage {
    /// Message 4.
    public static var kind: MessageKind {
        MessageKind(.toClient, 4, "error", protobuf: ("ErrorMessage", since: .protobufOrders))
    }

    /// The request or order concerned, -1 for none.
    public var request = RequestID(-1)
    /// When, in milliseconds since 1970; 0 where the version does not say.
    public var milliseconds = Int64(0)
    /// The code, by the protocol's table.
    public var code = Int32(0)
    /// The text.
    public var text = ""
    /// Details of an advanced reject, as JSON.
    public var rejectDetails = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try walkProtobuf(&coder) }
        if !coder.speaks(.errorTime) { try coder.constant("version", "2") }
        try coder.field(1, "reqId", &request)
        try coder.field(3, "errorCode", &code)
        try coder.escaped(4, "errorString", &text)
        if coder.speaks(.rejectDetails) { try coder.escaped(5, "advancedOrderRejectJson", &rejectDetails) }
        if coder.speaks(.errorTime) { try coder.field(2, "errorTime", &milliseconds) }
    }

    private mutating func walkProtobuf<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "id", &request)
        try coder.field(2, "errorTime", &milliseconds)
        try coder.field(3, "errorCode", &code)
        try coder.escaped(4, "errorMsg", &text)
        try coder.escaped(5, "advancedOrderRejectJson", &rejectDetails)
    }
}
