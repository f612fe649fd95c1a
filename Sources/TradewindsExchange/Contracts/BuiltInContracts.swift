import TradewindsVocabulary

/// The stocks, funds and currency pairs that are always there.
enum BuiltInContracts {
    static let stocks: [Instrument] = [
        stock(265598, "AAPL", "APPLE INC", listed: "NASDAQ", sector: ("Technology", "Computers", "Computers")),
        stock(272093, "MSFT", "MICROSOFT CORP", listed: "NASDAQ", sector: ("Technology", "Software", "Applications")),
        stock(
            8314, "IBM", "INTL BUSINESS MACHINES CORP", listed: "NYSE", sector: ("Technology", "Computers", "Services")),
        stock(
            208_813_720, "GOOG", "ALPHABET INC-CL C", listed: "NASDAQ", sector: ("Communications", "Internet", "Web")),
        stock(3_691_937, "AMZN", "AMAZON.COM INC", listed: "NASDAQ", sector: ("Communications", "Internet", "Retail")),
        fund(756733, "SPY", "SS SPDR S&P 500 ETF TRUST-US", listed: "ARCA"),
        fund(320_227_571, "QQQ", "INVESCO QQQ TRUST SERIES 1", listed: "NASDAQ"),
        fund(15_547_841, "TLT", "ISHARES 20+ YEAR TREASURY BD", listed: "NASDAQ"),
    ]

    static let pairs: [Instrument] = [
        pair(12_087_792, "EUR", .usd), pair(15_016_059, "USD", .jpy),
    ]

    /// A common stock traded over SMART.
    static func stock(
        _ id: ContractID, _ symbol: String, _ name: String, listed exchange: String,
        sector: (industry: String, category: String, subcategory: String)
    ) -> Instrument {
        var routes = [
            "SMART", "AMEX", "NYSE", "CBOE", "PHLX", "ISE", "CHX", "ARCA", "NASDAQ", "DRCTEDGE", "BEX", "BATS",
        ]
        routes += ["EDGEA", "BYX", "IEX", "EDGX", "FOXRIVER", "PEARL", "NYSENAT", "LTSE", "MEMX", "IBEOS", "OVERNIGHT"]
        return Instrument(
            id: id, symbol: symbol, kind: .stock, tradingClass: exchange == "NASDAQ" ? "NMS" : symbol,
            primaryExchange: exchange, longName: name, industry: sector.industry, category: sector.category,
            subcategory: sector.subcategory, stockType: "COMMON", validExchanges: routes,
            priceRule: PriceRule(id: 26, increment: 0.01),
            hours: TradingHours(zone: "America/New_York", calendar: "XNYS"))
    }

    private static func fund(_ id: ContractID, _ symbol: String, _ name: String, listed: String) -> Instrument {
        var fund = stock(id, symbol, name, listed: listed, sector: ("", "", ""))
        fund.stockType = "ETF"
        return fund
    }

    /// A pair traded on IDEALPRO, in twentieths of a thousandth; one quoted in yen in two hundredths.
    static func pair(_ id: ContractID, _ base: String, _ currency: Currency) -> Instrument {
        let rule =
            currency == .jpy ? PriceRule(id: 3420, increment: 0.005) : PriceRule(id: 239, increment: 0.00005)
        let name = base + "." + currency.rawValue
        return Instrument(
            id: id, symbol: base, kind: .currencyPair, currency: currency, localSymbol: name, tradingClass: name,
            exchange: "IDEALPRO",
            longName: names[base, default: base] + " / " + names[currency.rawValue, default: name],
            validExchanges: ["IDEALPRO"], priceRule: rule,
            suggestedSizeIncrement: 1, hours: TradingHours(zone: "America/New_York", calendar: "24/5"),
            margin: .leverage(ExactDecimal(50)), fees: .forex)
    }

    private static let names = [
        "EUR": "European Monetary Union Euro", "USD": "United States dollar", "JPY": "Japanese yen",
        "GBP": "British pound", "CHF": "Swiss franc", "AUD": "Australian dollar", "CAD": "Canadian dollar",
    ]
}
