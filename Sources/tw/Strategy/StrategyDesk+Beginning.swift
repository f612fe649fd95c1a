import Foundation
import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsLive
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

// What a run finds out before it begins.
extension StrategyDesk {
    /// The account to trade on: the one named, or the only one; a live one only if that is allowed.
    func account() async throws -> AccountID {
        let accounts = await ib.accounts
        let names = accounts.map(\.rawValue).joined(separator: ", ")
        var account = plan.account
        if account == nil, accounts.count == 1 { account = accounts[0] }
        guard let account else {
            throw Failure("there are \(accounts.count) accounts: name one with --account: \(names)")
        }
        guard accounts.contains(account) else {
            throw Failure("--account \(account.rawValue): there is no such account here; there are: \(names)")
        }
        guard account.isPaper || plan.live else {
            throw Failure("account \(account.rawValue) is a live account. Add --live to allow orders on it.")
        }
        return account
    }

    /// The contracts with their price steps.
    func resolve<S: Strategy>(_: StrategyRun<S>.Traded.Type) async throws -> [StrategyRun<S>.Traded] {
        var traded: [StrategyRun<S>.Traded] = []
        for name in plan.names {
            let contract = try await name.resolve(ib)
            guard !traded.contains(where: { $0.contract.id == contract.id }) else {
                throw Failure("--symbol: \(contract.localSymbol) is there twice; name each contract once")
            }
            traded.append(StrategyRun<S>.Traded(contract, rule: try await rule(of: contract)))
        }
        return traded
    }

    /// Refuses a quantity that the gateway would refuse order by order.
    private func checkQuantity(_ contract: Contract, step: Quantity?) throws {
        guard let step, plan.size == nil else { return }
        try QuantityCheck.check(plan.parameters, step: step, of: contract.localSymbol)
    }

    /// The steps of the contract's exchange, or its smallest step at every price.
    private func rule(of contract: Contract) async throws -> PriceRule {
        let found = try await ib.contracts(matching: .id(contract.id, exchange: contract.exchange)).first
        try checkQuantity(contract, step: found?.details.sizeIncrement)
        let smallest = found?.details.minTick.map { Price($0) } ?? 0.01
        let exchanges = (found?.details.validExchanges ?? "").split(separator: ",")
        let rules = (found?.details.marketRuleIDs ?? "").split(separator: ",")
        guard let place = exchanges.firstIndex(where: { $0 == contract.exchange }), rules.indices.contains(place),
            let id = Int32(rules[place])
        else { return PriceRule(id: 0, increment: smallest) }
        let steps = try await ib.marketRule(id).compactMap { step -> PriceRule.Step? in
            guard let from = Price(step.lowEdge), let increment = Price(step.increment), increment > 0 else {
                return nil
            }
            return PriceRule.Step(from: from, increment: increment)
        }
        return steps.isEmpty ? PriceRule(id: 0, increment: smallest) : PriceRule(id: Int(id), ladder: steps)
    }

    /// Puts together what an earlier run remembered and what the gateway has, and says what came of it.
    func goOn<S: Strategy>(
        _ run: StrategyRun<S>, from header: StateHeader, _ contracts: [Contract]
    ) async throws {
        let memory = header.memory ?? RunMemory(name: Self.name(), positions: header.positions)
        let report = try await run.resume(memory)
        if report.found > 0 { await journal.note("\(report.found) orders of the run before are still at work") }
        if report.fills > 0 { await journal.note("\(report.fills) fills came since the state was saved") }
        for intent in report.replaced {
            let symbol = contracts[intent.instrument.rawValue].localSymbol
            await journal.note("\(symbol): an order that closes \(intent.quantity) was gone and is placed again")
        }
        for (place, expected, there) in report.corrected {
            await journal.note(
                "\(contracts[place].localSymbol): \(expected) were held when saved, the account has \(there)")
        }
        // Nobody would follow them.
        for order in report.strangers { ib.cancel(order.key.order) }
        if !report.strangers.isEmpty {
            await journal.note("cancelled \(report.strangers.count) orders of this client that the state does not know")
        }
    }

    /// Shows the strategy the past, of all contracts in order of time.
    func warmUp<S: Strategy>(_ run: StrategyRun<S>, _ contracts: [Contract]) async throws {
        var past: [(instrument: InstrumentIndex, bar: TradewindsExchange.Bar)] = []
        for (place, contract) in contracts.enumerated() {
            let bars = try await PastBars.load(plan.warmUp, of: contract, seconds: plan.barSeconds, ib)
            past += bars.compactMap(Self.bar).map { (InstrumentIndex(place), $0) }
            await journal.note("\(contract.localSymbol): warmed up on \(bars.count) bars")
        }
        await run.warmUp(past.sorted { ($0.bar.start, $0.instrument) < ($1.bar.start, $1.instrument) })
    }

    private static func bar(_ bar: TradewindsLedger.Bar) -> TradewindsExchange.Bar? {
        guard let open = Price(bar.open), let high = Price(bar.high), let low = Price(bar.low),
            let close = Price(bar.close)
        else { return nil }
        return TradewindsExchange.Bar(
            start: bar.time, open: open, high: high, low: low, close: close, volume: bar.volume ?? 0)
    }
}
