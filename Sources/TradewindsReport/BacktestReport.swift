import TradewindsExchange
import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary

/// What the page of a backtest tells; ``html()`` makes the page.
public struct BacktestReport: Sendable {
    /// A name and a text: a parameter, a model, a setting.
    public struct Entry: Sendable, Hashable {
        /// What it is called.
        public var name: String
        /// Its value.
        public var value: String
        /// What it means, or when it is unrealistic; may be empty.
        public var note: String

        /// An entry of a table.
        public init(_ name: String, _ value: String, note: String = "") {
            self.name = name
            self.value = value
            self.note = note
        }
    }

    /// A file of prices and its span.
    public struct DataFile: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// The instrument whose prices it holds.
        public var symbol: String
        /// What its rows are: `bars`, `daily bars`, `ticks`.
        public var kind: String
        /// How many there are.
        public var rows: Int
        /// The first and the last row's time; `nil` where there are no rows.
        public var span: ClosedRange<Timestamp>?

        /// A file's description.
        public init(name: String, symbol: String, kind: String, rows: Int, span: ClosedRange<Timestamp>?) {
            self.name = name
            self.symbol = symbol
            self.kind = kind
            self.rows = rows
            self.span = span
        }
    }

    /// The strategy's name.
    public var strategy: String
    /// What it does, in a line; may be empty.
    public var summary = ""
    /// The book or paper it is from; may be empty.
    public var source = ""
    /// Its parameters.
    public var parameters: [Entry] = []
    /// The data used.
    public var files: [DataFile] = []
    /// The models used: fills, fees, slippage, cash, limits.
    public var models: [Entry] = []
    /// The prices of each instrument, in the order of the strategy's instruments.
    public var prices: [PriceHistory]
    /// Trades that have ended, by the time of their end.
    public var trades: [ClosedTrade]
    /// When each bar ended and the account's value then; by time.
    public var equity: [(time: Timestamp, value: Double)]
    /// The value at the beginning.
    public var cash: Double
    /// What is held at the end, as trades that end now.
    public var openTrades: [ClosedTrade]
    /// Orders that were not taken.
    public var refusals: RefusalLog
    /// The limit that stopped the run; `nil` where none did.
    public var killed: KillEvent?
    /// All fees.
    public var fees: Double
    /// How many bars there were, of all instruments.
    public var bars: Int
    /// The part of bars at whose end something was held, 0 to 1.
    public var exposure: Double
    /// The currency of the account.
    public var currency = "USD"
    /// Every statistic to be shown, in order.
    public var statistics: [NamedStatistic]
    /// The clock on which times are told.
    public var zone: MarketZone

    /// A report on what a backtest gave.
    ///
    /// - `prices`: One history for each instrument, in the order of the backtest's instruments; more trades than that
    ///   are shown in the table only.
    /// - `statistics`: What to show; without it those of the returns from bar to bar.
    public init(
        _ result: BacktestResult, strategy: String, prices: [PriceHistory], statistics: [NamedStatistic]? = nil,
        zone: MarketZone = .utc
    ) {
        self.strategy = strategy
        self.prices = prices
        self.zone = zone
        trades = result.trades
        equity = result.equity.filter(\.value.isFinite)
        cash = result.cash.doubleValue
        openTrades = result.openTrades
        refusals = result.refusals
        killed = result.killed
        fees = result.fees.doubleValue
        bars = result.bars
        exposure = result.exposure
        self.statistics = statistics ?? (try? result.report().named) ?? []
    }
}

/// The prices of one instrument, in columns of equal length, by time.
public struct PriceHistory: Sendable {
    /// What it is called.
    public var symbol: String
    /// When each bar ended, or a tick was.
    public private(set) var times: [Timestamp] = []
    /// The highest price of each bar.
    public private(set) var high: [Double] = []
    /// The lowest price of each bar.
    public private(set) var low: [Double] = []
    /// The last price of each bar.
    public private(set) var close: [Double] = []

    /// A history without prices yet.
    public init(symbol: String, capacity: Int = 0) {
        self.symbol = symbol
        times.reserveCapacity(capacity)
        high.reserveCapacity(capacity)
        low.reserveCapacity(capacity)
        close.reserveCapacity(capacity)
    }

    /// Adds a bar that is not earlier than the last; a price that is not finite is left out.
    public mutating func append(time: Timestamp, high: Double, low: Double, close: Double) {
        guard high.isFinite, low.isFinite, close.isFinite else { return }
        times.append(time)
        self.high.append(max(high, low))
        self.low.append(min(high, low))
        self.close.append(close)
    }
}
