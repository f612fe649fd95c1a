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
    assert told[-1]["reasons"] == f"order-quantity {len(refused)}"


def test_a_loss_limit_flattens_and_stops(place, tmp_path):
    limits = tmp_path / "limits.toml"
    limits.write_text("[account]\nmax-daily-loss = 3\n")
    with running(place, "sma", *QUICK, "--limits", limits, "--speed", 20) as run:
        assert run.end() == 3
        assert run.told[-1]["because"] == "daily-loss" and run.told[-1]["positions"] == [0]


def test_a_restart_is_no_way_round_a_loss_limit(place, tmp_path):
    limits, state = tmp_path / "limits.toml", tmp_path / "state.json"
    limits.write_text("[account]\nmax-daily-loss = 3\n")
    gateway = Gateway("--speed", "20")
    try:
        arguments = ["sma", *QUICK, "--limits", limits, "--state", state, "--port", gateway.port]
        for number in range(2):
            with running(place, *arguments) as run:
                assert run.end() == 3
                assert run.told[-1]["because"] == "daily-loss" and run.told[-1]["positions"] == [0]
                assert (number == 0) == bool(of("fill", run.told)), "the second run ends before it trades"
    finally:
        gateway.stop()


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
    (["sma", "--symbol", "AAPL", "--quantity", "0.5"], "AAPL is traded in steps of 1"),
    (["sma", "--symbol", "AAPL", "--state", "/nonexist/x"], "--state /nonexist/x: no such folder"),
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


def orders(gateway):
    return rows(tw("orders", "--json", "--all", "--port", gateway.port))


def held(gateway, symbol="MSFT"):
    account = {row["symbol"]: row["quantity"] for row in rows(tw("positions", "--json", "--port", gateway.port))}
    return account.get(symbol, 0)


TRAIL = ["price-trigger", "--symbol", "MSFT", "--level", 1, "--trail", 2, "--quantity", 50]


def wait_until(look):
    for _ in range(100):
        if look():
            return
        time.sleep(0.1)
    assert look()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_position_keeps_its_stop_over_a_restart(place, tmp_path, fast_gateway, end):
    common = [*TRAIL, "--port", fast_gateway.port, "--state", tmp_path / "s"]
    with running(place, *common) as run:
        run.wait_for("fill")
        wait_until(lambda: len(orders(fast_gateway)) == 1)
        run.process.send_signal(end)
        run.process.wait(DEADLINE)
    before, = orders(fast_gateway)
    with running(place, *common) as again:
        start, = again.wait_for("start")
        assert start["restored"] and start["positions"] == [50]
        assert any("1 orders of the run before are still at work" in row["text"] for row in of("note", again.told))
        time.sleep(2)
        assert orders(fast_gateway) == [before] or [row["id"] for row in orders(fast_gateway)] == [before["id"]]
        again.process.send_signal(signal.SIGINT)
        assert again.end() == 0
    assert held(fast_gateway) == 50 and again.told[-1]["fills"] == 0


def test_a_stop_that_is_gone_is_placed_again(place, tmp_path, fast_gateway):
    common = [*TRAIL, "--port", fast_gateway.port, "--state", tmp_path / "s"]
    with running(place, *common) as run:
        run.wait_for("fill")
        wait_until(lambda: len(orders(fast_gateway)) == 1)
        run.process.kill()
        run.process.wait(DEADLINE)
    tw("cancel", "all", "--port", fast_gateway.port)
    wait_until(lambda: orders(fast_gateway) == [])
    with running(place, *common) as again:
        again.wait_for("start")
        assert any("was gone and is placed again" in row["text"] for row in of("note", again.told))
        wait_until(lambda: len(orders(fast_gateway)) == 1)
    assert held(fast_gateway) == 50


def test_without_a_state_the_stop_is_cancelled_and_said(place, fast_gateway):
    with running(place, *TRAIL, "--port", fast_gateway.port) as run:
        run.wait_for("fill")
        wait_until(lambda: len(orders(fast_gateway)) == 1)
        run.process.send_signal(signal.SIGINT)
        assert run.end() == 0
    assert any("no order that protects" in row["text"] for row in of("note", run.told))
    assert orders(fast_gateway) == []


def test_a_kill_at_any_moment_repeats_nothing(place, tmp_path, fast_gateway):
    """Killed right after its first fill, before any save by the clock."""
    state = tmp_path / "s"
    common = [*TRAIL, "--port", fast_gateway.port, "--state", state]
    for delay in [0, 0.01, 0.05]:
        with running(place, *common) as run:
            if not state.exists():
                run.wait_for("fill")
            else:
                run.wait_for("start")
            time.sleep(delay)
            run.process.kill()
            run.process.wait(DEADLINE)
    with running(place, *common) as run:
        run.wait_for("start")
        wait_until(lambda: len(orders(fast_gateway)) == 1)
        time.sleep(2)
        assert held(fast_gateway) == 50 and len(orders(fast_gateway)) == 1


