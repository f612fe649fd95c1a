"""Splitters, Sharpe ratios under selection and overfitting by purgedcv; quantiles, exact permutations by scipy."""

import itertools

import numpy as np
import pandas as pd
import purgedcv
import quantstats.stats as quant
import scipy.stats
from purgedcv._metrics import (deflated_sharpe_ratio_full, effective_n_trials, min_track_record_length,
                               minimum_backtest_length, probabilistic_sharpe_ratio)

from inputs import columns

PACKAGES = ["purgedcv", "quantstats", "scipy", "numpy"]
DAY = pd.Timedelta("1D")
START = pd.Timestamp("2024-01-01")


def splits():
    random = np.random.default_rng(23)
    rows = 31
    predicted = np.sort(random.integers(0, 60, rows))
    known = predicted + random.integers(0, 7, rows)
    times = {"prediction_times": START + predicted * DAY, "evaluation_times": START + known * DAY}
    guards = [
        {}, {"purge_horizon": 2}, {"embargo": 4}, {"embargo_observations": 3}, {"embargo_fraction": 0.1},
        {"purge_horizon": 1, "embargo_observations": 2}, {"purge_horizon": 3, "embargo": 5}]
    kinds = [
        ("walk", {"n_splits": 4, "test_size": 5, "window": "expanding"}),
        ("walk", {"n_splits": 3, "test_size": 6, "window": "sliding", "train_size": 7}),
        ("kfold", {"n_splits": 5}), ("combinatorial", {"n_splits": 5, "n_test_groups": 2}),
        ("combinatorial", {"n_splits": 4, "n_test_groups": 3})]
    classes = {"walk": purgedcv.WalkForwardSplit, "kfold": purgedcv.PurgedKFold,
               "combinatorial": purgedcv.CombinatorialPurgedCV}
    cases = []
    for (kind, sizes), guard in itertools.product(kinds, guards):
        days = {key: value * DAY if key in ("purge_horizon", "embargo") else value for key, value in guard.items()}
        made = classes[kind](**sizes, **times, **days)
        cases.append({
            "kind": kind, "sizes": {key: value for key, value in sizes.items() if isinstance(value, int)},
            "guard": guard,
            "splits": [[train, test] for train, test in made.split(np.zeros((rows, 1)))]})
    made = purgedcv.CombinatorialPurgedCV(n_splits=5, n_test_groups=2, **times)
    predictions = [np.round(random.random(len(test)), 4) for _, test in made.split(np.zeros((rows, 1)))]
    return {"predicted": predicted, "known": known, "cases": cases, "predictions": predictions,
            "paths": made.reconstruct_paths(predictions)}


def sharpe(data):
    out = []
    for name in ("own", "idle", "monthly", "rising", "benchmark"):
        returns = data[name]
        full = deflated_sharpe_ratio_full(returns, 40, 0.0004)
        out.append({
            "column": name, "sharpe": full.observed_sr, "skew": full.skew, "kurtosis": full.kurt,
            "probabilities": [probabilistic_sharpe_ratio(returns, target) for target in (0.0, 0.02, 0.2)],
            "deflated": full.dsr, "expectedMaximum": full.sr_star,
            "trackRecords": [min_track_record_length(full.observed_sr, target, alpha, full.skew, full.kurt)
                             for target, alpha in ((0.0, 0.05), (0.01, 0.01), (-0.1, 0.5), (5.0, 0.05))],
            "quantstats": quant.probabilistic_sharpe_ratio(pd.Series(returns))})
    trials = np.round(np.sin(np.arange(60) / 5) + np.random.default_rng(4).random(60), 6)
    return {
        "cases": out, "trials": trials, "effective": effective_n_trials(trials),
        "effectiveOfNoise": effective_n_trials(data["own"][:50]),
        "years": [minimum_backtest_length(n, target) for n, target in ((1, 1.0), (7, 1.0), (45, 0.5), (1000, 2.0))]}


def overfitting(data):
    out = []
    for rows, groups in ((480, 8), (203, 6), (480, 2), (101, 10)):
        result = purgedcv.probability_of_backtest_overfitting(data["models"][:, :rows], groups)
        out.append({
            "rows": rows, "groups": groups, "metric": "sharpe", "probability": result.pbo, "logits": result.logits,
            "slope": result.slope, "performance": result.is_oos_performance.T})
    twins = purgedcv.probability_of_backtest_overfitting(np.concatenate([data["models"], data["models"]]), 6)
    out.append({
        "rows": 480, "groups": 6, "metric": "twins", "probability": twins.pbo, "logits": twins.logits,
        "slope": twins.slope, "performance": twins.is_oos_performance.T})
    total = purgedcv.probability_of_backtest_overfitting(data["models"], 6, metric=np.sum)
    out.append({
        "rows": 480, "groups": 6, "metric": "sum", "probability": total.pbo, "logits": total.logits,
        "slope": total.slope, "performance": total.is_oos_performance.T})
    return out


def permutation(data):
    signals, returns = np.array([1.0, -1, 0, 1, 1, -1]), np.round(data["own"][:6], 8)
    exact = scipy.stats.permutation_test(
        (signals,), lambda order: np.mean(order * returns), permutation_type="pairings", alternative="greater",
        n_resamples=np.inf)
    return {"signals": signals, "returns": returns, "observed": exact.statistic, "p": exact.pvalue}


def distributions():
    probabilities = [1e-300, 1e-12, 0.001, 0.02, 0.3, 0.5, 0.7, 0.975, 0.999999]
    return {
        "probabilities": probabilities, "quantiles": scipy.stats.norm.ppf(probabilities),
        "cumulative": scipy.stats.norm.cdf([-30, -8, -1.5, 0, 0.3, 2, 7])}


def values():
    data = columns()
    return {"splits": splits(), "sharpe": sharpe(data), "overfitting": overfitting(data),
            "permutation": permutation(data), "distributions": distributions()}
