import Testing
import Tradewinds
import TradewindsExchange
import TradewindsGateway
import TradewindsLedger
import TradewindsLive
import TradewindsStrategy
import TradewindsTesting
import TradewindsVocabulary

/// A strategy cannot tell a backtest from a connection: on the same prices, with the same seed and fees, it trades the same.
@Suite struct SameTradesTests {
    private static let steps = 30_000
    private static let start = Timestamp(seconds: 1_790_000_000)

    private static func market(seed: UInt64) throws -> Market {
        try Market(settings: MarketSettings(start: start, seed: seed))
    }

    private static var parameters: MovingAverageCrossover.Parameters {
        var parameters = MovingAverageCrossover.Parameters()
        (parameters.fast, parameters.slow) = (2, 4)
        (parameters.takeProfit, parameters.stopLoss) = (0.00004, 0.00004)
        return parameters
    }

    /// A trade as both sides tell it; a connection tells times to the second.
    private struct Seen: Hashable, CustomStringConvertible {
        var second: Int64
        var isBuy: Bool
        var quantity: Quantity
        var price: Price

        init(_ fill: StrategyFill) {
            (second, isBuy, quantity, price) = (fill.time.seconds, fill.isBuy, fill.quantity, fill.price)
        }

        var description: String { "\(second) \(isBuy ? "buy" : "sell") \(quantity) at \(price)" }
    }

    private static func first(_ kind: SecurityType, of market: Market) throws -> InstrumentIndex {
        try #require(market.catalogue.indices.first { market.catalogue[$0].kind == kind })
    }

    private static func backtest<S: Strategy>(
        _ strategy: S, on kind: SecurityType, seed: UInt64
    ) throws -> (result: BacktestResult, seen: [Moment]) {
        var market = try market(seed: seed)
        let traded = try first(kind, of: market)
        var run = Backtest(
            Only(Watched(strategy), traded), instruments: market.catalogue.instruments, start: market.start,
            barLength: .seconds(1))
        for _ in 0..<steps { if let update = market.next() { run.apply(update) } }
        return (run.result, run.strategy.strategy.moments)
    }

    private struct LiveResult: Sendable {
        var fills: [StrategyFill]
        var moments: [Moment]
        var account: AccountBook
    }

    private static func live<S: Strategy>(
        _ strategy: S, on kind: SecurityType, seed: UInt64, over link: SteppedGateway.Link
    ) async throws -> LiveResult {
        var client = Configuration()
        client.messagesPerSecond = nil
        return try await SteppedGateway.withClient(over: link, market: market(seed: seed), client: client) { gateway in
            let ib = gateway.connection
            let market = try Self.market(seed: seed)
            let instrument = market.catalogue[try Self.first(kind, of: market)]
            let contract = try await ib.contract(.id(instrument.id, exchange: instrument.exchange))
            let run = StrategyRun(
                Watched(strategy), on: ib, traded: [.init(contract, rule: instrument.priceRule)],
                account: await ib.accounts.first, barLength: .seconds(1))
            let running = Task { try await run.run() }
            try await run.settle()
            for _ in 0..<Self.steps {
                let update = try await gateway.step()
                if update?.instrument == market.catalogue.index(of: instrument.id) { try await run.settle() }
            }
            let account = try await ib.account()
            running.cancel()
            _ = await running.result
            return LiveResult(fills: await run.fills, moments: await run.strategy.moments, account: account)
        }
    }

    private static func compare(_ live: LiveResult, _ expected: BacktestResult) {
        let (seen, wanted) = (live.fills.map(Seen.init), expected.fills.map(Seen.init))
        let same = zip(seen, wanted).prefix { $0 == $1 }.count
        #expect(
            same == wanted.count && same == seen.count,
            "alike up to \(same): then \(seen.dropFirst(same).prefix(3)), backtest \(wanted.dropFirst(same).prefix(3))")
    }

    @Test(arguments: SteppedGateway.Link.allCases)
    func backtestAndConnectionGiveTheSameTrades(over link: SteppedGateway.Link) async throws {
        let strategy = MovingAverageCrossover(Self.parameters)
        let expected = try Self.backtest(strategy, on: .future, seed: 7).result
        try #require(
            expected.trades.count > 20 && expected.fills.count > 60,
            "too few trades to tell anything: \(expected.trades.count)")
        let live = try await Self.live(strategy, on: .future, seed: 7, over: link)
        Self.compare(live, expected)
        let realized = live.account.money("RealizedPnL", currency: "USD")
        let profit = expected.trades.reduce(Money.zero) { $0 + $1.profit }
        #expect(realized.map { ($0 - profit).magnitude < 1 } == true, "\(realized as Any), backtest \(profit)")
    }

    /// Sizes by equity need the account: known before the first bar, and right between the gateway's messages of it.
    @Test(arguments: SteppedGateway.Link.allCases)
    func sizesByEquityAreTheSame(over link: SteppedGateway.Link) async throws {
        let values = try ParameterValues(
            ["period": 5, "target": 0.05, "leverage": 1.5, "band": 0.02, "bars-per-year": 600_000],
            of: VolatilityTarget.about.parameters)
        let strategy = try VolatilityTarget(values, instruments: 1)
        let expected = try Self.backtest(strategy, on: .stock, seed: 7)
        try #require(
            Set(expected.result.fills.map(\.quantity)).count > 20, "\(expected.result.fills.count) fills of few sizes")
        let live = try await Self.live(strategy, on: .stock, seed: 7, over: link)
        Self.compare(live, expected.result)
        #expect(live.moments.count == expected.seen.count)
        for (mine, exact) in zip(live.moments, expected.seen) {
            // The gateway tells cents.
            #expect(mine.isNear(exact, within: 0.02), "\(mine), backtest \(exact)")
            guard mine.isNear(exact, within: 0.02) else { break }
        }
    }
}

/// What a strategy sees of its account at a bar.
private struct Moment: Hashable {
    var equity: Money?
    var cash: Money?
    var held: Quantity
    var working: Int?

    func isNear(_ other: Moment, within cents: Money) -> Bool {
        guard let equity, let cash, let otherEquity = other.equity, let otherCash = other.cash else { return false }
        return (equity - otherEquity).magnitude <= cents && (cash - otherCash).magnitude <= cents
            && held == other.held && working == other.working
    }
}

/// Keeps what a strategy sees of its account.
private struct Watched<S: Strategy>: Strategy {
    private var strategy: S
    private(set) var moments: [Moment] = []

    init(_ strategy: S) { self.strategy = strategy }

    mutating func bar<B: Broker>(_ bar: TradewindsExchange.Bar, of index: InstrumentIndex, _ broker: inout B) {
        moments.append(
            Moment(
                equity: broker.equity, cash: broker.cash, held: broker.position(in: index),
                working: broker.openOrderCount))
        strategy.bar(bar, of: index, &broker)
    }

    mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) { strategy.filled(fill, &broker) }
}

/// Passes on what concerns one instrument, as a connection that follows one contract does.
private struct Only<S: Strategy>: Strategy {
    private(set) var strategy: S
    private let instrument: InstrumentIndex

    init(_ strategy: S, _ instrument: InstrumentIndex) {
        self.strategy = strategy
        self.instrument = instrument
    }

    mutating func bar<B: Broker>(_ bar: TradewindsExchange.Bar, of index: InstrumentIndex, _ broker: inout B) {
        if index == instrument { strategy.bar(bar, of: index, &broker) }
    }

    mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) { strategy.filled(fill, &broker) }
}
