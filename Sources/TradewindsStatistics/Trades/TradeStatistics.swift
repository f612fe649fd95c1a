/// Statistics over closed trades. A trade without profit or loss counts as a trade that did not win.
public struct TradeStatistics: Sendable, Hashable {
    /// Closed trades.
    public let count: Int
    /// Closed trades that were bought first.
    public let longCount: Int
    /// Winning trades by all trades.
    public let winRate: Double?
    /// Winning long trades by all long trades.
    public let longWinRate: Double?
    /// Winning short trades by all short trades.
    public let shortWinRate: Double?
    /// The sum of profits after costs.
    public let netProfit: Double
    /// The sum of the winning trades' profits.
    public let grossProfit: Double
    /// The sum of the losing trades' losses, negative.
    public let grossLoss: Double
    /// The sum of costs.
    public let costs: Double
    /// Mean profit of a winning trade.
    public let averageWin: Double?
    /// Mean loss of a losing trade, negative.
    public let averageLoss: Double?
    /// The largest profit; `nil` without trades.
    public let largestWin: Double?
    /// The largest loss, or the smallest profit if none lost; `nil` without trades.
    public let largestLoss: Double?
    /// Average win by average loss, in size.
    public let payoff: Double?
    /// Gross profit by gross loss, in size.
    public let profitFactor: Double?
    /// Mean profit of a trade in currency.
    public let expectancy: Double?
    /// Mean return of a trade as a fraction of its cost.
    public let expectedReturn: Double?
    /// The best trade's return.
    public let bestReturn: Double?
    /// The worst trade's return.
    public let worstReturn: Double?
    /// System quality number: root of the count × mean profit by its sample deviation.
    public let systemQuality: Double?
    /// Kelly's fraction for this win rate and payoff.
    public let kelly: Double?
    /// The longest row of winning trades.
    public let consecutiveWins: Int
    /// The longest row of losing trades.
    public let consecutiveLosses: Int
    /// Mean periods from entry to exit.
    public let averageHolding: Double?
    /// Longest time from entry to exit in periods.
    public let longestHolding: Double?

    /// Computes the statistics of trades in the order of their exits.
    public init(_ trades: [TradeOutcome]) throws(StatisticsError) {
        let profits = trades.map(\.profit)
        let returns = trades.map(\.returned)
        let holdings = trades.map(\.heldPeriods)
        try requireFinite(profits, "profit")
        try requireFinite(returns, "returned")
        try requireFinite(holdings, "heldPeriods")
        try requireFinite(trades.map(\.costs), "costs")
        let wins = profits.filter { $0 > 0 }
        let losses = profits.filter { $0 < 0 }
        count = trades.count
        longCount = trades.count { $0.direction == .long }
        winRate = ratio(Double(wins.count), Double(trades.count))
        longWinRate = share(of: trades, going: .long)
        shortWinRate = share(of: trades, going: .short)
        grossProfit = wins.sum
        grossLoss = losses.sum
        netProfit = profits.sum
        costs = trades.map(\.costs).sum
        averageWin = wins.mean
        averageLoss = losses.mean
        largestWin = profits.max()
        largestLoss = profits.min()
        payoff = ratio(wins.mean, losses.mean.map { -$0 })
        profitFactor = ratio(wins.sum, -losses.sum)
        expectancy = profits.mean
        expectedReturn = returns.mean
        bestReturn = returns.max()
        worstReturn = returns.min()
        systemQuality = ratio(profits.mean, profits.deviation()).map { $0 * Double(trades.count).squareRoot() }
        kelly = kellyFraction(winRate: winRate, payoff: payoff)
        consecutiveWins = longestRun(profits) { $0 > 0 }
        consecutiveLosses = longestRun(profits) { $0 < 0 }
        averageHolding = holdings.mean
        longestHolding = holdings.max()
    }

    /// The statistics in the order and by the names of a printed table.
    public var named: [NamedStatistic] {
        [
            .init("trade_count", count: count), .init("trade_long_count", count: longCount),
            .init("trade_win_rate", winRate), .init("trade_long_win_rate", longWinRate),
            .init("trade_short_win_rate", shortWinRate), .init("trade_net_profit", netProfit),
            .init("trade_gross_profit", grossProfit), .init("trade_gross_loss", grossLoss),
            .init("trade_costs", costs), .init("trade_avg_win", averageWin), .init("trade_avg_loss", averageLoss),
            .init("trade_largest_win", largestWin), .init("trade_largest_loss", largestLoss),
            .init("trade_payoff_ratio", payoff), .init("trade_profit_factor", profitFactor),
            .init("trade_expectancy", expectancy), .init("trade_expected_return", expectedReturn),
            .init("trade_best_return", bestReturn), .init("trade_worst_return", worstReturn),
            .init("trade_sqn", systemQuality), .init("trade_kelly_criterion", kelly),
            .init("trade_consecutive_wins", count: consecutiveWins),
            .init("trade_consecutive_losses", count: consecutiveLosses),
            .init("trade_avg_holding_periods", averageHolding), .init("trade_max_holding_periods", longestHolding),
        ]
    }
}

private func share(of trades: [TradeOutcome], going direction: TradeOutcome.Direction) -> Double? {
    let chosen = trades.filter { $0.direction == direction }
    return ratio(Double(chosen.count { $0.profit > 0 }), Double(chosen.count))
}
