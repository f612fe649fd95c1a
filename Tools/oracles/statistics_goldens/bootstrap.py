"""Bootstraps and the comparison of many models by arch. Its random rows are written out, so that the other side can
be fed the same ones."""

import numpy as np
from arch.bootstrap import (SPA, CircularBlockBootstrap, IIDBootstrap, MovingBlockBootstrap, StationaryBootstrap,
                            optimal_block_length)
from arch.bootstrap.base import stationary_bootstrap_sample

from inputs import columns

PACKAGES = ["arch", "numpy"]


def drawn(bootstrap, replicates):
    return [bootstrap.index.copy() for _ in bootstrap.bootstrap(replicates)]


def schemes():
    rows = 40
    random = np.random.default_rng(3)
    starts, chances = random.integers(rows, size=rows), random.random(rows)
    out = {
        "starts": starts, "chances": chances, "meanBlock": 4.0,
        "stationary": stationary_bootstrap_sample(starts.copy(), chances, 1 / 4.0)}
    for name, kind, block, limit in (("circular", CircularBlockBootstrap, 7, rows),
                                     ("movingBlock", MovingBlockBootstrap, 7, rows - 6)):
        blocks = -(-rows // block)
        out[name] = {
            "block": block, "starts": np.random.default_rng(11).integers(limit, size=blocks),
            "rows": drawn(kind(block, np.arange(rows), seed=np.random.default_rng(11)), 1)[0]}
    return out


def intervals(data):
    column = data["own"][:60]
    out = []
    for name, kind, first in (("independent", IIDBootstrap, ()), ("stationary", StationaryBootstrap, (5,)),
                              ("circular", CircularBlockBootstrap, (6,)), ("movingBlock", MovingBlockBootstrap, (6,))):
        make = lambda: kind(*first, column, seed=np.random.default_rng(5))
        out.append({
            "scheme": name, "rows": drawn(make(), 80),
            "percentile": make().conf_int(np.mean, reps=80, method="percentile", size=0.9).ravel(),
            "basic": make().conf_int(np.mean, reps=80, method="basic", size=0.9).ravel(),
            "means": make().apply(np.mean, reps=80).ravel()})
    return {"count": 60, "cases": out}


def comparison(data):
    rows, replicates, seed = 150, 120, 17
    models = data["models"][:, :rows].T
    out = []
    for name, picked, block, shift in (("all", slice(None), 6, 0), ("good", [3, 4, 5], 6, 0), ("bad", [0, 1, 2], 4, 0),
                                       ("shifted", slice(None), 6, 0.0011)):
        # Each model is worse than the one before it by the shift: the last ones are clearly bad.
        chosen = models[:, picked] - shift * np.arange(models[:, picked].shape[1])
        make = lambda: SPA(np.zeros(rows), -chosen, block_size=block, reps=replicates, seed=seed)
        test = make()
        test.compute()
        out.append({
            "name": name, "models": np.arange(6)[picked], "block": block, "shift": shift,
            "rows": drawn(make().bootstrap, replicates) if name in ("all", "bad") else None, "p": dict(test.pvalues),
            "variances": test._loss_diff_var, "better": test.better_models(0.2),
            "critical": test.critical_values(0.2)["consistent"]})
    # Studentized as Hansen does, on arch's rows and variances.
    rows_drawn = out[0]["rows"]
    differences = models
    scale = np.sqrt(out[0]["variances"])
    means = differences.mean(0)
    doubtful = means < -np.sqrt(out[0]["variances"] / rows * 2 * np.log(np.log(rows)))
    centers = {"lower": np.maximum(means, 0), "consistent": np.where(doubtful, 0, means), "upper": means}
    best = max(means / scale)
    studentized = {
        name: np.mean([max((differences[index].mean(0) - center) / scale) > best for index in rows_drawn])
        for name, center in centers.items()}
    return {"count": rows, "cases": out, "studentized": studentized}


def lengths(data):
    out = []
    for name, column in (("own", data["own"]), ("squares", data["own"] ** 2), ("spread", data["spread"]),
                         ("monthly", data["monthly"]), ("walk", data["walk"]), ("rising", data["rising"])):
        table = optimal_block_length(column)
        out.append({"column": name, "stationary": table["stationary"].iloc[0], "circular": table["circular"].iloc[0]})
    return out


def values():
    data = columns()
    return {"schemes": schemes(), "intervals": intervals(data), "comparison": comparison(data),
            "lengths": lengths(data)}
