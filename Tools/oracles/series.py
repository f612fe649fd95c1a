"""Golden values of TradewindsSeries from mlfinpy, on the E-mini trades that its package brings.

Writes into Tests/TradewindsSeriesTests/Golden:
  ticks.csv      the first trades: milliseconds since the one before, quarters of a point since the one before, size
  bars.csv       bars of these trades by every kind and measure
  closes.csv     closes of bars by volume over all trades, the input of the files below
  volatility.csv, cusum.csv, labels.csv, weights.csv, fracdiff.csv
  versions.txt   the packages
"""

import sys

# Beside this file stands one with the name of a module of the standard library: the folder must not be searched.
del sys.path[0]

import csv
import importlib.metadata
import warnings
from pathlib import Path

import numpy as np
import pandas as pd

import mlfinpy
from mlfinpy.data_structure import imbalance_bars, run_bars, standard_bars
from mlfinpy.filters.filters import cusum_filter
from mlfinpy.labeling import labeling
from mlfinpy.sample_weights.attribution import get_weights_by_return, get_weights_by_time_decay
from mlfinpy.sampling.concurrent import get_av_uniqueness_from_triple_barrier, num_concurrent_events
from mlfinpy.util.frac_diff import FractionalDifferentiation
from mlfinpy.util.volatility import get_daily_vol

warnings.simplefilter("ignore")
GOLDEN = Path(__file__).resolve().parents[2] / "Tests/TradewindsSeriesTests/Golden"
TICKS = 20_000
MEASURES = {"ticks": "tick", "volume": "volume", "value": "dollar"}
SIZES = {"ticks": 150, "volume": 500, "value": 1_000_000}


