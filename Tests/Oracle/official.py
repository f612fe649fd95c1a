"""The official Python client as a reference: what it sends for seeded arguments, captured without a network."""

import importlib
import inspect
import math
import random
from decimal import Decimal

from ibapi import order_condition as conditions
from ibapi.client import EClient
from ibapi.common import WshEventData
from ibapi.const import UNSET_DECIMAL, UNSET_DOUBLE, UNSET_INTEGER, UNSET_LONG
from ibapi.contract import ComboLeg, Contract, DeltaNeutralContract
from ibapi.execution import ExecutionFilter
from ibapi.order import Order, OrderComboLeg
from ibapi.order_cancel import OrderCancel
from ibapi.scanner import ScannerSubscription
from ibapi.softdollartier import SoftDollarTier
from ibapi.tag_value import TagValue
from ibapi.wrapper import EWrapper

VERSIONS = (157, 163, 176, 178, 187, 195, 200, 203, 206, 213, 220, 226)
# Members of the client that send nothing by themselves.
NO_REQUESTS = {
    "checkConnected", "connect", "disconnect", "isConnected", "keyboardInterrupt", "keyboardInterruptHard", "logRequest",
    "msgLoopRec", "msgLoopTmo", "reset", "run", "sendMsg", "serverVersion", "setConnState", "setConnectOptions",
    "setOptionalCapabilities", "twsConnectionTime", "validateAttachedOrdersParameters", "validateInvalidSymbols",
    "validateOrderParameters",
}
OBJECTS = {
    "contract": Contract, "order": Order, "orderCancel": OrderCancel, "execFilter": ExecutionFilter,
    "subscription": ScannerSubscription, "wshEventData": WshEventData,
}
REQUESTS = sorted(
    name for name, _ in inspect.getmembers(EClient, inspect.isfunction)
    if not name.startswith("_") and not name.endswith("ProtoBuf") and name not in NO_REQUESTS)
ORDER_TYPES = ("LMT", "MKT", "STP LMT", "TRAIL", "PEG BENCH", "PEG BEST", "PEG MID", "MIDPRICE", "VOL", "REL")
# Whole numbers in the client's signatures that mean yes or no.
FLAGS = {"useRTH", "useRth", "override"}
# Attributes whose default is a whole number although the client takes a fraction (known-differences.tsv).
FRACTIONS = {"discretionaryAmt", "delta", "price"}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ./_-+:"


class Capture:
    """Stands where the socket stands."""

    def __init__(self):
        self.frames = []

    def isConnected(self):
        return True

    def sendMsg(self, frame):
        self.frames.append(bytes(frame))
        return len(frame)


class Refusals(EWrapper):
    def __init__(self):
        super().__init__()
        self.errors = []

    def error(self, *arguments):
        self.errors.append(arguments)


# The protobuf class of each request, learnt when it is sent.
SENT_AS = {}


class Client(EClient):
    """Notes the class of the message that a request hands to its protobuf door."""

    def __getattribute__(self, name):
        member = super().__getattribute__(name)
        if not name.endswith("ProtoBuf") or name in ("sendMsgProtoBuf", "useProtoBuf"):
            return member

        def door(*arguments):
            if arguments and hasattr(arguments[0], "DESCRIPTOR"):
                self.__dict__["message_class"] = type(arguments[0])
            return member(*arguments)

        return door


def send(version, name, arguments):
    """The body of the frame that the official client sends, or None where it refuses the arguments."""
    client = Client(Refusals())
    client.conn = Capture()
    client.setConnState(EClient.CONNECTED)
    client.serverVersion_ = version
    client.clientId = arguments.pop("(client)", 5)
    client.optCapab = arguments.pop("(capabilities)", "")
    client.extraAuth = True
    getattr(client, name)(**arguments)
    if len(client.conn.frames) != 1:
        return None
    if "message_class" in client.__dict__:
        SENT_AS[name] = client.__dict__["message_class"]
    frame = client.conn.frames[0]
    assert int.from_bytes(frame[:4], "big") == len(frame) - 4
    return frame[4:]


