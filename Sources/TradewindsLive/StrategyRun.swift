import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// What a run tells those who watch it.
public enum StrategyRunEvent: Sendable {
    /// A fill of this client, on whatever contract; told again when its commission is known.
    case filled(Fill)
    /// How many of the strategy's orders are at work.
    case working(Int)
}

/// Carries a strategy's orders to a connection, and what happens back to the strategy.
///
/// Every trade, quote and fill is told in the gateway's order, and what the strategy orders is sent before it is told the
/// next, so that a run differs from a backtest by what the market does in the time that messages need, and by nothing else.
public actor StrategyRun<S: Strategy> {
    /// What a strategy trades: the contract, and by which steps its price moves.
    public struct Traded: Sendable {
        /// The contract, resolved.
        public var contract: Contract
        /// Its price steps.
        public var rule: PriceRule

        /// What one unit of price is worth for one contract.
        var multiplier: ExactDecimal { contract.multiplier ?? ExactDecimal(1) }

        /// What to trade.
        public init(_ contract: Contract, rule: PriceRule) {
            self.contract = contract
            self.rule = rule
        }
    }

    /// The fills of the strategy's contracts, oldest first.
    public private(set) var fills: [StrategyFill] = []
    private let ib: Connection
    private let contracts: [Contract]
    private let watch: @Sendable (StrategyRunEvent) async -> Void
    private var strategy: S
    private var broker: LiveBroker
    private var bars: [TradeBars]
    private var trades: TradeBook
    private var known: Set<String> = []
    private var sent = 0
    private var timesTold = 0
    private var waiters: [CheckedContinuation<Void, Never>] = []
    private var isFollowing = false
    private var isOver = false

    /// A run of `strategy` on `traded`, which it knows by place.
    ///
    /// - `barLength`: The length of the bars that are made from trades.
    /// - `watch`: Is told what a person wants to see.
    public init(
        _ strategy: S, on ib: Connection, traded: [Traded], barLength: Duration,
        watch: @escaping @Sendable (StrategyRunEvent) async -> Void = { _ in }
    ) {
        self.ib = ib
        self.strategy = strategy
        self.watch = watch
        contracts = traded.map(\.contract)
        broker = LiveBroker(
            rules: traded.map(\.rule),
            terms: traded.map { InstrumentTerms(symbol: $0.contract.symbol, multiplier: $0.multiplier) })
        bars = traded.map { _ in TradeBars(length: barLength) }
        trades = TradeBook(count: traded.count)
    }

    /// Lets the strategy see the past; orders that it would have given are forgotten.
    public func warmUp(_ past: [TradewindsExchange.Bar], of instrument: InstrumentIndex) {
        for bar in past { strategy.bar(bar, of: instrument, &broker) }
        _ = broker.takeActions()
    }

    /// Runs until its task is cancelled.
    ///
    /// - Throws: `IBError` where the connection is lost or the gateway refuses the market's data.
    public func run() async throws {
        defer {
            isOver = true
            wake()
        }
        var events = ib.trading(on: contracts).makeAsyncIterator()
        // Whoever settles asks only once the subscription is on its way: any answer of the connection comes after that.
        _ = await ib.serverVersion
        isFollowing = true
        wake()
        while let event = try await events.next() {
            switch event {
            case .trade(let place, let trade): tell(trade, place)
            case .quote(let place, let quote): tell(quote, place)
            case .fill(let fill): await tell(fill)
            case .time:
                timesTold += 1
                wake()
            }
            try await obey()
        }
    }

    /// Waits until all that the gateway has sent is told to the strategy, and all that it ordered thereupon is answered.
    ///
    /// For a gateway whose market stands still meanwhile; one round trip at least.
    public func settle() async throws {
        while !isFollowing, !isOver { await change() }
        var before: Int
        repeat {
            before = sent
            let told = timesTold
            _ = try await ib.currentTime()
            while timesTold == told, !isOver { await change() }
        } while sent != before && !isOver
    }

    private func change() async { await withCheckedContinuation { waiters.append($0) } }

    private func wake() {
        let waiting = waiters
        waiters = []
        for waiter in waiting { waiter.resume() }
    }

    private func tell(_ trade: HistoricalTickLast, _ place: Int) {
        guard let price = Price(trade.price) else { return }
        broker.now = Timestamp(seconds: trade.seconds)
        broker.last[place] = price
        guard let bar = bars[place].add(price, trade.size ?? 1, at: broker.now) else { return }
        strategy.bar(bar, of: InstrumentIndex(place), &broker)
    }

    private func tell(_ tick: HistoricalTickBidAsk, _ place: Int) {
        broker.now = Timestamp(seconds: tick.seconds)
        let quote = TradewindsExchange.Quote(
            bid: Price(tick.bidPrice), bidSize: tick.bidSize ?? 0, ask: Price(tick.askPrice), askSize: tick.askSize ?? 0
        )
        broker.quotes[place] = quote
        strategy.quote(quote, of: InstrumentIndex(place), &broker)
    }

    private func tell(_ fill: Fill) async {
        await watch(.filled(fill))
        guard let place = contracts.firstIndex(where: { $0.id == fill.contract.id }),
            known.insert(fill.execution.id).inserted, let price = Price(fill.execution.price)
        else { return }
        broker.now = max(broker.now, TimeText(fill.execution.time)?.instant ?? broker.now)
        let told = StrategyFill(
            time: broker.now, instrument: InstrumentIndex(place), isBuy: fill.execution.side == .bought,
            quantity: fill.execution.quantity ?? 0, price: price)
        fills.append(told)
        broker.book(told)
        strategy.filled(told, &broker)
    }

    private func obey() async throws {
        let actions = broker.takeActions()
        guard !actions.isEmpty else { return }
        for action in actions {
            switch action {
            case .place(let handle, let intent):
                let contract = contracts[intent.instrument.rawValue]
                trades.add(try await ib.place(intent.plan, on: contract), as: handle, of: intent.instrument)
            case .cancel(let handle): await cancel(trades.take(handle))
            case .cancelAll(let instrument): await cancel(trades.takeAll(of: instrument))
            }
            sent += 1
        }
        broker.working = await working()
        await watch(.working(broker.working))
    }

    private func cancel(_ taken: [Trade]) async {
        for trade in await TradeBook.open(taken) { ib.cancel(trade) }
    }

    private func working() async -> Int {
        var count = 0
        var ended: Set<OrderHandle> = []
        for (handle, trade) in trades.all {
            let open = await TradeBook.open([trade]).count
            if open == 0 { ended.insert(handle) }
            count += open
        }
        trades.forget(ended)
        return count
    }
}
