"""Golden values of TradewindsIndicators on real daily prices: TA-Lib where it has the indicator, otherwise
pandas-ta-classic, statsmodels, or the source's formula written out in pandas.

Writes into Tests/TradewindsIndicatorsTests/Golden:
  prices.csv    daily bars of IBM and closes of MSFT
  values.csv    reference, indicator, parameters, column, the first row with a value, and some rows with their values
  versions.txt  the packages
"""

import sys

# Beside this file stand some with the names of modules of the standard library: the folder must not be searched.
del sys.path[0]

import csv
import gzip
import importlib.metadata
import io
from pathlib import Path

import numpy as np
import pandas as pd
import talib

import bokeh_sampledata
import pandas_ta_classic as pta
import statsmodels.api as sm

GOLDEN = Path(__file__).resolve().parents[2] / "Tests/TradewindsIndicatorsTests/Golden"
ROWS = 400
STEP = 29


def prices():
    path = Path(bokeh_sampledata.__file__).parent / "_data/stocks.csv.gz"
    frame = pd.read_csv(io.BytesIO(gzip.decompress(path.read_bytes())))
    frame.columns = [name.lower() for name in frame.columns]
    symbol = next(name for name in ("symbol", "ticker", "name") if name in frame.columns)
    frame["date"] = pd.to_datetime(frame["date"])
    pick = {}
    for name in ("IBM", "MSFT"):
        one = frame[frame[symbol] == name].sort_values("date")
        pick[name] = one[one["date"] >= "2008-01-02"].head(ROWS).reset_index(drop=True)
    bars = pick["IBM"][["date", "open", "high", "low", "close", "volume"]].copy()
    bars["other"] = pick["MSFT"]["close"]
    for name in ("open", "high", "low", "close", "volume", "other"):
        bars[name] = bars[name].astype(float)
    return bars


BARS = prices()
O, H, L, C, V, X = (BARS[name].to_numpy() for name in ("open", "high", "low", "close", "volume", "other"))
out = []


def save(reference, name, parameters, columns):
    for column, values in columns.items():
        values = np.asarray(values, dtype=float)
        valid = np.flatnonzero(~np.isnan(values))
        first = int(valid[0])
        rows = sorted({first, first + 1, first + 2, *range(first, ROWS, STEP), ROWS - 1} & set(range(ROWS)))
        text = " ".join(f"{row}:{values[row]!r}".replace("np.float64(", "").replace(")", "") for row in rows)
        given = " ".join(f"{key}={value:g}" for key, value in parameters.items())
        out.append((reference, name, given, column, first, text))


def ta(name, function, inputs, parameters, columns=None, **own):
    """own: our parameter name -> TA-Lib's; parameters: ours."""
    result = getattr(talib, function)(*inputs, **{own.get(key.replace("-", "_"), key): value if isinstance(value, float) and key in ("width", "factor", "step", "maximum", "multiplier") else int(value) for key, value in parameters.items()})
    if not isinstance(result, tuple):
        result = (result,)
    save("talib", name, parameters, dict(zip(columns or [name], result)))


def periods(name, function, inputs, values, columns=None):
    for value in values:
        ta(name, function, inputs, {"period": value}, columns, period="timeperiod")


for name, function in {
    "sma": "SMA", "ema": "EMA", "rma": "RMA", "wma": "WMA", "dema": "DEMA", "tema": "TEMA", "trima": "TRIMA", "hma": "HMA",
    "zlema": "ZLEMA", "midpoint": "MIDPOINT", "mom": "MOM", "roc": "ROC", "rocp": "ROCP", "rocr": "ROCR", "rsi": "RSI",
    "cmo": "CMO", "dpo": "DPO", "er": "ER", "vhf": "VHF", "stddev": "STDDEV", "var": "VAR", "avgdev": "AVGDEV", "max": "MAX",
    "min": "MIN", "sum": "SUM", "percentrank": "PERCENTRANK", "kama": "KAMA", "trix": "TRIX",
}.items():
    periods(name, function, [C], [5, 20, 33])
ta("t3", "T3", [C], {"period": 5, "factor": 0.7}, period="timeperiod", factor="vfactor")
ta("t3", "T3", [C], {"period": 8, "factor": 0.5}, period="timeperiod", factor="vfactor")
for function, measure in {"LINEARREG": "linreg", "LINEARREG_SLOPE": "slope", "LINEARREG_INTERCEPT": "intercept",
                          "LINEARREG_ANGLE": "angle", "TSF": "forecast"}.items():
    periods("linreg", function, [C], [5, 14, 30], [measure])
for width in (2.0, 1.5):
    for period in (20, 5):
        result = talib.BBANDS(C, timeperiod=period, nbdevup=width, nbdevdn=width, matype=0)
        save("talib", "bbands", {"period": period, "width": width}, dict(zip(("upper", "middle", "lower"), result)))
