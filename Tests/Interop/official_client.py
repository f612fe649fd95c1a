"""The official Python client with every callback kept, and waits that have a deadline."""

import inspect
import threading
import time

from ibapi.client import EClient
from ibapi.contract import Contract
from ibapi.order import Order
from ibapi.wrapper import EWrapper

DEADLINE = 15


def stock(symbol, exchange="SMART"):
    contract = Contract()
    contract.symbol, contract.secType, contract.exchange, contract.currency = symbol, "STK", exchange, "USD"
    return contract


def order(action, quantity, kind="MKT", **attributes):
    made = Order()
    made.action, made.totalQuantity, made.orderType = action, quantity, kind
    for name, value in attributes.items():
        assert hasattr(made, name), name
        setattr(made, name, value)
    return made


class Application(EWrapper, EClient):
    """Keeps (callback, arguments) in the order of their coming."""

    def __init__(self):
        EWrapper.__init__(self)
        EClient.__init__(self, self)
        self.calls = []
        self.news = threading.Condition()
        self._ids = iter(range(9000, 10**9))

    def keep(self, name, arguments):
        with self.news:
            self.calls.append((name, arguments))
            self.news.notify_all()

    def start(self, port, client_id):
        self.connect("127.0.0.1", port, client_id)
        assert self.isConnected(), "the connection was refused"
        threading.Thread(target=self.run, daemon=True).start()
        return self

    def request_id(self):
        return next(self._ids)

    def all(self, name, **wanted):
        """The arguments of every call of `name` so far that has these arguments."""
        with self.news:
            calls = list(self.calls)
        return [
            arguments for called, arguments in calls
            if called == name and all(arguments.get(key) == value for key, value in wanted.items())]

    def wait(self, name, count=1, seconds=DEADLINE, where=None, **wanted):
        """The first call of `name` with these arguments (the `count`th of them), or a failure at the deadline."""
        end = time.monotonic() + seconds
        with self.news:
            while True:
                found = [
                    arguments for called, arguments in self.calls
                    if called == name and all(arguments.get(key) == value for key, value in wanted.items())
                    and (where is None or where(arguments))]
                if len(found) >= count:
                    return found[count - 1]
                left = end - time.monotonic()
                if left <= 0:
                    raise AssertionError(
                        f"no {name} {wanted} within {seconds} s; last calls: {self.calls[-6:]!r}"[:2500])
                self.news.wait(left)

    def next_order_id(self):
        count = len(self.all("nextValidId"))
        self.reqIds(-1)
        return self.wait("nextValidId", count=count + 1)["orderId"]


def _kept(name, parameters):
    def call(self, *arguments, **named):
        self.keep(name, dict(zip(parameters, arguments), **named))
    return call


for _name, _function in inspect.getmembers(EWrapper, inspect.isfunction):
    if not _name.startswith("_") and not _name.endswith("ProtoBuf"):
        setattr(Application, _name, _kept(_name, list(inspect.signature(_function).parameters)[1:]))
