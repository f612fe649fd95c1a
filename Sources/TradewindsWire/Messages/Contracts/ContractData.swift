import TradewindsVocabulary

/// A contract that fits a description.
public struct ContractData: EventMessage {
    /// Message 10.
    public static var kind: MessageKind {
        MessageKind(.toClient, 10, "contractDetails", protobuf: ("ContractData", since: .protobufContracts))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = Contract()
    /// Everything else about it.
    public var details = ContractDetails()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        if coder.isText, !coder.speaks(.sizeRules) { try coder.constant("version", "8") }
        try coder.field(1, "reqId", &request)
        guard coder.isText else {
            try coder.group(2, "contract", &contract)
            return try coder.group(3, "contractDetails", &details)
        }
        try contract.walkDetailed(&coder, marketName: &details.marketName)
        coder.enter("contractDetails")
        try coder.field(0, "minTick", &details.minTick)
        if !coder.speaks(.sizeRules) { try coder.constant("mdSizeMultiplier", "1") }
        coder.leave()
        coder.enter("contract")
        try contract.walkMultiplier(&coder)
        coder.leave()
        coder.enter("contractDetails")
        try coder.field(0, "orderTypes", &details.orderTypes)
        try coder.field(0, "validExchanges", &details.validExchanges)
        try coder.field(0, "priceMagnifier", &details.priceMagnifier)
        try coder.field(0, "underConId", &details.underlying)
        try coder.escaped(0, "longName", &details.longName)
        coder.leave()
        coder.enter("contract")
        try coder.field(0, "primaryExchange", &contract.primaryExchange)
        coder.leave()
        coder.enter("contractDetails")
        try coder.field(0, "contractMonth", &details.contractMonth)
        try coder.field(0, "industry", &details.industry)
        try coder.field(0, "category", &details.category)
        try coder.field(0, "subcategory", &details.subcategory)
        try coder.field(0, "timeZoneId", &details.zone)
        try coder.field(0, "tradingHours", &details.tradingHours)
        try coder.field(0, "liquidHours", &details.liquidHours)
        try details.walkTextIdentifiers(&coder)
        try coder.field(0, "underSymbol", &details.underlyingSymbol)
        try coder.field(0, "underSecType", &details.underlyingKind)
        try coder.field(0, "marketRuleIds", &details.marketRuleIDs)
        try coder.field(0, "realExpirationDate", &details.realExpirationDate)
        try coder.field(0, "stockType", &details.stockType)
        // Version 163 alone had one size increment instead of three size rules.
        if coder.version == .fractionalSizes {
            try coder.field(0, "suggestedSizeIncrement", &details.suggestedSizeIncrement)
        }
        try details.walkTextSizes(&coder)
        if coder.speaks(.fundDetails), contract.kind == .fund { try details.fund.walkFields(&coder) }
        if coder.speaks(.ineligibility) { try coder.list(0, "ineligibilityReasonList", &details.ineligibility) }
        coder.leave()
    }
}

/// A bond that fits a description.
public struct BondContractData: EventMessage {
    /// Message 18.
    public static var kind: MessageKind {
        MessageKind(.toClient, 18, "bondContractDetails", protobuf: ("ContractData", since: .protobufContracts))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The bond.
    public var contract = Contract()
    /// Everything else about it.
    public var details = ContractDetails()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        if coder.isText, !coder.speaks(.sizeRules) { try coder.constant("version", "6") }
        try coder.field(1, "reqId", &request)
        guard coder.isText else {
            try coder.group(2, "contract", &contract)
            return try coder.group(3, "contractDetails", &details)
        }
        try walkBond(&coder)
        coder.enter("contract")
        try coder.field(0, "exchange", &contract.exchange)
        try coder.field(0, "currency", &contract.currency)
        coder.leave()
        try contract.walkNamed(&coder, marketName: &details.marketName)
        coder.enter("contractDetails")
        try coder.field(0, "minTick", &details.minTick)
        if !coder.speaks(.sizeRules) { try coder.constant("mdSizeMultiplier", "1") }
        try coder.field(0, "orderTypes", &details.orderTypes)
        try coder.field(0, "validExchanges", &details.validExchanges)
        try coder.field(0, "nextOptionDate", &details.bond.nextOptionDate)
        try coder.field(0, "nextOptionType", &details.bond.nextOptionType)
        try coder.field(0, "nextOptionPartial", &details.bond.isNextOptionPartial)
        try coder.field(0, "notes", &details.bond.notes)
        try coder.field(0, "longName", &details.longName)
        if coder.speaks(.bondHours) {
            try coder.field(0, "timeZoneId", &details.zone)
            try coder.field(0, "tradingHours", &details.tradingHours)
            try coder.field(0, "liquidHours", &details.liquidHours)
        }
        try details.walkTextIdentifiers(&coder)
        try coder.field(0, "marketRuleIds", &details.marketRuleIDs)
        try details.walkTextSizes(&coder)
        coder.leave()
    }

    private mutating func walkBond<C: Coder>(_ coder: inout C) throws(WireError) {
        coder.enter("contract")
        try coder.field(0, "symbol", &contract.symbol)
        try coder.field(0, "secType", &contract.kind)
        coder.leave()
        coder.enter("contractDetails")
        try coder.field(0, "cusip", &details.bond.cusip)
        try coder.field(0, "coupon", &details.bond.coupon)
        try coder.field(0, "maturity", &details.bond.maturity)
        try coder.field(0, "issueDate", &details.bond.issueDate)
        try coder.field(0, "ratings", &details.bond.ratings)
        try coder.field(0, "bondType", &details.bond.type)
        try coder.field(0, "couponType", &details.bond.couponType)
        try coder.field(0, "convertible", &details.bond.isConvertible)
        try coder.field(0, "callable", &details.bond.isCallable)
        try coder.field(0, "putable", &details.bond.isPuttable)
        try coder.field(0, "descAppend", &details.bond.appendix)
        coder.leave()
    }
}
