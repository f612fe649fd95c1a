import TradewindsExchange
import TradewindsVocabulary

/// A strategy that the catalogue knows: it describes itself and can be made from named values.
///
/// It is `Codable`: encode it at any time, decode it later, and it goes on as if nothing had been.
public protocol ReadyStrategy: Strategy, Codable {
    /// What it is called and where it comes from.
    static var about: StrategyDescription { get }
    /// A strategy with `values` for `instruments` instruments, a number within its description's range.
    init(_ values: ParameterValues, instruments: Int) throws(CatalogueError)
    /// Runs it in a backtest. The default is compiled for each strategy, so that bars cost no dynamic call.
    func backtest(_ plan: BacktestPlan) -> BacktestResult
}

extension ReadyStrategy {
    /// Runs it in a backtest.
    public func backtest(_ plan: BacktestPlan) -> BacktestResult { plan.run(self) }
}

/// What a strategy is.
public struct StrategyDescription: Sendable, Hashable {
    /// Its name on the command line.
    public let name: String
    /// What it does, in a line.
    public let summary: String
    /// The book or paper.
    public let source: String
    /// How many instruments it needs.
    public let instruments: ClosedRange<Int>
    /// Its parameters.
    public let parameters: [NamedParameter]
}

/// What to run a strategy on.
public struct BacktestPlan {
    /// The instruments, in the order in which the strategy knows them.
    public var instruments: [Instrument]
    /// The cash to begin with.
    public var cash: Money
    /// When it begins.
    public var start: Timestamp
    /// Fills, fees and margin.
    public var configuration: ExchangeConfiguration
    /// Latency, borrowing, dividends, splits and margin calls.
    public var models = BacktestModels()
    /// The length of bars made from trades.
    public var barLength: Duration
    /// The limits; none where `nil`.
    public var limits: RiskLimits?
    private let source: Source

    private enum Source {
        /// All at hand: read where they are, not copied one by one.
        case updates([MarketUpdate])
        /// Made as they are asked for, until `nil`.
        case next(() -> MarketUpdate?)
    }

    /// A plan that takes its prices from `next`: the market's updates in order of time, then `nil`.
    public init(
        instruments: [Instrument], cash: Money = 1_000_000, start: Timestamp,
        configuration: ExchangeConfiguration = ExchangeConfiguration(), barLength: Duration = .seconds(60),
        limits: RiskLimits? = nil, next: @escaping () -> MarketUpdate?
    ) {
        self.instruments = instruments
        self.cash = cash
        self.start = start
        self.configuration = configuration
        self.barLength = barLength
        self.limits = limits
        source = .next(next)
    }

    /// A plan over updates at hand.
    public init(
        instruments: [Instrument], cash: Money = 1_000_000, configuration: ExchangeConfiguration = .init(),
        limits: RiskLimits? = nil, updates: [MarketUpdate]
    ) {
        self.instruments = instruments
        self.cash = cash
        self.start = updates.first?.time ?? Timestamp(nanoseconds: 0)
        self.configuration = configuration
        self.barLength = .seconds(60)
        self.limits = limits
        source = .updates(updates)
    }

    /// Runs a strategy of your own on the plan's updates; those of a plan made with `next` are used up thereby.
    public func run<S: Strategy>(_ strategy: S) -> BacktestResult {
        guard let limits else { return feed(strategy) }
        return feed(Guarded(strategy, limits: limits, instruments: instruments.count))
    }

    private func feed<S: Strategy>(_ strategy: S) -> BacktestResult {
        var backtest = Backtest(
            strategy, instruments: instruments, cash: cash, start: start, configuration: configuration, models: models,
            barLength: barLength)
        switch source {
        case .updates(let updates):
            for place in updates.indices { backtest.apply(updates[place]) }
        case .next(let next):
            while let update = next() { backtest.apply(update) }
        }
        return backtest.result
    }
}
