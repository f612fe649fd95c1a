import TradewindsVocabulary

/// A contract described in part; what is `nil` or empty does not matter.
public struct ContractQuery: Sendable, Hashable {
    /// The broker's number; where given, nothing else but the exchange counts.
    public var id: ContractID?
    /// The symbol, such as `AAPL`, `ES` or `EUR`.
    public var symbol: String?
    /// The kind. A continuous future means the front month.
    public var kind: SecurityType?
    /// The currency.
    public var currency: Currency?
    /// The route: must be one of the instrument's valid exchanges.
    public var exchange: String?
    /// Where a stock is listed.
    public var primaryExchange: String?
    /// `yyyyMM` or `yyyyMMdd` of a future.
    public var expiry: String?
    /// The exchange's own symbol, such as `ESZ6`.
    public var localSymbol: String?
    /// The trading class.
    public var tradingClass: String?
    /// What one point is worth.
    public var multiplier: ExactDecimal?
    /// Whether futures that have expired count.
    public var includesExpired = false

    /// A query for everything; set what is known.
    public init() {}

    /// A query by number.
    public init(id: ContractID) { self.id = id }

    /// A query by symbol and kind.
    public init(symbol: String, kind: SecurityType = .stock, exchange: String? = nil, expiry: String? = nil) {
        self.symbol = symbol
        self.kind = kind
        self.exchange = exchange
        self.expiry = expiry
    }

    /// Whether `instrument` fits, its expiry left to the caller.
    func fits(_ instrument: Instrument) -> Bool {
        func agrees(_ wanted: String?, _ value: String?) -> Bool {
            guard let wanted, !wanted.isEmpty else { return true }
            return value?.uppercased() == wanted.uppercased()
        }
        if let exchange, !exchange.isEmpty, !instrument.validExchanges.contains(exchange.uppercased()) { return false }
        if let id { return instrument.id == id }
        if let kind, kind != instrument.kind, !(kind == .continuousFuture && instrument.kind == .future) {
            return false
        }
        if let currency, currency != instrument.currency { return false }
        if let multiplier, multiplier != instrument.multiplier { return false }
        if let expiry, !expiry.isEmpty {
            guard let last = instrument.expiry, last.compact.hasPrefix(expiry) else { return false }
        }
        return agrees(symbol, instrument.symbol) && agrees(localSymbol, instrument.localSymbol)
            && agrees(tradingClass, instrument.tradingClass) && agrees(primaryExchange, instrument.primaryExchange)
    }
}