class Draw:
    """Seeded values for arguments. `allowed` tells which attributes a version knows."""

    def __init__(self, seed, version):
        self.random = random.Random(seed)
        self.version = version
        self.density = self.random.choice((0.0, 0.05, 0.3, 1.0))

    def text(self):
        text = "".join(self.random.choice(LETTERS) for _ in range(self.random.randint(1, 10)))
        return text.strip() or "X"

    def whole(self):
        return self.random.choice((0, 1, 2, 7, self.random.randrange(100_000), self.random.randrange(2**31 - 2)))

    def real(self):
        return self.random.choice((0.0, 0.01, 1.0, 12.5, 1e-07, 1e16, 1234567.875, self.random.uniform(-1000, 1000)))

    def exact(self):
        return Decimal(self.random.choice(("0", "1", "100", "0.5", "12.345", "1000000", "0.00000001")))

    def chance(self):
        return self.random.random() < self.density

    def like(self, default):
        """A value of the type of an attribute's default."""
        if isinstance(default, bool):
            return self.random.random() < 0.5
        if isinstance(default, Decimal):
            return self.exact()
        if isinstance(default, float):
            return self.real()
        if isinstance(default, int):
            return self.whole()
        return self.text()

    def tags(self, most=2):
        return [TagValue(f"k{n}{self.whole()}", self.text()) for n in range(self.random.randint(0, most))]

    def fill(self, owner, value):
        """Sets some attributes of an object, those that the version knows."""
        for attribute, default in list(vars(value).items()):
            if attribute in FRACTIONS and not isinstance(default, float):
                default = float(default)
                setattr(value, attribute, default)
            if isinstance(default, (bool, int, float, str, Decimal)) and self.chance():
                if is_allowed(self.version, owner, attribute):
                    setattr(value, attribute, self.like(default))
        special = getattr(self, "_" + owner, None)
        if special:
            special(value)
        return value

    def _contract(self, value):
        if self.chance():
            value.multiplier = self.random.choice(("100", "50", "0.1"))
        elif value.multiplier:
            value.multiplier = "1000"
        value.strike = self.random.choice((0.0, 12.5, 4500.0)) if self.chance() else value.strike
        if self.random.random() < 0.2:
            value.secType = "BAG"
            for _ in range(self.random.randint(0, 3)):
                value.comboLegs.append(self.fill("leg", ComboLeg()))
        if self.random.random() < 0.2:
            value.deltaNeutralContract = self.fill("deltaNeutral", DeltaNeutralContract())

    def _execFilter(self, value):
        if self.version >= 200 and self.chance():
            value.specificDates = [20260102 + n for n in range(self.random.randint(0, 3))]

    def _order(self, value):
        value.orderType = self.random.choice(ORDER_TYPES)
        value.softDollarTier = SoftDollarTier(self.text(), self.text(), "")
        value.scalePriceIncrement = self.random.choice((UNSET_DOUBLE, 0.25, -1.0))
        value.orderMiscOptions = self.random.choice((None, self.tags()))
        value.smartComboRoutingParams = self.random.choice((None, self.tags()))
        if value.algoStrategy:
            value.algoParams = self.random.choice((None, self.tags()))
        if self.chance():
            value.usePriceMgmtAlgo = self.random.choice((None, True, False))
        if self.version >= 217:
            value.routeMarketableToBbo = self.random.choice((None, True, False))
            value.seekPriceImprovement = self.random.choice((None, True, False))
        if self.version >= 170 and self.random.random() < 0.1:
            value.competeAgainstBestOffset = math.inf
        if self.random.random() < 0.4:
            value.conditions = [self.condition() for _ in range(self.random.randint(1, 6))]
            value.conditionsIgnoreRth = self.random.random() < 0.5
            value.conditionsCancelOrder = self.random.random() < 0.5

    def condition(self):
        more = self.random.random() < 0.5
        made = self.random.choice((
            lambda: conditions.PriceCondition(self.random.randint(0, 8), self.whole(), "SMART", more, 101.5),
            lambda: conditions.TimeCondition(more, "20261218 10:00:00 US/Eastern"),
            lambda: conditions.MarginCondition(more, self.random.randrange(100)),
            lambda: conditions.ExecutionCondition("STK", "SMART", "IBM"),
            lambda: conditions.VolumeCondition(self.whole(), "NYSE", more, self.whole()),
            lambda: conditions.PercentChangeCondition(self.whole(), "NYSE", more, 2.5),
        ))()
        return made.Or() if self.random.random() < 0.5 else made.And()

    def arguments(self, name):
        """A set of arguments for a request."""
        result = {}
        for parameter, shape in list(inspect.signature(getattr(EClient, name)).parameters.items())[1:]:
            kind = shape.annotation
            if parameter in OBJECTS:
                result[parameter] = self.fill(parameter, OBJECTS[parameter]())
            elif kind is list:
                result[parameter] = self.tags()
            elif parameter == "faData":
                result[parameter] = self.random.choice((1, 3))
            elif not is_allowed(self.version, name, parameter):
                result[parameter] = kind()
            elif kind is bool or parameter in FLAGS:
                result[parameter] = self.random.random() < 0.5
            elif kind is float:
                result[parameter] = self.real()
            elif kind is str:
                result[parameter] = self.text() if self.chance() else ""
            else:
                result[parameter] = self.whole()
        if name == "placeOrder" and self.random.random() < 0.7:
            # A price for each leg or none: a price without its leg has no meaning.
            legs = result["contract"].comboLegs
            result["order"].orderComboLegs = [self.fill("orderLeg", OrderComboLeg()) for _ in legs]
            if legs:
                result["order"].orderComboLegs[-1].price = self.real()
        if name == "startApi":
            result["(client)"] = self.whole()
            result["(capabilities)"] = self.random.choice(("", "+X"))
        return result


