"""Every event of ours, sampled, through the official decoder and ib_async's: each value must reach a callback."""

import datetime
import inspect
import logging
import math
import sys
from collections import Counter, defaultdict
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
from google.protobuf import unknown_fields as unknown_fields_module
from ibapi.decoder import Decoder
from ibapi.wrapper import EWrapper
from official import UNSET, VERSIONS
from probe import body_of, sample

CASES = 50
HERE = Path(__file__).parent


def known(client):
    """(message, field) pairs where a client itself cannot read a value, from known-differences.tsv."""
    rows = [line.split("\t") for line in (HERE / "known-differences.tsv").read_text().splitlines()[1:]]
    return {(row[1], row[2]) for row in rows if row[0] == client}


class Recorder(EWrapper):
    """Keeps the arguments of every callback."""

    def __init__(self):
        super().__init__()
        self.calls = []


def _recording(name, parameters):
    def call(self, *arguments, **named):
        self.calls.append((name, dict(zip(parameters, arguments), **named)))
    return call


for _name, _function in inspect.getmembers(EWrapper, inspect.isfunction):
    if not _name.startswith("_"):
        setattr(Recorder, _name, _recording(_name, list(inspect.signature(_function).parameters)[1:]))


def is_empty(value):
    """Whether a value says nothing: absent, unset, or the empty value of its type."""
    if value is None or value == "" or value is False:
        return True
    if isinstance(value, (int, float, Decimal)):
        return value == 0 or value == -1 or value in UNSET
    return False


def number(value):
    try:
        made = Decimal(str(value))
        return made if made.is_finite() else None
    except InvalidOperation:
        return None


def alike(ours, theirs):
    """Whether two values mean the same whatever their types."""
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return str(theirs).lower() in (str(ours).lower(), str(int(ours)) if isinstance(ours, bool) else "")
    left, right = number(ours), number(theirs)
    if left is not None and right is not None:
        return left == right or math.isclose(float(left), float(right), rel_tol=1e-15)
    return str(ours) == str(theirs)


def leaves(value, depth=0):
    """Every scalar inside a callback's arguments."""
    if depth > 8:
        return
    if isinstance(value, str):
        # A character beyond 16 bits arrives as two escapes; Python keeps them apart.
        yield value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if "\\" in value:
            # ib_async leaves escapes as they came.
            try:
                plain = value.encode("latin-1", "replace").decode("unicode_escape")
                yield plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            except UnicodeDecodeError:
                pass
    elif isinstance(value, (bool, int, float, Decimal)) or value is None:
        yield value
    elif isinstance(value, datetime.datetime):
        yield int(value.timestamp())
    elif hasattr(value, "DESCRIPTOR"):
        for _, item in value.ListFields():
            yield from leaves(item, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from leaves(item, depth + 1)
    elif hasattr(value, "items"):
        yield from leaves(dict(value), depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)) or "Repeated" in type(value).__name__:
        for item in value:
            yield from leaves(item, depth + 1)
    elif isinstance(value, (datetime.date, datetime.timezone)):
        yield str(value)
    elif hasattr(value, "value") and hasattr(value, "name"):
        yield from leaves(value.value, depth + 1)
    elif hasattr(value, "__dict__") or hasattr(value, "__slots__") or hasattr(value, "__dataclass_fields__"):
        names = list(getattr(value, "__dict__", {})) or list(getattr(value, "__slots__", ()))
        for name in names:
            yield from leaves(getattr(value, name, None), depth + 1)


