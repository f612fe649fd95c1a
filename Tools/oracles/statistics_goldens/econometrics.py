"""Unit roots, cointegration and regression by statsmodels; the Hurst exponent by hurst; arch as a second opinion."""

import arch.unitroot
import hurst
import numpy as np
import statsmodels.api as sm
from statsmodels.tsa.stattools import adfuller, coint, kpss
from statsmodels.tsa.vector_ar.vecm import coint_johansen

from inputs import columns

PACKAGES = ["statsmodels", "arch", "hurst", "numpy", "scipy"]


def adf(data):
    out = []
    for name in ("walk", "spread", "own", "third"):
        for trend in ("n", "c", "ct", "ctt"):
            for method, fixed in (("AIC", None), ("BIC", None), ("t-stat", None), ("AIC", 6), (None, 3)):
                statistic, p, lags, count, critical, *_ = adfuller(
                    data[name], maxlag=fixed, regression=trend, autolag=method, result_object=False)
                out.append({
                    "column": name, "trend": trend, "method": method or "fixed", "maximum": fixed,
                    "statistic": statistic, "p": p, "lags": lags, "observations": count,
                    "critical": [critical["1%"], critical["5%"], critical["10%"]]})
                if method is None:
                    second = arch.unitroot.ADF(data[name], lags=fixed, trend=trend)
                    assert abs(second.stat - statistic) < 1e-8, (name, trend, second.stat, statistic)
    return out


def stationarity(data):
    out = []
    for name in ("walk", "spread", "own"):
        for about in ("c", "ct"):
            for lags in ("auto", "legacy", 5):
                statistic, p, used, critical = kpss(data[name], about, lags, result_object=False)
                out.append({
                    "column": name, "about": about, "lags": str(lags), "statistic": statistic, "p": p, "used": used,
                    "critical": [critical["1%"], critical["5%"], critical["10%"]]})
    return out


def engle_granger(data):
    out = []
    for first, others in (("walk", ["partner"]), ("partner", ["walk"]), ("walk", ["third"]),
                          ("walk", ["partner", "third"])):
        y = np.column_stack([data[name] for name in others])
        for trend in ("n", "c", "ct", "ctt"):
            for method in ("aic", "bic"):
                result = coint(data[first], y, trend=trend, autolag=method)
                x = y if trend == "n" else sm.tsa.add_trend(y, trend)
                out.append({
                    "first": first, "others": others, "trend": trend, "method": method, "statistic": result[0],
                    "p": result[1], "critical": list(result[2]),
                    "hedge": sm.OLS(data[first], x).fit().params[: len(others)]})
    return out


def johansen(data):
    out = []
    for names in (["walk", "partner"], ["walk", "partner", "third"]):
        for order, trend in ((-1, "n"), (0, "c"), (1, "ct")):
            for lags in (0, 1, 4):
                result = coint_johansen(np.column_stack([data[name] for name in names]), order, lags)
                out.append({
                    "columns": names, "trend": trend, "lags": lags, "trace": result.lr1, "eigen": result.lr2,
                    "traceCritical": result.cvt, "eigenCritical": result.cvm, "eigenvalues": result.eig,
                    "vectors": result.evec.T})
    return out


def regression(data):
    out = []
    for intercept in (True, False):
        x = np.column_stack([data["third"], data["spread"]])
        fit = sm.OLS(data["walk"], sm.add_constant(x) if intercept else x).fit()
        out.append({
            "intercept": intercept, "coefficients": fit.params, "errors": fit.bse, "t": fit.tvalues, "p": fit.pvalues,
            "rSquared": fit.rsquared, "adjusted": fit.rsquared_adj, "f": fit.fvalue, "fP": fit.f_pvalue,
            "logLikelihood": fit.llf, "aic": fit.aic, "bic": fit.bic,
            "durbinWatson": sm.stats.stattools.durbin_watson(fit.resid)})
    fit = sm.OLS(data["own"], sm.add_constant(data["benchmark"][::-1])).fit()
    out.append({
        "intercept": None, "coefficients": fit.params, "errors": fit.bse, "t": fit.tvalues, "p": fit.pvalues,
        "rSquared": fit.rsquared, "adjusted": fit.rsquared_adj, "f": fit.fvalue, "fP": fit.f_pvalue,
        "logLikelihood": fit.llf, "aic": fit.aic, "bic": fit.bic,
        "durbinWatson": sm.stats.stattools.durbin_watson(fit.resid)})
    return out


def reversion(data):
    out = []
    for name in ("spread", "walk"):
        series = data[name]
        fit = sm.OLS(np.diff(series), sm.add_constant(series[:-1])).fit()
        speed = fit.params[1]
        lags = np.arange(2, 20)
        spreads = [np.std(series[lag:] - series[:-lag]) for lag in lags]
        out.append({
            "column": name, "speed": speed, "t": fit.tvalues[1],
            "halfLife": -np.log(2) / speed if speed < 0 else None,
            "mean": -fit.params[0] / speed if speed < 0 else None,
            "hurstScaling": np.polyfit(np.log(lags), np.log(spreads), 1)[0],
            "hurstRange": hurst.compute_Hc(series, kind="random_walk", simplified=False)[0]})
    return out


def values():
    data = columns()
    return {
        "adf": adf(data), "kpss": stationarity(data), "engleGranger": engle_granger(data), "johansen": johansen(data),
        "regression": regression(data), "reversion": reversion(data),
        "correlation": np.corrcoef([data[name] for name in
                                    ("own", "benchmark", "idle", "walk", "spread", "partner", "third")])}
