import TradewindsVocabulary

// Rates as an open-source brokerage model of Interactive Brokers held them in August 2026; the tiered stock rates are
// general knowledge. Regulatory fees change every year and are zero until configured.

extension FeeSchedule {
    /// 0.005 USD a share, at least 1.00, at most 1 % of the value; futures and pairs at the usual rates.
    public static let fixed = Self(
        date: CivilDate(year: 2026, month: 8, day: 1),
        stocks: .fixed(rate: ExactDecimal(5, scale: 3), minimum: 1, maximumShare: ExactDecimal(1, scale: 2)),
        futures: [
            FutureRate(tradingClass: "ES", perContract: Money(ExactDecimal(215, scale: 2))),
            FutureRate(tradingClass: "MES", perContract: Money(ExactDecimal(57, scale: 2))),
        ],
        otherFuture: Money(ExactDecimal(215, scale: 2)),
        forexShare: ExactDecimal(2, scale: 5),
        forexMinimum: 2
    )

    /// 0.0035 USD a share, falling with the month's volume, at least 0.35, at most 1 % of the value. The fees of
    /// exchanges and clearing, which this plan passes on, are not included.
    public static let tiered: Self = {
        var schedule = fixed
        schedule.stocks = .tiered(
            steps: [
                VolumeStep(upTo: 300_000, rate: ExactDecimal(35, scale: 4)),
                VolumeStep(upTo: 3_000_000, rate: ExactDecimal(20, scale: 4)),
                VolumeStep(upTo: 20_000_000, rate: ExactDecimal(15, scale: 4)),
                VolumeStep(upTo: 100_000_000, rate: ExactDecimal(10, scale: 4)),
                VolumeStep(upTo: nil, rate: ExactDecimal(5, scale: 4)),
            ],
            minimum: Money(ExactDecimal(35, scale: 2)),
            maximumShare: ExactDecimal(1, scale: 2)
        )
        return schedule
    }()

    /// No commission and no fee.
    public static let none = Self()
}
