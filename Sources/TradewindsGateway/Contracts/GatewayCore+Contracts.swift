import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// Answers questions about contracts.
    mutating func handleContracts(_ request: Request, at position: Int) -> Bool {
        switch request {
        case .reqContractDetails(let message): sendDetails(message, at: position)
        case .reqMatchingSymbols(let message): sendMatches(message, at: position)
        case .reqMarketRule(let message): sendRule(message, at: position)
        case .reqSecDefOptParams(let message):
            var end = SecDefOptParameterEnd()
            end.request = message.request
            links[position].send(.securityDefinitionOptionParameterEnd(end))
        case .cancelContractData: break
        default: return false
        }
        return true
    }

    private mutating func sendDetails(_ message: ContractDataRequest, at position: Int) {
        let found = market.catalogue.matches(ContractTranslation.query(message.contract))
        guard !found.isEmpty else {
            links[position].refuse(
                message.request, .noContract, "No security definition has been found for the request", at: now)
            return
        }
        for index in found {
            var answer = ContractData()
            answer.request = message.request
            answer.contract = ContractTranslation.contract(
                market.catalogue[index],
                route: message.contract.exchange.isEmpty ? nil : message.contract.exchange.uppercased())
            answer.details = details(of: index)
            links[position].send(.contractDetails(answer))
        }
        var end = ContractDataEnd()
        end.request = message.request
        links[position].send(.contractDetailsEnd(end))
    }

    /// Everything that details tell of an instrument, with the hours of the coming days.
    func details(of index: InstrumentIndex) -> ContractDetails {
        let instrument = market.catalogue[index]
        let schedule = market.schedule(of: index)
        var details = ContractDetails()
        details.marketName = instrument.tradingClass
        details.minTick = instrument.minimumTick.decimal
        details.orderTypes =
            (["ACTIVETIM", "GTC", "DAY", "IOC", "GTD", "OCA", "WHATIF"]
            + instrument.orderTypes.map { $0.text.replacing(" ", with: "") }).joined(separator: ",")
        details.validExchanges = instrument.validExchanges.joined(separator: ",")
        details.priceMagnifier = 1
        details.longName = instrument.longName
        details.contractMonth = instrument.contractMonth
        details.industry = instrument.industry
        details.category = instrument.category
        details.subcategory = instrument.subcategory
        details.zone = schedule.zone.text
        details.tradingHours = schedule.hoursText(.trading, from: now)
        details.liquidHours = schedule.hoursText(.liquid, from: now)
        details.aggregationGroup = 1
        details.marketRuleIDs = instrument.validExchanges.map { _ in "\(instrument.priceRule.id)" }.joined(
            separator: ",")
        details.realExpirationDate = instrument.expiry?.compact ?? ""
        details.stockType = instrument.stockType
        details.minimumSize = instrument.minimumSize
        details.sizeIncrement = instrument.sizeIncrement
        details.suggestedSizeIncrement = instrument.suggestedSizeIncrement
        details.economicMultiplier = 0
        if instrument.kind == .future { details.underlyingSymbol = instrument.symbol }
        return details
    }

    private mutating func sendMatches(_ message: MatchingSymbolsRequest, at position: Int) {
        var answer = SymbolSamples()
        answer.request = message.request
        answer.descriptions = market.catalogue.search(message.pattern).map { index in
            var description = ContractDescription()
            description.contract = ContractTranslation.contract(market.catalogue[index])
            description.contract.summary = market.catalogue[index].longName
            return description
        }
        links[position].send(.symbolSamples(answer))
    }

    private mutating func sendRule(_ message: MarketRuleRequest, at position: Int) {
        guard let rule = market.catalogue.priceRule(Int(message.rule)) else {
            links[position].refuse(-1, .invalid, "No market rule has the number \(message.rule)", at: now)
            return
        }
        var answer = MarketRule()
        answer.rule = message.rule
        answer.increments = rule.ladder.map { step in
            var increment = PriceIncrement()
            increment.lowEdge = step.from.doubleValue
            increment.increment = step.increment.doubleValue
            return increment
        }
        links[position].send(.marketRule(answer))
    }
}
