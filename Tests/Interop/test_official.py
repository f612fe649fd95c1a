"""The official Python client 10.51 (protobuf, version 226) trades on the gateway."""

import time
from decimal import Decimal

import pytest
from ibapi.execution import ExecutionFilter
from ibapi.order_cancel import OrderCancel
from official_client import Application, order, stock


@pytest.fixture
def ib(gateway, client_id):
    application = Application().start(gateway.port, client_id)
    application.wait("nextValidId")
    yield application
    application.disconnect()


def quote(ib, contract):
    """(bid, ask) of a contract."""
    request = ib.request_id()
    ib.reqMktData(request, contract, "", True, False, [])
    bid = ib.wait("tickPrice", reqId=request, tickType=1)["price"]
    ask = ib.wait("tickPrice", reqId=request, tickType=2)["price"]
    return bid, ask


def test_connecting(ib):
    assert ib.serverVersion() == 226
    assert "DU1000001" in ib.wait("managedAccounts")["accountsList"]
    for code in (2104, 2106, 2158):
        ib.wait("error", errorCode=code, reqId=-1)


def test_time_and_user(ib):
    ib.reqCurrentTime()
    assert abs(ib.wait("currentTime")["time"] - time.time()) < 86400 * 3660
    ib.reqCurrentTimeInMillis()
    assert ib.wait("currentTimeInMillis")["timeInMillis"] > 10**12
    request = ib.request_id()
    ib.reqUserInfo(request)
    ib.wait("userInfo", reqId=request)


def test_contract_details(ib):
    request = ib.request_id()
    ib.reqContractDetails(request, stock("AAPL"))
    details = ib.wait("contractDetails", reqId=request)["contractDetails"]
    ib.wait("contractDetailsEnd", reqId=request)
    assert details.contract.conId > 0
    assert details.contract.symbol == "AAPL" and details.contract.currency == "USD"
    assert details.minTick == pytest.approx(0.01)
    assert "SMART" in details.validExchanges and "LMT" in details.orderTypes
    assert details.timeZoneId and details.tradingHours and details.liquidHours and details.marketRuleIds
    assert details.longName


def test_future_series_and_forex(ib):
    series = stock("ES", "CME")
    series.secType = "FUT"
    request = ib.request_id()
    ib.reqContractDetails(request, series)
    ib.wait("contractDetailsEnd", reqId=request)
    found = [call["contractDetails"] for call in ib.all("contractDetails", reqId=request)]
    assert len(found) >= 2
    assert all(Decimal(details.contract.multiplier) == 50 for details in found)
    assert all(details.contract.lastTradeDateOrContractMonth for details in found)
    pair = stock("EUR", "IDEALPRO")
    pair.secType = "CASH"
    request = ib.request_id()
    ib.reqContractDetails(request, pair)
    assert ib.wait("contractDetails", reqId=request)["contractDetails"].contract.localSymbol == "EUR.USD"


def test_unknown_contract_is_200(ib):
    request = ib.request_id()
    ib.reqContractDetails(request, stock("NOSUCHTHING"))
    ib.wait("error", reqId=request, errorCode=200)


def test_matching_symbols(ib):
    request = ib.request_id()
    ib.reqMatchingSymbols(request, "AA")
    found = ib.wait("symbolSamples", reqId=request)["contractDescriptions"]
    assert any(description.contract.symbol == "AAPL" for description in found)


@pytest.mark.parametrize("what", ["TRADES", "MIDPOINT", "BID", "ASK"])
@pytest.mark.parametrize("size, duration", [("1 min", "1800 S"), ("5 mins", "1 D"), ("1 hour", "2 D"), ("1 day", "10 D")])
def test_history(ib, what, size, duration):
    request = ib.request_id()
    ib.reqHistoricalData(request, stock("AAPL"), "", duration, size, what, 0, 1, False, [])
    ib.wait("historicalDataEnd", reqId=request)
    bars = [call["bar"] for call in ib.all("historicalData", reqId=request)]
    assert len(bars) >= 5
    assert [bar.date for bar in bars] == sorted(bar.date for bar in bars)
    for bar in bars:
        assert bar.low <= min(bar.open, bar.close) <= max(bar.open, bar.close) <= bar.high