def printed(value, path=""):
    """(field, value) of everything that our printer shows."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from printed(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for item in value:
            yield from printed(item, path + "[]")
    else:
        yield path, value


def missing(sampled, arguments, skip):
    """Our fields whose value reached no callback argument."""
    found = [leaf for leaf in leaves(arguments) if not is_empty(leaf)]
    for path, value in printed(sampled["fields"]):
        if is_empty(number(value) if number(value) is not None else value):
            continue
        field = path.split(".")[-1].removesuffix("[]")
        if (sampled["name"], field) in skip or ("*", field) in skip:
            continue
        if not any(alike(value, leaf) for leaf in found):
            yield path, value


def feed_official(version, sampled):
    recorder = Recorder()
    decoder = Decoder(recorder, version)
    identifier, is_protobuf, rest = body_of(version, bytes.fromhex(sampled["hex"]))
    if is_protobuf:
        decoder.processProtoBuf(rest, identifier)
    else:
        decoder.interpret(tuple(rest.split(b"\0")[:-1]), identifier)
    return recorder.calls


def is_readable(sampled):
    """Whether the reference can take the sample: it reads no condition without its value."""
    values = {1: "price", 4: "percent", 6: "volume", 7: "changePercent"}
    if sampled["form"] == "protobuf":
        return True
    conditions = sampled["fields"].get("order", {}).get("conditions", [])
    return not any(condition.get(values.get(condition["kind"]), 0) is None for condition in conditions)


def unknown_fields(message):
    """How many fields of a message the official schema does not know."""
    return len(unknown_fields_module.UnknownFieldSet(message))


def empty_list(sampled):
    """Whether a message without elements makes no callback at all."""
    return any(value == [] for value in sampled["fields"].values())


def summary(problems):
    return "\n".join(
        f"{name}: {len(texts)}, e.g. " + " | ".join(str(text)[:200] for text in texts[:4])
        for name, texts in sorted(problems.items()))


@pytest.mark.parametrize("version", VERSIONS)
def test_official_decoder_gets_every_value(version, report):
    skip = known("ibapi")
    problems, counts = defaultdict(list), Counter()
    for sampled in sample(version, version, CASES):
        if (sampled["name"], "*") in skip or not is_readable(sampled):
            continue
        counts[sampled["name"], sampled["form"]] += 1
        try:
            calls = feed_official(version, sampled)
        except Exception as error:  # whatever the decoder raises is a finding
            problems[sampled["name"]].append(f"raised {error!r}")
            continue
        if any(name == "error" for name, _ in calls) and sampled["name"] != "error":
            problems[sampled["name"]].append(f"error {calls}")
            continue
        if not calls and not empty_list(sampled):
            problems[sampled["name"]].append("no callback")
        read = [call for name, call in calls if not name.endswith("ProtoBuf")]
        if sampled["form"] == "protobuf":
            # Some callbacks leave out fields that their message has, so the message itself is compared.
            read = [leaf for _, call in calls for leaf in call.values() if hasattr(leaf, "DESCRIPTOR")]
            if sampled["name"] == "tickByTick":
                # Of the four kinds of tick the last one set counts.
                present = {field.name for message in read for field, _ in message.ListFields()}
                sampled["fields"] = {key: item for key, item in sampled["fields"].items() if key in present}
            if any(unknown_fields(message) for message in read):
                problems[sampled["name"]].append("fields that the official message does not know")
        for path, value in missing(sampled, read, skip if sampled["form"] == "text" else set()):
            problems[sampled["name"]].append(f"{path}={value!r}")
    for (name, form), count in counts.items():
        report.add("events, ibapi", version, name, form, count, len(problems[name]))
    text = summary({name: texts for name, texts in problems.items() if texts})
    assert not text, text


class AnyWrapper:
    """Answers every callback of ib_async's decoder by keeping it."""

    def __init__(self):
        self.calls = []
        self.defaultTimezone = datetime.timezone.utc

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *arguments, **named: self.calls.append((name, [arguments, named]))


@pytest.mark.parametrize("version", [version for version in VERSIONS if version <= 178])
def test_ib_async_decoder_gets_every_value(version, report):
    from ib_async.decoder import Decoder as AsyncDecoder

    skip = known("ib_async") | known("ibapi")
    problems, counts = defaultdict(list), Counter()
    for sampled in sample(version, 1000 + version, CASES):
        if (sampled["name"], "*") in skip or not is_readable(sampled):
            continue
        counts[sampled["name"]] += 1
        wrapper = AnyWrapper()
        errors = []
        decoder = AsyncDecoder(wrapper, version)
        decoder.logger = logging.Logger("quiet")
        decoder.logger.exception = lambda *_, errors=errors, **__: errors.append(repr(sys.exc_info()[1]))
        body = bytes.fromhex(sampled["hex"])
        decoder.interpret([text.decode(errors="backslashreplace") for text in body.split(b"\0")[:-1]])
        if errors and "''" in errors[0] and (sampled["name"], "(empty number)") in skip:
            continue
        if errors and ("OSError" in errors[0] or "out of range" in errors[0]) and (sampled["name"], "(time out of range)") in skip:
            continue
        if errors:
            problems[sampled["name"]].append(f"raised {errors[0]}")
            continue
        for path, value in missing(sampled, wrapper.calls, skip):
            problems[sampled["name"]].append(f"{path}={value!r}")
    for name, count in counts.items():
        report.add("events, ib_async", version, name, "text", count, len(problems[name]))
    text = summary({name: texts for name, texts in problems.items() if texts})
    assert not text, text
