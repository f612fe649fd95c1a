import TradewindsVocabulary

/// The position of an instrument in the list that the exchange, its price sources and its calendars share.
///
/// A dense number, so that a price update needs no lookup by contract.
@frozen
public struct InstrumentIndex: NumericIdentifier {
    /// The position, from 0.
    public var rawValue: Int
    /// The instrument at position `rawValue`.
    @inlinable public init(rawValue: Int) { self.rawValue = rawValue }
}

/// How much margin a position needs.
public enum MarginRule: Sendable, Hashable {
    /// Regulation T: a share of the market value, by ``MarginRates``.
    case regT
    /// A fixed amount for each contract, in the instrument's currency.
    case perContract(initial: Money, maintenance: Money)
    /// The notional divided by this number (50 for 50:1).
    case leverage(ExactDecimal)
}

/// Which table of the ``FeeSchedule`` prices a fill.
public enum FeeClass: Sendable, Hashable {
    /// Stocks and funds: by share.
    case stock
    /// Futures: by contract, by trading class.
    case future
    /// Currency pairs: by value.
    case forex
    /// No commission.
    case free
}

/// Names the hours in which an instrument trades; the calendars themselves are in the Sessions folder.
public struct TradingHours: Sendable, Hashable {
    /// The IANA time zone in which the hours are told, such as `America/New_York`.
    public var zone: String
    /// The calendar's name, such as `XNYS`.
    public var calendar: String
    /// Hours of `calendar`, told in `zone`.
    public init(zone: String, calendar: String) {
        self.zone = zone
        self.calendar = calendar
    }
}

/// A contract that can be traded here, with the rules that orders on it follow.
public struct Instrument: Sendable, Hashable, Identifiable {
    /// The broker's number of the contract.
    public var id: ContractID
    /// The symbol: `AAPL`, `ES`, or the base currency `EUR` of a pair.
    public var symbol: String
    /// What kind of contract.
    public var kind: SecurityType
    /// The currency of its prices.
    public var currency: Currency
    /// The exchange's own symbol: `AAPL`, `ESZ6`, `EUR.USD`.
    public var localSymbol: String
    /// The class: `NMS`, `ES`, `EUR.USD`.
    public var tradingClass: String
    /// The default route: `SMART`, `CME`, `IDEALPRO`.
    public var exchange: String
    /// Where a stock is listed.
    public var primaryExchange: String?
    /// What one unit of price is worth for one contract: 1 for stocks and pairs, 50 for ES.
    public var multiplier: ExactDecimal
    /// The last trading day of a future.
    public var expiry: CivilDate?
    /// The name in words.
    public var longName: String
    /// The industry, empty where there is none.
    public var industry: String
    /// The category, empty where there is none.
    public var category: String
    /// The subcategory, empty where there is none.
    public var subcategory: String
    /// `COMMON`, `ETF` …, empty where there is none.
    public var stockType: String
    /// The routes on which it can be traded.
    public var validExchanges: [String]
    /// The order types that it takes; any other is rejected.
    public var orderTypes: [OrderType]
    /// Which prices are allowed.
    public var priceRule: PriceRule
    /// The smallest order.
    public var minimumSize: Quantity
    /// Order sizes are multiples of this.
    public var sizeIncrement: Quantity
    /// The step that a user interface offers.
    public var suggestedSizeIncrement: Quantity
    /// When it trades.
    public var hours: TradingHours
    /// The margin that a position needs.
    public var margin: MarginRule
    /// The commission table of its fills.
    public var fees: FeeClass

    /// The order types that the exchange can match.
    public static let supportedOrderTypes: [OrderType] = [
        .market, .limit, .stop, .stopLimit, .trailingStop, .trailingStopLimit, .marketIfTouched, .limitIfTouched,
        .marketOnClose, .limitOnClose,
    ]

    /// An instrument; what is not given is what fits a stock traded in dollars by the cent.
    public init(
        id: ContractID, symbol: String, kind: SecurityType, currency: Currency = .usd, localSymbol: String? = nil,
        tradingClass: String? = nil, exchange: String = "SMART", primaryExchange: String? = nil,
        multiplier: ExactDecimal = ExactDecimal(1), expiry: CivilDate? = nil, longName: String = "",
        industry: String = "", category: String = "", subcategory: String = "", stockType: String = "",
        validExchanges: [String] = [], orderTypes: [OrderType] = Self.supportedOrderTypes,
        priceRule: PriceRule = PriceRule(id: 26, increment: 0.01), minimumSize: Quantity = 1,
        sizeIncrement: Quantity = 1, suggestedSizeIncrement: Quantity = 100,
        hours: TradingHours = TradingHours(zone: "America/New_York", calendar: "XNYS"), margin: MarginRule = .regT,
        fees: FeeClass = .stock
    ) {
        self.id = id
        self.symbol = symbol
        self.kind = kind
        self.currency = currency
        self.localSymbol = localSymbol ?? symbol
        self.tradingClass = tradingClass ?? symbol
        self.exchange = exchange
        self.primaryExchange = primaryExchange
        self.multiplier = multiplier
        self.expiry = expiry
        self.longName = longName
        self.industry = industry
        self.category = category
        self.subcategory = subcategory
        self.stockType = stockType
        self.validExchanges = validExchanges
        self.orderTypes = orderTypes
        self.priceRule = priceRule
        self.minimumSize = minimumSize
        self.sizeIncrement = sizeIncrement
        self.suggestedSizeIncrement = suggestedSizeIncrement
        self.hours = hours
        self.margin = margin
        self.fees = fees
    }
}
