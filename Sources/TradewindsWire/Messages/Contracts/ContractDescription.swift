import TradewindsVocabulary

/// A contract that a search found.
public struct ContractDescription: WireGroup {
    /// The contract.
    public var contract = Contract()
    /// The kinds of derivatives on it.
    public var derivatives: [String] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else {
            try coder.group(1, "contract", &contract)
            return try coder.values(2, "derivativeSecTypes", &derivatives)
        }
        coder.enter("contract")
        try coder.field(0, "conId", &contract.id)
        try coder.field(0, "symbol", &contract.symbol)
        try coder.field(0, "secType", &contract.kind)
        try coder.field(0, "primaryExchange", &contract.primaryExchange)
        try coder.field(0, "currency", &contract.currency)
        coder.leave()
        try coder.values(0, "derivativeSecTypes", &derivatives)
        if coder.speaks(.bondIssuer) {
            coder.enter("contract")
            try coder.field(0, "description", &contract.summary)
            try coder.field(0, "issuerId", &contract.issuer)
            coder.leave()
        }
    }
}
