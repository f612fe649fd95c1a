import TradewindsVocabulary

/// Everything about a contract beyond its name.
public struct ContractDetails: WireGroup {
    /// The market's name.
    public var marketName = ""
    /// The smallest price step.
    public var minTick: ExactDecimal?
    /// Order types and attributes, with commas between.
    public var orderTypes = ""
    /// Routes, with commas between.
    public var validExchanges = ""
    /// What prices are to be divided by to give the currency.
    public var priceMagnifier: Int32 = 0
    /// The underlying's contract number, 0 for none.
    public var underlying = ContractID(0)
    /// The name in words.
    public var longName = ""
    /// The contract month, `yyyyMM`.
    public var contractMonth = ""
    /// The industry.
    public var industry = ""
    /// The category.
    public var category = ""
    /// The subcategory.
    public var subcategory = ""
    /// The zone in which the hours are told.
    public var zone = ""
    /// Trading hours of the coming days, in the protocol's spelling.
    public var tradingHours = ""
    /// Regular hours of the coming days, in the protocol's spelling.
    public var liquidHours = ""
    /// The rule of an economic value.
    public var economicRule = ""
    /// The multiplier of that rule.
    public var economicMultiplier = 0.0
    /// Other identifiers, such as the ISIN.
    public var identifiers: [TagValue] = []
    /// The group of exchanges for consolidated data.
    public var aggregationGroup: Int32?
    /// The underlying's symbol.
    public var underlyingSymbol = ""
    /// The underlying's kind.
    public var underlyingKind: SecurityType?
    /// Numbers of market rules, one for each route, with commas between.
    public var marketRuleIDs = ""
    /// The true expiration day, `yyyyMMdd`.
    public var realExpirationDate = ""
    /// `COMMON`, `ETF`, `ADR` and others.
    public var stockType = ""
    /// The smallest order.
    public var minimumSize: Quantity?
    /// Order sizes are multiples of this.
    public var sizeIncrement: Quantity?
    /// The step that a user interface offers.
    public var suggestedSizeIncrement: Quantity?
    /// What only funds have.
    public var fund = FundDetails()
    /// What only bonds have.
    public var bond = BondDetails()
    /// Why the account may not trade the contract.
    public var ineligibility: [IneligibilityReason] = []
    /// What only event contracts have.
    public var event = EventContractDetails()
    /// The smallest order of an algorithm.
    public var minimumAlgoSize: Quantity?
    /// The precision of last prices.
    public var lastPricePrecision: ExactDecimal?
    /// The precision of last sizes.
    public var lastSizePrecision: ExactDecimal?
    /// How the contract is settled.
    public var settlementMethod = ""
    /// The time of the last trade on the last day, where the text form tells it.
    public var lastTradeTime = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields of the protobuf form.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "marketName", &marketName)
        try coder.field(2, "minTick", &minTick)
        try coder.field(3, "orderTypes", &orderTypes)
        try coder.field(4, "validExchanges", &validExchanges)
        try coder.field(5, "priceMagnifier", &priceMagnifier)
        try coder.field(6, "underConId", &underlying)
        try coder.field(7, "longName", &longName)
        try coder.field(8, "contractMonth", &contractMonth)
        try coder.field(9, "industry", &industry)
        try coder.field(10, "category", &category)
        try coder.field(11, "subcategory", &subcategory)
        try coder.field(12, "timeZoneId", &zone)
        try coder.field(13, "tradingHours", &tradingHours)
        try coder.field(14, "liquidHours", &liquidHours)
        try coder.field(15, "evRule", &economicRule)
        try coder.field(16, "evMultiplier", &economicMultiplier)
        try coder.tags(17, "secIdList", &identifiers, .counted)
        try coder.field(18, "aggGroup", &aggregationGroup)
        try coder.field(19, "underSymbol", &underlyingSymbol)
        try coder.field(20, "underSecType", &underlyingKind)
        try coder.field(21, "marketRuleIds", &marketRuleIDs)
        try coder.field(22, "realExpirationDate", &realExpirationDate)
        try coder.field(23, "stockType", &stockType)
        try coder.field(24, "minSize", &minimumSize)
        try coder.field(25, "sizeIncrement", &sizeIncrement)
        try coder.field(26, "suggestedSizeIncrement", &suggestedSizeIncrement)
        try fund.walkFields(&coder)
        try bond.walkFields(&coder)
        try coder.list(58, "ineligibilityReasonList", &ineligibility)
        try event.walkFields(&coder)
        try coder.field(62, "minAlgoSize", &minimumAlgoSize)
        try coder.field(63, "lastPricePrecision", &lastPricePrecision)
        try coder.field(64, "lastSizePrecision", &lastSizePrecision)
        try coder.field(65, "settlementMethod", &settlementMethod)
    }

    /// The text form's part that contracts and bonds share, after the ids.
    mutating func walkTextIdentifiers<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(0, "evRule", &economicRule)
        // Readers of the text form expect a whole number here.
        var whole = Int32(exactly: economicMultiplier.rounded()) ?? 0
        try coder.field(0, "evMultiplier", &whole)
        economicMultiplier = Double(whole)
        try coder.tags(0, "secIdList", &identifiers, .counted)
        try coder.field(0, "aggGroup", &aggregationGroup)
    }

    /// The text form's size rules.
    mutating func walkTextSizes<C: Coder>(_ coder: inout C) throws(WireError) {
        if coder.speaks(.sizeRules) {
            try coder.field(0, "minSize", &minimumSize)
            try coder.field(0, "sizeIncrement", &sizeIncrement)
            try coder.field(0, "suggestedSizeIncrement", &suggestedSizeIncrement)
        }
    }
}