def test_history_of_bids_and_asks_together(ib):
    """One bar of both: the lowest bid is not above the highest ask, and the averages lie between."""
    answers = {}
    for what in ("BID_ASK", "BID", "ASK", "ADJUSTED_LAST", "TRADES"):
        request = ib.request_id()
        ib.reqHistoricalData(request, stock("AAPL"), "", "1 D", "5 mins", what, 0, 1, False, [])
        ib.wait("historicalDataEnd", reqId=request)
        answers[what] = [call["bar"] for call in ib.all("historicalData", reqId=request)][:-1]
    bars = list(zip(answers["BID_ASK"], answers["BID"], answers["ASK"]))
    assert len(bars) >= 5
    for both, bid, ask in bars:
        assert (both.date, both.low, both.high) == (bid.date, bid.low, ask.high)
        assert bid.low <= both.open <= bid.high and ask.low <= both.close <= ask.high and both.open < both.close
    assert [bar.close for bar in answers["ADJUSTED_LAST"]] == [bar.close for bar in answers["TRADES"]]
    request = ib.request_id()
    ib.reqHistoricalData(request, stock("AAPL"), "", "1 D", "5 mins", "FEE_RATE", 0, 1, False, [])
    assert "not simulated" in ib.wait("error", reqId=request, errorCode=162)["errorString"]


def test_head_timestamp(ib):
    request = ib.request_id()
    ib.reqHeadTimeStamp(request, stock("AAPL"), "TRADES", 0, 1)
    assert ib.wait("headTimestamp", reqId=request)["headTimestamp"]


def test_history_that_keeps_up(ib):
    request = ib.request_id()
    ib.reqHistoricalData(request, stock("AAPL"), "", "1800 S", "1 min", "TRADES", 0, 1, True, [])
    ib.wait("historicalDataEnd", reqId=request)
    assert ib.wait("historicalDataUpdate", reqId=request)["bar"].close > 0
    ib.cancelHistoricalData(request)


def test_streaming(ib):
    request = ib.request_id()
    ib.reqMktData(request, stock("MSFT"), "", False, False, [])
    ib.wait("tickReqParams", tickerId=request)
    ib.wait("marketDataType", reqId=request)
    bid = ib.wait("tickPrice", reqId=request, tickType=1)["price"]
    ask = ib.wait("tickPrice", reqId=request, tickType=2)["price"]
    assert 0 < bid <= ask
    ib.wait("tickSize", reqId=request)
    ib.wait("tickPrice", count=6, reqId=request)
    ib.cancelMktData(request)


def test_snapshot_ends(ib):
    request = ib.request_id()
    ib.reqMktData(request, stock("IBM"), "", True, False, [])
    ib.wait("tickSnapshotEnd", reqId=request)
    assert ib.all("tickPrice", reqId=request, tickType=1)


@pytest.mark.parametrize("kind, callback", [
    ("Last", "tickByTickAllLast"), ("AllLast", "tickByTickAllLast"), ("BidAsk", "tickByTickBidAsk"),
    ("MidPoint", "tickByTickMidPoint")])
def test_tick_by_tick(ib, kind, callback):
    request = ib.request_id()
    ib.reqTickByTickData(request, stock("AAPL"), kind, 0, False)
    ib.wait(callback, reqId=request, seconds=30)
    ib.cancelTickByTickData(request)


def test_real_time_bars(ib):
    request = ib.request_id()
    ib.reqRealTimeBars(request, stock("AAPL"), 5, "TRADES", False, [])
    bar = ib.wait("realtimeBar", reqId=request, seconds=20)
    assert bar["low"] <= bar["open_"] <= bar["high"]
    ib.cancelRealTimeBars(request)


