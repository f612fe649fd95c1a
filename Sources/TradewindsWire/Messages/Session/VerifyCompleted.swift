import TradewindsVocabulary

/// The outcome of a verification.
public struct VerifyCompleted: EventMessage {
    /// Message 66.
    public static var kind: MessageKind {
        MessageKind(.toClient, 66, "verifyCompleted", protobuf: ("VerifyCompleted", since: .protobufRest3))
    }

    /// Whether it succeeded.
    public var isSuccessful = false
    /// Why not.
    public var errorText = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try WordFlag.walk(&coder, &isSuccessful)
        try coder.escaped(2, "errorText", &errorText)
    }
}

/// The outcome of a verification with authentication.
public struct VerifyAndAuthCompleted: EventMessage {
    /// Message 70.
    public static var kind: MessageKind { MessageKind(.toClient, 70, "verifyAndAuthCompleted", protobuf: nil) }

    /// Whether it succeeded.
    public var isSuccessful = false
    /// Why not.
    public var errorText = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try WordFlag.walk(&coder, &isSuccessful)
        try coder.escaped(2, "errorText", &errorText)
    }
}

/// A flag that the text form spells as a word.
private enum WordFlag {
    static func walk<C: Coder>(_ coder: inout C, _ flag: inout Bool) throws(WireError) {
        guard coder.isText else { return try coder.field(1, "isSuccessful", &flag) }
        var word = Word(carrier: flag ? "true" : "false")
        try coder.field(0, "isSuccessful", &word)
        flag = word.carrier == "true"
    }

    /// The word; whatever is not `true` is false.
    private struct Word: WireValue {
        var carrier: String
        init(carrier: String) { self.carrier = carrier == "true" || carrier == "1" ? "true" : "false" }
    }
}
