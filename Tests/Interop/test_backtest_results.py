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


def test_stops_and_orders_go_through_a_split(tmp_path):
    """Raw prices with a split give what the same prices adjusted give, brackets and trailing stops included."""
    prices = [100 + 10 * ((day * 7) % 5) + day % 3 for day in range(25)]
    whole = bars(tmp_path, "AAA", prices)
    split = bars(tmp_path, "BBB", [price if day < 12 else price / 2 for day, price in enumerate(prices)])
    actions = tmp_path / "actions.csv"
    actions.write_text("date,kind,value\n2026-03-14,split,2\n")
    for options in (
        ["--fast", 1, "--slow", 2, "--short", 0], ["--fast", 2, "--slow", 3, "--take-profit", 0.1, "--stop-loss", 0.04],
        ["--strategy", "price-trigger", "--level", 105, "--trail", 12],
    ):
        options += ["--quantity", 10, "--fees", "none", "--json"]
        one = json.loads(tw("backtest", "--data", whole, *options))
        two = json.loads(tw("backtest", "--data", split, "--actions", actions, *options))
        assert len(one["fills" if "fills" in one else "orders"]) == len(two["fills" if "fills" in two else "orders"])
        assert one["profit"] == two["profit"], options
        assert [t["profit"] for t in one["trades"]] == [t["profit"] for t in two["trades"]]


def test_options_without_effect_are_refused(tmp_path):
    quotes = tmp_path / "QQQ.csv"
    quotes.write_text("time,bid,ask,bid_size,ask_size\n" + "".join(
        f"2020-01-06 09:3{minute}:00,{bid},{ask},10,10\n" for minute, (bid, ask) in enumerate(
            [(100, 100.1), (101, 101.1), (105, 9), (101, 101.1), (101, 101.1)])))
    options = ["--strategy", "price-trigger", "--level", 100.5, "--trail", 50, "--quantity", 5]
    assert "--volume-share is for bars" in tw("backtest", "--data", quotes, *options, "--volume-share", 0.1, code=64)
    assert "--fill path is for bars" in tw("backtest", "--data", quotes, *options, "--fill", "path", code=64)
    result = json.loads(tw("backtest", "--data", quotes, *options, "--fees", "none", "--json"))
    assert [order["average_price"] for order in result["orders"]][:1] == [101.1], "not the ask below the bid"
    plain = tmp_path / "PPP.csv"
    plain.write_text("time,open,high,low,close\n2020-01-06,1,1,1,1\n2020-01-07,1,1,1,1\n")
    for option in (["--volume-share", 0.1], ["--slippage", "volume:0.1"]):
        assert "add the column volume" in tw("backtest", "--data", plain, *option, code=64)
    penny = bars(tmp_path, "NNN", [0.0019, 0.0022, 0.002])
    assert "--contract NNN:stock,tick=0.0001" in tw("backtest", "--data", penny, code=64)
    tw("backtest", "--data", penny, "--contract", "NNN:stock,tick=0.0001")
    twice = ["--contract", "PPP:stock", "--contract", "PPP:stock,tick=1"]
    assert "--contract PPP is there twice" in tw("backtest", "--data", plain, *twice, code=64)


def test_bars_of_several_lengths(tmp_path):
    """An order within a longer bar gets its close; times then are those of ends and never run backwards."""
    five, one = tmp_path / "FIVE.csv", tmp_path / "ONE.csv"
    five.write_text("time,open,high,low,close,volume\n" + "".join(
        f"2020-01-06 10:{minute:02}:00,{price},{price + 5},{price},{price + 5},99999\n"
        for minute, price in ((0, 100), (5, 110), (10, 120), (15, 120))))
    one.write_text("time,open,high,low,close,volume\n" + "".join(
        f"2020-01-06 10:{minute:02}:00,50,50,50,50,99999\n" for minute in range(7, 20)))
    out = tmp_path / "out"
    tw("backtest", "--strategy", "rebalance", "--every", 1000, "--drift", 1, "--data", five, one, "--fees", "none", "--csv", out)
    fills = list(csv.DictReader((out / "fills.csv").open()))
    first, = [fill for fill in fills if fill["symbol"] == "FIVE"][:1]
    assert (first["time"], float(first["price"])) == ("2020-01-06 15:10:00Z", 115)
    times = [row["time"] for row in csv.DictReader((out / "equity.csv").open())]
    assert times == sorted(times)
    assert "needs bars of one length" in tw(
        "backtest", "--strategy", "rebalance", "--data", five, one, "--fill", "same-close", code=64)