def test_bracket_fills_its_parent(ib):
    contract = stock("AAPL")
    bid, ask = quote(ib, contract)
    parent = ib.next_order_id()
    ib.placeOrder(parent, contract, order("BUY", Decimal(10), transmit=False))
    ib.placeOrder(
        parent + 1, contract,
        order("SELL", Decimal(10), "LMT", lmtPrice=round(ask * 1.2, 2), parentId=parent, tif="GTC", transmit=False))
    ib.placeOrder(
        parent + 2, contract,
        order("SELL", Decimal(10), "STP", auxPrice=round(bid * 0.8, 2), parentId=parent, tif="GTC", transmit=True))
    ib.wait("orderStatus", orderId=parent, status="Filled")
    ib.wait("openOrder", orderId=parent + 1)
    ib.wait("orderStatus", orderId=parent + 1, where=lambda call: call["status"] in ("Submitted", "PreSubmitted"))
    ib.wait("orderStatus", orderId=parent + 2, where=lambda call: call["status"] in ("Submitted", "PreSubmitted"))
    execution = ib.wait("execDetails", where=lambda call: call["execution"].orderId == parent)["execution"]
    assert execution.side == "BOT" and execution.price > 0
    report = ib.wait(
        "commissionAndFeesReport",
        where=lambda call: call["commissionAndFeesReport"].execId == execution.execId)["commissionAndFeesReport"]
    assert report.commissionAndFees > 0 and report.currency == "USD"

    request = ib.request_id()
    ib.reqExecutions(request, ExecutionFilter())
    ib.wait("execDetailsEnd", reqId=request)
    assert any(call["execution"].execId == execution.execId for call in ib.all("execDetails", reqId=request))

    ib.reqPositions()
    ib.wait("positionEnd")
    held = [call for call in ib.all("position") if call["contract"].symbol == "AAPL"]
    assert held and held[-1]["position"] >= 10 and held[-1]["avgCost"] > 0
    ib.cancelPositions()

    ib.cancelOrder(parent + 1, OrderCancel())
    ib.wait("orderStatus", orderId=parent + 1, where=lambda call: call["status"] in ("Cancelled", "ApiCancelled"))
    ib.wait("error", reqId=parent + 1, errorCode=202)


def test_modify_and_cancel(ib):
    contract = stock("MSFT")
    bid, _ = quote(ib, contract)
    identifier = ib.next_order_id()
    low = round(bid * 0.5, 2)
    ib.placeOrder(identifier, contract, order("BUY", Decimal(5), "LMT", lmtPrice=low, tif="GTC"))
    ib.wait("orderStatus", orderId=identifier, status="Submitted")
    ib.placeOrder(identifier, contract, order("BUY", Decimal(7), "LMT", lmtPrice=low + 1, tif="GTC"))
    changed = ib.wait("openOrder", orderId=identifier, where=lambda call: call["order"].totalQuantity == 7)
    assert changed["order"].lmtPrice == pytest.approx(low + 1)
    ib.reqOpenOrders()
    ib.wait("openOrderEnd")
    ib.reqAllOpenOrders()
    ib.wait("openOrderEnd", count=2)
    ib.cancelOrder(identifier, OrderCancel())
    ib.wait("error", reqId=identifier, errorCode=202)
    ib.reqCompletedOrders(True)
    ib.wait("completedOrdersEnd")
    assert any(call["order"].permId == changed["order"].permId for call in ib.all("completedOrder"))


def test_global_cancel(ib):
    contract = stock("IBM")
    bid, _ = quote(ib, contract)
    identifier = ib.next_order_id()
    ib.placeOrder(identifier, contract, order("BUY", Decimal(5), "LMT", lmtPrice=round(bid * 0.5, 2), tif="GTC"))
    ib.wait("orderStatus", orderId=identifier, status="Submitted")
    ib.reqGlobalCancel(OrderCancel())
    ib.wait("orderStatus", orderId=identifier, where=lambda call: call["status"] in ("Cancelled", "ApiCancelled"))


def test_what_if(ib):
    identifier = ib.next_order_id()
    ib.placeOrder(identifier, stock("AAPL"), order("BUY", Decimal(100), whatIf=True))
    state = ib.wait("openOrder", orderId=identifier)["orderState"]
    assert float(state.initMarginChange) > 0 and float(state.initMarginAfter) > 0
    assert state.commissionAndFees > 0
    assert not ib.all("orderStatus", orderId=identifier, status="Filled")


