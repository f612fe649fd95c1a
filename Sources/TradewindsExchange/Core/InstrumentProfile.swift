import TradewindsVocabulary

/// What every price and fill needs of an instrument, found once.
struct InstrumentProfile {
    var isPair: Bool
    /// Profit is settled in cash; the value of a position is not paid for.
    var isFuture: Bool
    var multiplier: ExactDecimal
    /// The position of its currency in the exchange's list.
    var currency: Int
    /// The currency that a pair buys.
    var baseCurrency: Int
    var margin: MarginRule
    var fees: FeeClass
    /// For a future.
    var feePerContract: ExactDecimal

    init(_ instrument: Instrument, fees schedule: FeeSchedule, currencies: inout [Currency]) {
        isPair = instrument.kind == .currencyPair
        isFuture = instrument.kind == .future
        multiplier = instrument.multiplier
        currency = Self.position(of: instrument.currency, in: &currencies)
        baseCurrency = isPair ? Self.position(of: Currency(instrument.symbol), in: &currencies) : currency
        margin = instrument.margin
        fees = instrument.fees
        let rate = schedule.futures.first { $0.tradingClass == instrument.tradingClass }
        feePerContract = (rate?.perContract ?? schedule.otherFuture).decimal
    }

    private static func position(of currency: Currency, in currencies: inout [Currency]) -> Int {
        if let position = currencies.firstIndex(of: currency) { return position }
        currencies.append(currency)
        return currencies.count - 1
    }
}
