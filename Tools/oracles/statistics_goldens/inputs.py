"""The columns that every other file is computed on: seeded, rounded, with the habits of real markets
(fat tails, clustered volatility, a common factor, pairs that move together)."""

import functools

import numpy as np

PACKAGES = ["numpy"]
DAYS = 1_000


def clustered(random, days, annual_drift, annual_volatility):
    """Returns whose variance follows the one before (GARCH) and whose shocks have fat tails."""
    base = (annual_volatility**2) / 252
    variance, out = base, []
    for shock in random.standard_t(5, days) / np.sqrt(5 / 3):
        out.append(annual_drift / 252 + np.sqrt(variance) * shock)
        variance = 0.04 * base + 0.08 * out[-1] ** 2 + 0.88 * variance
    return np.array(out)


@functools.cache
def columns():
    random = np.random.default_rng(20260131)
    benchmark = np.round(clustered(random, DAYS, 0.07, 0.16), 8)
    own = np.round(0.6 * benchmark + clustered(random, DAYS, 0.05, 0.12), 8)
    idle = own.copy()
    idle[(np.arange(DAYS) // 20) % 3 == 0] = 0.0
    monthly = np.round(clustered(random, 120, 1.2, 0.7), 8)
    rising = np.round(np.abs(clustered(random, 60, 0.1, 0.1)) + 1e-4, 8)
    walk = np.round(100 * np.cumprod(1 + own), 6)
    mean_reverting = [0.0]
    for shock in random.standard_normal(DAYS - 1):
        mean_reverting.append(0.93 * mean_reverting[-1] + shock)
    spread = np.round(np.array(mean_reverting), 6)
    partner = np.round(1.4 * walk + 25 + spread, 6)
    third = np.round(0.5 * walk + 0.3 * partner + np.cumsum(random.standard_normal(DAYS)) * 0.8 + 40, 6)
    models = np.round(np.stack([0.4 * own + clustered(random, DAYS, drift, 0.1) for drift in
                                (-0.1, -0.02, 0.0, 0.03, 0.08, 0.15)])[:, :480], 8)
    return {
        "own": own, "benchmark": benchmark, "idle": idle, "monthly": monthly, "rising": rising, "walk": walk,
        "spread": spread, "partner": partner, "third": third, "models": models,
    }


def values():
    return columns()
