"""Runs strategies and kills them from the command line, as a user would."""

import contextlib
import json
import os
import signal
import subprocess
import threading
import time

import pytest

from conftest import PROGRAM, Gateway

DEADLINE = 60
QUICK = ["--symbol", "AAPL", "--fast", "2", "--slow", "3"]


@pytest.fixture
def place(tmp_path):
    """A folder of running strategies of the test's own."""
    return {**os.environ, "TRADEWINDS_RUN": str(tmp_path / "run")}


@pytest.fixture
def fast_gateway():
    running = Gateway("--speed", "20")
    yield running
    running.stop()


def tw(*arguments, place=None, code=0):
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=DEADLINE, env=place)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout if code == 0 else done.stderr


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def of(kind, told):
    return [row for row in told if row.get("event") == kind]


class Run:
    """A strategy that runs beside the test."""

    def __init__(self, place, *arguments):
        self.told = []
        self.changed = threading.Condition()
        self.process = subprocess.Popen(
            [PROGRAM, "strategy", "run", *map(str, arguments), "--json"], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, bufsize=1, env=place)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            with self.changed:
                self.told.append(json.loads(line))
                self.changed.notify_all()

    def wait_for(self, kind, count=1):
        with self.changed:
            assert self.changed.wait_for(lambda: len(of(kind, self.told)) >= count, DEADLINE), self.told[-5:]
        return of(kind, self.told)

    def end(self):
        code = self.process.wait(DEADLINE)
        self.reader.join(DEADLINE)
        return code


@contextlib.contextmanager
def running(place, *arguments):
    run = Run(place, *arguments)
    try:
        yield run
    finally:
        run.process.kill()
        run.process.wait(10)


def net(fills):
    return sum(row["quantity"] * (1 if row["side"] == "buy" else -1) for row in fills)


def test_a_run_on_its_own_gateway(place, tmp_path):
    log = tmp_path / "run.log"
    told = rows(tw("strategy", "run", "sma", *QUICK, "--speed", 20, "--for", "12s", "--json", "--log", log, place=place))
    start, end = told[0], told[-1]
    assert start["event"] == "start" and start["symbols"] == ["AAPL"] and not start["restored"]
    fills = of("fill", told)
    assert len(fills) > 2 and {row["symbol"] for row in fills} == {"AAPL"}
    assert end["event"] == "end" and end["because"] == "time" and end["fills"] == len(fills)
    assert end["positions"] == [net(fills)] and end["fees"] > 0 and end["bars"] > 20
    assert abs(1_000_000 + end["profit"] - end["equity"]) < 0.01
    assert rows(log.read_text()) == told


def test_sizes_follow_the_account(place):
    told = rows(tw(
        "strategy", "run", "voltarget", "--symbol", "AAPL", "--period", 5, "--bars-per-year", 600000, "--cash", 500000, "--speed", 20,
        "--for", "10s", "--flatten", "--json", place=place))
    first = of("fill", told)[0]
    assert 0 < first["quantity"] * first["price"] <= 500_000
    assert told[-1]["positions"] == [0]


def test_ctrl_c_ends_it_with_a_summary(place):
    with running(place, "sma", *QUICK, "--speed", 20) as run:
        run.wait_for("fill", 2)
        run.process.send_signal(signal.SIGINT)
        assert run.end() == 0
        assert run.told[-1]["because"] == "interrupt" and run.told[-1]["fills"] >= 2


