import TradewindsVocabulary

extension BarLane {
    /// The stock and the choices of a lane, and what margin and fees need at most, as plain numbers: enough to see that
    /// nothing runs short, or that it might.
    final class Rules: Sendable {
        let instrument: Instrument
        let profile: InstrumentProfile
        let configuration: ExchangeConfiguration
        /// Whether a lane knows them.
        let areKnown: Bool
        /// The largest share of a position's value that margin takes.
        let rate: Double
        /// Twice the equity from which the broker lends.
        let lendsFrom: Double
        private let schedule: FeeSchedule
        private let fee: Double
        private let feePerShare: Double
        private let feeShare: Double

        init(_ instrument: Instrument, _ configuration: ExchangeConfiguration) {
            self.instrument = instrument
            self.configuration = configuration
            var currencies = [configuration.baseCurrency]
            profile = InstrumentProfile(instrument, fees: configuration.fees, currencies: &currencies)
            let types: [OrderType] = [.market, .limit, .stop, .stopLimit]
            areKnown =
                instrument.kind == .stock && instrument.expiry == nil && instrument.margin == .regT
                && instrument.multiplier == ExactDecimal(1) && profile.currency == 0
                && (profile.fees == .stock || profile.fees == .free)
                && types.allSatisfy { instrument.orderTypes.contains($0) } && configuration.slippage == .none
                && configuration.fillModel.volumeShare == nil
            let rates = configuration.marginRates
            let all = [rates.longInitial, rates.longMaintenance, rates.shortInitial, rates.shortMaintenance]
            rate = all.map(\.doubleValue).max() ?? 1
            lendsFrom = 2 * rates.minimumEquity.doubleValue
            let fees = configuration.fees
            schedule = fees
            fee = fees.stocks.bounds.minimum.doubleValue
            feePerShare = fees.stocks.highestRate.doubleValue + fees.perShareSold.doubleValue
            feeShare = fees.saleValueShare.doubleValue
        }

        /// The commission of a fill that is its whole order.
        func charge(
            isBuy: Bool, quantity: ExactDecimal, price: ExactDecimal, monthShares: ExactDecimal,
            to order: inout OrderFees
        ) -> ExactDecimal {
            schedule.charge(
                profile, isBuy: isBuy, quantity: quantity, price: price, monthShares: monthShares,
                rate: ExactDecimal(1), to: &order)
        }

        /// More than orders for so many shares can cost at a price.
        func fees(orders: Int, shares: Double, price: Double) -> Double {
            Double(orders) * fee + shares * (feePerShare + feeShare * price)
        }
    }
}
