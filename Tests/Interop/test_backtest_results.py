"""What `tw backtest` says of contracts, currencies, orders and splits, reckoned again here."""

import csv
import json

import pytest

from test_commands import daily, tw


def bars(folder, name, prices):
    file = folder / f"{name}.csv"
    file.write_text("time,open,high,low,close,volume\n" + "".join(
        f"2026-03-{2 + day:02},{price},{price},{price},{price},100000\n" for day, price in enumerate(prices)))
    return file


def trigger(file, *options, fees="none", quantity=100):
    return json.loads(tw(
        "backtest", "--strategy", "price-trigger", "--data", file, "--level", 0.01, "--trail", 90, "--quantity", quantity,
        "--fees", fees, "--json", *options))


def test_a_contract_of_ones_own(tmp_path):
    file = bars(tmp_path, "MES", [1000, 1000, 1010])
    plain, micro = trigger(file, fees="fixed", quantity=2), trigger(
        file, "--contract", "MES:future,multiplier=5,tick=0.25,fee=0.57,margin=2400", fees="fixed", quantity=2)
    assert (plain["profit"], micro["profit"]) == (20 - 1, 100 - 2 * 0.57)
    assert plain["contracts"] == [{"symbol": "MES", "kind": "STK", "currency": "USD", "multiplier": 1, "tick": 0.01}]
    assert micro["contracts"] == [{"symbol": "MES", "kind": "FUT", "currency": "USD", "multiplier": 5, "tick": 0.25}]
    tight = ["--contract", "MES:future,multiplier=5,margin=600000"]
    assert trigger(file, *tight, quantity=2)["refused_orders"] == 1, "two cost more margin than there is"
    for text, problem in [
        ("MES", "a name, a colon and a kind"), ("MES:bond", "bond is no kind"), ("MES:future,tick=0", "above zero"),
        ("MES:future,fee", "no key=value"), ("MES:stock,fee=1", "fee is no key of a stock"),
        ("XYZ:stock", "no --data file has this name"), ("MES:pair", "base=XAU"),
    ]:
        assert problem in tw("backtest", "--data", file, "--contract", text, code=64), text


def test_other_currencies(tmp_path):
    cross = bars(tmp_path, "EURGBP", [0.85, 0.85, 0.80])
    assert "--rate GBP=1.25" in tw("backtest", "--data", cross, code=64)
    result = trigger(cross, "--rate", "GBP=1.25", quantity=100_000)
    assert result["profit"] == pytest.approx(-0.05 * 100_000 * 1.25)
    assert result["open_trades"][0]["profit"] == pytest.approx(result["profit"])
    assert result["equity"][-1]["gross"] == pytest.approx(100_000 * 0.80 * 1.25)
    share = bars(tmp_path, "VOD", [70, 70, 72])
    pounds = trigger(share, "--contract", "VOD:stock,currency=GBP,tick=0.05", "--rate", "GBP=1.25")
    assert pounds["profit"] == 2 * 100 * 1.25
    assert "write GBP=1.27" in tw("backtest", "--data", share, "--rate", "GBP", code=64)


def test_orders_and_exposure(tmp_path):
    file, folder = daily(tmp_path, "AAA", 5), tmp_path / "out"
    options = ["--data", file, "--fast", 3, "--slow", 9, "--quantity", 50, "--take-profit", 0.02, "--stop-loss", 0.01]
    result = json.loads(tw("backtest", *options, "--json", "--csv", folder))
    tables = {name: list(csv.DictReader((folder / f"{name}.csv").open())) for name in ("orders", "fills", "equity")}
    orders, fills, equity = result["orders"], tables["fills"], result["equity"]
    assert {order["status"] for order in orders} <= {"filled", "working", "cancelled", "refused"}
    filled = [order for order in orders if order["status"] == "filled"]
    assert len(filled) == len(fills) > 20 and len(orders) == len(tables["orders"]) > len(filled)
    assert sorted((order["side"], order["average_price"]) for order in filled) == sorted(
        (fill["side"], float(fill["price"])) for fill in fills)
    # A target sells above its entry; a bracket's target and stop never both fill.
    for handle in {order["order"] for order in orders if order["part"] == "target"}:
        exits = [order["status"] for order in orders if order["order"] == handle and order["part"] != "entry"]
        assert exits.count("filled") <= 1
    assert sum(float(fill["fee"]) for fill in fills) == pytest.approx(result["fees"])
    closes = {row["time"][:10]: float(row["close"]) for row in csv.DictReader(file.open())}
    held, place = 0, 0
    for entry, row in zip(equity, tables["equity"], strict=True):
        while place < len(fills) and fills[place]["time"] <= entry["time"]:
            held += int(fills[place]["quantity"]) * (1 if fills[place]["side"] == "buy" else -1)
            place += 1
        assert entry["net"] == pytest.approx(held * closes[entry["time"][:10]])
        assert entry["gross"] == abs(entry["net"]) == float(row["gross"])


def test_a_split_is_no_signal(tmp_path):
    """The same prices with and without a split give the same trades in another number of shares."""
    prices = [100 + 10 * ((day * 7) % 5) for day in range(25)]
    whole = bars(tmp_path, "AAA", prices)
    split = bars(tmp_path, "BBB", [price if day < 12 else price / 2 for day, price in enumerate(prices)])
    actions = tmp_path / "actions.csv"
    actions.write_text("date,kind,value\n2026-03-14,split,2\n")
    options = ["--fast", 2, "--slow", 4, "--quantity", 10, "--fees", "none", "--json"]
    one = json.loads(tw("backtest", "--data", whole, *options))
    two = json.loads(tw("backtest", "--data", split, "--actions", actions, *options))
    assert one["profit"] == two["profit"] and len(one["trades"]) == len(two["trades"]) > 3
    for first, second in zip(one["trades"], two["trades"]):
        times = 1 if second["entered"] < "2026-03-14" else 2
        if not second["entered"] < "2026-03-14" <= second["exited"]:
            assert second["quantity"] == times * first["quantity"] and second["entry"] * times == first["entry"]
        assert first["profit"] == second["profit"]