def test_a_second_run_goes_on(place, tmp_path, fast_gateway):
    state = tmp_path / "state.json"
    common = ["sma", *QUICK, "--port", fast_gateway.port, "--state", state]
    with running(place, *common) as run:
        run.wait_for("fill")
        run.process.send_signal(signal.SIGINT)
        assert run.end() == 0
    held = run.told[-1]["positions"]
    assert held != [0], "a crossover is in the market after its first fill"
    saved = json.loads(state.read_text())
    with running(place, *common) as again:
        start, = again.wait_for("start")
        assert start["restored"] and start["positions"] == held
        fills = again.wait_for("fill", 2)
        again.process.send_signal(signal.SIGINT)
        assert again.end() == 0
    # The averages are full at once, and the first trade turns the position that the first run left.
    assert saved["header"]["positions"] == [str(held[0])]
    assert net(of("fill", again.told)) == again.told[-1]["positions"][0] - held[0]
    assert net(fills[:1]) * held[0] < 0
    account = {row["symbol"]: row["quantity"] for row in rows(tw("positions", "--json", "--port", fast_gateway.port))}
    assert account.get("AAPL", 0) == again.told[-1]["positions"][0]


@pytest.mark.parametrize("arguments, text", [
    (["--symbol", "AAPL", "--fast", "2", "--slow", "5"], "was saved with parameters --fast 2 --slow 3"),
    (["--symbol", "MSFT", "--fast", "2", "--slow", "3"], "was saved with symbols AAPL"),
])
def test_a_state_of_another_run_is_refused(place, tmp_path, arguments, text):
    state = tmp_path / "state.json"
    tw("strategy", "run", "sma", *QUICK, "--for", "1s", "--state", state, place=place)
    assert text in tw("strategy", "run", "sma", *arguments, "--for", "1s", "--state", state, place=place, code=1)
    state.write_text("{}")
    assert "is no saved strategy" in tw("strategy", "run", "sma", *QUICK, "--state", state, place=place, code=1)


def test_refusals_are_told_with_their_reason(place, tmp_path):
    limits = tmp_path / "limits.toml"
    limits.write_text("[order]\nmax-quantity = 5\n")
    told = rows(tw(
        "strategy", "run", "sma", *QUICK, "--quantity", 10, "--limits", limits, "--speed", 20, "--for", "10s", "--json",
        place=place))
    refused = of("refused", told)
    assert refused and {row["reason"] for row in refused} == {"order-quantity"}
    assert refused[0]["text"] == "a quantity of 10 is above 5"
    assert not of("fill", told) and told[-1]["refused"] == len(refused)


def test_a_loss_limit_flattens_and_stops(place, tmp_path):
    limits = tmp_path / "limits.toml"
    limits.write_text("[account]\nmax-daily-loss = 3\n")
    with running(place, "sma", *QUICK, "--limits", limits, "--speed", 20) as run:
        assert run.end() == 0
        assert run.told[-1]["because"] == "daily-loss" and run.told[-1]["positions"] == [0]


def test_kill_ends_a_run_and_leaves_it_flat(place, fast_gateway):
    with running(place, "sma", *QUICK, "--port", fast_gateway.port) as run:
        run.wait_for("fill")
        outcome, = rows(tw("kill", "--dry-run", "--json", "--port", fast_gateway.port, place=place))
        assert outcome["outcome"] == "would cancel, close and stop" and run.process.poll() is None
        outcome, = rows(tw("kill", "--json", "--port", fast_gateway.port, place=place))
        assert outcome["outcome"] == "flat"
        assert run.end() == 0
    assert run.told[-1]["because"] == "kill" and run.told[-1]["positions"] == [0]
    assert net(of("fill", run.told)) == 0
    assert rows(tw("positions", "--json", "--port", fast_gateway.port)) == []
    assert rows(tw("orders", "--all", "--json", "--port", fast_gateway.port)) == []


def test_kill_finds_a_run_by_its_state(place, tmp_path):
    state = tmp_path / "state.json"
    with running(place, "sma", *QUICK, "--speed", 20, "--state", state) as run:
        run.wait_for("fill")
        assert "is running with" in tw("strategy", "run", "sma", *QUICK, "--state", state, place=place, code=1)
        assert "no run with" in tw("kill", "--state", tmp_path / "other.json", place=place, code=1)
        outcome, = rows(tw("kill", "--json", "--state", state, place=place))
        assert outcome["outcome"] == "flat" and run.end() == 0


