"""ib_async 2.1 (text, version 178) trades on the gateway."""

import asyncio
import time

import pytest
from ib_async import IB, Forex, Future, LimitOrder, MarketOrder, Stock

DEADLINE = 15


@pytest.fixture
def ib(gateway, client_id):
    asyncio.set_event_loop(asyncio.new_event_loop())
    connection = IB()
    connection.RequestTimeout = DEADLINE
    connection.errors = []
    connection.errorEvent += lambda *arguments: connection.errors.append(arguments)
    connection.connect("127.0.0.1", gateway.port, clientId=client_id, timeout=DEADLINE, raiseSyncErrors=True)
    yield connection
    connection.disconnect()


def until(ib, condition, seconds=DEADLINE):
    """Lets events come in until the condition holds; fails at the deadline."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} s; errors: {ib.errors[-5:]}"
        ib.waitOnUpdate(timeout=0.2)


def contract(ib, symbol="AAPL"):
    made = Stock(symbol, "SMART", "USD")
    assert ib.qualifyContracts(made)
    return made


def test_connecting(ib):
    assert ib.client.serverVersion() == 178
    assert ib.managedAccounts() == ["DU1000001"]
    assert ib.reqCurrentTime()


def test_contracts(ib):
    apple = contract(ib)
    assert apple.conId > 0 and apple.primaryExchange
    details = ib.reqContractDetails(apple)[0]
    assert details.minTick == pytest.approx(0.01) and details.tradingHours and details.timeZoneId
    series = ib.reqContractDetails(Future("ES", exchange="CME"))
    assert len(series) >= 2 and series[0].contract.multiplier == "50"
    assert ib.reqContractDetails(Forex("EURUSD"))[0].contract.localSymbol == "EUR.USD"
    assert ib.reqContractDetails(Stock("NOSUCHTHING", "SMART", "USD")) == []
    assert ib.errors[-1][1] == 200


@pytest.mark.parametrize("what", ["TRADES", "MIDPOINT", "BID", "ASK"])
@pytest.mark.parametrize("size, duration", [("1 min", "3600 S"), ("1 hour", "2 D"), ("1 day", "10 D")])
def test_history(ib, what, size, duration):
    bars = ib.reqHistoricalData(contract(ib), "", duration, size, what, False)
    assert len(bars) >= 5
    for bar in bars:
        assert bar.low <= min(bar.open, bar.close) <= max(bar.open, bar.close) <= bar.high
    assert [bar.date for bar in bars] == sorted(bar.date for bar in bars)


def test_history_that_keeps_up(ib):
    bars = ib.reqHistoricalData(contract(ib), "", "3600 S", "1 min", "TRADES", False, keepUpToDate=True)
    updates = []
    bars.updateEvent += lambda *arguments: updates.append(arguments)
    until(ib, lambda: updates)
    ib.cancelHistoricalData(bars)


def test_head_timestamp(ib):
    assert ib.reqHeadTimeStamp(contract(ib), "TRADES", False, 1)


def test_streaming_and_snapshot(ib):
    apple = contract(ib)
    ticker = ib.reqMktData(apple)
    until(ib, lambda: ticker.bid > 0 and ticker.ask > 0 and ticker.bid <= ticker.ask)
    first = ticker.time
    until(ib, lambda: ticker.time != first)
    ib.cancelMktData(apple)
    snapshot = ib.reqTickers(contract(ib, "MSFT"))[0]
    assert snapshot.bid > 0 and snapshot.ask >= snapshot.bid


@pytest.mark.parametrize("kind", ["Last", "AllLast", "BidAsk", "MidPoint"])
def test_tick_by_tick(ib, kind):
    apple = contract(ib)
    ticker = ib.reqTickByTickData(apple, kind)
    until(ib, lambda: ticker.tickByTicks, 30)
    ib.cancelTickByTickData(apple, kind)


@pytest.mark.parametrize("smart", [False, True])
def test_market_depth(ib, smart):
    apple = contract(ib)
    ticker = ib.reqMktDepth(apple, numRows=5, isSmartDepth=smart)
    until(ib, lambda: len(ticker.domBids) == 5 and len(ticker.domAsks) == 5)
    ib.sleep(1)
    bids, asks = [level.price for level in ticker.domBids], [level.price for level in ticker.domAsks]
    assert bids == sorted(bids, reverse=True) and asks == sorted(asks) and bids[0] < asks[0]
    assert len(set(bids)) == 5 and all(level.size > 0 for level in ticker.domBids + ticker.domAsks)
    ib.cancelMktDepth(apple, isSmartDepth=smart)
    assert any(found.exchange == "NASDAQ" for found in ib.reqMktDepthExchanges())


def test_real_time_bars(ib):
    bars = ib.reqRealTimeBars(contract(ib), 5, "TRADES", False)
    # One every five seconds, whether there were trades or not.
    until(ib, lambda: len(bars) >= 2, 20)
    assert (bars[1].time - bars[0].time).total_seconds() == 5
    ib.cancelRealTimeBars(bars)


def test_bracket_fills_its_parent(ib):
    apple = contract(ib)
    ticker = ib.reqTickers(apple)[0]
    orders = ib.bracketOrder("BUY", 10, round(ticker.ask * 1.01, 2), round(ticker.ask * 1.3, 2), round(ticker.bid * 0.7, 2))
    trades = [ib.placeOrder(apple, order) for order in orders]
    until(ib, lambda: trades[0].orderStatus.status == "Filled")
    until(ib, lambda: all(trade.orderStatus.status in ("Submitted", "PreSubmitted") for trade in trades[1:]))
    until(ib, lambda: trades[0].fills and trades[0].fills[0].commissionReport.commission > 0)
    assert sum(fill.execution.shares for fill in trades[0].fills) == 10
    assert any(fill.execution.execId == trades[0].fills[0].execution.execId for fill in ib.reqExecutions())
    until(ib, lambda: any(position.contract.symbol == "AAPL" for position in ib.positions()))
    # A child that is cancelled by hand leaves its sibling at work: only a fill ends the group.
    ib.cancelOrder(trades[1].order)
    until(ib, lambda: trades[1].isDone())
    assert not trades[2].isDone()
    ib.cancelOrder(trades[2].order)
    until(ib, lambda: trades[2].isDone())
    assert any(error[1] == 202 for error in ib.errors)


def test_modify_and_cancel(ib):
    apple = contract(ib)
    low = round(ib.reqTickers(apple)[0].bid * 0.5, 2)
    order = LimitOrder("BUY", 5, low, tif="GTC")
    trade = ib.placeOrder(apple, order)
    until(ib, lambda: trade.orderStatus.status == "Submitted")
    order.lmtPrice, order.totalQuantity = low + 1, 7
    ib.placeOrder(apple, order)
    until(ib, lambda: trade.orderStatus.remaining == 7)
    assert any(open_trade.order.lmtPrice == low + 1 for open_trade in ib.openTrades())
    assert ib.reqAllOpenOrders()
    ib.cancelOrder(order)
    until(ib, lambda: trade.orderStatus.status == "Cancelled")
    assert any(done.order.permId == trade.order.permId for done in ib.reqCompletedOrders(True))


def test_what_if(ib):
    state = ib.whatIfOrder(contract(ib), MarketOrder("BUY", 100))
    assert float(state.initMarginChange) > 0 and state.commission > 0


def test_account(ib):
    values = {value.tag: value.value for value in ib.accountValues()}
    assert float(values["NetLiquidation"]) > 0 and "BuyingPower" in values
    summary = {value.tag: value.value for value in ib.accountSummary()}
    assert float(summary["NetLiquidation"]) > 0
    profit = ib.reqPnL("DU1000001")
    until(ib, lambda: profit.dailyPnL == profit.dailyPnL)
    ib.cancelPnL("DU1000001")


def test_rejections(ib):
    apple = contract(ib)
    odd = ib.placeOrder(apple, LimitOrder("BUY", 1, 10.12345))
    until(ib, lambda: any(error[0] == odd.order.orderId and error[1] == 110 for error in ib.errors))
    vast = ib.placeOrder(apple, LimitOrder("BUY", 10_000_000, 100.0))
    until(ib, lambda: any(error[0] == vast.order.orderId and error[1] == 201 for error in ib.errors))


def test_same_client_id_is_refused(ib, gateway):
    second = IB()
    codes = []
    second.errorEvent += lambda *arguments: codes.append(arguments[1])
    with pytest.raises(Exception):
        second.connect("127.0.0.1", gateway.port, clientId=ib.client.clientId, timeout=5)
    assert 326 in codes
    second.disconnect()
