import Foundation

/// Winning and losing periods: how often, how much, how long in a row. A period without a return counts as neither.
public struct PeriodStatistics: Sendable, Hashable {
    /// The share of periods with a return other than zero, unrounded (quantstats rounds it up to a percent).
    public let timeInMarket: Double?
    /// Winning periods by periods that won or lost.
    public let winRate: Double?
    /// The mean of the periods with a return.
    public let averageReturn: Double?
    /// The mean of the winning periods.
    public let averageWin: Double?
    /// The mean of the losing periods, negative.
    public let averageLoss: Double?
    /// Average win by average loss, in size.
    public let payoff: Double?
    /// The sum of wins by the sum of losses, in size.
    public let profitFactor: Double?
    /// The share of capital that maximizes logarithmic growth for this win rate and payoff.
    public let kelly: Double?
    /// Profit factor × win rate × payoff.
    public let cpcIndex: Double?
    /// The probability to lose everything for this win rate and number of periods (quantstats' risk of ruin).
    public let riskOfRuin: Double?
    /// The mean of the periods with a return by their deviation, times the root of their number: Tharp's system quality
    /// number as backtesting.py has it for trades.
    public let systemQuality: Double?
    /// The longest row of winning periods.
    public let consecutiveWins: Int
    /// The longest row of losing periods.
    public let consecutiveLosses: Int

    init(_ returns: [Double]) {
        let wins = returns.filter { $0 > 0 }
        let losses = returns.filter { $0 < 0 }
        let active = Double(wins.count + losses.count)
        timeInMarket = ratio(active, Double(returns.count))
        winRate = ratio(Double(wins.count), active)
        averageReturn = ratio(returns.sum, active)
        averageWin = wins.mean
        averageLoss = losses.mean
        payoff = ratio(wins.mean, losses.mean.map { -$0 })
        profitFactor = ratio(wins.sum, -losses.sum)
        kelly = kellyFraction(winRate: winRate, payoff: payoff)
        if let profitFactor, let winRate, let payoff {
            cpcIndex = profitFactor * winRate * payoff
        } else {
            cpcIndex = nil
        }
        riskOfRuin = winRate.map { pow((1 - $0) / (1 + $0), Double(returns.count)) }
        let moves = returns.filter { $0 != 0 }
        systemQuality = ratio(moves.mean, moves.deviation()).map { $0 * active.squareRoot() }
        consecutiveWins = longestRun(returns) { $0 > 0 }
        consecutiveLosses = longestRun(returns) { $0 < 0 }
    }

    /// The statistics in the order and by the names of a printed table.
    public var named: [NamedStatistic] {
        [
            .init("time_in_market", timeInMarket), .init("win_rate", winRate), .init("avg_return", averageReturn),
            .init("avg_win", averageWin), .init("avg_loss", averageLoss), .init("payoff_ratio", payoff),
            .init("profit_factor", profitFactor), .init("kelly_criterion", kelly), .init("cpc_index", cpcIndex),
            .init("risk_of_ruin", riskOfRuin), .init("consecutive_wins", count: consecutiveWins),
            .init("consecutive_losses", count: consecutiveLosses),
        ]
    }
}

/// Kelly's fraction for a bet that wins `payoff` times what it loses.
func kellyFraction(winRate: Double?, payoff: Double?) -> Double? {
    guard let winRate, let payoff, payoff > 0 else { return nil }
    return defined(winRate - (1 - winRate) / payoff)
}