_allowed = {}


def is_allowed(version, owner, attribute):
    """Whether the official client sends a request at this version with only this attribute set. Found by trying."""
    key = (version, owner, attribute)
    if key not in _allowed:
        _allowed[key] = True  # while trying
        _allowed[key] = try_alone(version, owner, attribute)
    return _allowed[key]


CARRIERS = {
    "contract": "reqContractDetails", "order": "placeOrder", "orderCancel": "cancelOrder", "execFilter": "reqExecutions",
    "subscription": "reqScannerSubscription", "wshEventData": "reqWshEventData",
}


def try_alone(version, owner, attribute):
    if owner not in CARRIERS and owner not in REQUESTS:
        return True
    names = ["placeOrder", "reqContractDetails"] if owner == "contract" else [CARRIERS.get(owner, owner)]
    draw = Draw(1, version)
    for name in names:
        arguments = {}
        for parameter, shape in list(inspect.signature(getattr(EClient, name)).parameters.items())[1:]:
            if parameter in OBJECTS:
                arguments[parameter] = OBJECTS[parameter]()
            elif shape.annotation is list:
                arguments[parameter] = []
            else:
                arguments[parameter] = 1 if parameter == "faData" else shape.annotation()
        if send(version, name, dict(arguments)) is None:
            return True  # the request itself does not exist
        if owner in arguments:
            default = getattr(arguments[owner], attribute)
            value = "100" if attribute == "multiplier" else draw.like(default) or 3
            setattr(arguments[owner], attribute, True if isinstance(default, bool) else value)
        else:
            kind = inspect.signature(getattr(EClient, name)).parameters[attribute].annotation
            arguments[attribute] = True if kind is bool else "X" if kind is str else 3
        if send(version, name, arguments) is None:
            return False
    return True


def message_class(name):
    """The official protobuf class of a message."""
    return getattr(importlib.import_module(f"ibapi.protobuf.{name}_pb2"), name)


UNSET = {UNSET_DECIMAL, UNSET_DOUBLE, UNSET_INTEGER, UNSET_LONG}