def test_an_order_that_the_gateway_rejects_is_told(place, tmp_path, fast_gateway):
    log = tmp_path / "log"
    with running(
            place, "price-trigger", "--symbol", "SPY", "--level", 1, "--quantity", 150000, "--port", fast_gateway.port,
            "--log", log) as run:
        refused, = run.wait_for("refused")
        run.process.send_signal(signal.SIGINT)
        assert run.end() == 0
    assert refused["reason"] == "gateway" and "201" in refused["text"] and refused["quantity"] == 150000
    assert run.told[-1]["refused"] == 1 and run.told[-1]["fills"] == 0
    assert of("refused", rows(log.read_text())) == [refused]


def test_flatten_closes_the_position_of_the_run_alone(place, fast_gateway):
    tw("sell", "MSFT", 80, "--port", fast_gateway.port)
    with running(place, *TRAIL, "--port", fast_gateway.port, "--flatten") as run:
        run.wait_for("fill")
        run.process.send_signal(signal.SIGINT)
        assert run.end() == 0
    assert run.told[-1]["positions"] == [0] and net(of("fill", run.told)) == 0
    assert held(fast_gateway) == -80


def test_the_profit_is_that_of_the_run(place, fast_gateway):
    tw("buy", "ES", 3, "--port", fast_gateway.port)
    with running(place, *TRAIL, "--port", fast_gateway.port, "--flatten") as run:
        fill = run.wait_for("fill")[0]
        time.sleep(2)
        run.process.send_signal(signal.SIGINT)
        assert run.end() == 0
    fills = of("fill", run.told)
    flow = sum(row["quantity"] * row["price"] * (-1 if row["side"] == "buy" else 1) for row in fills)
    assert abs(run.told[-1]["profit"] - (flow - run.told[-1]["fees"])) < 0.02


def test_limits_count_what_is_on_its_way(place, tmp_path):
    limits = tmp_path / "l.toml"
    limits.write_text("[position]\nmax-gross = 120000\n")
    told = rows(tw(
        "strategy", "run", "rebalance", "--symbol", "AAPL", "--symbol", "IBM", "--symbol", "MSFT", "--gross", 0.3,
        "--limits", limits, "--speed", 20, "--for", "12s", "--json", place=place))
    bought = {row["symbol"] for row in of("fill", told)}
    assert len(bought) == 1 and {row["reason"] for row in of("refused", told)} == {"gross-exposure"}


def test_warming_up_sends_nothing_and_counts_for_nothing(place, fast_gateway):
    with running(place, *TRAIL, "--warm-up", 20, "--port", fast_gateway.port) as run:
        fill = run.wait_for("fill")[0]
        assert fill["quantity"] == 50


def test_kill_tells_a_gateway_once(place, fast_gateway):
    for client in range(3):
        with running(place, *TRAIL, "--port", fast_gateway.port, "--client-id", 50 + client) as run:
            run.wait_for("start")
            run.process.kill()
            run.process.wait(10)
    done = tw("kill", "--port", fast_gateway.port, place=place)
    assert done.count("no orders, no positions") + done.count("outcome") <= 1, done


def test_a_bracket_is_known_again_and_placed_again_as_one(place, tmp_path, fast_gateway):
    common = [*QUICK, "--take-profit", 0.5, "--stop-loss", 0.5, "--port", fast_gateway.port, "--state", tmp_path / "s"]
    with running(place, "sma", *common) as run:
        run.wait_for("fill")
        wait_until(lambda: len(orders(fast_gateway)) == 2)
        run.process.kill()
        run.process.wait(DEADLINE)
    before = held(fast_gateway, "AAPL")
    # The crossover may trade on as soon as it goes on: the notes tell what it began with.
    with running(place, "sma", *common) as again:
        start, = again.wait_for("start")
        assert start["positions"] == [before]
        assert any("2 orders of the run before are still at work" in row["text"] for row in of("note", again.told))
        again.process.kill()
        again.process.wait(DEADLINE)
    tw("cancel", "all", "--port", fast_gateway.port)
    wait_until(lambda: orders(fast_gateway) == [])
    before = held(fast_gateway, "AAPL")
    with running(place, "sma", *common) as last:
        start, = last.wait_for("start")
        assert start["positions"] == [before]
        notes = [row["text"] for row in of("note", last.told) if "is placed again" in row["text"]]
        assert len(notes) == (2 if before else 0), last.told
    assert abs(held(fast_gateway, "AAPL")) <= 1
