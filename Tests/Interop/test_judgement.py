"""Drives sweeps and what is made of bars: numbers that mean one thing, reasons where there is none, nothing from the future."""

import datetime
import itertools
import json
import statistics

import pytest

from test_commands import daily, tw
from test_research import BARS, both, column, write


def test_no_point_is_tried_twice(tmp_path):
    file = daily(tmp_path, "AAA", 5)
    for draw, count in (("--latin", 40), ("--random", 40)):
        out, note = both("sweep", "--data", file, "--grid", "fast=3|5,slow=12|20", draw, count, "--json")
        found = json.loads(out)
        values = [(point["fast"], point["slow"]) for point in found["points"]]
        assert len(set(values)) == len(values) == found["judgement"]["points"] == 4
        assert f"{draw} {count}: 4 different points" in note
    error = tw("sweep", "--data", file, "--grid", "slow=20,fast=5|10|5", code=64)
    assert "--grid fast=5|10|5: 5.0 stands there twice" in error


def test_a_sweep_says_why_it_has_no_number(tmp_path):
    file = daily(tmp_path, "AAA", 5)
    sweep = ["sweep", "--data", file, "--grid", "fast=3|5,slow=12|20"]

    def judged(*options):
        return json.loads(tw(*sweep, *options, "--json"))["judgement"]

    assert judged()["reasons"] == {}
    few = judged("--parts", 5)
    assert few["k_fold_sharpe"] is None and "5 parts, 10 are needed" in few["reasons"]["k_fold_sharpe"]
    assert "5 parts, 32 are needed" in few["reasons"]["probability_of_overfitting"]
    assert "--purge 200" in judged("--purge", 200)["reasons"]["walk_forward_sharpe"]
    assert "k_fold_sharpe: - (5 parts, 10 are needed" in tw(*sweep, "--parts", 5)
    out, note = both(*sweep, "--parts", 5000)
    assert "--parts 5000: 299 parts" in note and "\nparts: 299\n" in out
    assert "no point could be run" not in tw(*sweep, "--best", 0) and "points: 4" in tw(*sweep, "--best", 0)
    assert "--purge -1" in tw(*sweep, "--purge", -1, code=64) and "--best -1" in tw(*sweep, "--best", -1, code=64)
    empty = write(tmp_path / "kept", "")
    assert tw(*sweep, "--resume", empty) == tw(*sweep) and empty.read_text().count("\n") == 5


def test_a_sweep_tells_what_kept_points_from_trading(tmp_path):
    file, limits = daily(tmp_path, "AAA", 5), tmp_path / "limits.toml"
    sweep = ["sweep", "--data", file, "--grid", "fast=3|5,slow=12|20"]
    idle = [*sweep, "--size", "risk:1"]
    found = json.loads(tw(*idle, "--json"))
    assert all(point["trades"] == 0 and point["refusals_by_reason"]["no-size"] > 0 for point in found["points"])
    judgement = found["judgement"]
    assert judgement["combinatorial_sharpe_judged"] is None and judgement["reasons"]["combinatorial_sharpe_judged"]
    assert judgement["probability_of_overfitting"] is None and "same returns" in judgement["reasons"][
        "probability_of_overfitting"]
    text = tw(*idle)
    assert "refused: 4 of 4 points" in text and "no-size" in text and "no trades: 4 of 4 points" in text
    limits.write_text("[account]\nmax-drawdown-percent = 1\n")
    stopped = [*sweep, "--limits", limits, "--quantity", 5000]
    points = json.loads(tw(*stopped, "--json"))["points"]
    for point in points:
        single = json.loads(tw(
            "backtest", "--data", file, "--fast", point["fast"], "--slow", point["slow"], *stopped[5:], "--json"))
        assert point["stopped"] == single["stopped"] and point["refused_orders"] == single["refused_orders"]
        assert point["margin_calls"] == single["margin_calls"] and point["ruined"] == single["ruined"]
    assert any(point["stopped"] for point in points) and "by drawdown" in tw(*stopped)


def test_a_ruined_account_has_no_ratios(tmp_path):
    day = datetime.date(2023, 1, 2)
    # Bought on the way up, and a gap takes more than there is.
    prices = [120 - row if row < 30 else 60 + row if row < 70 else 30 for row in range(100)]
    file = write(tmp_path / "AAA.csv", BARS + "".join(
        f"{day + datetime.timedelta(days=row)},{price},{price},{price},{price},1000000\n"
        for row, price in enumerate(prices)))
    run = ["--data", file, "--cash", 6000, "--no-margin-calls", "--quantity", 100, "--fees", "none"]
    found = json.loads(tw("backtest", "--fast", 2, "--slow", 20, *run, "--json"))
    assert min(entry["equity"] for entry in found["equity"]) <= 0
    assert found["ruined"] == next(entry["time"] for entry in found["equity"] if entry["equity"] <= 0)
    assert found["sharpe"] is None and found["statistics"]["risk_of_ruin"] is None and found["maximum_drawdown"] < -1
    assert "ruined " in tw("backtest", "--fast", 2, "--slow", 20, *run)
    point, = json.loads(tw("sweep", "--grid", "fast=2,slow=20", *run, "--json"))["points"]
    assert point["ruined"] == found["ruined"] and point["sharpe"] is None
    assert point["maximum_drawdown"] == found["maximum_drawdown"]


