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
    /// Runs several side by side, so that prices are read once for all. The default is compiled for each strategy.
    static func backtests(_ strategies: [Self], _ plan: BacktestPlan) -> [BacktestResult]
}

extension ReadyStrategy {
    /// Runs it in a backtest.
    public func backtest(_ plan: BacktestPlan) -> BacktestResult { plan.run(self) }

    /// Runs several in backtests.
    public static func backtests(_ strategies: [Self], _ plan: BacktestPlan) -> [BacktestResult] {
        plan.run(strategies)
    }
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

    /// Whether it is told how much to trade, so that a rule of ``PositionSize`` can say it; others size themselves.
    public var takesQuantity: Bool { parameters.contains { $0.name == NamedParameter.quantity.name } }
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
    /// The length of bars made from trades or quotes.
    public var barLength: Duration
    /// What such bars are made from.
    public var barBasis = BarBasis.trades
    /// The limits; none where `nil`.
    public var limits: RiskLimits?
    /// The rule that sizes entries; the strategies' own quantities where `nil`.
    public var size: PositionSize?
    /// Of a sweep: results then hold no equity but its summary over the parts of this clock, and a run takes no memory
    /// for its bars. Only for plans over updates at hand.
    public var clock: SweepClock?
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
        run([strategy]).first ?? BacktestResult(cash: cash)
    }

    /// Runs several strategies side by side, so that prices are read once for all; the results are those of single
    /// runs.
    ///
    /// Each holds its equity in memory, 16 bytes a bar, unless there is a ``clock``.
    public func run<S: Strategy>(_ strategies: [S]) -> [BacktestResult] {
        if limits == nil, size == nil { return feed(strategies).map(\.result) }
        let guarded = strategies.map {
            Guarded($0, limits: limits ?? RiskLimits(), size: size, instruments: instruments.count)
        }
        return feed(guarded).map { backtest in
            let core = backtest.strategy.core
            var result = backtest.result
            result.refusals.merge(core.refusals)
            if let reason = core.killed { result.killed = KillEvent(time: core.killedAt ?? start, reason: reason) }
            return result
        }
    }

    private func feed<S: Strategy>(_ strategies: [S]) -> [Backtest<S>] {
        var backtests = strategies.map {
            Backtest(
                $0, instruments: instruments, cash: cash, start: start, configuration: configuration, models: models,
                barLength: barLength, barBasis: barBasis)
        }
        switch source {
        case .updates(let updates):
            for place in backtests.indices {
                if let clock {
                    backtests[place].summarize(by: clock)
                } else {
                    backtests[place].reserve(updates.count)
                }
            }
            if instruments.count > 1 {
                feed(updates, to: &backtests)
            } else {
                feedOne(updates, to: &backtests)
            }
        case .next(let next):
            var instant: [MarketUpdate] = []
            while let update = next() {
                if !update.belongs(to: instant[...]) {
                    for place in backtests.indices { backtests[place].apply(instant: instant[...]) }
                    instant.removeAll(keepingCapacity: true)
                }
                instant.append(update)
            }
            for place in backtests.indices { backtests[place].apply(instant: instant[...]) }
        }
        return backtests
    }

    /// As many updates at once as the processor's nearest memory holds.
    private static var step: Int { 64 }

    /// Feeds updates of one instrument.
    private func feedOne<S: Strategy>(_ updates: [MarketUpdate], to backtests: inout [Backtest<S>]) {
        for begin in stride(from: 0, to: updates.count, by: Self.step) {
            let part = updates[begin..<min(begin + Self.step, updates.count)]
            let block = BarBlock(part)
            for place in backtests.indices {
                if let block {
                    backtests[place].apply(block)
                } else {
                    for update in part { backtests[place].apply(update) }
                }
            }
        }
    }

    /// Feeds updates of several instruments, instant by instant.
    private func feed<S: Strategy>(_ updates: [MarketUpdate], to backtests: inout [Backtest<S>]) {
        var instants: [Range<Int>] = []
        for place in updates.indices {
            if let last = instants.last, updates[place].belongs(to: updates[last]) {
                instants[instants.count - 1] = last.lowerBound..<place + 1
            } else {
                instants.append(place..<place + 1)
            }
        }
        for begin in stride(from: 0, to: instants.count, by: Self.step) {
            let part = instants[begin..<min(begin + Self.step, instants.count)]
            for place in backtests.indices {
                for instant in part { backtests[place].apply(instant: updates[instant]) }
            }
        }
    }
}
