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
            traded.append(StrategyRun<S>.Traded(contract, rule: try await rule(of: contract)))
        }
        return traded
    }

    /// The steps of the contract's exchange, or its smallest step at every price.
    private func rule(of contract: Contract) async throws -> PriceRule {
        let found = try await ib.contracts(matching: .id(contract.id, exchange: contract.exchange)).first
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

    /// What the strategy held when it was saved, as far as the account still holds it.
    func held(_ header: StateHeader?, _ contracts: [Contract], _ account: AccountID) async throws -> [Quantity] {
        guard let header else { return contracts.map { _ in 0 } }
        let positions = try await ib.positions().filter { $0.account == account }
        var held: [Quantity] = []
        for (contract, saved) in zip(contracts, header.positions) {
            let there = positions.filter { $0.contract.id == contract.id }.reduce(Quantity(0)) { $0 + $1.quantity }
            let isAlike = there.isNegative == saved.isNegative
            let kept = isAlike ? (there.magnitude < saved.magnitude ? there : saved) : 0
            if kept != saved {
                await journal.note("\(contract.localSymbol): \(saved) were held when saved, the account has \(there)")
            }
            held.append(kept)
        }
        return held
    }

    /// Orders of an earlier run that ended without a word: nobody would follow them.
    func cancelLeftOrders() async throws {
        let left = try await ib.openOrders()
        guard !left.isEmpty else { return }
        for order in left { ib.cancel(order.key.order) }
        await journal.note("cancelled \(left.count) orders of the run before")
    }

    /// Shows the strategy the past.
    func warmUp<S: Strategy>(_ run: StrategyRun<S>, _ contracts: [Contract]) async throws {
        for (place, contract) in contracts.enumerated() {
            let past = try await PastBars.load(plan.warmUp, of: contract, seconds: plan.barSeconds, ib)
            await run.warmUp(past.compactMap(Self.bar), of: InstrumentIndex(place))
            await journal.note("\(contract.localSymbol): warmed up on \(past.count) bars")
        }
    }

    private static func bar(_ bar: TradewindsLedger.Bar) -> TradewindsExchange.Bar? {
        guard let open = Price(bar.open), let high = Price(bar.high), let low = Price(bar.low),
            let close = Price(bar.close)
        else { return nil }
        return TradewindsExchange.Bar(
            start: bar.time, open: open, high: high, low: low, close: close, volume: bar.volume ?? 0)
    }
}
