import TradewindsVocabulary

/// The pair that gives a currency its rate to the base currency.
struct CurrencyPair {
    var instrument: Int
    /// The pair is quoted the other way round: one over its price.
    var isInverted: Bool

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
        return nil
    }
}

extension Exchange {
    /// What one unit of a currency is worth in the base currency; `nil` where neither a pair nor the configuration
    /// tells.
    func rateToBase(_ currency: Int) -> ExactDecimal? {
        if currency == 0 { return ExactDecimal(1) }
        if let pair = pairs[currency], let mark = books[pair.instrument].mark {
            return pair.isInverted ? ExactDecimal(1).divided(by: mark, digits: 10) : mark
        }
        return configuration.fallbackRates[currencies[currency]]
    }

    /// An amount in the base currency; nothing where there is no rate.
    func inBase(_ amount: ExactDecimal, _ currency: Int) -> ExactDecimal {
        if currency == 0 || amount.isZero { return amount }
        return amount * (rateToBase(currency) ?? .zero)
    }
}
