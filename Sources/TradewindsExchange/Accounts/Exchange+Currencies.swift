import TradewindsVocabulary

/// The pair that gives a currency its rate to the base currency.
struct CurrencyPair {
    var instrument: Int
    /// The pair is quoted the other way round: one over its price.
    var isInverted: Bool
    /// The currency that it is quoted in, or that it buys where it is inverted: the base currency, or one whose own rate
    /// is known.
    var via = 0

    static func pricing(_ currency: Int, in profiles: [InstrumentProfile]) -> Self? {
        guard currency != 0 else { return nil }
        for (index, profile) in profiles.enumerated() where profile.isPair {
            if profile.baseCurrency == currency, profile.currency == 0 {
                return Self(instrument: index, isInverted: false)
            }
            if profile.baseCurrency == 0, profile.currency == currency {
                return Self(instrument: index, isInverted: true)
            }
        }
        for (index, profile) in profiles.enumerated() where profile.isPair {
            if profile.baseCurrency == currency {
                return Self(instrument: index, isInverted: false, via: profile.currency)
            }
            if profile.currency == currency {
                return Self(instrument: index, isInverted: true, via: profile.baseCurrency)
            }
        }
        return nil
    }
}

extension Exchange {
    /// What one unit of a currency is worth in the base currency; `nil` where neither a pair nor the configuration
    /// tells.
    func rateToBase(_ currency: Int) -> ExactDecimal? {
        if currency == 0 { return ExactDecimal(1) }
        if let pair = pairs[currency], pair.via == 0 {
            return rate(of: pair, via: ExactDecimal(1)) ?? fallback(currency)
        }
        if let rate = fallback(currency) { return rate }
        // By way of another currency: EUR.GBP tells the euro's rate where that of the pound is known.
        guard let pair = pairs[currency] else { return nil }
        let next = pairs[pair.via].flatMap { $0.via == 0 ? rate(of: $0, via: ExactDecimal(1)) : nil }
        return (next ?? fallback(pair.via)).flatMap { rate(of: pair, via: $0) }
    }

    private func fallback(_ currency: Int) -> ExactDecimal? { configuration.fallbackRates[currencies[currency]] }

    private func rate(of pair: CurrencyPair, via rate: ExactDecimal) -> ExactDecimal? {
        guard let mark = books[pair.instrument].mark else { return nil }
        return pair.isInverted ? rate.divided(by: mark, digits: 10) : mark * rate
    }

    /// An amount in the base currency by the present rate; nothing where there is no rate.
    package func inBase(_ amount: Money, _ currency: Currency) -> Money {
        guard let place = currencies.firstIndex(of: currency) else { return 0 }
        return Money(inBase(amount.decimal, place))
    }

    /// The same by the currency's position.
    func inBase(_ amount: ExactDecimal, _ currency: Int) -> ExactDecimal {
        if currency == 0 || amount.isZero { return amount }
        return amount * (rateToBase(currency) ?? .zero)
    }
}
