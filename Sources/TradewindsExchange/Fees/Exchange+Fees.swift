import TradewindsVocabulary

extension Exchange {
    /// The position of the currency in which an instrument's commissions are paid: its own; for pairs the base one.
    func feeCurrency(of instrument: Int) -> Int {
        profiles[instrument].fees == .forex ? 0 : profiles[instrument].currency
    }

    /// The commission of one more fill of an order, by the schedule.
    func charge(
        _ instrument: Int, isBuy: Bool, quantity: ExactDecimal, price: ExactDecimal, monthShares: ExactDecimal,
        to fees: inout OrderFees
    ) -> ExactDecimal {
        let profile = profiles[instrument]
        return configuration.fees.charge(
            profile, isBuy: isBuy, quantity: quantity, price: price, monthShares: monthShares,
            rate: rateToBase(profile.currency), to: &fees)
    }
}

extension FeeSchedule {
    /// The commission of one more fill of an order: bounds hold for the order as a whole, so that what earlier fills
    /// paid towards the least counts.
    ///
    /// - `rate`: What a unit of the instrument's currency is worth in the base currency, for pairs.
    func charge(
        _ profile: InstrumentProfile, isBuy: Bool, quantity: ExactDecimal, price: ExactDecimal,
        monthShares: ExactDecimal, rate: @autoclosure () -> ExactDecimal?, to fees: inout OrderFees
    ) -> ExactDecimal {
        let value = (quantity * price * profile.multiplier).magnitude
        fees.value += value
        var owed: ExactDecimal
        var regulatory = ExactDecimal.zero
        switch profile.fees {
        case .free: return .zero
        case .stock:
            let bounds = stocks.bounds
            fees.raw += stocks.price(of: quantity, after: monthShares)
            owed = min(max(fees.raw, bounds.minimum), fees.value * bounds.maximumShare)
            if !isBuy { regulatory = value * saleValueShare + quantity * perShareSold }
        case .future:
            fees.raw += quantity * profile.feePerContract
            owed = fees.raw
        case .forex:
            fees.raw += value * forexShare * (rate() ?? .zero)
            owed = max(fees.raw, forexMinimum.decimal)
        }
        // A cap that falls behind what was charged gives nothing back.
        owed = max(owed, fees.charged)
        let commission = owed - fees.charged + regulatory
        fees.charged = owed
        fees.total += commission
        return commission
    }
}
