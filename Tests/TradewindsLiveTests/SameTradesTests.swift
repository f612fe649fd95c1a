import Testing
import Tradewinds
import TradewindsExchange
import TradewindsGateway
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

    private static func future(of market: Market) throws -> InstrumentIndex {
        try #require(market.catalogue.indices.first { market.catalogue[$0].kind == .future })
    }

    private static func backtest(seed: UInt64) throws -> BacktestResult {
        var market = try market(seed: seed)
        let traded = try future(of: market)
        var run = Backtest(
            Only(MovingAverageCrossover(parameters), traded), instruments: market.catalogue.instruments,
            start: market.start, barLength: .seconds(1))
        for _ in 0..<steps { if let update = market.next() { run.apply(update) } }
        return run.result
    }

    @Test(arguments: SteppedGateway.Link.allCases)
    func backtestAndConnectionGiveTheSameTrades(over link: SteppedGateway.Link) async throws {
        let seed: UInt64 = 7
        let expected = try Self.backtest(seed: seed)
        try #require(
            expected.trades.count > 20 && expected.fills.count > 60,
            "too few trades to tell anything: \(expected.trades.count)")
        var client = Configuration()
        client.messagesPerSecond = nil
        let (fills, account) = try await SteppedGateway.withClient(
            over: link, market: Self.market(seed: seed), client: client
        ) { gateway in
            let ib = gateway.connection
            let market = try Self.market(seed: seed)
            let instrument = market.catalogue[try Self.future(of: market)]
            let contract = try await ib.contract(.id(instrument.id, exchange: "CME"))
            let run = StrategyRun(
                MovingAverageCrossover(Self.parameters), on: ib,
                traded: [.init(contract, rule: instrument.priceRule)], barLength: .seconds(1))
            let running = Task { try await run.run() }
            try await run.settle()
            for _ in 0..<Self.steps {
                let update = try await gateway.step()
                if update?.instrument == market.catalogue.index(of: instrument.id) { try await run.settle() }
            }
            let account = try await ib.account()
            running.cancel()
            _ = await running.result
            return (await run.fills, account)
        }
        let (seen, wanted) = (fills.map(Seen.init), expected.fills.map(Seen.init))
        let same = zip(seen, wanted).prefix { $0 == $1 }.count
        #expect(
            same == wanted.count && same == seen.count,
            "alike up to \(same): then \(seen.dropFirst(same).prefix(3)), backtest \(wanted.dropFirst(same).prefix(3))")
        let realized = account.money("RealizedPnL", currency: "USD")
        let profit = expected.trades.reduce(Money.zero) { $0 + $1.profit }
        #expect(realized.map { ($0 - profit).magnitude < 1 } == true, "\(realized as Any), backtest \(profit)")
    }
}

/// Passes on what concerns one instrument, as a connection that follows one contract does.
private struct Only<S: Strategy>: Strategy {
    private var strategy: S
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
