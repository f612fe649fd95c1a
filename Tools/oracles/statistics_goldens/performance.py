"""Performance statistics by empyrical-reloaded, quantstats and backtesting.py, under the names of PerformanceReport."""

import empyrical
import numpy as np
import pandas
import quantstats.stats as quant
from backtesting._stats import compute_stats

from inputs import columns

PACKAGES = ["empyrical-reloaded", "quantstats", "backtesting", "numpy", "pandas"]


def of_empyrical(returns, periods, risk_free, required):
    per_year = {"annualization": periods}
    annual_required = (1 + (required or 0)) ** periods - 1
    required = risk_free if required is None else required
    return {
        "cumulative_return": empyrical.cum_returns_final(returns),
        "cagr": empyrical.cagr(returns, **per_year),
        "annual_volatility": empyrical.annual_volatility(returns, **per_year),
        "sharpe_ratio": empyrical.sharpe_ratio(returns, risk_free, **per_year),
        "sortino_ratio": empyrical.sortino_ratio(returns, required, **per_year),
        "downside_risk": empyrical.downside_risk(returns, required, **per_year),
        "calmar_ratio": empyrical.calmar_ratio(returns, **per_year),
        "omega_ratio": empyrical.omega_ratio(returns, risk_free, annual_required, annualization=periods),
        "stability_of_timeseries": empyrical.stability_of_timeseries(returns),
        "tail_ratio": empyrical.tail_ratio(returns),
        "value_at_risk": empyrical.value_at_risk(returns),
        "conditional_value_at_risk": empyrical.conditional_value_at_risk(returns),
        "max_drawdown": empyrical.max_drawdown(returns),
        "current_drawdown": empyrical.stats.drawdown_series(returns)[-1],
    }


def of_quantstats(returns, periods):
    series = pandas.Series(returns, index=pandas.bdate_range("2015-01-02", periods=len(returns)))
    raw = {"prepare_returns": False}
    falls = quant.to_drawdown_series(series)
    details = quant.drawdown_details(falls)
    rows = falls.index
    depths = details["max drawdown"] / 100
    # quantstats counts calendar days: periods are counted here, from its start and end dates.
    lengths = rows.searchsorted(pandas.to_datetime(details["end"])) - rows.searchsorted(
        pandas.to_datetime(details["start"])) + 1
    exact_exposure = np.mean(returns != 0)
    return {
        "smart_sharpe": quant.smart_sharpe(series, periods=periods),
        "smart_sortino": quant.smart_sortino(series, periods=periods),
        "adjusted_sortino": quant.adjusted_sortino(series, periods=periods),
        "probabilistic_sharpe_ratio": quant.probabilistic_sharpe_ratio(series),
        "gain_to_pain_ratio": series.sum() / abs(series[series < 0].sum()) if (series < 0).any() else None,
        "recovery_factor": quant.recovery_factor(series),
        "geometric_mean": quant.geometric_mean(series),
        "skew": quant.skew(series),
        "kurtosis": quant.kurtosis(series),
        "parametric_value_at_risk": quant.value_at_risk(series),
        "parametric_conditional_value_at_risk": quant.cvar(series),
        "best": quant.best(series),
        "worst": quant.worst(series),
        "outlier_win_ratio": quant.outlier_win_ratio(series),
        "outlier_loss_ratio": quant.outlier_loss_ratio(series),
        "win_rate": quant.win_rate(series),
        "avg_return": quant.avg_return(series),
        "avg_win": quant.avg_win(series),
        "avg_loss": quant.avg_loss(series),
        "payoff_ratio": quant.payoff_ratio(series) if (series < 0).any() else None,
        "profit_factor": quant.profit_factor(series) if (series < 0).any() else None,
        "kelly_criterion": quant.kelly_criterion(series) if (series < 0).any() else None,
        "cpc_index": quant.cpc_index(series) if (series < 0).any() else None,
        "common_sense_ratio": quant.common_sense_ratio(series) if (series < 0).any() else None,
        "risk_of_ruin": quant.risk_of_ruin(series),
        "consecutive_wins": quant.consecutive_wins(series),
        "consecutive_losses": quant.consecutive_losses(series),
        "ulcer_index": quant.ulcer_index(series),
        "ulcer_performance_index": quant.ulcer_performance_index(series),
        "serenity_index": quant.serenity_index(series),
        "time_in_market": exact_exposure,
        "rar": quant.cagr(series, periods=periods) / exact_exposure,
        "drawdown_count": len(details),
        "avg_drawdown": depths.mean() if len(details) else None,
        "max_drawdown_periods": max(lengths, default=0),
        "avg_drawdown_periods": np.mean(lengths) if len(details) else None,
    }


def of_riskless(returns, periods, risk_free):
    """Those that quantstats judges against a riskless return, which it takes for a year."""
    series = pandas.Series(returns, index=pandas.bdate_range("2015-01-02", periods=len(returns)))
    annual = (1 + risk_free) ** periods - 1
    return {
        "sortino_ratio": quant.sortino(series, annual, periods),
        "smart_sortino": quant.smart_sortino(series, annual, periods),
        "adjusted_sortino": quant.adjusted_sortino(series, annual, periods),
        "recovery_factor": quant.recovery_factor(series, annual),
        "ulcer_performance_index": quant.ulcer_performance_index(series, annual),
        "serenity_index": quant.serenity_index(series, annual),
        # quantstats' rar takes the exposure of excess returns, in which a period without a return is one.
        "rar": quant.cagr(series - risk_free, periods=periods) / float((series != 0).mean()),
    }