for period, reach, width in ((20, 10, 2.0), (15, 21, 1.5)):
    # Of TA-Lib's average and range, each from its own first bar: its KC begins the quicker of them later.
    middle, bars = talib.EMA((H + L + C) / 3, timeperiod=period), talib.ATR(H, L, C, timeperiod=reach)
    known = np.where(np.isnan(bars), np.nan, middle)
    save("talib", "keltner", {"period": period, "range": reach, "width": width}, {
        "upper": middle + width * bars, "middle": known, "lower": middle - width * bars})
periods("donchian", "DONCHIAN", [H, L], [20, 7], ["upper", "middle", "lower"])
periods("accbands", "ACCBANDS", [H, L, C], [20, 7], ["upper", "middle", "lower"])
for fast, slow, signal in ((12, 26, 9), (5, 35, 5)):
    result = talib.MACD(C, fast, slow, signal)
    save("talib", "macd", {"fast": fast, "slow": slow, "signal": signal}, dict(zip(("macd", "signal", "histogram"), result)))
    for name in ("apo", "ppo"):
        result = getattr(talib, name.upper())(C, fast, slow, matype=1)
        save("talib", name, {"fast": fast, "slow": slow}, {name: result})
    save("talib", "adosc", {"fast": fast, "slow": slow}, {"adosc": talib.ADOSC(H, L, C, V, fast, slow)})
    save("talib", "ao", {"fast": fast, "slow": slow}, {"ao": talib.AO(H, L, fast, slow)})
for period, smoothing, signal in ((5, 3, 3), (14, 5, 4)):
    result = talib.STOCH(H, L, C, period, smoothing, 0, signal, 0)
    save("talib", "stoch", {"period": period, "smoothing": smoothing, "signal": signal}, dict(zip(("k", "d"), result)))
    result = talib.STOCHF(H, L, C, period, signal, 0)
    save("talib", "stochf", {"period": period, "signal": signal}, dict(zip(("k", "d"), result)))
    result = talib.STOCHRSI(C, period + 5, period, signal, 0)
    save("talib", "stochrsi", {"period": period + 5, "range": period, "signal": signal}, dict(zip(("k", "d"), result)))
for name, inputs in {"midprice": [H, L], "cci": [H, L, C], "willr": [H, L, C], "adx": [H, L, C], "atr": [H, L, C],
                     "natr": [H, L, C], "adr": [H, L], "imi": [O, C], "vwma": [C, V], "cmf": [H, L, C, V],
                     "mfi": [H, L, C, V], "efi": [C, V]}.items():
    periods(name, name.upper(), inputs, [14, 5, 30])
periods("adxr", "ADXR", [H, L, C], [14, 5], ["adxr"])
for function, column in {"PLUS_DI": "plus_di", "MINUS_DI": "minus_di", "DX": "dx"}.items():
    periods("dmi", function, [H, L, C], [14, 5], [column])
for function, column in {"PLUS_DM": "plus_dm", "MINUS_DM": "minus_dm"}.items():
    periods("dm", function, [H, L], [14, 5], [column])
periods("aroon", "AROON", [H, L], [14, 25], ["down", "up"])
periods("aroon", "AROONOSC", [H, L], [14, 25], ["oscillator"])
periods("vortex", "VORTEX", [H, L, C], [14, 5], ["plus_vi", "minus_vi"])
for step, maximum in ((0.02, 0.2), (0.05, 0.1)):
    save("talib", "sar", {"step": step, "maximum": maximum}, {"sar": talib.SAR(H, L, step, maximum)})
for period, multiplier in ((10, 3.0), (7, 1.5)):
    result = talib.SUPERTREND(H, L, C, period, multiplier)
    # A trend of 0 stands for none yet.
    trend = np.where(result[1] == 0, np.nan, result[1])
    save("talib", "supertrend", {"period": period, "multiplier": multiplier}, {"supertrend": result[0], "trend": trend})
for short, middle, long in ((7, 14, 28), (3, 6, 9)):
    result = talib.ULTOSC(H, L, C, short, middle, long)
    save("talib", "ultosc", {"short": short, "middle": middle, "long": long}, {"ultosc": result})
for first, second in ((25, 13), (5, 9)):
    save("talib", "tsi", {"first": first, "second": second}, {"tsi": talib.TSI(C, first, second)})
for period, short, long in ((10, 11, 14), (5, 4, 9)):
    result = talib.COPPOCK(C, period, short, long)
    save("talib", "coppock", {"period": period, "short": short, "long": long}, {"coppock": result})
for fast, slow in ((9, 25), (4, 10)):
    save("talib", "massi", {"fast": fast, "slow": slow}, {"massi": talib.MASSI(H, L, fast, slow)})
for period, change in ((10, 10), (5, 8)):
    save("talib", "cvi", {"period": period, "change": change}, {"cvi": talib.CVI(H, L, period, change)})
for name, inputs in {"bop": [O, H, L, C], "trange": [H, L, C], "obv": [C, V], "ad": [H, L, C, V], "pvt": [C, V],
                     "nvi": [C, V], "pvi": [C, V], "vwap": [H, L, C, V], "medprice": [H, L], "typprice": [H, L, C],
                     "wclprice": [H, L, C], "avgprice": [O, H, L, C]}.items():
    ta(name, name.upper(), inputs, {})
