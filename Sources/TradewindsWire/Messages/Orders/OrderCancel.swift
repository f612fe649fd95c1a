import TradewindsVocabulary

/// What a cancel says beside its order.
public struct OrderCancel: WireGroup {
    /// When a person cancelled, as `yyyyMMdd-HH:mm:ss`.
    public var manualTime = ""
    /// Who cancelled.
    public var externalOperator = ""
    /// 1 by hand, 0 by a program.
    public var manualIndicator: Int32?

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "manualOrderCancelTime", &manualTime)
        try coder.field(2, "extOperator", &externalOperator)
        try coder.field(3, "manualOrderIndicator", &manualIndicator, unset: .largest)
    }
}
