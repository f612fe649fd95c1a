import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

extension Connection {
    /// The one contract that fits `description`, complete with its id.
    ///
    /// - Throws: ``IBError`` with code `.ambiguous` where several fit, and gateway code 200 where none does.
    public func contract(_ description: Contract) async throws(IBError) -> Contract {
        let found = try await contracts(matching: description)
        guard let first = found.first, found.count == 1 else {
            let names = found.prefix(5).map { "\($0.contract.localSymbol)@\($0.contract.primaryExchange)" }
            throw IBError(
                .ambiguous,
                "\(found.count) contracts fit \(description.symbol): \(names.joined(separator: ", ")); say more",
                remedy: .fixRequest)
        }
        var contract = first.contract
        if contract.exchange.isEmpty { contract.exchange = description.exchange }
        return contract
    }

    /// All contracts that fit `description`, with their details.
    public func contracts(matching description: Contract) async throws(IBError) -> [ContractData] {
        let events = try await ask(
            Question(
                kind: .request(.untilEnd),
                message: { id in
                    var request = ContractDataRequest()
                    request.request = id
                    request.contract = description
                    return .reqContractDetails(request)
                }, deadline: configuration.deadline, name: "contract details"))
        return events.compactMap { if case .contractDetails(let data) = $0 { data } else { nil } }
    }

    /// Contracts whose symbol or name is like `pattern`.
    public func symbols(matching pattern: String) async throws(IBError) -> [ContractDescription] {
        let events = try await ask(
            Question(
                kind: .request(.one),
                message: { id in
                    var request = MatchingSymbolsRequest()
                    request.request = id
                    request.pattern = pattern
                    return .reqMatchingSymbols(request)
                }, deadline: configuration.deadline, name: "symbol search"))
        guard case .symbolSamples(let samples)? = events.first else { return [] }
        return samples.descriptions
    }

    /// The price steps of a market rule, as numbered in contract details.
    public func marketRule(_ rule: Int32) async throws(IBError) -> [PriceIncrement] {
        let events = try await ask(
            Question(
                kind: .query(.marketRule(rule)),
                message: { _ in
                    var request = MarketRuleRequest()
                    request.rule = rule
                    return .reqMarketRule(request)
                }, deadline: configuration.deadline, name: "market rule"))
        guard case .marketRule(let rule)? = events.first else { return [] }
        return rule.increments
    }
}