save("talib", "ha", {}, dict(zip(("open", "high", "low", "close"), talib.HA(O, H, L, C))))
periods("correl", "CORREL", [C, X], [30, 5])
for period in (5, 30):
    # TA-Lib explains its second input by its first; ours the first by the second.
    save("talib", "beta", {"period": period}, {"beta": talib.BETA(X, C, period)})

close, other = pd.Series(C), pd.Series(X)
chart = pta.ichimoku(pd.Series(H), pd.Series(L), close, 9, 26, 52, include_chikou=False, as_dataframe=True)
save("pandas-ta-classic", "ichimoku", {}, {
    "tenkan": chart["ITS_9"], "kijun": chart["IKS_26"], "senkou_a": chart["ISA_9"], "senkou_b": chart["ISB_26"]})


def windows(period, function):
    """A function of each window by itself: running sums would cost digits."""
    return [np.nan] * (period - 1) + [function(C[i - period : i], X[i - period : i]) for i in range(period, ROWS + 1)]


for period in (20, 60):
    save("numpy", "cov", {"period": period}, {"cov": windows(period, lambda a, b: np.cov(a, b)[0, 1])})
    score = (close - close.rolling(period).mean()) / close.rolling(period).std()
    save("pandas", "zscore", {"period": period}, {"zscore": score})
    spread = close - 2.5 * other
    score = (spread - spread.rolling(period).mean()) / spread.rolling(period).std()
    save("pandas", "spreadz", {"period": period, "ratio": 2.5}, {"spreadz": score})
    fits = {}
    for name, pick in {
        "residual": lambda fit: fit.resid[-1], "hedge": lambda fit: fit.params[1], "intercept": lambda fit: fit.params[0],
        "score": lambda fit: fit.resid[-1] / np.sqrt(fit.mse_resid),
    }.items():
        fits[name] = windows(period, lambda a, b: pick(sm.OLS(a, sm.add_constant(b)).fit()))
    save("statsmodels", "residual", {"period": period}, fits)
save("pandas", "spread", {"ratio": 2.5}, {"spread": close - 2.5 * other})
save("pandas", "ratio", {}, {"ratio": close / other})

# The estimators as their papers have them.
ho, lo, co = np.log(H / O), np.log(L / O), np.log(C / O)
gap = pd.Series(np.log(O[1:] / C[:-1]), index=range(1, ROWS)).reindex(range(ROWS))
step = pd.Series(np.log(C[1:] / C[:-1]), index=range(1, ROWS)).reindex(range(ROWS))
for period in (20, 10):
    for year in (1, 252):
        given = {"period": period, "bars-per-year": year}

        def mean(values):
            return pd.Series(values).rolling(period).mean()

        rogers = ho * (ho - co) + lo * (lo - co)
        k = 0.34 / (1.34 + (period + 1) / (period - 1))
        rogers_after_gap = pd.Series(np.where(gap.isna(), np.nan, rogers))
        day = pd.Series(np.where(gap.isna(), np.nan, co))
        for name, variance in {
            "closetoclose": step.rolling(period).var(),
            "parkinson": mean((ho - lo) ** 2) / (4 * np.log(2)),
            "garmanklass": mean(0.5 * (ho - lo) ** 2 - (2 * np.log(2) - 1) * co**2),
            "rogerssatchell": mean(rogers),
            "yangzhang": gap.rolling(period).var() + k * day.rolling(period).var()
            + (1 - k) * rogers_after_gap.rolling(period).mean(),
        }.items():
            save("paper", name, given, {name: np.sqrt(variance * year)})


def check():
    """Compares what the references give now with what is committed; 1 where it differs."""
    found = []
    with open(GOLDEN / "values.csv", newline="") as file:
        committed = list(csv.reader(file))[1:]
    if [row[:5] for row in committed] != [[str(cell) for cell in row[:5]] for row in out]:
        found.append("the columns or their first rows are others")
    for old, new in zip(committed, out):
        for before, now in zip(old[5].split(), new[5].split()):
            row, value = before.split(":")
            if abs(float(value) - float(now.split(":")[1])) > 1e-9 * max(1, abs(float(value))):
                found.append(f"{new[1]} {new[2]} {new[3]}: committed {before}, now {now}")
    print(*found, f"{len(found)} differences in {len(out)} columns", sep="\n")
    return 1 if found else 0


if "--check" in sys.argv[1:]:
    sys.exit(check())
GOLDEN.mkdir(exist_ok=True)
with open(GOLDEN / "prices.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["date", "open", "high", "low", "close", "volume", "other"])
    for row in BARS.itertuples(index=False):
        writer.writerow([row.date.date(), *(repr(value).removesuffix(".0") for value in row[1:])])
with open(GOLDEN / "values.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["reference", "indicator", "parameters", "column", "first", "values"])
    writer.writerows(out)
packages = ["TA-Lib", "bokeh_sampledata", "numpy", "pandas", "pandas-ta-classic", "statsmodels"]
with open(GOLDEN / "versions.txt", "w") as file:
    file.writelines(f"{name} {importlib.metadata.version(name)}\n" for name in packages)
print(f"indicators: {len(out)} columns of {len({row[1] for row in out})} indicators")
