import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// Contracts of the wire and instruments of the exchange.
enum ContractTranslation {
    /// What a contract of the wire asks for.
    static func query(_ contract: Contract) -> ContractQuery {
        var query = ContractQuery()
        if contract.id.rawValue > 0 { query.id = contract.id }
        query.symbol = contract.symbol.isEmpty ? nil : contract.symbol
        query.kind = contract.kind
        query.currency = contract.currency.isEmpty ? nil : Currency(contract.currency)
        query.exchange = contract.exchange.isEmpty ? nil : contract.exchange
        query.primaryExchange = contract.primaryExchange.isEmpty ? nil : contract.primaryExchange
        query.expiry = contract.expiry.isEmpty ? nil : contract.expiry
        query.localSymbol = contract.localSymbol.isEmpty ? nil : contract.localSymbol
        query.tradingClass = contract.tradingClass.isEmpty ? nil : contract.tradingClass
        query.multiplier = contract.multiplier
        query.includesExpired = contract.includesExpired
        return query
    }

    /// An instrument as the gateway tells it; `route` where a client asked for one.
    static func contract(_ instrument: Instrument, route: String? = nil) -> Contract {
        var contract = Contract()
        contract.id = instrument.id
        contract.symbol = instrument.symbol
        contract.kind = instrument.kind
        contract.expiry = instrument.expiry?.compact ?? ""
        contract.lastTradeDate = instrument.expiry?.compact ?? ""
        contract.strike = 0
        contract.multiplier = instrument.kind == .future ? instrument.multiplier : nil
        contract.exchange = route ?? instrument.exchange
        contract.primaryExchange = instrument.primaryExchange ?? ""
        contract.currency = instrument.currency.rawValue
        contract.localSymbol = instrument.localSymbol
        contract.tradingClass = instrument.tradingClass
        return contract
    }
}

extension GatewayCore {
    /// The one instrument that a contract names; an error is sent where there is none or more than one.
    mutating func resolve(_ contract: Contract, for request: RequestID, at position: Int) -> InstrumentIndex? {
        let found = market.catalogue.matches(ContractTranslation.query(contract))
        if found.count == 1 { return found[0] }
        let text =
            found.isEmpty
            ? "No security definition has been found for the request"
            : "The contract description specified for \(contract.symbol) is ambiguous; \(found.count) contracts fit"
        links[position].refuse(request, .noContract, text, at: now)
        return nil
    }

    /// The zone in which an instrument's times are told.
    func zone(of instrument: InstrumentIndex) -> MarketZone { market.catalogue[instrument].calendar.zone }
}
