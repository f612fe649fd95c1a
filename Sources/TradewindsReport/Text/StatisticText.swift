import TradewindsStatistics

/// How the page names and writes statistics. One that it does not know is written as a plain number.
enum StatisticText {
    private enum Form { case percent, ratio, count, money, periods }

    static func value(_ statistic: NamedStatistic) -> String {
        guard let value = statistic.value else { return NumberText.absent }
        switch form(statistic.name) {
        case .percent: return NumberText.percent(value)
        case .ratio: return NumberText.ratio(value)
        case .count: return NumberText.fixed(value, 0)
        case .money: return NumberText.fixed(value)
        case .periods: return NumberText.fixed(value, value == value.rounded() ? 0 : 1)
        }
    }

    /// `max_drawdown` as "Max drawdown".
    static func name(_ name: String) -> String {
        let short = name.hasPrefix("trade_") ? String(name.dropFirst(6)) : name
        if let known = known[short] { return known }
        let words = short.split(separator: "_").map { written[String($0)] ?? String($0) }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static let written = ["avg": "average", "sharpe": "Sharpe", "sortino": "Sortino", "cpc": "CPC"]

    private static let known = [
        "cagr": "CAGR", "rar": "CAGR by time in market", "stability_of_timeseries": "Stability", "sqn": "SQN",
        "r_squared": "R²", "best": "Best period", "worst": "Worst period",
    ]

    private static let counts: Set<String> = [
        "periods", "drawdown_count", "trade_count", "trade_long_count", "consecutive_wins", "consecutive_losses",
        "trade_consecutive_wins", "trade_consecutive_losses",
    ]
    private static let amounts: Set<String> = [
        "trade_net_profit", "trade_gross_profit", "trade_gross_loss", "trade_costs", "trade_avg_win",
        "trade_avg_loss", "trade_largest_win", "trade_largest_loss", "trade_expectancy",
    ]
    private static let fractions: Set<String> = [
        "cumulative_return", "cagr", "annual_volatility", "downside_risk", "mean_return", "geometric_mean",
        "time_in_market", "win_rate", "avg_return", "avg_win", "avg_loss", "rar", "value_at_risk",
        "conditional_value_at_risk", "parametric_value_at_risk", "parametric_conditional_value_at_risk", "best",
        "worst", "max_drawdown", "avg_drawdown", "current_drawdown", "time_under_water", "trade_win_rate",
        "trade_long_win_rate", "trade_short_win_rate", "trade_expected_return", "trade_best_return",
        "trade_worst_return", "exposure_time", "avg_exposure", "max_exposure", "avg_net_exposure", "active_return",
        "tracking_error", "alpha", "simple_alpha", "batting_average", "kelly_criterion", "trade_kelly_criterion",
        "probabilistic_sharpe_ratio", "risk_of_ruin",
    ]

    private static func form(_ name: String) -> Form {
        if counts.contains(name) { return .count }
        if amounts.contains(name) { return .money }
        if fractions.contains(name) { return .percent }
        return name.hasSuffix("_periods") ? .periods : .ratio
    }

    private static let groups: [(title: String, names: Set<String>)] = [
        (
            "Drawdown",
            [
                "max_drawdown", "avg_drawdown", "max_drawdown_periods", "avg_drawdown_periods", "drawdown_count",
                "current_drawdown", "time_under_water", "ulcer_index", "ulcer_performance_index", "serenity_index",
            ]
        ),
        (
            "Tails",
            [
                "skew", "kurtosis", "tail_ratio", "value_at_risk", "conditional_value_at_risk",
                "parametric_value_at_risk", "parametric_conditional_value_at_risk", "best", "worst",
                "outlier_win_ratio", "outlier_loss_ratio",
            ]
        ),
        (
            "Winning and losing periods",
            [
                "time_in_market", "win_rate", "avg_return", "avg_win", "avg_loss", "payoff_ratio", "profit_factor",
                "kelly_criterion", "cpc_index", "risk_of_ruin", "consecutive_wins", "consecutive_losses",
                "common_sense_ratio", "rar",
            ]
        ),
        ("Activity", ["exposure_time", "avg_exposure", "max_exposure", "avg_net_exposure", "annual_turnover"]),
        (
            "Against the benchmark",
            [
                "alpha", "simple_alpha", "beta", "up_beta", "down_beta", "correlation", "r_squared", "active_return",
                "tracking_error", "information_ratio", "annual_information_ratio", "treynor_ratio", "capture",
                "up_capture", "down_capture", "up_down_capture", "batting_average", "beta_fragility_heuristic",
            ]
        ),
    ]

    /// The statistics by subject, in the order in which the subjects first come up.
    static func grouped(_ statistics: [NamedStatistic]) -> [(title: String, statistics: [NamedStatistic])] {
        var result: [(title: String, statistics: [NamedStatistic])] = []
        for statistic in statistics {
            let title =
                statistic.name.hasPrefix("trade_")
                ? "Trades" : groups.first { $0.names.contains(statistic.name) }?.title ?? "Growth and risk"
            if let place = result.firstIndex(where: { $0.title == title }) {
                result[place].statistics.append(statistic)
            } else {
                result.append((title, [statistic]))
            }
        }
        return result
    }
}
