"""What a run tells of itself: after restarts, beside others in its account, and at its end."""

import json
import signal
import subprocess
import time

import pytest

from conftest import PROGRAM, Gateway
from test_strategy import DEADLINE, fast_gateway, held, net, of, orders, place, rows, running, tw  # noqa: F401

LARGE = ["sma", "--symbol", "AAPL", "--fast", 2, "--slow", 4]


def account_value(gateway, name="NetLiquidation"):
    told = rows(tw("account", "--json", "--port", gateway.port))
    return next(row["amount"] for row in told if row["value"] == name)


@pytest.mark.parametrize("limit", ["[account]\nmax-daily-loss = 5000\n", "[account]\nmax-drawdown-percent = 1\n"])
@pytest.mark.parametrize("share", [1, 0.5])
def test_a_position_closed_between_two_runs_is_no_loss(place, tmp_path, fast_gateway, limit, share):
    limits = tmp_path / "limits.toml"
    limits.write_text(limit)
    common = [*LARGE, "--quantity", 200, "--port", fast_gateway.port, "--state", tmp_path / "s"]
    with running(place, *common) as run:
        run.wait_for("fill")
        run.process.send_signal(signal.SIGINT)
        assert run.end() == 0
    left = run.told[-1]["positions"][0]
    assert left != 0
    tw("sell" if left > 0 else "buy", "AAPL", round(abs(left) * share), "--port", fast_gateway.port)
    wait_until_held(fast_gateway, "AAPL", left - round(left * share))
    before = account_value(fast_gateway)
    end = rows(tw("strategy", "run", *common, "--for", "5s", "--limits", limits, "--json", place=place))[-1]
    assert end["because"] == "time"
    assert abs(end["profit"]) < 3000 and abs(end["equity"] - account_value(fast_gateway)) < 3000
    # What the account gained or lost meanwhile is what the run says that it did.
    assert abs(end["equity"] - before - end["profit"]) < 200


def wait_until_held(gateway, symbol, quantity):
    for _ in range(100):
        if held(gateway, symbol) == quantity:
            return
        time.sleep(0.1)
    assert held(gateway, symbol) == quantity


def test_a_restart_while_an_order_fills_counts_each_fill_once(place, tmp_path):
    """Killed right after the first part of a large order has filled, and begun again at once."""
    log = tmp_path / "log"
    gateway = Gateway("--speed", "20", "--cash", "100000000")
    try:
        common = [*LARGE, "--quantity", 20000, "--port", gateway.port, "--state", tmp_path / "s", "--log", log]
        for _ in range(12):
            with running(place, *common) as run:
                start, = run.wait_for("start")
                run.wait_for("fill", len(of("fill", run.told)) + 1)
                run.process.kill()
                run.process.wait(10)
            told = rows(log.read_text())
            assert start["positions"] == [net(of("fill", told[:told.index(start)]))]
        end = rows(tw("strategy", "run", *common, "--for", "3s", "--flatten", "--json", place=place))[-1]
        fills = of("fill", rows(log.read_text()))
        assert len({row["execution"] for row in fills}) == len(fills)
        assert end["positions"] == [0] and net(fills) == 0
        assert held(gateway, "AAPL") == 0 and orders(gateway) == []
    finally:
        gateway.stop()


def test_an_order_that_is_lost_is_told_with_the_time(place, tmp_path):
    gateway = Gateway("--speed", "20", "--cash", "100000000")
    try:
        common = [*LARGE, "--quantity", 20000, "--port", gateway.port, "--state", tmp_path / "s"]
        with running(place, *common) as run:
            run.wait_for("fill")
            run.process.kill()
            run.process.wait(10)
        tw("cancel", "all", "--port", gateway.port)
        told = rows(tw("strategy", "run", *common, "--for", "1s", "--json", place=place))
        lost = [row for row in of("refused", told) if row["reason"] == "lost"]
        assert len(lost) == 1 and lost[0]["time"].startswith("2026-11-18"), told
    finally:
        gateway.stop()


def test_realized_is_what_the_fills_of_the_run_made(place, fast_gateway):
    tw("sell", "AAPL", 700, "--port", fast_gateway.port)
    told = rows(tw(
        "strategy", "run", *LARGE, "--quantity", 200, "--port", fast_gateway.port, "--flatten", "--for", "12s", "--json",
        place=place))
    end = told[-1]
    fills = of("fill", told)
    flow = sum(row["quantity"] * row["price"] * (-1 if row["side"] == "buy" else 1) for row in fills)
    assert len(fills) > 3 and end["positions"] == [0]
    assert abs(end["realized"] - (flow - end["fees"])) < 0.02 and abs(end["realized"] - end["profit"]) < 0.02
    # It is in the market from its first fill on: the first opens, and each that follows closes something.
    assert 0 < end["closing_fills"] < len(fills) and 0 <= end["won"] <= end["closing_fills"]
    # Nobody turned the kill switch: the end of a run refuses nothing.
    assert end["refused"] == 0 and not of("refused", told)


def test_a_kill_names_what_is_of_others(place, fast_gateway):
    port = ["--port", fast_gateway.port]
    with running(place, *LARGE, *port) as run:
        run.wait_for("fill")
        tw("buy", "MSFT", 33, *port)
        tw("buy", "MSFT", 10, "--limit", 1, *port)
        run.wait_for("fill", 2)
        first, *rest = rows(tw("kill", "--json", *port, place=place))
        assert first["outcome"] == "flat"
        assert run.end() == 0
    assert [(row["what"], row["symbol"], row["quantity"], row["outcome"]) for row in rest] == [
        ("order", "MSFT", 10, "left: of others"), ("position", "MSFT", 33, "left: of others")]
    # No run is left: the same command closes the rest.
    rows(tw("kill", "--json", *port, place=place))
    assert rows(tw("positions", "--json", *port)) == [] and orders(fast_gateway) == []


