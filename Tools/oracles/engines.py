"""Runs the average crossover with backtesting.py and with `tw backtest` on the prices that backtesting.py brings, and compares
every trade and the equity of every bar.

usage: engines.py PATH-OF-TW

Shared conventions: signals at the close, market orders at the next open, one share, no costs, long and short, open positions
valued at the close and not closed at the end. Of our brackets target and stop are so far away that they never act.
"""

import sys

# Beside this file stand some with the names of modules of the standard library: the folder must not be searched.
del sys.path[0]

import json
import subprocess
import tempfile
import warnings
from pathlib import Path

warnings.simplefilter("ignore")

from backtesting import Backtest, Strategy
from backtesting.lib import crossover
from backtesting.test import GOOG, SMA

CASH = 1_000_000


class Crossover(Strategy):
    fast, slow = 10, 30

    def init(self):
        self.quick = self.I(SMA, self.data.Close, self.fast)
        self.calm = self.I(SMA, self.data.Close, self.slow)

    def next(self):
        if crossover(self.quick, self.calm):
            self.position.close()
            self.buy(size=1)
        elif crossover(self.calm, self.quick):
            self.position.close()
            self.sell(size=1)


def ours(tw, file, fast, slow):
    command = [tw, "backtest", "--strategy", "sma", "--data", file, "--fast", fast, "--slow", slow, "--quantity", 1,
               "--take-profit", 0.95, "--stop-loss", 0.95, "--fees", "none", "--cash", CASH, "--json"]
    found = json.loads(subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout)
    return found["trades"], [entry["equity"] for entry in found["equity"]]


def main(tw):
    differences = 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "GOOG.csv"
        GOOG.rename_axis("time").rename(columns=str.lower)[["open", "high", "low", "close", "volume"]].to_csv(file)
        for fast, slow in ((10, 30), (5, 20), (15, 40)):
            Crossover.fast, Crossover.slow = fast, slow
            stats = Backtest(GOOG, Crossover, cash=CASH, commission=0, finalize_trades=False).run()
            theirs = stats["_trades"]
            trades, equity = ours(tw, file, fast, slow)
            pairs = list(zip(trades, theirs.itertuples()))
            wrong = [
                (mine, other) for mine, other in pairs
                if (mine["side"] == "long") != (other.Size > 0) or abs(mine["entry"] - other.EntryPrice) > 1e-9
                or abs(mine["exit"] - other.ExitPrice) > 1e-9 or abs(mine["profit"] - other.PnL) > 1e-6]
            curve = stats["_equity_curve"]["Equity"].to_list()
            apart = [row for row, (mine, other) in enumerate(zip(equity, curve)) if abs(mine - other) > 1e-6]
            print(f"crossover {fast}/{slow}: {len(trades)} trades here, {len(theirs)} there; {len(equity)} bars; "
                  f"{len(wrong)} trades and {len(apart)} values of the equity differ")
            for mine, other in wrong[:3]:
                print("  ", mine, other)
            for row in apart[:3]:
                print("  ", row, equity[row], curve[row])
            differences += len(wrong) + len(apart) + (len(trades) != len(theirs)) + (len(equity) != len(curve))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
