"""Drives the commands of research: what they refuse, what a name means, and what is reachable without writing Swift."""

import datetime
import json
import math
import random
import statistics
import subprocess

import pytest

from conftest import PROGRAM
from test_commands import DEADLINE, daily, rows, tw

BARS = "time,open,high,low,close,volume\n"


def write(path, text):
    path.write_text(text)
    return path


def both(*arguments):
    """Output and standard error of a command that succeeds."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def column(path, name, values):
    day = datetime.date(2023, 1, 1)
    return write(path, f"time,{name}\n" + "".join(
        f"{day + datetime.timedelta(days=row)},{'' if value is None else repr(value)}\n"
        for row, value in enumerate(values)))


def draws(count, seed=1):
    random.seed(seed)
    return [random.gauss(0.0004, 0.01) for _ in range(count)]


@pytest.mark.parametrize("command", [
    ("stats",), ("stats", "adf"), ("indicator", "sma", "--data"), ("indicator", "atr", "--data"),
    ("bars", "--kind", "time", "--size", "60", "--from"), ("label", "fracdiff", "--d", "0.5", "--data"),
    ("label", "triple-barrier", "--data"), ("series", "gaps"), ("series", "align"),
])
def test_rows_that_go_on_or_fall_back_are_refused(tmp_path, command):
    good = "2024-01-02,1,2,0.5,1.5,10\n"
    comma = write(tmp_path / "comma.csv", BARS + good + "\n2024-01-03,1,5,2,5,0,5,1,5,10\n")
    error = tw(*command, comma, code=64)
    assert f"{comma}:4: 10 fields where the header has 6" in error and "point" in error
    falls = write(tmp_path / "falls.csv", BARS + good + "2024-01-01,1,2,0.5,1.5,10\n")
    error = tw(*command, falls, code=64)
    assert f"{falls}:3: time: earlier than the row before; sort the file" in error


def test_prices_are_above_zero(tmp_path):
    file = write(tmp_path / "neg.csv", "time,Close\n2024-01-01,5\n\n2024-01-02,-6\n2024-01-03,4\n")
    assert f"{file}:4: close: -6.0 is not above zero" in tw("stats", file, code=64)
    for name in ("open", "high", "low", "price", "value", "equity", "nav"):
        assert ":3: " in tw("stats", column(tmp_path / "x.csv", name, [5.0, -0.5, 4.0]), code=64)
    assert "a loss of more than all" in tw("stats", column(tmp_path / "x.csv", "x", [0.1, -1.5, 0.2]), code=64)
    assert rows(tw("stats", column(tmp_path / "x.csv", "x", [0.1, -0.5, 0.2]), "--json"))[0]["periods"] == 3
    for row in ("2024-01-02,-1,5", "2024-01-02,1,-5"):
        file = write(tmp_path / "t.csv", f"time,price,size\n2024-01-01,1,5\n{row}\n")
        assert f"{file}:3: " in tw("bars", "--from", file, "--kind", "tick", "--size", 1, code=64)
    one = write(tmp_path / "one.csv", "time,close\n2024-01-01,5\n")
    assert "at least two returns" in tw("stats", one, code=64)


def test_equal_times_and_empty_beginnings_are_no_fault(tmp_path):
    trades = write(tmp_path / "ticks.csv", "time,price,size\n" + "".join(
        f"2024-01-02 15:00:{row // 40:02},{100 + math.sin(row / 7):.2f},{1 + row % 5}\n" for row in range(2000)))
    bars = tmp_path / "bars.csv"
    tw("bars", "--from", trades, "--kind", "volume", "--size", 10, "--csv", bars)
    times = [line.split(",")[0] for line in bars.read_text().splitlines()[1:]]
    assert len(set(times)) < len(times)
    out = tmp_path / "atr.csv"
    tw("indicator", "atr", "--data", bars, "--csv", out)
    assert json.loads(tw("stats", bars, "--json"))["periods"] == len(times) - 1
    assert json.loads(tw("stats", "adf", out, "--json"))["observations"] < len(times) - 14
    lines = out.read_text().splitlines()
    lines[20] = lines[20].split(",")[0] + ","
    hole = write(tmp_path / "hole.csv", "\n".join(lines) + "\n")
    for command in (("stats", "adf"), ("indicator", "ema", "--data")):
        assert f"{hole}:21: atr: the cell is empty" in tw(*command, hole, code=64)


def test_a_column_that_no_file_has_is_named(tmp_path):
    file, other = daily(tmp_path, "AAA", 9), column(tmp_path / "x.csv", "mine", draws(300))
    assert "no column of numbers named mine" in tw("stats", file, "--column", "mine", code=64)
    assert "no column of numbers named mine" in tw("stats", "adf", file, "--column", "mine", code=64)
    assert "observed" in tw("stats", "permutation", other, other, "--column", "mine")
    jump = column(tmp_path / "j.csv", "close", [1e-300, 1e300, 1e300])
    assert f"{jump}:3: close: the return from" in tw("stats", jump, code=64)


def test_permutation_is_timed_as_its_help_says(tmp_path):
    returns = draws(200)
    price = [100.0]
    for value in returns:
        price.append(price[-1] * (1 + value))
    sign = [math.copysign(1.0, value) for value in returns]
    size = [abs(value) for value in returns]
    earned, prices = column(tmp_path / "returns.csv", "return", returns), column(tmp_path / "prices.csv", "close", price)

    def observed(signals, *others):
        file = column(tmp_path / "signals.csv", "signal", signals)
        found = json.loads(tw("stats", "permutation", file, *others, "--samples", 100, "--json"))
        return found["observed"], found["p_value"], found["observations"]

    # A row of signals is held over the return of the same row.
    for other in (earned, prices):
        assert observed(sign, other) == (pytest.approx(statistics.mean(size)), pytest.approx(1 / 101), 200)
    # A signal that tells the sign of the next row's return earns it a row later.
    following = sign[1:] + [0.0]
    mistimed = observed(following, earned)
    assert mistimed[0] == pytest.approx(sum(a * b for a, b in zip(following, returns)) / 200) and mistimed[1] > 0.02
    assert observed(following, earned, "--lag", 1) == (
        pytest.approx(statistics.mean(size[1:])), pytest.approx(1 / 101), 199)
    # One for each price is held to the next; made of the close, with a lag, it earns the one after.
    assert observed(sign + [0.0], prices)[0] == pytest.approx(statistics.mean(size))
    assert observed([0.0] + sign, prices, "--lag", 1)[0] == pytest.approx(
        sum(a * b for a, b in zip([0.0] + sign[:-2], returns[1:])) / 199)
    # Rows stay in place where the first signals are empty.
    assert observed([None] * 5 + sign[5:], earned) == (pytest.approx(statistics.mean(size[5:])), pytest.approx(1 / 101), 195)
    assert "a signal for each return" in tw("stats", "permutation", column(tmp_path / "s.csv", "s", sign[:50]), earned, code=64)
    assert "zero or more" in tw("stats", "permutation", earned, earned, "--lag", -1, code=64)
    assert "leaves 1 of 200" in tw("stats", "permutation", earned, earned, "--lag", 199, code=64)


def test_a_name_means_one_number(tmp_path):
    file = daily(tmp_path, "AAA", 9)
    whole = json.loads(tw("stats", file, "--risk-free", 0.03, "--json"))
    parts = [
        json.loads(tw("stats", "sharpe", file, "--risk-free", 0.03, "--json")),
        json.loads(tw("stats", "bootstrap", file, "--samples", 50, "--risk-free", 0.03, "--json")),
    ]
    for part in parts:
        shared = set(part) & set(whole)
        assert "sharpe_ratio" in shared
        assert {name: part[name] for name in shared} == pytest.approx({name: whole[name] for name in shared})
    assert parts[0]["kurtosis_raw"] == pytest.approx(whole["kurtosis"] + 3)
    closes = [float(line.split(",")[4]) for line in file.read_text().splitlines()[1:]]
    excess = [now / before - 1 - (1.03 ** (1 / 252) - 1) for before, now in zip(closes, closes[1:])]
    assert whole["sharpe_ratio"] == pytest.approx(statistics.mean(excess) / statistics.stdev(excess) * 252 ** 0.5)


def test_numbers_out_of_range_are_named(tmp_path):
    file, few = daily(tmp_path, "AAA", 9), write(tmp_path / "few.csv", BARS + "".join(
        f"2024-01-{day:02},1,2,0.5,{1 + day / 100},10\n" for day in range(1, 9)))
    for block in ("0", "0.5", "1e9", "-3"):
        assert "--block" in (error := tw("stats", "bootstrap", file, "--block", block, code=64)) and "1 to 299" in error
    assert "whole number" in tw("stats", "bootstrap", file, "--method", "moving", "--block", 2.5, code=64)
    for test in ("bootstrap", "spa", "permutation"):
        assert "--samples -4" in tw("stats", test, file, file, "--samples", -4, code=64)
    for arguments, text in (
        (("bars", "--from", file, "--kind", "time", "--size", -5), "--size -5.0: must be above zero"),
        (("bars", "--from", file, "--kind", "tick", "--size", 2.5), "a whole number of trades"),
        (("indicator", "sma", "--data", file, "--period", -4), "period: -4.0 is out of range"),
        (("stats", "adf", file, "--lags", -1), "--lags -1"), (("stats", "johansen", file, file, "--lags", -1), "--lags -1"),
        (("stats", "overfitting", file, file, "--groups", 5), "an even number"),
        (("label", "triple-barrier", "--data", file, "--horizon", -2), "--horizon -2"),
        (("stats", file, "--risk-free", -2), "--risk-free -2.0"),
    ):
        assert text in tw(*arguments, code=64)
    assert f"{few}: 7 rows, at least 16" in tw("stats", "overfitting", few, few, code=64)
    two = write(tmp_path / "two.csv", BARS + "".join(few.read_text().splitlines(True)[1:4]))
    assert f"{two}: 2 rows, at least 3" in tw("stats", "spa", two, two, "--block", 1, code=64)
    assert "options follow" in tw("stats", "--json", "adf", file, code=64)


def test_kpss_says_where_its_table_ends(tmp_path):
    noise, walk = draws(400), [sum(draws(400)[:row + 1]) for row in range(400)]
    for values, bound in ((noise, "at least"), (walk, "at most")):
        file = column(tmp_path / "x.csv", "x", values)
        assert json.loads(tw("stats", "kpss", file, "--json"))["p_value_bound"] == bound
        assert f"p_value_bound: {bound}" in tw("stats", "kpss", file)
    inside = column(tmp_path / "x.csv", "x", [value + row / 40000 for row, value in enumerate(noise)])
    found = json.loads(tw("stats", "kpss", inside, "--json"))
    assert (found["p_value_bound"] is None) == (0.01 < found["p_value"] < 0.1)


def test_tests_take_their_options(tmp_path):
    first, second = daily(tmp_path, "AAA", 9), daily(tmp_path, "BBB", 13)
    assert json.loads(tw("stats", "adf", first, "--trend", "ct", "--lags", 3, "--json"))["lags"] == 3
    assert json.loads(tw("stats", "adf", first, "--max-lags", 2, "--json"))["lags"] <= 2
    plain, line = (json.loads(tw("stats", "kpss", first, "--trend", trend, "--json")) for trend in ("c", "ct"))
    assert plain["critical_5"] == 0.463 and line["critical_5"] == 0.146
    assert json.loads(tw("stats", "coint", first, second, "--trend", "ct", "--lags", 1, "--json"))["lags"] == 1
    traces = {tw("stats", "johansen", first, second, "--lags", lags, "--trend", trend)
              for lags in (0, 2) for trend in ("n", "c", "ct")}
    assert len(traces) == 6
    means = {tw("stats", "bootstrap", first, "--block", 7, "--samples", 50, "--method", method)
             for method in ("stationary", "circular", "moving")}
    assert len(means) == 3


def test_an_indicator_says_why_cells_are_empty(tmp_path):
    file = daily(tmp_path, "AAA", 9)
    out, error = both("indicator", "sma", "--data", file, "--period", 301)
    assert "no value of sma: the first needs 301 rows" in error and out.count("\n") == 301
    _, error = both("indicator", "ichimoku", "--data", file, "--cloud", 290)
    assert "no value of senkou_b" in error
    big = column(tmp_path / "big.csv", "x", [1e308] * 9)
    assert f"{big}:3: sum: no finite value" in tw("indicator", "sum", "--data", big, "--period", 2, code=64)
    listed = tw("indicator", "--list")
    for name in ("stddev", "var", "bbands", "zscore", "spreadz", "cov", "closetoclose", "yangzhang", "avgdev", "cci"):
        assert "divided by the count" in listed.split(f"  {name}: ")[1].splitlines()[0], name


def test_bars_of_bars_and_of_sessions(tmp_path):
    opens = datetime.datetime(2024, 7, 2, 8, 0)
    minutes = write(tmp_path / "m.csv", BARS + "".join(
        f"{opens + datetime.timedelta(minutes=row)}Z,{100 + row},{101 + row},{99 + row},{100.5 + row},1\n"
        for row in range(2 * 24 * 60)))
    hours = tw("bars", "--from", minutes, "--kind", "time", "--size", 3600).splitlines()
    assert len(hours) == 49 and hours[1] == "2024-07-02 08:00:00Z,100,160,99,159.5,60"
    # New York closes at 13:00 on the day before Independence Day.
    days = tw("bars", "--from", minutes, "--kind", "session", "--calendar", "us-equities").splitlines()[1:]
    assert [day.split(",")[0] for day in days] == ["2024-07-02 13:30:00Z", "2024-07-03 13:30:00Z"]
    assert [day.split(",")[5] for day in days] == ["390", "210"]
    long = tw("bars", "--from", minutes, "--kind", "session", "--calendar", "us-equities", "--extended").splitlines()[1:]
    assert [day.split(",")[5] for day in long] == ["960", "780"]
    trades = write(tmp_path / "t.csv", "time,price,size\n2024-07-02 13:29:59,1,1\n2024-07-02 13:30:00,2,1\n")
    assert tw("bars", "--from", trades, "--kind", "session", "--calendar", "us-equities").splitlines()[1:] == [
        "2024-07-02 13:30:00Z,2,2,2,2,1"]
    # Times without a zone may be New York's own; they stay without one where no session is asked for.
    local = write(tmp_path / "l.csv", "time,price,size\n2024-07-02 09:29:59,1,1\n2024-07-02 09:30:00,2,1\n")
    assert tw("bars", "--from", local, "--kind", "session", "--calendar", "us-equities", "--market-times").splitlines()[1:] == [
        "2024-07-02 13:30:00Z,2,2,2,2,1"]
    assert tw("bars", "--from", local, "--kind", "time", "--size", 60).splitlines()[1:] == [
        "2024-07-02 09:29:00,1,1,1,1,1", "2024-07-02 09:30:00,2,2,2,2,1"]
    assert "goes with --calendar" in tw("bars", "--from", local, "--kind", "time", "--size", 60, "--market-times", code=64)
    for kind in ("tick", "volume", "dollar", "imbalance", "runs"):
        assert "is made of trades" in tw("bars", "--from", minutes, "--kind", kind, "--size", 5, code=64)
    assert "holds bars of days" in tw(
        "bars", "--from", daily(tmp_path, "AAA", 9), "--kind", "session", "--calendar", "us-equities", code=64)
    other = column(tmp_path / "x.csv", "x", [1.0, 2.0])
    assert "neither bars, trades nor quotes" in tw("bars", "--from", other, "--kind", "tick", "--size", 1, code=64)
    quotes = write(tmp_path / "q.csv", "time,bid,ask\n2024-07-02,1,2\n")
    assert "holds quotes" in tw("bars", "--from", quotes, "--kind", "tick", "--size", 1, code=64)
    assert "needs --calendar" in tw("bars", "--from", minutes, "--kind", "session", code=64)


def test_series_on_one_clock(tmp_path):
    first = write(tmp_path / "A.csv", "time,close,x\n2024-01-01,1,7\n2024-01-02,2,\n2024-01-04,4,9\n")
    second = write(tmp_path / "B.csv", "time,close\n2024-01-02,20\n2024-01-03,30\n2024-01-04,40\n")
    assert tw("series", "align", first, second).splitlines() == [
        "time,A,B", "2024-01-01,1,", "2024-01-02,2,20", "2024-01-03,,30", "2024-01-04,4,40"]
    assert tw("series", "align", first, second, "--join", "inner").splitlines()[1:] == ["2024-01-02,2,20", "2024-01-04,4,40"]
    assert tw("series", "align", first, second, "--join", "first", "--fill-forward").splitlines()[1:] == [
        "2024-01-01,1,", "2024-01-02,2,20", "2024-01-04,4,40"]
    assert tw("series", "align", first, first, "--column", "x").splitlines()[:3] == [
        "time,A,A_2", "2024-01-01,7,7", "2024-01-04,9,9"]
    assert "no column of numbers named x" in tw("series", "align", first, second, "--column", "x", code=64)


def test_gaps_are_found(tmp_path):
    dates = write(tmp_path / "d.csv", "time,close\n" + "".join(
        f"2024-07-{day:02},1\n" for day in (1, 2, 8, 9, 11, 13)))
    out, error = both("series", "gaps", dates, "--calendar", "us-equities")
    # The fourth is a holiday, the sixth and seventh a weekend; the thirteenth is a Saturday.
    assert out.splitlines() == [
        "from,until,missing", "2024-07-03,2024-07-08,2", "2024-07-10,2024-07-11,1", "2024-07-12,2024-07-13,1"]
    assert "1 of 6 rows lie outside every session" in error
    assert tw("series", "gaps", dates).splitlines()[1] == "2024-07-03,2024-07-08,5"
    rest = [minute for minute in range(390) if minute not in (5, 6, 389)]
    minutes = write(tmp_path / "m.csv", "time,close\n" + "".join(
        f"2024-07-0{day} {13 + (30 + minute) // 60}:{(30 + minute) % 60:02}:00Z,1\n"
        for day, all in ((1, rest), (2, range(10))) for minute in all))
    assert tw("series", "gaps", minutes, "--calendar", "us-equities").splitlines()[1:] == [
        "2024-07-01 13:35:00Z,2024-07-01 13:37:00Z,2", "2024-07-01 19:59:00Z,2024-07-01 20:00:00Z,1"]
    # The same in New York's time, which has no zone in the file.
    local = write(tmp_path / "l.csv", "time,close\n" + "".join(
        f"2024-07-0{day} {(570 + minute) // 60:02}:{(570 + minute) % 60:02}:00,1\n"
        for day, all in ((1, rest), (2, range(10))) for minute in all))
    assert tw("series", "gaps", local, "--calendar", "us-equities", "--market-times") == tw(
        "series", "gaps", minutes, "--calendar", "us-equities")
    same = tw("series", "gaps", dates, "--calendar", "us-equities", "--market-times")
    assert same == out


def test_prices_are_adjusted(tmp_path):
    bars = write(tmp_path / "b.csv", BARS + "".join(
        f"2024-01-0{day},{price},{price},{price},{price},10\n" for day, price in ((1, 100), (2, 104), (3, 52), (4, 50))))
    actions = write(tmp_path / "a.csv", "date,kind,value\n2024-01-03,split,2\n2024-01-04,dividend,1,\n")
    lines = [line.split(",") for line in tw("series", "adjust", bars, "--actions", actions).splitlines()[1:]]
    factor = 1 - 1 / 52
    assert [float(line[4]) for line in lines] == pytest.approx([50 * factor, 52 * factor, 52 * factor, 50])
    assert [line[5] for line in lines] == ["20", "20", "10", "10"]
    wrong = write(tmp_path / "w.csv", "date,kind,value\n2024-01-03,split,2,1\n")
    assert f"{wrong}:2: 4 fields where the header has 3" in tw("series", "adjust", bars, "--actions", wrong, code=64)


def test_sessions_are_listed(tmp_path):
    out = tmp_path / "s.csv"
    assert "252 sessions" in tw(
        "series", "sessions", "--calendar", "us-equities", "--from", "2024-01-01", "--to", "2024-12-31", "--csv", out)
    lines = out.read_text().splitlines()
    assert lines[:2] == ["date,open,close,early", "2024-01-02,2024-01-02 14:30:00Z,2024-01-02 21:00:00Z,0"]
    assert "2024-07-03,2024-07-03 13:30:00Z,2024-07-03 17:00:00Z,1" in lines
    cme = tw("series", "sessions", "--calendar", "cme", "--from", "2024-07-03", "--to", "2024-07-03").splitlines()
    assert cme[1] == "2024-07-03,2024-07-02 22:00:00Z,2024-07-03 21:00:00Z,0"
    assert "before --from" in tw(
        "series", "sessions", "--calendar", "cme", "--from", "2024-07-03", "--to", "2024-07-01", code=64)


def test_returns_count_by_what_they_are_above_the_riskless(tmp_path):
    path = column(tmp_path / "r.csv", "returns", draws(500))
    plain = json.loads(tw("stats", path, "--json"))
    riskless = json.loads(tw("stats", path, "--risk-free", "0.04", "--json"))
    for name in ("sharpe_ratio", "sortino_ratio", "smart_sortino", "adjusted_sortino", "ulcer_performance_index",
                 "recovery_factor", "downside_risk", "serenity_index"):
        assert plain[name] != riskless[name], name
    assert plain["exposure"] == plain["time_in_market"]
    assert math.isclose(plain["expectancy"], plain["avg_return"])
    assert math.isclose(plain["sqn"], plain["sharpe_ratio"] * math.sqrt(500 / 252), rel_tol=1e-9)


def test_a_volatility_of_prices_at_or_below_zero_names_its_line(tmp_path):
    prices = [100 + row % 7 for row in range(60)]
    for place in (3, 40):
        lines = [(price if row != place else 0) for row, price in enumerate(prices)]
        path = write(tmp_path / "zero.csv", BARS + "".join(
            f"{datetime.date(2023, 1, 1) + datetime.timedelta(days=row)},{price},{price},{price},{price},1\n"
            for row, price in enumerate(lines)))
        for name in ("closetoclose", "parkinson", "garmanklass", "rogerssatchell", "yangzhang"):
            assert "not above zero" in tw("indicator", name, "--data", path, "--period", 10, code=64), name


def test_numbers_too_large_are_an_error(tmp_path):
    path = column(tmp_path / "huge.csv", "close", [1e301 * (5 + row % 7) for row in range(80)])
    for name in ("var", "stddev", "zscore", "bbands"):
        assert "too large" in tw("indicator", name, "--data", path, code=64), name
    large = column(tmp_path / "large.csv", "close", [1e100 * (5 + row % 7) for row in range(80)])
    other = column(tmp_path / "other.csv", "close", [1e100 * (5 + row % 7) for row in range(80)])
    last = tw("indicator", "correl", "--data", large, "--data", other).split()[-1]
    assert math.isclose(float(last.split(",")[1]), 1)


def test_no_average_by_volume_where_nothing_was_traded(tmp_path):
    path = write(tmp_path / "still.csv", BARS + "".join(
        f"2023-01-{day:02},2,2,2,2,{0 if day < 4 else 5}\n" for day in range(1, 9)))
    assert [row.split(",")[1] for row in tw("indicator", "vwap", "--data", path).split()[1:]] == [""] * 3 + ["2"] * 5
    assert "until something is traded" in tw("indicator", "--list")


def test_a_volume_below_zero_is_refused(tmp_path):
    path = write(tmp_path / "v.csv", BARS + "2023-01-01,2,2,2,2,1\n2023-01-02,2,2,2,2,-5\n")
    assert "v.csv:3: volume: -5.0 is below zero" in tw("indicator", "obv", "--data", path, code=64)


def test_gaps_begin_with_the_first_row(tmp_path):
    days = ["2000-03-01", "2000-03-02", "2000-03-03", "2000-03-07"]
    path = write(tmp_path / "d.csv", "time,close\n" + "".join(f"{day},1\n" for day in days))
    for calendar in ("us-equities", "cme", "forex"):
        assert tw("series", "gaps", path, "--calendar", calendar).split()[1:] == ["2000-03-06,2000-03-07,1"], calendar


def test_rows_outside_sessions_are_counted(tmp_path):
    hours = ["2024-01-05 08:00:00", "2024-01-05 15:00:00", "2024-01-06 15:00:00"]
    path = write(tmp_path / "t.csv", "time,price,size\n" + "".join(f"{hour},10,3\n" for hour in hours))
    out, note = both("bars", "--from", path, "--kind", "session", "--calendar", "us-equities")
    assert len(out.split("\n")) == 3
    assert "2 of 3 trades" in note and "volume of 6.0" in note and "--extended" in note and "--market-times" in note
    path = write(tmp_path / "b.csv", BARS + "2024-01-06 15:00:00Z,1,2,1,2,5\n")
    out, note = both("bars", "--from", path, "--kind", "session", "--calendar", "us-equities", "--extended")
    assert note.startswith("no bar: 1 of 1 bars") and "market-times" not in note and "fill" not in note


def test_weeks_begin_on_monday(tmp_path):
    start = datetime.date(2024, 1, 1)
    path = write(tmp_path / "d.csv", BARS + "".join(
        f"{start + datetime.timedelta(days=day)},1,1,1,1,1\n" for day in range(14)))
    weeks = tw("bars", "--from", path, "--kind", "time", "--size", 604800).split()[1:]
    assert [week.split(",")[0] for week in weeks] == ["2024-01-01", "2024-01-08"]


def test_actions_that_change_nothing_are_named(tmp_path):
    bars = write(tmp_path / "d.csv", BARS + "".join(f"2024-01-{day:02},8,8,8,8,1\n" for day in range(1, 9)))
    actions = write(tmp_path / "a.csv",
                    "date,kind,value\n2024-01-04,split,2\n2030-01-01,split,2\n2024-01-01,dividend,1\n")
    out, note = both("series", "adjust", bars, "--actions", actions, "--csv", tmp_path / "o.csv")
    assert "with 1 actions" in out
    assert "a.csv:3: 2030-01-01 is after the last bar" in note and "a.csv:4: no bar is before 2024-01-01" in note
    write(actions, "date,kind,value\n2024-01-04,split,2\n2024-01-04,split,2\n")
    assert "a.csv:3: the same action as in line 2" in tw("series", "adjust", bars, "--actions", actions, code=64)
    write(actions, "date,kind,value\n\n2024-01-04,dividend,9\n")
    assert "a.csv:3: dividend 9.0" in tw("series", "adjust", bars, "--actions", actions, code=64)


def test_cells_that_are_no_numbers_are_named(tmp_path):
    path = write(tmp_path / "n.csv", "time,x\n2024-01-01,inf\n2024-01-02,1\n")
    assert 'n.csv:2: x: "inf"' in tw("stats", path, code=64)
    write(path, "time,x\n2024-01-01,nan\n2024-01-02,1\n2024-01-03,2\n2024-01-04,3\n")
    assert "sharpe_ratio" in tw("stats", path)
    write(path, "time,close\n2024-01-01,1\n2024-01-02," + "x" * 5_000_000 + "\n")
    message = tw("stats", path, code=64)
    assert "n.csv:3" in message and "…" in message and len(message) < 300


def test_a_close_may_begin_empty(tmp_path):
    path = write(tmp_path / "warm.csv", "time,close\n2024-01-01,\n2024-01-02,\n2024-01-03,1\n2024-01-04,2\n2024-01-05,4\n")
    assert json.loads(tw("stats", path, "--json"))["periods"] == 2
    assert tw("indicator", "sma", "--period", 2, "--data", path).split()[-1] == "2024-01-05,3"
    write(path, BARS + "2024-01-01,1,1,1,,1\n2024-01-02,1,1,1,1,1\n")
    assert "warm.csv:2: close: the cell is empty" in tw("indicator", "atr", "--data", path, code=64)
    write(path, "time,close\n2024-01-01,1\n2024-01-02,\n2024-01-03,1\n")
    assert "warm.csv:3: close: the cell is empty" in tw("stats", path, code=64)


def test_labels_and_zones_are_those_of_their_file(tmp_path):
    bars = write(tmp_path / "d.csv", BARS + "".join(f"2024-01-{day:02},8,8,8,8,1\n" for day in range(1, 9)))
    assert "d.csv: no column row" in tw("label", "weights", "--data", bars, "--labels", bars, code=64)
    mixed = write(tmp_path / "m.csv", "time,close\n2024-01-01 10:00:00Z,1\n2024-01-01 11:00:00,2\n")
    assert 'm.csv:3: time: "2024-01-01 11:00:00" names no zone' in tw("stats", mixed, code=64)
@pytest.mark.parametrize("arguments, text", [
    (["--cash", "-5"], "both are above zero"), (["--latency", "-4"], "both are zero or above"),
    (["--slippage", "lots"], "lots is no slippage: write none, 2ticks"),
    (["--size", "half"], "half is no rule: write fixed:100"),
    (["--quantity", "0.5"], "is traded in steps of 1"),
])
def test_a_backtest_says_what_is_wrong(tmp_path, arguments, text):
    data = write(tmp_path / "AAA.csv", BARS + "2026-03-02,1,1,1,1,1\n2026-03-03,1,1,1,1,1\n")
    assert text in tw("backtest", "--strategy", "sma", "--data", data, *arguments, code=64)


def test_an_instrument_is_traded_once(tmp_path):
    data = write(tmp_path / "AAA.csv", BARS + "2026-03-02,1,1,1,1,1\n2026-03-03,1,1,1,1,1\n")
    assert "AAA is there already" in tw("backtest", "--strategy", "rebalance", "--data", data, data, code=64)


def test_fractions_of_seconds_are_exact(tmp_path):
    """A size such as 2.3 seconds is no nanosecond less, which since 1970 would add up to whole intervals."""
    file = write(
        tmp_path / "ticks.csv",
        "time,price,size\n2013-09-01 17:00:00.000,10,1\n2013-09-01 17:00:00.500,11,1\n2013-09-01 17:00:02.900,12,1\n")
    lines = tw("bars", "--from", file, "--kind", "time", "--size", 2.3).splitlines()[1:]
    assert [line.split(",")[0][11:] for line in lines] == ["16:59:58.000", "17:00:00.300", "17:00:02.600"], lines
    even = write(
        tmp_path / "even.csv", "time,price\n" + "".join(
            f"2013-09-01 17:00:{second:06.3f},1\n" for second in (0, 2.3, 4.6, 6.9, 11.5)))
    assert len(tw("series", "gaps", even, "--every", 2.3).splitlines()) == 2