def test_longer_bars_do_not_look_ahead(tmp_path):
    begin = datetime.datetime(2024, 7, 2, 8, 0)
    file = write(tmp_path / "m.csv", BARS + "".join(
        f"{begin + datetime.timedelta(minutes=5 * row)}Z,{100 + row},{101 + row},{99 + row},{100.5 + row},1\n"
        for row in range(100)))
    bars = ["bars", "--from", file, "--kind", "time", "--size"]
    error = tw(*bars, 420, code=64)
    assert "--size 420" in error and "m.csv:" in error and "whole multiple of 300" in error
    assert "whole multiple of 300" in tw(*bars, 60, code=64)
    assert len(tw(*bars, 600).splitlines()) == 51 and len(tw(*bars, 300).splitlines()) == 101
    # The close of a day stands in its minutes unless rows are put at their ends.
    minutes = write(tmp_path / "s.csv", "time,close\n" + "".join(
        f"2024-07-0{date} {hour:02}:00:00,{10 * date + hour}\n" for date in (2, 3) for hour in (14, 15, 16)))
    days = write(tmp_path / "d.csv", "time,close\n2024-07-01,1\n2024-07-02,2\n2024-07-03,3\n")
    join = ["series", "align", minutes, days, "--join", "first", "--fill-forward"]
    assert [line.split(",")[2] for line in tw(*join).splitlines()[1:]] == list("222333")
    ends = tw(*join, "--ends").splitlines()[1:]
    assert [line.split(",")[2] for line in ends] == list("111222") and ends[0].startswith("2024-07-02 15:00:00,")
    gaps = write(tmp_path / "g.csv", "time,x\n2024-07-02 10:00,1\n2024-07-02 10:01,1\n2024-07-02 10:04,1\n")
    assert tw("series", "gaps", gaps).splitlines()[1] == "2024-07-02 10:02:00,2024-07-02 10:04:00,2"


def test_bars_of_trades_say_what_is_left(tmp_path):
    file = write(tmp_path / "t.csv", "time,price,size\n" + "".join(f"2024-07-02 10:00:{row:02},5,1\n" for row in range(10)))
    out, note = both("bars", "--from", file, "--kind", "tick", "--size", 4)
    assert len(out.splitlines()) == 3 and "2 trades at the end of" in note
    assert both("bars", "--from", file, "--kind", "volume", "--size", 5)[1] == ""
    for option in (("--window", 5), ("--measure", "tick"), ("--average-bars", 3)):
        assert f"{option[0]} goes with --kind imbalance or runs" in tw(
            "bars", "--from", file, "--kind", "tick", "--size", 4, *option, code=64)
    assert "     " not in tw("bars", "--help").split("USAGE")[0]


def test_labels_belong_to_their_bars(tmp_path):
    bars, labels = daily(tmp_path, "AAA", 9), tmp_path / "labels.csv"
    said = tw("label", "triple-barrier", "--data", bars, "--horizon", 5, "--csv", labels)
    barriers = [line.split(",")[7] for line in labels.read_text().splitlines()[1:]]
    counts = [f"{barriers.count(name)} {name}" for name in ("profit", "loss", "horizon")]
    assert f"by barrier: {', '.join(counts)}" in said
    assert len(tw("label", "weights", "--data", bars, "--labels", labels).splitlines()) == len(barriers) + 1
    lines = bars.read_text().splitlines()
    later = write(tmp_path / "later.csv", "\n".join(lines[:1] + lines[2:]) + "\n")
    error = tw("label", "weights", "--data", later, "--labels", labels, code=64)
    assert "labels.csv:2: time: it is not the time of bar" in error and "later.csv" in error
    short = write(tmp_path / "short.csv", "\n".join(lines[:100]) + "\n")
    assert "none of the 99 bars of" in tw("label", "weights", "--data", short, "--labels", labels, code=64)
    few = write(tmp_path / "few.csv", "\n".join(lines[:3]) + "\n")
    assert both("label", "triple-barrier", "--data", few)[1].startswith("no label: no event of")
    assert "cuts every weight" in tw("label", "fracdiff", "--data", bars, "--d", 0.4, "--threshold", 2, code=64)
    assert "more weights than the 300 values" in tw(
        "label", "fracdiff", "--data", bars, "--d", 0.4, "--threshold", 1e-9, code=64)
    out = tmp_path / "f.csv"
    said = tw("label", "fracdiff", "--data", bars, "--d", 0.4, "--threshold", 1e-2, "--csv", out)
    filled = sum(not line.endswith(",") for line in out.read_text().splitlines()[1:])
    assert said.startswith(f"{filled} values of 300 rows with {301 - filled} weights")


