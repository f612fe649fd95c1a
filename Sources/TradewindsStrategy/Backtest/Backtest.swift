import TradewindsExchange
import TradewindsStatistics
import TradewindsVocabulary

/// Runs a strategy on the exchange directly: no socket, no task switch.
///
/// A bar is told to the strategy when it is over; orders that it gives then fill from the next bar on (or by the fill
/// model chosen). Each fill model's file says when it is unrealistic.
public struct Backtest<S: Strategy>: Sendable {
    /// What the run has found so far.
    public var result: BacktestResult {
        var result = found
        if let last = result.equity.last { period.count(last.value, in: &result.activity) }
        return result
    }
    var found: BacktestResult
    /// The strategy as it is now; save it to go on later.
    public private(set) var strategy: S
    var broker: ExchangeBroker
    var open: [OpenTrade?]
    private var barsWithPosition = 0
    let models: BacktestModels
    var nextAction = 0
    var lastDayEnd: CivilDate?
    /// The period of the last entry of the equity, which later bars of the same instant may still change.
    private var period = Period()
    /// The notional of fills since the last entry, in the instruments' currencies.
    private var traded = 0.0
    private var makers: [TradeBars?]

    /// Exposure at the end of an entry of the equity, and what was traded up to it.
    private struct Period: Sendable {
        var gross = 0.0
        var net = 0.0
        var traded = 0.0

        func count(_ equity: Double, in meter: inout ActivityMeter) {
            meter.add(equity: equity, gross: gross, net: net, traded: traded)
        }
    }

    struct OpenTrade: Sendable {
        var trade: ClosedTrade
        var realized = Money.zero
    }

    /// A run of `strategy` on `instruments` that begins at `start` with `cash`.
    ///
    /// - `barLength`: The length of bars made from trades; bars that come as such are told as they are.
    public init(
        _ strategy: S, instruments: [Instrument], cash: Money = 1_000_000, start: Timestamp,
        configuration: ExchangeConfiguration = ExchangeConfiguration(), models: BacktestModels = BacktestModels(),
        barLength: Duration = .seconds(60)
    ) {
        let account: AccountID = "DU0000000"
        self.strategy = strategy
        broker = ExchangeBroker(
            exchange: Exchange(
                instruments: instruments, accounts: [AccountOpening(id: account, cash: cash)], start: start,
                configuration: configuration), account: account, latency: models.latency)
        self.models = models
        found = BacktestResult(cash: cash)
        open = Array(repeating: nil, count: instruments.count)
        makers = Array(repeating: TradeBars(length: barLength), count: instruments.count)
    }

    /// Takes one update of the market: prices act on orders first, then the strategy is told.
    public mutating func apply(_ update: MarketUpdate) {
        broker.exchange.advance(to: update.time)
        if nextAction < models.actions.count { applyActions(before: update) }
        broker.exchange.apply(update)
        broker.giveDue()
        settle()
        switch update.kind {
        case .bar(let bar): tell(bar, of: update.instrument)
        case .quote(let quote):
            strategy.quote(quote, of: update.instrument, &broker)
            settle()
        case .trade(let trade):
            if let bar = makers[update.instrument.rawValue]?.add(trade.price, trade.size, at: update.time) {
                tell(bar, of: update.instrument)
            }
        }
    }

    private mutating func tell(_ bar: Bar, of instrument: InstrumentIndex) {
        strategy.bar(bar, of: instrument, &broker)
        settle()
        found.bars += 1
        if !broker.position(in: instrument).isZero { barsWithPosition += 1 }
        found.exposure = Double(barsWithPosition) / Double(found.bars)
        guard let worth = broker.exchange.worth(of: broker.account) else { return }
        // Bars of several instruments may end at one instant: they make one entry.
        let last = found.equity.last
        if let last, last.time == broker.now {
            found.equity.removeLast()
            period.traded += traded
        } else {
            if let last { period.count(last.value, in: &found.activity) }
            period.traded = traded
        }
        period.gross = worth.gross
        period.net = worth.net
        traded = 0
        found.equity.append((broker.now, worth.equity))
    }

    /// Books what the exchange did and tells the strategy its fills.
    private mutating func settle() {
        while !broker.exchange.events.isEmpty {
            let events = broker.exchange.events
            broker.exchange.clearEvents()
            for event in events {
                switch event.kind {
                case .executed(let execution): book(execution)
                case .commission(let report): book(report)
                case .marginCall: closeForMargin()
                case .dayEnded: endDay()
                case .rejected(let reason):
                    found.rejections += 1
                    guard let key = event.order, let handle = broker.handle(of: key) else { break }
                    strategy.refused(handle, reason: .exchange(reason), &broker)
                default: break
                }
            }
        }
    }

    private mutating func book(_ execution: Execution) {
        let fill = StrategyFill(
            time: execution.time, instrument: execution.instrument, isBuy: execution.isBuy,
            quantity: execution.quantity, price: execution.price)
        found.fills.append(fill)
        broker.book(fill)
        let multiplier = broker.exchange.instruments[execution.instrument.rawValue].multiplier
        traded += execution.price.doubleValue * execution.quantity.doubleValue * multiplier.doubleValue
        let index = execution.instrument.rawValue
        if open[index] == nil {
            open[index] = OpenTrade(
                trade: ClosedTrade(
                    instrument: execution.instrument, isLong: execution.isBuy, quantity: 0, entered: execution.time,
                    exited: execution.time, entry: execution.price, exit: execution.price, profit: 0, fees: 0,
                    multiplier: multiplier))
        }
        open[index]?.trade.exited = execution.time
        open[index]?.trade.exit = execution.price
        let held = broker.position(in: execution.instrument).magnitude
        if let known = open[index]?.trade.quantity, held > known { open[index]?.trade.quantity = held }
        strategy.filled(fill, &broker)
    }

    private mutating func book(_ report: CommissionReport) {
        found.fees += report.commission
        let execution = broker.exchange.allExecutions[report.execution.rawValue]
        let index = execution.instrument.rawValue
        open[index]?.trade.fees += report.commission
        if let realized = report.realized { open[index]?.realized += realized }
        guard broker.position(in: execution.instrument).isZero, var ended = open[index] else { return }
        ended.trade.profit = ended.realized
        found.trades.append(ended.trade)
        open[index] = nil
    }
}
