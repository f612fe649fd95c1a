import TradewindsVocabulary

/// A contract of one's own: what the catalogue does not know, or knows otherwise.
public struct ContractDescription: Sendable, Hashable {
    /// What kind of contract, and what only such a contract has.
    public enum Kind: Sendable, Hashable {
        /// A share or a fund: Regulation T margin, commission by share.
        case stock
        /// A future that does not expire: margin and commission of one contract, in its currency. Without them they are
        /// those of the E-mini S&P 500 and the schedule's for other futures.
        case future(initialMargin: Money?, maintenanceMargin: Money?, fee: Money?)
        /// A currency pair of this base currency, margin 50:1.
        case pair(base: Currency)
    }

    /// Its name: that of its data file.
    public var symbol: String
    /// What kind of contract.
    public var kind: Kind
    /// The currency of its prices.
    public var currency: Currency
    /// What one unit of price is worth for one contract, above zero.
    public var multiplier: ExactDecimal
    /// Prices are multiples of it, above zero; `nil`: what is usual of its kind.
    public var tick: Price?

    /// A contract; what is not given is what fits a US stock.
    public init(
        symbol: String, kind: Kind, currency: Currency = .usd, multiplier: ExactDecimal = ExactDecimal(1),
        tick: Price? = nil
    ) {
        self.symbol = symbol
        self.kind = kind
        self.currency = currency
        self.multiplier = multiplier
        self.tick = tick
    }

    /// What one contract of a future costs, for a ``FeeSchedule``; `nil` where nothing is said of it.
    public var rate: FeeSchedule.FutureRate? {
        guard case .future(_, _, let fee?) = kind else { return nil }
        return FeeSchedule.FutureRate(tradingClass: symbol.uppercased(), perContract: fee)
    }

    /// Whose wall clock its data files show where their times name no zone.
    public var zone: MarketZone {
        if case .future = kind { .usCentral } else { .usEastern }
    }

    func instrument(_ id: ContractID) -> Instrument {
        let name = symbol.uppercased()
        var instrument: Instrument
        switch kind {
        case .stock:
            instrument = BuiltInContracts.stock(id, name, name, listed: "NYSE", sector: ("", "", ""))
        case .pair(let base):
            instrument = BuiltInContracts.pair(id, base.rawValue, currency)
        case .future(let initial, let maintenance, _):
            instrument = Instrument(
                id: id, symbol: name, kind: .future, exchange: "CME", longName: name, validExchanges: ["CME"],
                suggestedSizeIncrement: 1, hours: TradingHours(zone: "America/Chicago", calendar: "CMES"),
                margin: .perContract(
                    initial: initial ?? FutureSeries.initialMargin,
                    maintenance: maintenance ?? initial ?? FutureSeries.maintenanceMargin), fees: .future)
        }
        instrument.currency = currency
        instrument.multiplier = multiplier
        if let tick, instrument.priceRule.ladder.map(\.increment) != [tick] {
            instrument.priceRule = PriceRule(id: Int(id.rawValue), increment: tick)
        }
        return instrument
    }
}