def save(name, header, rows):
    with open(GOLDEN / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def number(value):
    return "" if pd.isna(value) else repr(float(value)).removesuffix(".0")


def milliseconds(times):
    return pd.DatetimeIndex(times).as_unit("ms").asi8


def all_ticks():
    path = Path(mlfinpy.__file__).parent / "dataset/data/tick_data.csv"
    frame = pd.read_csv(path)
    frame.columns = ["date_time", "price", "volume"]
    frame["date_time"] = pd.to_datetime(frame["date_time"])
    frame["price"] = frame["price"].astype(float)
    return frame


def save_ticks(ticks):
    times = milliseconds(ticks["date_time"])
    quarters = (ticks["price"] * 4).astype(int).to_numpy()
    rows = zip(np.diff(times, prepend=0), np.diff(quarters, prepend=0), ticks["volume"])
    save("ticks.csv", ["milliseconds", "quarters", "size"], rows)


def bars_of_every_kind(ticks):
    for measure, name in MEASURES.items():
        make = getattr(standard_bars, f"get_{name}_bars")
        yield "standard", measure, make(ticks, threshold=SIZES[measure], verbose=False)
        for kind, module in (("imbalance", imbalance_bars), ("run", run_bars)):
            common = dict(expected_imbalance_window=1000, exp_num_ticks_init=300, verbose=False)
            ema = getattr(module, f"get_ema_{name}_{kind}_bars")
            bars, _ = ema(ticks, num_prev_bars=3, exp_num_ticks_constraints=[100, 1000], **common)
            yield f"{kind}-average", measure, bars
            fixed = getattr(module, f"get_const_{name}_{kind}_bars")
            extra = dict(num_prev_bars=3) if kind == "run" else {}
            bars, _ = fixed(ticks, **extra, **common)
            yield f"{kind}-constant", measure, bars


def save_bars(ticks):
    rows = []
    for kind, measure, bars in bars_of_every_kind(ticks):
        bars = bars if bars is not None else pd.DataFrame()
        print(kind, measure, len(bars))
        for bar in bars.itertuples():
            rows.append([
                kind, measure, bar.tick_num, number(bar.open), number(bar.high), number(bar.low), number(bar.close),
                number(bar.volume), number(bar.cum_buy_volume), number(bar.cum_ticks), number(bar.cum_dollar_value),
            ])
    save("bars.csv", [
        "kind", "measure", "last_tick", "open", "high", "low", "close", "volume", "buy_volume", "ticks", "value",
    ], rows)


def labels(close, events, target, row_of, multiples, horizon, sides):
    ends = {time: close.index[row_of[time] + horizon] for time in events if row_of[time] + horizon < len(close)}
    touched = labeling.get_events(
        close, events, multiples, target, 0.0005, 1, vertical_barrier_times=pd.Series(ends),
        side_prediction=sides, verbose=False)
    return touched, labeling.get_bins(touched, close)


def save_labels(close, events, target):
    row_of = {time: row for row, time in enumerate(close.index)}
    alternating = pd.Series([1.0 if index % 3 else -1.0 for index in range(len(events))], index=events)
    cases = [("plain", [1, 1], 20, None), ("tight", [0.5, 0.5], 40, None), ("meta", [2, 1], 60, alternating)]
    rows = []
    for name, multiples, horizon, sides in cases:
        touched, bins = labels(close, events, target, row_of, multiples, horizon, sides)
        for time, values in bins.iterrows():
            rows.append([
                name, row_of[time], row_of[touched.at[time, "t1"]], number(values["trgt"]), number(values["ret"]),
                int(values["bin"]), "" if sides is None else int(values["side"]),
            ])
        print(name, len(bins), bins["bin"].value_counts().to_dict())
        if name == "plain":
            save_weights(close, touched.dropna(subset=["t1"]), row_of)
    save("labels.csv", ["case", "row", "end", "target", "return", "bin", "side"], rows)


def save_weights(close, events, row_of):
    events = events.copy()
    events["t1"] = pd.to_datetime(events["t1"])
    count = num_concurrent_events(close.index, events["t1"], events.index).reindex(close.index).fillna(0)
    unique = get_av_uniqueness_from_triple_barrier(events, close, 1, verbose=False)["tW"]
    by_return = get_weights_by_return(events, close, 1, verbose=False)
    decays = [get_weights_by_time_decay(events, close, 1, decay=decay, verbose=False) for decay in (0.5, 0, -0.3)]
    rows = [
        [row_of[time], row_of[end], int(count[time]), number(unique[time]), number(by_return[time])]
        + [number(decay[time]) for decay in decays]
        for time, end in events["t1"].items()
    ]
    save("weights.csv", [
        "row", "end", "concurrency", "uniqueness", "by_return", "decay_half", "decay_zero", "decay_cut",
    ], rows)


def save_fractional(close):
    frame = close.iloc[:800].to_frame("close")
    cases = [(0.4, 1e-3), (0.4, 1e-4), (0.8, 1e-4), (1.3, 1e-4)]
    values = [FractionalDifferentiation.frac_diff_ffd(frame, order, cut)["close"].to_numpy() for order, cut in cases]
    save("fracdiff.csv", [f"{order}:{cut}" for order, cut in cases], [map(number, row) for row in zip(*values)])


def main():
    GOLDEN.mkdir(parents=True, exist_ok=True)
    ticks = all_ticks()
    save_ticks(ticks.iloc[:TICKS])
    save_bars(ticks.iloc[:TICKS])
    bars = standard_bars.get_volume_bars(ticks, threshold=1000, verbose=False)
    close = bars.set_index("date_time")["close"]
    close = close[~close.index.duplicated(keep="last")].astype(float)
    save("closes.csv", ["milliseconds", "quarters"], zip(
        np.diff(milliseconds(close.index), prepend=0), np.diff((close * 4).astype(int), prepend=0)))
    volatility = get_daily_vol(close, 100)
    save("volatility.csv", ["volatility"], [[number(value)] for value in volatility.reindex(close.index)])
    rows = {time: row for row, time in enumerate(close.index)}
    events = cusum_filter(close, 0.001)
    save("cusum.csv", ["row"], [[rows[time]] for time in events])
    print("closes", len(close), "events", len(events))
    save_labels(close, events, volatility)
    save_fractional(close)
    packages = ["mlfinpy", "numpy", "pandas", "numba"]
    (GOLDEN / "versions.txt").write_text(
        "".join(f"{name} {importlib.metadata.version(name)}\n" for name in packages))


if __name__ == "__main__":
    main()
