import Testing
import TradewindsVocabulary

@testable import TradewindsExchange

@Suite
struct ContractCatalogueTests {
    let catalogue = ContractCatalogue(today: CivilDate(daysSince1970: 20_780))  // 2026-11-23

    private func symbols(_ query: ContractQuery) -> [String] {
        catalogue.matches(query).map { catalogue[$0].localSymbol }
    }

    @Test func knowsTheBrokersNumbers() {
        for (name, id) in [("AAPL", 265598), ("MSFT", 272093), ("IBM", 8314), ("SPY", 756733), ("EUR.USD", 12_087_792)]
        {
            #expect(catalogue.index(named: name).map { catalogue[$0].id } == ContractID(Int32(id)))
            #expect(symbols(ContractQuery(id: ContractID(Int32(id)))) == [name])
        }
        #expect(Set(catalogue.instruments.map(\.id)).count == catalogue.instruments.count)
    }

    @Test func aFutureSymbolIsAmbiguousAndAMonthIsNot() {
        #expect(
            symbols(ContractQuery(symbol: "ES", kind: .future, exchange: "CME")) == [
                "ESZ6", "ESH7", "ESM7", "ESU7", "ESZ7",
            ])
        #expect(symbols(ContractQuery(symbol: "ES", kind: .future, expiry: "202703")) == ["ESH7"])
        #expect(symbols(ContractQuery(symbol: "ES", kind: .future, expiry: "20261218")) == ["ESZ6"])
        #expect(symbols(ContractQuery(symbol: "ES", kind: .continuousFuture)) == ["ESZ6"])
        #expect(symbols(ContractQuery(symbol: "ES", kind: .future, expiry: "201309")) == [])
        var expired = ContractQuery(symbol: "ES", kind: .future, expiry: "201309")
        expired.includesExpired = true
        #expect(symbols(expired) == ["ESU3"])
        var local = ContractQuery()
        local.localSymbol = "esz6"
        #expect(symbols(local) == ["ESZ6"])
    }

    @Test func whatDoesNotFitIsNotFound() {
        #expect(symbols(ContractQuery(symbol: "NOPE")) == [])
        #expect(symbols(ContractQuery(symbol: "AAPL", kind: .option)) == [])
        #expect(symbols(ContractQuery(symbol: "AAPL", exchange: "IDEALPRO")) == [])
        #expect(symbols(ContractQuery(symbol: "aapl", exchange: "smart")) == ["AAPL"])
        var query = ContractQuery(symbol: "AAPL")
        query.currency = .eur
        #expect(symbols(query) == [])
        query.currency = .usd
        query.primaryExchange = "NYSE"
        #expect(symbols(query) == [])
        query.primaryExchange = "NASDAQ"
        #expect(symbols(query) == ["AAPL"])
        #expect(symbols(ContractQuery(symbol: "EUR", kind: .currencyPair, exchange: "IDEALPRO")) == ["EUR.USD"])
    }

    @Test func searchFindsSymbolsThenNames() {
        func search(_ text: String) -> [String] { catalogue.search(text).map { catalogue[$0].localSymbol } }
        #expect(search("aapl") == ["AAPL"])
        #expect(search("MICROSOFT") == ["MSFT"])
        #expect(search("ES") == ["ESZ6"])
        #expect(search("A").prefix(2) == ["AAPL", "AMZN"])
        #expect(search("") == [] && search("zzz") == [])
    }

    @Test func theSeriesFollowsTheDate() throws {
        let expiryDay = ContractCatalogue(today: try #require(CivilDate("20261218")))
        #expect(expiryDay.index(named: "ES").map { expiryDay[$0].localSymbol } == "ESZ6")
        let dayAfter = ContractCatalogue(today: try #require(CivilDate("20261219")))
        #expect(dayAfter.index(named: "ES").map { dayAfter[$0].localSymbol } == "ESH7")
        let recorded = ContractCatalogue(today: try #require(CivilDate("20130903")))
        #expect(recorded.index(named: "ES").map { recorded[$0].localSymbol } == "ESU3")
        let es = try #require(catalogue.index(named: "ESZ6").map { catalogue[$0] })
        #expect(es.multiplier == ExactDecimal(50) && es.minimumTick == 0.25 && es.contractMonth == "202612")
        #expect(catalogue.priceRule(26)?.increment(at: 100) == 0.01 && catalogue.priceRule(1) == nil)
    }

    @Test func symbolsWithDataKeepTheirNumber() {
        var one = catalogue
        var two = ContractCatalogue(today: CivilDate(daysSince1970: 0))
        let xyz = one.findOrAdd("XYZ")
        _ = two.findOrAdd("OTHER")
        let again = two.findOrAdd("XYZ")
        #expect(one[xyz].id == two[again].id && again != xyz)
        let same = one.findOrAdd("xyz")
        #expect(same == xyz)
        let added = one.findOrAdd("GBP.CHF")
        let pair = one[added]
        #expect(pair.kind == .currencyPair && pair.symbol == "GBP" && pair.currency == "CHF")
    }

    @Test(arguments: [
        ("GBP.USD", "GBP.USD", 0.00005), ("GBPUSD", "GBP.USD", 0.00005), ("eur_jpy", "EUR.JPY", 0.005),
        ("EUR-USD", "EUR.USD", 0.00005), ("USDJPY", "USD.JPY", 0.005),
    ])
    func pairsAreKnownByTheirCurrencies(name: String, local: String, tick: Double) {
        var catalogue = catalogue
        let index = catalogue.findOrAdd(name)
        let pair = catalogue[index]
        #expect(pair.kind == .currencyPair && pair.localSymbol == local)
        #expect(pair.minimumTick.doubleValue == tick)
        #expect(Currency.pair(named: "GOOGLE") == nil && Currency.pair(named: "BRK.B") == nil)
    }

    @Test func contractsOfOnesOwnTakeThePlaceOfOthers() throws {
        var own = catalogue
        own.add([
            ContractDescription(
                symbol: "MES", kind: .future(initialMargin: 2400, maintenanceMargin: nil, fee: 0.57),
                multiplier: ExactDecimal(5), tick: 0.25),
            ContractDescription(symbol: "ES", kind: .stock, currency: .eur, tick: 0.05),
            ContractDescription(symbol: "XAUUSD", kind: .pair(base: "XAU"), tick: 0.01),
            ContractDescription(symbol: "AAPL", kind: .stock, tick: 0.0001),
        ])
        let mes = try #require(own.index(named: "mes").map { own[$0] })
        #expect(mes.kind == .future && mes.multiplier == ExactDecimal(5) && mes.expiry == nil)
        #expect(mes.margin == .perContract(initial: 2400, maintenance: 2400) && mes.minimumTick == 0.25)
        #expect(own.index(named: "ES").map { own[$0].currency } == .eur && own.index(named: "ESZ6") == nil)
        #expect(own.index(named: "XAUUSD").map { own[$0].localSymbol } == "XAU.USD")
        #expect(own.index(named: "AAPL").map { own[$0].minimumTick } == 0.0001)
        #expect(own.instruments.count == Set(own.instruments.map(\.id)).count)
    }
}