def test_account(ib):
    ib.reqAccountUpdates(True, "DU1000001")
    ib.wait("accountDownloadEnd")
    keys = {call["key"] for call in ib.all("updateAccountValue")}
    assert {"NetLiquidation", "TotalCashValue", "BuyingPower", "RealizedPnL", "UnrealizedPnL"} <= keys
    ib.reqAccountUpdates(False, "DU1000001")
    request = ib.request_id()
    ib.reqAccountSummary(request, "All", "NetLiquidation,TotalCashValue,InitMarginReq,MaintMarginReq,BuyingPower")
    ib.wait("accountSummaryEnd", reqId=request)
    tags = {call["tag"]: call["value"] for call in ib.all("accountSummary", reqId=request)}
    assert float(tags["NetLiquidation"]) > 0 and "InitMarginReq" in tags
    ib.cancelAccountSummary(request)
    request = ib.request_id()
    ib.reqAccountUpdatesMulti(request, "DU1000001", "", True)
    ib.wait("accountUpdateMultiEnd", reqId=request)
    ib.cancelAccountUpdatesMulti(request)
    request = ib.request_id()
    ib.reqPositionsMulti(request, "DU1000001", "")
    ib.wait("positionMultiEnd", reqId=request)
    ib.cancelPositionsMulti(request)


def test_profit_and_loss(ib):
    contract = stock("AAPL")
    identifier = ib.next_order_id()
    ib.placeOrder(identifier, contract, order("BUY", Decimal(3)))
    ib.wait("orderStatus", orderId=identifier, status="Filled")
    details = ib.request_id()
    ib.reqContractDetails(details, contract)
    found = ib.wait("contractDetails", reqId=details)["contractDetails"].contract.conId
    request = ib.request_id()
    ib.reqPnL(request, "DU1000001", "")
    ib.wait("pnl", reqId=request)
    ib.cancelPnL(request)
    request = ib.request_id()
    ib.reqPnLSingle(request, "DU1000001", "", found)
    single = ib.wait("pnlSingle", reqId=request)
    assert single["pos"] >= 3 and single["value"] > 0
    ib.cancelPnLSingle(request)


def test_duplicate_order_id_is_103(ib):
    identifier = ib.next_order_id()
    ib.placeOrder(identifier, stock("AAPL"), order("BUY", Decimal(1)))
    ib.wait("orderStatus", orderId=identifier, status="Filled")
    ib.placeOrder(identifier, stock("AAPL"), order("BUY", Decimal(1)))
    ib.wait("error", reqId=identifier, where=lambda call: call["errorCode"] in (103, 104))


def test_price_off_the_tick_is_110(ib):
    identifier = ib.next_order_id()
    ib.placeOrder(identifier, stock("AAPL"), order("BUY", Decimal(1), "LMT", lmtPrice=10.12345))
    ib.wait("error", reqId=identifier, errorCode=110)


def test_order_on_unknown_contract_is_200(ib):
    identifier = ib.next_order_id()
    ib.placeOrder(identifier, stock("NOSUCHTHING"), order("BUY", Decimal(1)))
    ib.wait("error", reqId=identifier, errorCode=200)


def test_order_beyond_the_margin_is_201(ib):
    identifier = ib.next_order_id()
    ib.placeOrder(identifier, stock("AAPL"), order("BUY", Decimal(10_000_000), "LMT", lmtPrice=100.0))
    ib.wait("error", reqId=identifier, errorCode=201)


def test_cancelling_what_is_not_there(ib):
    ib.cancelOrder(7_654_321, OrderCancel())
    ib.wait("error", reqId=7_654_321, errorCode=10147)
    identifier = ib.next_order_id()
    ib.placeOrder(identifier, stock("AAPL"), order("BUY", Decimal(1)))
    ib.wait("orderStatus", orderId=identifier, status="Filled")
    ib.cancelOrder(identifier, OrderCancel())
    ib.wait("error", reqId=identifier, errorCode=10148)


def test_second_client_with_the_same_id_is_326(gateway, ib, client_id):
    second = Application()
    second.connect("127.0.0.1", gateway.port, client_id)
    import threading

    threading.Thread(target=second.run, daemon=True).start()
    second.wait("error", errorCode=326)
    second.disconnect()


def test_a_request_without_an_answer_here_gets_an_error(ib):
    request = ib.request_id()
    ib.reqHistogramData(request, stock("AAPL"), True, "3 days")
    ib.wait("error", reqId=request)
    ib.reqScannerParameters()
    count = len(ib.all("error"))
    ib.wait("error", count=max(count, 1))


def test_option_parameters_end(ib):
    request = ib.request_id()
    ib.reqSecDefOptParams(request, "AAPL", "", "STK", 1)
    ib.wait("securityDefinitionOptionParameterEnd", reqId=request)
