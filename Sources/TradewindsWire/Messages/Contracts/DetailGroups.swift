import TradewindsVocabulary

/// Why an account may not trade a contract.
public struct IneligibilityReason: WireGroup {
    /// The reason's code.
    public var id = ""
    /// The reason in words.
    public var summary = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, coder.isText ? "id_" : "id", &id)
        try coder.field(2, "description", &summary)
    }
}