@pytest.mark.parametrize("command", [
    ["gateway", "--port", 70000], ["gateway", "--port", 65536], ["gateway", "--port=-1"], ["up", "--port", 70000],
    ["positions", "--port", 70000], ["buy", "AAPL", 1, "--port", 0], ["kill", "--port", 69538],
    ["strategy", "run", "sma", "--symbol", "AAPL", "--port", 80918], ["doctor", "--port=-4002"],
])
def test_no_port_beyond_the_last(place, command):
    done = subprocess.run(
        [PROGRAM, *map(str, command)], capture_output=True, text=True, timeout=DEADLINE, env=place)
    assert done.returncode != 0 and "65535" in done.stderr + done.stdout, done.stderr + done.stdout


@pytest.mark.parametrize("command, text", [
    (["gateway", "--accounts", "DU1,DU1"], "DU1 is there twice"),
    (["gateway", "--accounts", "DU1,,DU2"], "a name is empty"),
    (["gateway", "--accounts", ""], "a name is empty"),
    (["strategy", "run", "sma", "--symbol", ""], "--symbol is empty"),
])
def test_empty_and_double_names_are_refused(place, command, text):
    done = subprocess.run(
        [PROGRAM, *command], capture_output=True, text=True, timeout=DEADLINE, env=place)
    assert done.returncode != 0 and text in done.stderr, done.stderr


def test_an_empty_symbol_is_no_contract(fast_gateway):
    assert "the symbol is empty" in tw("contract", "", "--port", fast_gateway.port, code=1)


def minutes(folder, count=200):
    file = folder / "AAPL.csv"
    lines = ["time,open,high,low,close,volume"]
    for index in range(count):
        price = 100 + index
        lines.append(f"2024-03-04T{14 + (30 + index) // 60}:{(30 + index) % 60:02}:00Z,{price},{price},{price},{price},1000")
    file.write_text("\n".join(lines) + "\n")
    return file


def test_a_replay_with_recorded_times_begins_at_its_start(place, tmp_path):
    file = minutes(tmp_path)
    common = ["strategy", "run", "sma", "--symbol", "AAPL", "--data", file, "--clock", "recorded", "--fast", 1, "--slow", 2]
    error = tw(*common, "--start", "2024-03-05T10:00", place=place, code=64)
    assert "AAPL.csv has 2024-03-04T14:30:00Z to 2024-03-04T17:50:00Z" in error and "--start" in error
    gateway = Gateway("--data", str(file), "--clock", "recorded", "--start", "2024-03-04T14:40:00Z")
    try:
        assert "the gateway's clock shows 2024-03-04T14:40" in tw("doctor", "--port", gateway.port).replace(" 14", "T14")
    finally:
        gateway.stop()


def test_the_end_of_a_replay_is_said_once(place, tmp_path):
    file = minutes(tmp_path, 20)
    done = subprocess.run(
        [PROGRAM, "strategy", "run", "sma", "--symbol", "AAPL", "--fast", "2", "--slow", "3", "--data", str(file),
         "--clock", "recorded", "--start", "2024-03-04T14:49:00Z", "--speed", "60", "--for", "4s", "--json"],
        capture_output=True, text=True, timeout=DEADLINE, env=place)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("has ended at 2024-03-04T14:50:00Z; AAPL stands still until it starts over") == 1


def test_what_is_left_at_work_without_a_state(place):
    gateway = Gateway("--speed", "20")
    with running(
            place, "price-trigger", "--symbol", "MSFT", "--level", 1, "--trail", 2, "--quantity", 50, "--port",
            gateway.port) as run:
        run.wait_for("fill")
        for _ in range(100):
            if len(orders(gateway)) == 1:
                break
            time.sleep(0.1)
        gateway.stop()
        assert run.end() == 1
    notes = [row["text"] for row in of("note", run.told)]
    assert any("without --state no run will follow them" in text for text in notes), notes


@pytest.mark.parametrize("share", [1, 0.4])
def test_what_is_closed_by_hand_is_not_closed_again(place, tmp_path, share):
    """A limit that fires after the position was closed from outside sells nothing that is not there any more."""
    limits = tmp_path / "limits.toml"
    limits.write_text("[account]\nmax-daily-loss = 100\n")
    gateway = Gateway("--speed", "20")
    try:
        with running(
            place, "price-trigger", "--symbol", "AAPL", "--level", 10, "--trail", 50, "--quantity", 500, "--port",
            gateway.port, "--limits", limits,
        ) as run:
            run.wait_for("fill")
            wait_until_held(gateway, "AAPL", 500)
            by_hand = round(500 * share)
            tw("sell", "AAPL", by_hand, "--port", gateway.port)
            wait_until_held(gateway, "AAPL", 500 - by_hand)
            note = next(line for line in run.wait_for("note") if "somebody else closed" in line["text"])
            assert f"500 were held and {500 - by_hand} are" in note["text"]
            # Lose more than the limit by other trades.
            for side in ("buy", "sell") * 10:
                if held(gateway, "MSFT") in (0, 2000):
                    tw(side, "MSFT", 2000, "--port", gateway.port)
                    wait_until_held(gateway, "MSFT", 2000 if side == "buy" else 0)
                if of("end", run.told):
                    break
            assert run.end() == 3
        assert run.told[-1]["because"] == "daily-loss" and run.told[-1]["positions"] == [0]
        assert held(gateway, "AAPL") == 0
    finally:
        gateway.stop()