def test_kill_without_a_run_closes_everything(place, fast_gateway):
    port = ["--port", fast_gateway.port, "--json"]
    tw("buy", "AAPL", 100, *port)
    tw("sell", "ES", 1, *port)
    tw("buy", "MSFT", 10, "--limit", 1, *port)
    planned = rows(tw("kill", "--dry-run", *port, place=place))
    assert {row["outcome"] for row in planned} == {"would be cancelled", "would be closed"}
    assert len(rows(tw("positions", *port))) == 2
    done = rows(tw("kill", *port, place=place))
    assert [(row["what"], row["outcome"]) for row in done] == [
        ("order", "cancelled"), ("position", "closed"), ("position", "closed")]
    assert rows(tw("positions", *port)) == [] and rows(tw("orders", "--all", *port)) == []


def test_kill_goes_past_a_run_that_hangs(place, fast_gateway):
    with running(place, "sma", *QUICK, "--port", fast_gateway.port) as run:
        run.wait_for("fill")
        run.process.send_signal(signal.SIGSTOP)
        error = tw("kill", "--patience", 3, "--port", fast_gateway.port, place=place, code=1)
        assert f"process {run.process.pid} did not answer" in error
        assert rows(tw("positions", "--json", "--port", fast_gateway.port)) == []
        # It finds the switch turned when it goes on.
        run.process.send_signal(signal.SIGCONT)
        assert run.end() == 0
    assert run.told[-1]["because"] == "kill" and run.told[-1]["positions"] == [0]
    assert rows(tw("positions", "--json", "--port", fast_gateway.port)) == []


def test_a_run_that_died_is_cleaned_up_after(place, fast_gateway):
    with running(place, "sma", *QUICK, "--port", fast_gateway.port) as run:
        run.wait_for("fill")
        run.process.kill()
        run.process.wait(10)
        time.sleep(0.2)
        tw("kill", "--json", place=place)
    assert rows(tw("positions", "--json", "--port", fast_gateway.port)) == []
    assert "no gateway answers at 127.0.0.1:9" in tw("kill", "--port", 9, place=place, code=1)


@pytest.mark.parametrize("arguments, text", [
    (["smaa"], "there is no strategy smaa"), ([], "name a strategy"),
    (["sma", "--symbol", "AAPL", "--fats", "3"], "did you mean fast"),
    (["sma", "--symbol", "AAPL", "--port", "4001"], "add --live"),
    (["sma", "--symbol", "AAPL", "--for", "soon"], "write 30s"),
    (["sma", "--symbol", "AAPL", "--for", "-3s"], "write 30s"),
    (["sma", "--symbol", "AAPL", "--accounts", "U1234567"], "is a live account"),
    (["sma", "--symbol", "AAPL", "--limits", "none.toml"], "no such file"),
    (["sma", "--symbol", "AAPL", "--cash", "-5"], "--cash is not below zero"),
    (["sma", "--symbol", "AAPL", "--size", "half"], "half is no rule: write fixed:100"),
    (["sma"], "--symbol says what to trade"), (["pairs-eg"], "--symbol says what to trade"),
    (["pairs-eg", "--symbol", "AAPL"], "pairs-eg needs 2 instruments, not 1: give --symbol once for each"),
    (["pairs-eg", "--symbol", "AAPL", "--symbol", "aapl"], "--symbol aapl is there twice"),
    (["rsi2", "--symbol", "AAPL", "--exit", "1"], "2.0 to 500.0"),
])
def test_what_cannot_run_is_refused(place, arguments, text):
    done = subprocess.run(
        [PROGRAM, "strategy", "run", *arguments], capture_output=True, text=True, timeout=DEADLINE, env=place)
    assert done.returncode != 0 and text in done.stderr, done.stderr


def test_kill_needs_a_word_for_live_accounts(place):
    live = Gateway("--accounts", "U1234567")
    try:
        assert "is a live account" in tw("kill", "--port", live.port, place=place, code=1)
        tw("kill", "--port", live.port, "--live", place=place)
    finally:
        live.stop()
