import TradewindsVocabulary

/// A contract, or a description that one or more contracts fit.
public struct Contract: WireGroup {
    /// The broker's number of the contract; 0 where it is not known.
    public var id = ContractID(0)
    /// The symbol of the contract or of its underlying.
    public var symbol = ""
    /// What kind of contract.
    public var kind: SecurityType?
    /// The last trading day `yyyyMMdd`, or the month `yyyyMM`; empty for contracts that do not expire.
    public var expiry = ""
    /// The strike of an option.
    public var strike: Double?
    /// Call or put.
    public var right: OptionRight?
    /// What one unit of price is worth for one contract.
    public var multiplier: ExactDecimal?
    /// The exchange or route, such as `SMART`.
    public var exchange = ""
    /// The listing exchange; tells contracts of the same symbol apart.
    public var primaryExchange = ""
    /// The currency of its prices.
    public var currency = ""
    /// The exchange's own symbol.
    public var localSymbol = ""
    /// The trading class.
    public var tradingClass = ""
    /// What kind of identifier ``securityID`` is: `ISIN`, `CUSIP` …
    public var securityIDType = ""
    /// Another identifier.
    public var securityID = ""
    /// A text about the contract, in symbol searches.
    public var summary = ""
    /// The issuer of a bond, in symbol searches.
    public var issuer = ""
    /// The underlying of a delta-neutral combination.
    public var deltaNeutral: DeltaNeutralContract?
    /// Whether a request also means expired contracts.
    public var includesExpired = false
    /// A text about the legs of a combination.
    public var legsSummary = ""
    /// The legs of a combination.
    public var legs: [ComboLeg] = []
    /// The last trading day, where it differs from ``expiry``.
    public var lastTradeDate = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields of the protobuf form.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "conId", &id)
        try coder.field(2, "symbol", &symbol)
        try coder.field(3, "secType", &kind)
        try coder.field(4, "lastTradeDateOrContractMonth", &expiry)
        try coder.field(5, "strike", &strike)
        try coder.field(6, "right", &right)
        // A number in protobuf, a text in the text form: exact in between.
        var number = multiplier.map { Price($0) }
        try coder.field(7, "multiplier", &number)
        multiplier = number?.decimal
        try coder.field(8, "exchange", &exchange)
        try coder.field(9, "primaryExch", &primaryExchange)
        try coder.field(10, "currency", &currency)
        try coder.field(11, "localSymbol", &localSymbol)
        try coder.field(12, "tradingClass", &tradingClass)
        try coder.field(13, "secIdType", &securityIDType)
        try coder.field(14, "secId", &securityID)
        try coder.field(15, "description", &summary)
        try coder.field(16, "issuerId", &issuer)
        try coder.group(17, "deltaNeutralContract", &deltaNeutral)
        try coder.field(18, "includeExpired", &includesExpired)
        try coder.field(19, "comboLegsDescrip", &legsSummary)
        try coder.list(20, "comboLegs", &legs)
        try coder.field(21, "lastTradeDate", &lastTradeDate)
    }
}

/// One leg of a combination.
public struct ComboLeg: WireGroup {
    /// The leg's contract.
    public var contract = ContractID(0)
    /// How many of it for one combination.
    public var ratio: Int32 = 0
    /// Whether the combination buys or sells it.
    public var side: Side?
    /// The leg's exchange.
    public var exchange = ""
    /// 0 same as the order, 1 open, 2 close, 3 unknown.
    public var openClose: Int32 = 0
    /// For institutional short sales: 1 the shares are held, 2 they come from elsewhere.
    public var shortSaleSlot: Int32 = 0
    /// Where the shares come from, for slot 2.
    public var designatedLocation = ""
    /// The exemption code of a short sale.
    public var exemptCode: Int32 = -1
    /// The leg's own price, in protobuf.
    public var price: Price?

    /// All fields unset.
    public init() {}

    /// Declares the fields of the protobuf form.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "conId", &contract)
        try coder.field(2, "ratio", &ratio)
        try coder.field(3, "action", &side)
        try coder.field(4, "exchange", &exchange)
        try coder.field(5, "openClose", &openClose)
        try coder.field(6, "shortSalesSlot", &shortSaleSlot)
        try coder.field(7, "designatedLocation", &designatedLocation)
        try coder.field(8, "exemptCode", &exemptCode)
        try coder.field(9, "perLegPrice", &price)
    }

    /// The four fields that market data requests carry in text.
    mutating func walkShort<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(0, "conId", &contract)
        try coder.field(0, "ratio", &ratio)
        try coder.field(0, "action", &side)
        try coder.field(0, "exchange", &exchange)
    }

    /// The eight fields that orders carry in text.
    mutating func walkLong<C: Coder>(_ coder: inout C) throws(WireError) {
        try walkShort(&coder)
        try coder.field(0, "openClose", &openClose)
        try coder.field(0, "shortSaleSlot", &shortSaleSlot)
        try coder.field(0, "designatedLocation", &designatedLocation)
        try coder.field(0, "exemptCode", &exemptCode)
    }
}

/// The underlying of a delta-neutral combination.
public struct DeltaNeutralContract: WireGroup {
    /// The underlying.
    public var contract = ContractID(0)
    /// Its delta.
    public var delta = 0.0
    /// Its price.
    public var price = 0.0

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "conId", &contract)
        try coder.field(2, "delta", &delta)
        try coder.field(3, "price", &price)
    }
}
