"""Drives the commands of `tw` as a user would, against a running gateway."""

import csv
import datetime
import itertools
import json
import math
import statistics
import subprocess
import time
from pathlib import Path

import pytest

from conftest import PROGRAM, ROOT

DEADLINE = 60


def tw(*arguments, gateway=None, code=0):
    """Runs a command; gives its output and checks its exit code."""
    command = [PROGRAM, *map(str, arguments)]
    if gateway is not None:
        command += ["--port", str(gateway.port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout if code == 0 else done.stderr


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def test_doctor_finds_everything_well(gateway):
    checks = {row["check"]: row["state"] for row in rows(tw("doctor", "--json", gateway=gateway))}
    assert checks == dict.fromkeys(["gateway", "accounts", "clock", "contracts", "market data", "history"], "ok")


def test_doctor_says_what_is_wrong():
    done = subprocess.run([PROGRAM, "doctor", "--port", "9"], capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode == 1 and "no gateway answers at 127.0.0.1:9" in done.stdout


@pytest.mark.parametrize("symbol", ["AAPL", "EUR.USD", "ES"])
def test_snapshot(gateway, symbol):
    quote, = rows(tw("quote", symbol, "--snapshot", "--json", gateway=gateway))
    assert 0 < quote["bid"] < quote["ask"]


def test_history_as_csv(gateway, tmp_path):
    path = tmp_path / "bars.csv"
    tw("history", "MSFT", "--bar", "1hour", "--last", "5d", "--csv", path, gateway=gateway)
    lines = path.read_text().splitlines()
    assert lines[0] == "time,open,high,low,close,volume" and len(lines) > 50
    for line in lines[1:]:
        _, first, high, low, last, _ = line.split(",")
        assert float(low) <= min(float(first), float(last)) <= max(float(first), float(last)) <= float(high)


def test_an_order_from_placing_to_its_end(gateway):
    placed, = rows(tw("buy", "MSFT", 10, "--limit", 1, "--json", gateway=gateway))
    assert placed["status"] == "Submitted"
    changed, = rows(tw("modify", placed["id"], "--limit", 2, "--json", gateway=gateway))
    assert changed["limit"] == 2
    assert placed["id"] in [row["id"] for row in rows(tw("orders", "--json", gateway=gateway))]
    gone, = rows(tw("cancel", placed["id"], "--json", gateway=gateway))
    assert gone["id"] == placed["id"]
    assert placed["id"] not in [row["id"] for row in rows(tw("orders", "--all", "--json", gateway=gateway))]


def test_a_fill_reaches_the_account(gateway):
    filled, = rows(tw("buy", "IBM", 7, "--json", gateway=gateway))
    assert filled["status"] == "Filled" and filled["filled"] == 7
    assert any(row["symbol"] == "IBM" and row["quantity"] == 7 for row in rows(tw("positions", "--json", gateway=gateway)))
    fill = [row for row in rows(tw("fills", "--json", gateway=gateway)) if row["symbol"] == "IBM"][-1]
    assert fill["commission"] == 1.0
    values = {row["value"] for row in rows(tw("account", "--json", gateway=gateway))}
    assert {"NetLiquidation", "BuyingPower", "MaintMarginReq"} <= values


def test_a_bracket_and_cancelling_everything(gateway):
    family = rows(tw("sell", "GOOG", 5, "--limit", 5000, "--take-profit", 4000, "--stop-loss", 6000, "--json", gateway=gateway))
    assert [row["type"] for row in family] == ["LMT", "LMT", "STP"]
    tw("cancel", "all", gateway=gateway)
    assert rows(tw("orders", "--all", "--json", gateway=gateway)) == []


def test_a_what_if_places_nothing(gateway):
    answer = {row["value"]: row for row in rows(tw("buy", "SPY", 100, "--what-if", "--json", gateway=gateway))}
    assert answer["initial margin"]["after"] > 0 and answer["commission"]["change"] > 0
    assert not any(row["symbol"] == "SPY" for row in rows(tw("orders", "--all", "--json", gateway=gateway)))


@pytest.mark.parametrize("arguments, text", [
    (("buy", "NOSUCH", 1), "No security definition"),
    (("buy", "AAPL", 1, "--limit", "1.001"), "110"),
    (("cancel", 999), "no open order 999"),
    (("history", "AAPL", "--bar", "7min"), "none of"),
    (("buy", "AAPL", 1, "--take-profit", 500), "needs both"),
])
def test_failures_say_why_in_one_line(gateway, arguments, text):
    command = [PROGRAM, *map(str, arguments), "--port", str(gateway.port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode != 0 and text in done.stderr


def test_a_busy_port_is_named(gateway):
    error = tw("gateway", gateway=gateway, code=64)
    assert str(gateway.port) in error and "--port" in error


def test_bad_data_is_named_by_file_and_line(tmp_path):
    (tmp_path / "XYZ.csv").write_text("time,open,high,low,close,volume\n2024-01-02,1,2,0.5,1.5,10\n2024-01-03,1,x,0.5,1,10\n")
    error = tw("gateway", "--data", tmp_path, "--port", 0, code=64)
    assert "XYZ.csv" in error and "3" in error and "high" in error


def test_the_whole_house_runs_and_ends():
    out = tw("up", "--for", "12s", "--port", 0)
    assert "accounts: DU1000001" in out and "history 6/6" in out and "strategy:" in out
    assert "working orders cancelled" in out and "fills " in out


def test_a_backtest_of_daily_bars(tmp_path):
    path = tmp_path / "XYZ.csv"
    day = ["time,open,high,low,close,volume"]
    for index in range(300):
        price = 100 + 20 * ((index // 40) % 2 * 2 - 1) * (index % 40) / 40 + index / 10
        date = f"{2020 + index // 252}-{1 + index % 252 // 21:02}-{1 + index % 21:02}"
        day.append(f"{date},{price:.2f},{price + 1:.2f},{price - 1:.2f},{price + 0.5:.2f},1000")
    path.write_text("\n".join(day) + "\n")
    totals = rows(tw("backtest", "--strategy", "sma", "--data", path, "--fast", 5, "--slow", 20, "--json"))[-1]
    assert totals["bars"] == 300 and totals["trade_count"] > 3 and totals["fees"] > 0


def daily(path, name, wave):
    """Three hundred daily bars that rise and fall."""
    import math
    lines = ["time,open,high,low,close,volume"]
    for index in range(300):
        price = 100 + 15 * math.sin(index / wave) + index / 20
        date = f"{2020 + index // 252}-{1 + index % 252 // 21:02}-{1 + index % 21:02}"
        lines.append(f"{date},{price:.2f},{price + 1:.2f},{price - 1:.2f},{price + 0.5:.2f},100000")
    file = path / f"{name}.csv"
    file.write_text("\n".join(lines) + "\n")
    return file


def test_every_ready_strategy_runs_from_the_command_line(tmp_path):
    names = [line.split(":")[0] for line in tw("backtest", "--list").splitlines() if line[:1].isalpha()]
    assert len(names) == 12
    files = [daily(tmp_path, "AAA", 9), daily(tmp_path, "BBB", 13)]
    for name in names:
        for count in (1, 2):
            arguments = ["--data", *files[:count]]
            command = [PROGRAM, "backtest", "--strategy", name, *map(str, arguments), "--json"]
            done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE)
            if done.returncode == 0:
                assert rows(done.stdout)[-1]["bars"] == 300 * count
                break
            assert "instruments" in done.stderr, done.stderr
        else:
            raise AssertionError(f"{name} ran on neither one nor two instruments: {done.stderr}")


@pytest.mark.parametrize("arguments, text", [
    (("--strategy", "smaa"), "smaa"), (("--fast", "x"), "fast"), (("--fats", "3"), "fats"), (("--fast", "40"), "below slow"),
])
def test_a_backtest_refuses_what_it_cannot_run(tmp_path, arguments, text):
    command = [PROGRAM, "backtest", "--data", str(daily(tmp_path, "AAA", 9)), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode == 64 and text in done.stderr, done.stderr


def test_fees_and_fills_change_a_backtest(tmp_path):
    file = daily(tmp_path, "AAA", 5)
    def totals(*options):
        return rows(tw("backtest", "--data", file, "--fast", 3, "--slow", 8, "--json", *options))[-1]
    assert totals("--fees", "none")["fees"] == 0 < totals()["fees"]
    assert totals("--fill", "same-close")["profit"] != totals("--fill", "next-open")["profit"]


def test_statistics_of_a_file(tmp_path):
    import statistics
    returns = [0.01, -0.004, 0.007, 0.002, -0.011, 0.006, 0.003, -0.002]
    file = tmp_path / "returns.csv"
    file.write_text("time,return\n" + "".join(f"2024-01-{day:02},{value}\n" for day, value in enumerate(returns, 2)))
    found, = rows(tw("stats", file, "--json"))
    sharpe = statistics.mean(returns) / statistics.stdev(returns) * 252 ** 0.5
    assert abs(found["sharpe_ratio"] - sharpe) < 1e-9 and len(found) >= 45
    adf, = rows(tw("stats", "adf", daily(tmp_path, "AAA", 9), "--json"))
    assert adf["statistic"] < 0 <= adf["p_value"] <= 1
    coint, = rows(tw("stats", "coint", daily(tmp_path, "AAA", 9), daily(tmp_path, "BBB", 13), "--json"))
    assert "hedge_ratio_1" in coint
    assert "one file" in tw("stats", "adf", file, file, code=64)


def test_stats_say_whether_it_is_luck(tmp_path):
    """Numbers by the papers' formulas, in plain Python; draws repeat with their seed."""
    first, second = daily(tmp_path, "AAA", 9), daily(tmp_path, "BBB", 13)

    def returns(file):
        closes = [float(line.split(",")[4]) for line in Path(file).read_text().splitlines()[1:]]
        return [after / before - 1 for before, after in zip(closes, closes[1:])]

    told, = rows(tw("stats", "sharpe", first, "--json"))
    column = returns(first)
    count, mean = len(column), sum(column) / len(column)
    deviation = (sum((x - mean) ** 2 for x in column) / count) ** 0.5
    sharpe = mean / deviation
    assert told["sharpe_ratio_population"] == pytest.approx(sharpe * 252 ** 0.5) and told["observations"] == count
    spread = 1 - told["skew"] * sharpe + (told["kurtosis_raw"] - 1) / 4 * sharpe ** 2
    z = sharpe * (count - 1) ** 0.5 / spread ** 0.5
    assert told["probabilistic_sharpe_population"] == pytest.approx((1 + math.erf(z / 2 ** 0.5)) / 2)
    both, = rows(tw("stats", "sharpe", first, second, "--json"))
    assert both["trials"] == 2 and both["deflated_sharpe"] < both["probabilistic_sharpe_population"]

    drawn = [rows(tw("stats", "bootstrap", first, "--samples", 200, "--seed", seed, "--json")) for seed in (3, 3, 4)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0][0]["annual_mean"] == pytest.approx(mean * 252)
    assert drawn[0][0]["annual_mean_low"] < drawn[0][0]["annual_mean"] < drawn[0][0]["annual_mean_high"]

    spa, = rows(tw("stats", "spa", first, second, "--samples", 200, "--json"))
    assert 0 <= spa["p_value_lower"] <= spa["p_value"] <= spa["reality_check"] <= 1
    assert spa["advantage_1"] == pytest.approx(sum(returns(second)) / count - mean)
    # Signals that know the future are no luck; a signal that never changes can be nothing else.
    signals = tmp_path / "signals.csv"
    signals.write_text("time,signal\n" + "".join(
        f"2024-01-01T00:{row // 60:02}:{row % 60:02}Z,{1 if value > 0 else -1}\n" for row, value in enumerate(column)))
    known, = rows(tw("stats", "permutation", signals, first, "--samples", 200, "--json"))
    assert known["p_value"] < 0.01 and known["observed"] == pytest.approx(sum(map(abs, column)) / count)
    overfit, = rows(tw("stats", "overfitting", first, second, "--json"))
    assert 0 <= overfit["probability"] <= 1 and overfit["splits"] == 12870
    assert "the benchmark's file" in tw("stats", "spa", first, code=64)


def test_a_backtest_writes_its_files(tmp_path):
    file, folder = daily(tmp_path, "AAA", 5), tmp_path / "out"
    found = json.loads(
        tw("backtest", "--data", file, "--fast", 3, "--slow", 8, "--benchmark", file, "--csv", folder, "--json"))
    assert len(found["equity"]) == found["bars"] == 300 and len(found["trades"]) == found["trade_count"] > 5
    assert len(found["statistics"]) >= 60 and found["statistics"]["beta"] is not None
    assert len((folder / "equity.csv").read_text().splitlines()) == 301
    assert len((folder / "trades.csv").read_text().splitlines()) == found["trade_count"] + 1
    assert "sharpe_ratio" in (folder / "statistics.csv").read_text()


def test_models_change_a_backtest(tmp_path):
    file = daily(tmp_path, "AAA", 5)
    actions = tmp_path / "actions.csv"
    actions.write_text("date,kind,value\n2020-03-02,dividend,2\n")
    def totals(*options):
        return rows(tw("backtest", "--data", file, "--fast", 3, "--slow", 8, "--quantity", 100, "--stop-loss", 0.5,
                       "--take-profit", 0.9, "--json", *options))[-1]
    plain = totals()
    assert totals("--slippage", "5ticks")["profit"] < plain["profit"]
    assert totals("--slippage", "3bp")["profit"] < plain["profit"]
    assert totals("--latency", 100)["profit"] != plain["profit"]
    assert totals("--borrow", 5)["borrowing"] > 0 == plain["borrowing"]
    assert totals("--actions", actions)["dividends"] != 0
    assert "slippage" in tw("backtest", "--data", file, "--slippage", "much", code=64)


def test_a_sweep_goes_on_after_a_kill(tmp_path):
    file, kept = daily(tmp_path, "AAA", 5), tmp_path / "points.jsonl"
    command = ["sweep", "--data", file, "--grid", "fast=2:8:1,slow=5:60:1", "--json",
               "--fees", "none", "--take-profit", 0.9, "--stop-loss", 0.5]
    whole = tw(*command, "--cores", 1)
    assert whole == tw(*command, "--cores", 3)
    points, judgement = json.loads(whole)["points"], json.loads(whole)["judgement"]
    assert judgement["points"] == len(points) == 7 * 56 - 10 and judgement["left_out"] == 10
    assert 0 <= judgement["probability_of_overfitting"] <= 1 and judgement["deflated_sharpe"] is not None
    single = rows(tw("backtest", "--data", file, "--fast", 3, "--slow", 20, *command[5:]))[-1]
    same, = [point for point in points if point["fast"] == 3 and point["slow"] == 20]
    assert same["trades"] == single["trade_count"] and same["profit"] == single["profit"]
    process = subprocess.Popen([PROGRAM, *map(str, command), "--resume", str(kept)], stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + DEADLINE
    while not kept.exists() or kept.read_text().count("\n") < 20:
        assert time.monotonic() < deadline and process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.wait()
    before = kept.read_text().count("\n")
    assert tw(*command, "--resume", kept) == whole and kept.read_text().count("\n") > before or before == 383
    assert "another sweep" in tw("sweep", "--data", file, "--grid", "fast=2:3:1", "--resume", kept, code=64)
    assert "did you mean fast?" in tw("sweep", "--data", file, "--grid", "fats=2:3:1", code=64)


def test_indicators_of_files(tmp_path):
    file = daily(tmp_path, "AAA", 9)
    closes = [float(line.split(",")[4]) for line in file.read_text().splitlines()[1:]]
    lines = tw("indicator", "sma", "--data", file, "--period", 3).splitlines()
    assert lines[0] == "time,sma" and [line.split(",")[1] for line in lines[1:3]] == ["", ""]
    for row, line in enumerate(lines[3:], 2):
        assert abs(float(line.split(",")[1]) - sum(closes[row - 2:row + 1]) / 3) < 1e-9
    out = tmp_path / "rsi.csv"
    assert "300 rows" in tw("indicator", "rsi", "--data", file, "--csv", out)
    again = tw("indicator", "ema", "--data", out, "--column", "rsi", "--period", 5).splitlines()
    assert again[18].endswith(",") and float(again[19].split(",")[1]) > 0
    pair = tw("indicator", "correl", "--data", file, "--data", daily(tmp_path, "BBB", 13), "--period", 20).splitlines()
    assert len(pair) == 301 and -1 <= float(pair[-1].split(",")[1]) <= 1
    listed = tw("indicator", "--list")
    names = [line.split(":")[0].strip() for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]
    assert len(names) >= 60 and "supertrend" in names
    for name in names:
        text = tw("indicator", name, "--data", file, *(("--data", file) if "two columns" in listed.split(f"  {name}: ")[1].splitlines()[0] else ()))
        assert len(text.splitlines()) == 301, name
    assert "did you mean sma?" in tw("indicator", "smaa", "--data", file, code=64)
    assert "did you mean period?" in tw("indicator", "sma", "--data", file, "--peroid", 3, code=64)
    assert "no column open" in tw("indicator", "atr", "--data", out, code=64)


def test_the_reference_page_is_current():
    page = ROOT / "docs" / "protocol-reference.md"
    assert tw("inspect", "schema", "--format", "markdown") == page.read_text(), "run: make reference"


def test_series_meet_on_common_times(tmp_path):
    """Files of other days, of returns, and of columns with any name."""
    first, second = daily(tmp_path, "AAA", 9), daily(tmp_path, "BBB", 13)
    lines = second.read_text().splitlines()
    late = tmp_path / "LATE.csv"
    late.write_text("\n".join(lines[:1] + lines[101:]) + "\n")
    short = tmp_path / "SHORT.csv"
    kept = first.read_text().splitlines()
    short.write_text("\n".join(kept[:1] + kept[101:]) + "\n")
    same, = rows(tw("stats", short, "--benchmark", late, "--json"))
    cut, = rows(tw("stats", first, "--benchmark", late, "--json"))
    assert cut == same and cut["beta"] is not None
    assert rows(tw("stats", "coint", first, late, "--json")) == rows(tw("stats", "coint", short, late, "--json"))

    closes = [float(line.split(",")[4]) for line in kept[1:]]
    returns = tmp_path / "gains.csv"
    returns.write_text("date,account,mine\n" + "".join(
        f"{line.split(',')[0]},{now},{now / before - 1!r}\n"
        for line, before, now in zip(kept[2:], closes, closes[1:])))
    plain, = rows(tw("stats", first, "--json"))
    told, = rows(tw("stats", returns, "--column", "mine", "--json"))
    assert told["sharpe_ratio"] == pytest.approx(plain["sharpe_ratio"], rel=1e-9)
    # Numbers that are all above zero are values, unless it is said that they are returns.
    positive = tmp_path / "positive.csv"
    positive.write_text("time,x\n" + "".join(f"2024-01-{day:02},{0.01 + day / 1000}\n" for day in range(1, 21)))
    assert rows(tw("stats", positive, "--json"))[0]["periods"] == 19
    assert rows(tw("stats", positive, "--returns", "--json"))[0]["periods"] == 20
    other = tmp_path / "other.csv"
    other.write_text("time,x\n" + "".join(f"1999-01-{day:02},{day}\n" for day in range(1, 21)))
    assert "no time that all of them have" in tw("stats", positive, "--benchmark", other, code=64)


def test_a_backtest_reads_what_others_write(tmp_path):
    """An index of pandas without a name, UTC zones, no volume; quotes instead of bars."""
    file = daily(tmp_path, "AAA", 5)
    plain = json.loads(tw("backtest", "--data", file, "--fast", 3, "--slow", 8, "--fees", "none", "--json"))
    lines = file.read_text().splitlines()
    (tmp_path / "pandas").mkdir()
    same = tmp_path / "pandas" / "AAA.csv"
    same.write_text(",Open,High,Low,Close\n" + "".join(
        f"{line.split(',')[0]} 00:00:00+00:00,{','.join(line.split(',')[1:5])}\n" for line in lines[1:]))
    assert json.loads(
        tw("backtest", "--data", same, "--fast", 3, "--slow", 8, "--fees", "none", "--json")) == plain

    # Bars by volume may have one time.
    doubled = tmp_path / "DOUBLE.csv"
    doubled.write_text("\n".join([lines[0]] + [line for line in lines[1:] for _ in range(2)]) + "\n")
    assert json.loads(tw("backtest", "--data", doubled, "--fast", 3, "--slow", 8, "--json"))["bars"] == 600
    assert "not after the row before" in tw("gateway", "--data", doubled, "--port", 0, code=64)

    quotes = tmp_path / "EUR.USD.csv"
    quotes.write_text("time,bid,ask,bid_size,ask_size\n" + "".join(
        f"2026-03-02T{8 + row // 120:02}:{row // 2 % 60:02}:{row % 2 * 30:02}Z,"
        f"{1.1 + math.sin(row / 40) / 100:.5f},{1.10002 + math.sin(row / 40) / 100:.5f},1000000,1000000\n"
        for row in range(1200)))
    found = json.loads(tw(
        "backtest", "--data", quotes, "--fast", 3, "--slow", 8, "--quantity", 25000, "--fees", "none", "--json"))
    assert found["bars"] == 599 and found["trade_count"] > 5
    assert all(trade["entry"] != trade["exit"] for trade in found["trades"])
    assert "files of one kind" in tw("backtest", "--strategy", "rebalance", "--data", file, quotes, code=64)


def test_the_same_start_shows_the_same_prices():
    from conftest import Gateway

    def bars():
        """All but the bar that is still open."""
        gateway = Gateway()
        try:
            return tw("history", "AAPL", "--last", "2d", "--bar", "1hour", "--json", gateway=gateway).splitlines()[:-1]
        finally:
            gateway.stop()

    assert bars() == bars()
    assert "--start noon: write 2026-03-02T10:30" in tw("gateway", "--start", "noon", code=64)


def test_no_parameter_hides_behind_an_option():
    """A strategy's parameter is an option of its own name, so no command that takes it may have that option already."""
    parameters = {
        line.split()[0] for line in tw("backtest", "--list").splitlines() if line.startswith("  --")}
    assert len(parameters) > 20
    for command in (["backtest"], ["sweep"], ["strategy", "run"]):
        options = {
            line.split()[0].rstrip(",") for line in tw(*command, "--help").splitlines() if line.startswith("  --")}
        assert not parameters & options, (command, parameters & options)


@pytest.mark.parametrize("strategy", ["rebalance", "xsmom", "pairs-kalman"])
def test_a_kill_closes_everything_whatever_the_order_of_files(tmp_path, strategy):
    """Bars of one day are over together: what they lead to fills on the next day in every file, and a stop is for good."""
    files = [daily(tmp_path, name, seed) for name, seed in (("AAA", 9), ("BBB", 13))]
    opens = {
        file.stem: {line.split(",")[0]: float(line.split(",")[1]) for line in file.read_text().splitlines()[1:]}
        for file in files}
    dates = sorted(opens["AAA"])
    limits = tmp_path / "limits.toml"
    limits.write_text("[account]\nmax-drawdown-percent = 2\n")
    for order in (files, files[::-1]):
        out = tmp_path / "out"
        found = json.loads(tw(
            "backtest", "--strategy", strategy, "--data", *order, "--limits", limits, "--csv", out, "--json"))
        stopped = found["stopped"]["time"]
        following = dates[dates.index(stopped) + 1]
        assert found["open_trades"] == []
        assert max(trade["exited"] for trade in found["trades"]) == following
        fills = list(csv.DictReader((out / "fills.csv").open()))
        assert all(float(fill["price"]) == opens[fill["symbol"]][fill["time"]] for fill in fills)


def test_times_are_those_of_the_file(tmp_path):
    """What happens in a bar is told by its beginning, as the file tells it; refusals and what is still held are told too."""
    file = daily(tmp_path, "AAA", 5)
    dates = [line.split(",")[0] for line in file.read_text().splitlines()[1:]]
    opens = {line.split(",")[0]: float(line.split(",")[1]) for line in file.read_text().splitlines()[1:]}
    found = json.loads(tw(
        "backtest", "--data", file, "--fast", 3, "--slow", 8, "--csv", tmp_path / "out", "--json"))
    assert [entry["time"] for entry in found["equity"]] == dates
    assert all(trade["entry"] == opens[trade["entered"]] for trade in found["trades"])
    assert all(trade["exit"] == opens[trade["exited"]] for trade in found["trades"])
    held, = found["open_trades"]
    assert held["entry"] == opens[held["entered"]]
    assert found["profit"] == pytest.approx(sum(trade["profit"] for trade in found["trades"] + [held]))
    assert (tmp_path / "out" / "equity.csv").read_text().splitlines()[1].startswith(dates[0] + ",")

    limits = tmp_path / "limits.toml"
    limits.write_text("[order]\nmax-quantity = 50\n")
    refused = json.loads(tw(
        "backtest", "--data", file, "--fast", 3, "--slow", 8, "--quantity", 100, "--limits", limits, "--json"))
    assert refused["trades"] == [] and refused["refused_orders"] == len(refused["refusals"]) > 10
    assert refused["refusals_by_reason"] == {"order-quantity": refused["refused_orders"]}
    assert refused["refusals"][0]["time"] in dates and "above 50" in refused["refusals"][0]["text"]
    limits.write_text("[account]\nmax-drawdown-percent = 1\n")
    stopped = json.loads(tw(
        "backtest", "--data", file, "--strategy", "voltarget", "--target", 1, "--limits", limits, "--json"))
    assert stopped["stopped"]["reason"] == "drawdown" and stopped["stopped"]["time"] in dates


def test_a_future_is_traded_beyond_its_first_month(tmp_path):
    stock = daily(tmp_path, "XYZ", 5)
    future = tmp_path / "ES.csv"
    future.write_text(stock.read_text())
    counts = [
        json.loads(tw("backtest", "--data", file, "--fast", 3, "--slow", 8, "--fees", "none", "--json"))["trade_count"]
        for file in (stock, future)]
    assert counts[0] == counts[1] > 5


def test_the_folds_of_a_sweep(tmp_path):
    """Walk-forward and purged folds chosen again from the returns of the parts."""
    file, returns = daily(tmp_path, "AAA", 5), tmp_path / "returns.csv"
    judgement = json.loads(tw(
        "sweep", "--data", file, "--grid", "fast=2:8:2,slow=10:60:10", "--json", "--csv", returns, "--parts", 60,
        "--folds", 4, "--groups", 5, "--judged-groups", 2, "--purge", 1, "--embargo", 2))["judgement"]
    lines = [line.split(",") for line in returns.read_text().splitlines()]
    heads, ends = lines[0][1:], [line[0] for line in lines[1:]]
    columns = [[float(line[place]) for line in lines[1:]] for place in range(1, len(lines[0]))]
    assert len(columns) == judgement["points"] == 24 and len(ends) == judgement["parts"] == 60

    def sharpe(column, parts):
        values = [column[part] for part in parts]
        deviation = statistics.stdev(values)
        return statistics.fmean(values) / deviation if deviation else None

    def check(fold, learned, judged):
        best = max(range(len(columns)), key=lambda point: sharpe(columns[point], learned) or 0)
        assert f"fast={fold['fast']} slow={fold['slow']}" == heads[best]
        assert fold["parts_learned"] == len(learned)
        growth = math.prod(1 + columns[best][part] for part in judged) - 1
        assert fold["return_judged"] == pytest.approx(growth, abs=1e-12)
        scale = fold["sharpe_learned"] / sharpe(columns[best], learned)
        assert fold["sharpe_judged"] == pytest.approx(scale * sharpe(columns[best], judged), rel=1e-9)

    for number, fold in enumerate(judgement["walk_forward"]):
        judged = range(12 + 12 * number, 24 + 12 * number)
        check(fold, range(judged.start - 1), judged)
        assert fold["judged"] == f"{ends[judged.start - 1]} to {ends[judged.stop - 1]}"
    for number, fold in enumerate(judgement["k_fold"]):
        judged = range(15 * number, 15 * number + 15)
        learned = [part for part in range(60) if part < judged.start - 1 or part >= judged.stop + 3]
        check(fold, learned, judged)
    choices = list(itertools.combinations(range(5), 2))
    for fold, (first, second) in zip(judgement["combinatorial"], choices, strict=True):
        judged = [part for part in range(60) if part // 12 in (first, second)]
        learned = [part for part in range(60) if part not in judged and part + 1 not in judged
                   and not {part - 1, part - 2, part - 3} & {12 * first + 11, 12 * second + 11}]
        check(fold, learned, judged)
    assert len(judgement["path_sharpes"]) == 4 and 0 <= judgement["reality_check"] <= 1
    assert "is in --grid too" in tw("sweep", "--data", file, "--grid", "fast=2:3:1", "--fast", 4, code=64)
    assert "no point fit together" in tw("sweep", "--data", file, "--grid", "fast=50,slow=20", code=64)


def test_a_sweep_over_ticks_is_a_backtest_for_each_point(tmp_path):
    start = datetime.datetime(2026, 3, 2, 10, tzinfo=datetime.timezone.utc)
    prices = [100 + 3 * math.sin(row / 40) + (row * 7919 % 13) / 100 for row in range(4000)]
    trades = tmp_path / "AAA.csv"
    trades.write_text("time,price,size\n" + "".join(
        f"{(start + datetime.timedelta(seconds=5 * row)).isoformat()},{price:.2f},100\n"
        for row, price in enumerate(prices)))
    points = json.loads(tw("sweep", "--data", trades, "--grid", "fast=3|5,slow=12|20", "--json"))["points"]
    assert len(points) == 4
    for point in points:
        single = json.loads(tw("backtest", "--data", trades, "--fast", point["fast"], "--slow", point["slow"], "--json"))
        assert point["trades"] == len(single["trades"]) > 3 and point["profit"] == single["profit"]


def test_a_sweep_goes_on_only_with_the_same_prices(tmp_path):
    file, kept = daily(tmp_path, "AAA", 5), tmp_path / "kept"
    sweep = ["sweep", "--data", file, "--grid", "fast=3:9:3,slow=12:20:4", "--resume", kept, "--json"]
    first = json.loads(tw(*sweep))
    assert json.loads(tw(*sweep)) == first
    assert first["judgement"]["parts"] == 240
    lines = file.read_text().splitlines()
    lines[150] = lines[150].replace(lines[150].split(",")[5], "200000")
    file.write_text("\n".join(lines) + "\n")
    assert "another sweep" in tw(*sweep, code=64)


def test_a_rule_sizes_entries(tmp_path):
    file = daily(tmp_path, "AAA", 5)
    command = ["backtest", "--data", file, "--fast", 3, "--slow", 8, "--fees", "none", "--json"]
    found = json.loads(tw(*command, "--size", "equity:50"))
    assert all(
        0.45 * 1_000_000 < trade["quantity"] * trade["entry"] < 0.6 * 1_000_000 for trade in found["trades"][:2])
    assert "fixed:100" in tw("backtest", "--help")
    assert "sizes its positions itself" in tw(
        "backtest", "--data", file, "--strategy", "voltarget", "--size", "equity:50", code=64)
    assert "--size" in tw(*command, "--size", "half", code=64)