def test_indicators_without_their_input_have_no_value(tmp_path):
    dates = [datetime.date(2024, 1, 1) + datetime.timedelta(days=row) for row in range(40)]
    prices = write(tmp_path / "p.csv", "time,open,high,low,close\n" + "".join(f"{day},8,9,7,8\n" for day in dates))
    for name in ("obv", "vwap", "vwma", "mfi", "cmf"):
        assert f"p.csv: {name} reads volumes" in tw("indicator", name, "--data", prices, code=64)
    tw("indicator", "atr", "--data", prices)
    silent = write(tmp_path / "s.csv", BARS + "".join(f"{day},8,9,7,8,0\n" for day in dates))
    assert len(tw("indicator", "obv", "--data", silent).splitlines()) == 41
    two = write(tmp_path / "r.csv", "time,a,b\n2024-01-01,1,2\n2024-01-02,1,0\n2024-01-03,3,2\n")
    ratio = tw("indicator", "ratio", "--data", two, "--column", "a", "--column", "b").splitlines()[1:]
    assert ratio == ["2024-01-01,0.5", "2024-01-02,", "2024-01-03,1.5"]
    out, note = both("indicator", "er", "--data", prices)
    assert all(line.endswith(",") for line in out.splitlines()[1:]) and "where nothing moved" in note
    assert tw("indicator", "kama", "--data", prices).splitlines()[-1].endswith(",8")


def test_tests_that_cannot_be_made_name_their_file(tmp_path):
    flat = column(tmp_path / "flat.csv", "close", [100.0] * 60)
    line = column(tmp_path / "line.csv", "close", [100.0 + row for row in range(60)])
    walk = column(tmp_path / "walk.csv", "close", [100 + (row * 7919 % 101) / 10 for row in range(60)])
    gains = column(tmp_path / "gains.csv", "return", [((row * 7919 % 101) - 50) / 1000 for row in range(60)])
    for arguments, text in (
        (("halflife", flat), "flat.csv: every row has the same value"),
        (("adf", line), "line.csv: lagged differences: they depend"),
        (("coint", walk, flat), "flat.csv: every row has the same value"),
        (("adf", "--lags", 500, walk), "walk.csv: lags is 500; allowed: 0 to "),
        (("spa", gains, gains), "gains.csv: differs from the benchmark"),
        (("overfitting", gains, gains), "gains.csv: configurations: all have the same returns"),
        ((walk, gains), "statistics are of one file"),
    ):
        assert text in tw("stats", *arguments, code=64)
    binary = tmp_path / "b.csv"
    binary.write_bytes(bytes(range(1, 256)).replace(b"\n", b"") + b"\n1,2\n")
    assert not any(ord(character) < 32 and character != "\n" for character in tw("stats", binary, code=64))


def test_the_ratios_of_a_sweep_are_of_joined_returns(tmp_path):
    file, returns = daily(tmp_path, "AAA", 5), tmp_path / "returns.csv"
    judgement = json.loads(tw(
        "sweep", "--data", file, "--grid", "fast=2:8:2,slow=10:60:10", "--json", "--csv", returns, "--parts", 60,
        "--folds", 4, "--groups", 4, "--judged-groups", 2))["judgement"]
    lines = [line.split(",") for line in returns.read_text().splitlines()]
    columns = {head: [float(line[place]) for line in lines[1:]] for place, head in enumerate(lines[0]) if place}

    def judged(folds, parts):
        return [columns[f"fast={fold['fast']} slow={fold['slow']}"][part]
                for fold, block in zip(folds, parts, strict=True) for part in block]

    def sharpe(values):
        return statistics.fmean(values) / statistics.stdev(values)

    blocks = [range(15 * block, 15 * block + 15) for block in range(4)]
    k_fold = sharpe(judged(judgement["k_fold"], blocks))
    walk = sharpe(judged(judgement["walk_forward"], [range(12 * block, 12 * block + 12) for block in range(1, 5)]))
    scale = judgement["k_fold_sharpe"] / k_fold
    assert 1 < scale < 20 and judgement["walk_forward_sharpe"] == pytest.approx(scale * walk, rel=1e-9)
    choices = list(itertools.combinations(range(4), 2))
    first = [judgement["combinatorial"][next(place for place, pair in enumerate(choices) if block in pair)]
             for block in range(4)]
    assert judgement["path_sharpes"][0] == pytest.approx(scale * sharpe(judged(first, blocks)), rel=1e-9)
