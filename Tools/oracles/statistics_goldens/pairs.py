"""The signals of the ready pair strategies: the Kalman filter and Engle and Granger's two steps by statsmodels."""

import numpy as np
import statsmodels.api as sm
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter
from statsmodels.tsa.stattools import coint

from inputs import columns

PACKAGES = ["statsmodels", "numpy"]
SUITE = "TradewindsStrategyTests"
ROWS = 240
WINDOW = 120


def kalman(first, second, drift, noise):
    """Slope and intercept as random walks, both known to be zero at the beginning."""
    model = KalmanFilter(k_endog=1, k_states=2)
    model.bind(np.array(first))
    model["design"] = np.stack([second, np.ones_like(second)])[None]
    model["obs_cov"] = [[noise]]
    model["transition"] = model["selection"] = np.eye(2)
    model["state_cov"] = drift * np.eye(2)
    model.initialize_known(np.zeros(2), np.zeros((2, 2)))
    found = model.filter()
    return {
        "drift": drift, "noise": noise, "error": found.forecasts_error[0],
        "deviation": np.sqrt(found.forecasts_error_cov[0, 0]), "slope": found.filtered_state[0],
        "intercept": found.filtered_state[1]}


def line(first, second):
    fit = sm.OLS(first, sm.add_constant(second)).fit()
    return {
        "slope": fit.params[1], "residual": fit.resid[-1], "deviation": np.sqrt(fit.mse_resid),
        "statistic": coint(first, second, trend="c", maxlag=0, autolag=None)[0]}


def values():
    data = columns()
    first, second = data["partner"][:ROWS], data["walk"][:ROWS]
    ends = range(WINDOW, ROWS + 1, 20)
    return {
        "first": first, "second": second, "window": WINDOW,
        "kalman": [kalman(first, second, *choice) for choice in ((1e-4 / (1 - 1e-4), 1e-3), (0.01, 2.0))],
        "lines": [
            {"end": end, **line(np.log(first[end - WINDOW:end]), np.log(second[end - WINDOW:end]))} for end in ends]}
