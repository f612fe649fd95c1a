/// What was held and traded in each period, in the account's currency. The columns have one length.
public struct Activity: Sendable, Hashable {
    /// Equity at the end of each period.
    public var equity: [Double]
    /// The sum of the positions' absolute values at the end of each period.
    public var grossExposure: [Double]
    /// The signed sum of the positions' values at the end of each period.
    public var netExposure: [Double]
    /// The notional bought and sold in each period, both counted positive.
    public var tradedNotional: [Double]

    /// Columns of one length, oldest first.
    public init(equity: [Double], grossExposure: [Double], netExposure: [Double], tradedNotional: [Double]) {
        self.equity = equity
        self.grossExposure = grossExposure
        self.netExposure = netExposure
        self.tradedNotional = tradedNotional
    }
}

/// Exposure and turnover.
public struct ActivityStatistics: Sendable, Hashable {
    /// The share of periods with a position.
    public let exposureTime: Double?
    /// Mean of gross exposure by equity.
    public let averageExposure: Double?
    /// Largest gross exposure by equity.
    public let maximumExposure: Double?
    /// Mean of signed exposure by equity.
    public let averageNetExposure: Double?
    /// Notional bought and sold by mean equity, a year. A portfolio that is sold and bought anew once a year has 2.
    public let annualTurnover: Double?

    /// Computes exposure and turnover; periods with no or negative equity are left out of the ratios to equity.
    public init(_ activity: Activity, periodsPerYear: Double) throws(StatisticsError) {
        _ = try ReturnConvention(periodsPerYear: periodsPerYear).validated()
        let columns = [
            ("equity", activity.equity), ("grossExposure", activity.grossExposure),
            ("netExposure", activity.netExposure), ("tradedNotional", activity.tradedNotional),
        ]
        for (name, column) in columns {
            try requireFinite(column, name)
            try requireSameCount(activity.equity, "equity", column, name)
        }
        var meter = ActivityMeter()
        for period in activity.equity.indices {
            meter.add(
                equity: activity.equity[period], gross: activity.grossExposure[period],
                net: activity.netExposure[period], traded: activity.tradedNotional[period])
        }
        self = try meter.statistics(periodsPerYear: periodsPerYear)
    }

    init(
        exposureTime: Double?, averageExposure: Double?, maximumExposure: Double?, averageNetExposure: Double?,
        annualTurnover: Double?
    ) {
        self.exposureTime = exposureTime
        self.averageExposure = averageExposure
        self.maximumExposure = maximumExposure
        self.averageNetExposure = averageNetExposure
        self.annualTurnover = annualTurnover
    }

    /// The statistics in the order and by the names of a printed table.
    public var named: [NamedStatistic] {
        [
            .init("exposure_time", exposureTime), .init("avg_exposure", averageExposure),
            .init("max_exposure", maximumExposure), .init("avg_net_exposure", averageNetExposure),
            .init("annual_turnover", annualTurnover),
        ]
    }
}