def of_benchmark(returns, benchmark, periods, risk_free):
    up, down = benchmark > 0, benchmark < 0
    yearly = lambda column: empyrical.annual_return(column, annualization=periods)
    series = pandas.Series(returns, index=pandas.bdate_range("2015-01-02", periods=len(returns)))
    reference = pandas.Series(benchmark, index=series.index)
    return {
        "alpha": empyrical.alpha(returns, benchmark, risk_free, annualization=periods),
        "beta": empyrical.beta(returns, benchmark, risk_free),
        "up_beta": empyrical.beta(returns[up], benchmark[up]),
        "down_beta": empyrical.beta(returns[down], benchmark[down]),
        "capture": yearly(returns) / yearly(benchmark),
        "up_capture": yearly(returns[up]) / yearly(benchmark[up]),
        "down_capture": yearly(returns[down]) / yearly(benchmark[down]),
        "up_down_capture": empyrical.up_down_capture(returns, benchmark),
        "information_ratio": empyrical.excess_sharpe(returns, benchmark),
        "tracking_error": empyrical.annual_volatility(returns - benchmark, annualization=periods),
        "batting_average": empyrical.batting_average(returns, benchmark)["batting average"],
        "beta_fragility_heuristic": empyrical.beta_fragility_heuristic(returns, benchmark),
        "r_squared": quant.r_squared(series, reference),
        "treynor_ratio": quant.treynor_ratio(series, reference, periods, (1 + risk_free) ** periods - 1),
    } | ({"simple_alpha": quant.greeks(series, reference, periods)["alpha"]} if risk_free == 0 else {})


def of_rolling(returns):
    series = pandas.Series(returns, index=pandas.bdate_range("2015-01-02", periods=len(returns)))
    return {
        "window": 126,
        "sharpe": quant.rolling_sharpe(series, rolling_period=126).tolist()[::25],
        "volatility": quant.rolling_volatility(series, rolling_period=126).tolist()[::25],
    }


def of_trades():
    """Trades of a made-up season, by backtesting.py's own table."""
    random = np.random.default_rng(7)
    count, bars = 90, 1_000
    entry = np.sort(random.integers(0, bars - 30, count))
    held = random.integers(1, 25, count)
    returned = np.round(random.standard_t(4, count) * 0.02 + 0.004, 8)
    profit = np.round(returned * random.integers(5, 20, count) * 1_000, 4)
    size = np.where(random.random(count) < 0.6, 10, -10)
    index = pandas.date_range("2015-01-01", periods=bars, freq="D")
    table = pandas.DataFrame({
        "Size": size, "EntryBar": entry, "ExitBar": entry + held, "EntryPrice": 100.0, "ExitPrice": 100.0,
        "PnL": profit, "Commission": 0.0, "ReturnPct": returned, "EntryTime": index[entry],
        "ExitTime": index[entry + held]})
    table["Duration"] = table["ExitTime"] - table["EntryTime"]
    prices = pandas.DataFrame({"Close": np.linspace(100, 120, bars)}, index=index)
    equity = 100_000 + np.round(np.cumsum(random.standard_normal(bars)) * 100, 2)
    table_stats = compute_stats(trades=table, equity=equity, ohlc_data=prices, strategy_instance=None)
    return {
        "trades": [[float(p), float(r), int(s), int(h)] for p, r, s, h in zip(profit, returned, size, held)],
        "values": {
            "trade_count": table_stats["# Trades"],
            "trade_win_rate": table_stats["Win Rate [%]"] / 100,
            "trade_best_return": table_stats["Best Trade [%]"] / 100,
            "trade_worst_return": table_stats["Worst Trade [%]"] / 100,
            "trade_expected_return": table_stats["Expectancy [%]"] / 100,
            "trade_sqn": table_stats["SQN"],
            "trade_kelly_criterion": table_stats["Kelly Criterion"],
            "trade_max_holding_periods": table_stats["Max. Trade Duration"].days,
            "trade_avg_holding_periods": float(held.mean()),
            "trade_long_count": int((size > 0).sum()),
            "trade_long_win_rate": float((profit[size > 0] > 0).mean()),
            "trade_short_win_rate": float((profit[size < 0] > 0).mean()),
            "trade_profit_factor": quant.profit_factor(pandas.Series(profit), prepare_returns=False),
            "trade_payoff_ratio": profit[profit > 0].mean() / -profit[profit < 0].mean(),
            "trade_expectancy": profit.mean(),
            "trade_net_profit": profit.sum(),
            "trade_gross_profit": profit[profit > 0].sum(),
            "trade_gross_loss": profit[profit < 0].sum(),
            "trade_avg_win": profit[profit > 0].mean(),
            "trade_avg_loss": profit[profit < 0].mean(),
            "trade_largest_win": profit.max(),
            "trade_largest_loss": profit.min(),
        },
    }


def values():
    data = columns()
    cases = []
    for name, periods, risk_free, required in [
        ("own", 252, 0.0, 0.0), ("own", 252, 0.0001, 0.0), ("own", 252, 0.0, 0.0002), ("idle", 252, 0.0, 0.0),
        ("benchmark", 365, 0.0, 0.0), ("monthly", 12, 0.0, 0.0), ("monthly", 12, 0.002, 0.004),
        ("rising", 252, 0.0, 0.0), ("own", 252, 0.0001, None), ("monthly", 12, 0.002, None),
    ]:
        out = of_empyrical(data[name], periods, risk_free, required)
        if risk_free == 0 and required == 0:
            out |= of_quantstats(data[name], periods)
        if required is None:
            out |= of_riskless(data[name], periods, risk_free)
        if name in ("own", "idle"):
            out |= of_benchmark(data[name], data["benchmark"], periods, risk_free)
        cases.append({
            "column": name, "periodsPerYear": periods, "riskFree": risk_free, "requiredReturn": required,
            "values": out})
    return {"cases": cases, "rolling": of_rolling(data["own"]), "trades": of_trades()}
