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
    /// The gateway did not take an order, or lost it; the strategy has been told.
    case refused(Refusal)
    /// Somebody else closed what the strategy held of an instrument, whole or in part: it is not to be closed again.
    case closedElsewhere(InstrumentIndex, from: Quantity, to: Quantity)
}

/// Carries a strategy's orders to a connection, and what happens back to the strategy.
///
/// Every trade, quote and fill is told in the gateway's order, and what the strategy orders is sent before it is told the
/// next, so that a run differs from a backtest by what the market does in the time that messages need, and by nothing else.
/// Equity, cash and margin are the gateway's, known before the first bar and carried on by every fill and price.
public actor StrategyRun<S: Strategy> {
    /// What a strategy trades: the contract, and by which steps its price moves.
    public struct Traded: Sendable {
        /// The contract, resolved.
        public var contract: Contract
        /// Its price steps.
        public var rule: PriceRule
        /// What is held when the run begins, as far as the strategy is concerned.
        public var held: Quantity

        /// What one unit of price is worth for one contract.
        var multiplier: ExactDecimal { contract.multiplier ?? ExactDecimal(1) }

        /// What to trade.
        public init(_ contract: Contract, rule: PriceRule, held: Quantity = 0) {
            self.contract = contract
            self.rule = rule
            self.held = held
        }

        fileprivate var line: LiveAccount.Line {
            var line = LiveAccount.Line(multiplier: multiplier, currency: contract.currency)
            line.isFuture = contract.kind == .future
            line.isPair = contract.kind == .currencyPair
            return line
        }
    }

    /// The fills of the strategy's contracts, oldest first.
    public private(set) var fills: [StrategyFill] = []
    /// The run's own profit after each bar, once the account's value is known.
    public private(set) var profits: [(time: Timestamp, value: Money)] = []
    /// The strategy as it is now; save it to go on later.
    public var strategy: S
    var broker: LiveBroker
    let ib: Connection
    let account: AccountID?
    let contracts: [Contract]
    let watch: @Sendable (StrategyRunEvent) async -> Void
    private let remember: (@Sendable (S, RunMemory) throws -> Void)?
    /// Something happened since that has to be remembered.
    var isUnsaved = false
    /// Fills that are of no run and were there before, or are known to have closed something.
    var foreign: Set<String> = []
    /// What the account held of each contract when it was last looked whether somebody else had closed something.
    var looked: [Int: Quantity] = [:]
    /// Whether it goes on from an earlier run.
    var isResumed = false
    private var bars: [TradeBars]
    private var known: Set<String> = []
    private var charged: Set<String> = []
    /// Fills whose fees have not been told.
    var uncharged: Set<String> = []
    private var knowsAccount: Bool
    let isHalted: @Sendable () -> Bool
    /// The kill switch closes positions: its orders go although the strategy's are halted.
    var isClosing = false
    /// Whether it takes no more orders of the strategy, as its end is under way.
    var isEnding = false
    /// Whether orders that only close what is held outlive it.
    var keepsExits = false
    var sent = 0
    private var timesTold = 0
    private var waiters: [CheckedContinuation<Void, Never>] = []
    private var isFollowing = false
    private var isOver = false

    /// A run of `strategy` on `traded`, which it knows by place.
    ///
    /// - `account`: Whose values the strategy sees and who trades; without it orders go to the only account, and equity,
    ///   cash and margin are not known.
    /// - `barLength`: The length of the bars that are made from trades; for currency pairs from the middle of quotes.
    /// - `name`: What the references of its orders begin with, so that they are known again after a break: after
    ///   ``RunMemory/prefix`` something that no other run has.
    /// - `watch`: Is told what a person wants to see.
    /// - `remember`: Is given what the run needs to go on with ``resume(_:)``, before any order is sent and after every fill.
    ///   Where it throws, nothing is sent and the run ends.
    /// - `isHalted`: Is asked before orders are sent; while it says so, new orders are dropped and only cancellations go.
    public init(
        _ strategy: S, on ib: Connection, traded: [Traded], account: AccountID? = nil, barLength: Duration,
        name: String = "",
        watch: @escaping @Sendable (StrategyRunEvent) async -> Void = { _ in },
        remember: (@Sendable (S, RunMemory) throws -> Void)? = nil,
        isHalted: @escaping @Sendable () -> Bool = { false }
    ) {
        self.remember = remember
        self.ib = ib
        self.strategy = strategy
        self.watch = watch
        self.isHalted = isHalted
        self.account = account
        knowsAccount = account == nil
        contracts = traded.map(\.contract)
        broker = LiveBroker(
            name: name, rules: traded.map(\.rule),
            terms: traded.map { InstrumentTerms(symbol: $0.contract.symbol, multiplier: $0.multiplier) },
            lines: traded.map(\.line))
        for (place, traded) in traded.enumerated() { broker.account.begin(with: traded.held, at: place) }
        bars = traded.map { _ in TradeBars(length: barLength) }
    }

    /// Lets the strategy see the past, in order of time; orders that it would have given go nowhere.
    public func warmUp(_ past: [(instrument: InstrumentIndex, bar: TradewindsExchange.Bar)]) {
        for (instrument, bar) in past { strategy.past(bar, of: instrument) }
        strategy.warmedUp()
    }

    /// Asks the gateway what a unit of each contract needs as initial margin, for limits on its use.
    ///
    /// Where it does not tell, an order is taken to need its whole value.
    public func askMargins() async {
        for (place, contract) in contracts.enumerated() {
            let plan = OrderIntent(.buy, 1, of: InstrumentIndex(place)).plan(for: account)
            guard let told = try? await ib.preview(plan, on: contract).initialMarginChange, told > 0 else { continue }
            broker.margins[place] = ExactDecimal(told).map { Money($0) }
        }
    }

    /// Runs until its task is cancelled.
    ///
    /// - Throws: `IBError` where the connection is lost or the gateway refuses the market's data.
    public func run() async throws {
        defer {
            isOver = true
            wake()
        }
        var events = ib.trading(on: contracts, account: account).makeAsyncIterator()
        // Whoever settles asks only once the subscription is on its way: any answer of the connection comes after that.
        _ = await ib.serverVersion
        let fills = try await ib.executions()
        isFollowing = true
        if isResumed {
            // What filled before the stream was open is told by nobody else.
            await catchUp(fills)
            try await obey()
        } else {
            foreign = Set(fills.filter(isForeign).map(\.execution.id))
        }
        wake()
        while let event = try await events.next() {
            await lookAtOrders()
            switch event {
            case .trade(let place, let trade): tell(trade, place)
            case .quote(let place, let quote): tell(quote, place)
            case .fill(let fill): await tell(fill)
            case .account(let value): broker.account.take(value)
            case .holding(let holding):
                if let place = place(of: holding.contract) {
                    broker.account.take(holding, at: place)
                    if let there = holding.position, noteLack(of: place, where: there) { try await takeOverForeign() }
                }
            case .accountTold: knowsAccount = true
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

    func place(of contract: Contract) -> Int? { contracts.firstIndex { $0.id == contract.id } }

    private func tell(_ trade: HistoricalTickLast, _ place: Int) {
        guard let price = Price(trade.price) else { return }
        broker.now = Timestamp(seconds: trade.seconds)
        broker.account.take(trade: price, at: place)
        build(price, trade.size ?? 1, place)
    }

    private func tell(_ tick: HistoricalTickBidAsk, _ place: Int) {
        broker.now = Timestamp(seconds: tick.seconds)
        let quote = TradewindsExchange.Quote(
            bid: Price(tick.bidPrice), bidSize: tick.bidSize ?? 0, ask: Price(tick.askPrice), askSize: tick.askSize ?? 0
        )
        broker.quotes[place] = quote
        broker.account.take(quote, at: place)
        guard knowsAccount else { return }
        strategy.quote(quote, of: InstrumentIndex(place), &broker)
        let line = broker.account.lines[place]
        if line.isPair, let price = line.mark { build(price, 0, place) }
    }

    private func build(_ price: Price, _ size: Quantity, _ place: Int) {
        guard let bar = bars[place].add(price, size, at: broker.now), knowsAccount else { return }
        strategy.bar(bar, of: InstrumentIndex(place), &broker)
        if broker.equity != nil { profits.append((broker.now, broker.account.profit)) }
    }

    func tell(_ fill: Fill) async {
        await watch(.filled(fill))
        if let report = fill.commission, charged.insert(fill.execution.id).inserted,
            let fee = Money(report.commission)
        {
            uncharged.remove(fill.execution.id)
            broker.account.book(
                fee: fee, currency: report.currency, of: fill.execution.id, at: self.place(of: fill.contract))
        }
        guard let place = place(of: fill.contract), known.insert(fill.execution.id).inserted,
            let price = Price(fill.execution.price)
        else { return }
        if !charged.contains(fill.execution.id) { uncharged.insert(fill.execution.id) }
        broker.now = max(broker.now, TimeText(fill.execution.time)?.instant ?? broker.now)
        let told = StrategyFill(
            time: broker.now, instrument: InstrumentIndex(place), isBuy: fill.execution.side == .bought,
            quantity: fill.execution.quantity ?? 0, price: price)
        fills.append(told)
        broker.account.book(told, as: fill.execution.id)
        if let serial = broker.serial(fill.execution.orderReference), broker.book[serial] != nil {
            broker.book.filled(told.quantity, ofSerial: serial)
        } else {
            broker.book.filled(told.quantity, of: fill.execution.order)
        }
        isUnsaved = true
        strategy.filled(told, &broker)
    }

    /// Has everything remembered as it is now.
    public func saveNow() throws {
        isUnsaved = true
        try save()
    }

    /// Has remembered what is new.
    func save() throws {
        guard isUnsaved || broker.hasActions else { return }
        isUnsaved = false
        try remember?(strategy, broker.memory)
    }
}
