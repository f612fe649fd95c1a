/// Every statistic of one run: of its returns, and as far as they are given of its benchmark, trades and activity.
///
/// ```swift
/// let report = try PerformanceReport(returns: daily, benchmark: index)
/// print(report.returns.sharpe ?? .nan, report.drawdown.deepest ?? .nan)
/// for statistic in report.named { print(statistic.name, statistic.value as Any) }
/// ```
public struct PerformanceReport: Sendable, Hashable {
    /// Growth, risk and ratios.
    public let returns: ReturnStatistics
    /// The distribution and its tails.
    public let tails: TailStatistics
    /// Winning and losing periods.
    public let periods: PeriodStatistics
    /// Depth and length of drawdowns.
    public let drawdown: DrawdownStatistics
    /// The relation to a benchmark, if one was given.
    public let benchmark: BenchmarkStatistics?
    /// Statistics of closed trades, if they were given.
    public let trades: TradeStatistics?
    /// Exposure and turnover, if they were given.
    public let activity: ActivityStatistics?

    /// Computes all statistics; time is that of a few sorts of the column.
    ///
    /// - `column`: simple returns, one a period, oldest first; may be empty.
    /// - `benchmark`: returns of the benchmark for the same periods.
    /// - `trades`: closed trades in the order of their exits.
    /// - `activity`: exposure and traded notional for the same periods.
    /// - `meter`: the same added up already; counts only without `activity`.
    /// - Throws: `StatisticsError` for a value that is not finite, columns of different lengths, or a convention out of
    ///   range.
    public init(
        returns column: [Double],
        benchmark: [Double]? = nil,
        trades: [TradeOutcome]? = nil,
        activity: Activity? = nil,
        meter: ActivityMeter? = nil,
        convention: ReturnConvention = ReturnConvention()
    ) throws(StatisticsError) {
        try requireFinite(column, "returns")
        let convention = try convention.validated()
        drawdown = DrawdownStatistics(column, annualRiskFree: convention.annualRiskFree)
        returns = ReturnStatistics(column, convention, deepest: drawdown.deepest)
        tails = TailStatistics(column, convention)
        periods = PeriodStatistics(column)
        let excess = convention.riskFree == 0 ? column : column.map { $0 - convention.riskFree }
        riskAdjustedReturn = ratio(excess.growthRate(convention), periods.timeInMarket)
        if let benchmark {
            self.benchmark = try BenchmarkStatistics(returns: column, benchmark: benchmark, convention: convention)
        } else {
            self.benchmark = nil
        }
        if let trades { self.trades = try TradeStatistics(trades) } else { self.trades = nil }
        if let activity {
            self.activity = try ActivityStatistics(activity, periodsPerYear: convention.periodsPerYear)
        } else {
            self.activity = try meter.map { meter throws(StatisticsError) in
                try meter.statistics(periodsPerYear: convention.periodsPerYear)
            }
        }
    }

    /// Profit factor × tail ratio (quantstats' common sense ratio).
    public var commonSenseRatio: Double? {
        guard let factor = periods.profitFactor, let tail = tails.tailRatio else { return nil }
        return factor * tail
    }

    /// CAGR of the returns above the riskless one by the share of time in the market (quantstats' rar, which rounds that
    /// share up to a percent, and with a riskless return counts idle periods in it).
    public let riskAdjustedReturn: Double?

    /// All statistics in order; names of trades begin with `trade_`, so a name occurs once.
    public var named: [NamedStatistic] {
        returns.named + tails.named + periods.named
            + [.init("common_sense_ratio", commonSenseRatio), .init("rar", riskAdjustedReturn)]
            + drawdown.named + (benchmark?.named ?? []) + (trades?.named ?? []) + (activity?.named ?? [])
    }
}
