"""Every request of the official client, read and written again by ours: the same bytes in text, an equal message in
protobuf."""

import re
from collections import Counter, defaultdict
from decimal import Decimal

import pytest
from ibapi.const import UNSET_INTEGER
from official import REQUESTS, SENT_AS, VERSIONS, Draw, send
from probe import body_of, recode, sample

CASES = 50
TINY = re.compile(rb"-?\d+E-\d+")


def captured(version):
    """(request, body) of every argument set that the official client sends at this version."""
    result = []
    for name in REQUESTS:
        sent = 0
        for seed in range(CASES * 4):
            draw = Draw(f"{name}/{version}/{seed}", version)
            body = send(version, name, draw.arguments(name))
            if body is not None:
                result.append((name, body))
                sent += 1
            if sent == CASES or (seed >= 20 and sent == 0):
                break
    return result


@pytest.mark.parametrize("version", VERSIONS)
def test_official_requests_survive_our_coders(version, report):
    cases = captured(version)
    answers = recode([("out", version, body) for _, body in cases])
    failures = defaultdict(list)
    counts = Counter()
    for (name, body), answer in zip(cases, answers):
        _, is_protobuf, rest = body_of(version, body)
        counts[name, is_protobuf] += 1
        if "error" in answer:
            failures[name].append(f"error {answer['error']}: {body!r}")
            continue
        if answer["name"] != name:
            failures[name].append(f"read as {answer['name']}")
        written = bytes.fromhex(answer["hex"])
        if answer["trailing"] or answer["unknown"]:
            failures[name].append(f"{answer['trailing']} trailing, {answer['unknown']} unknown: {body!r}")
        elif not is_protobuf and not same_text(body, written):
            failures[name].append(difference(body, written))
        elif is_protobuf:
            cls = SENT_AS[name]
            theirs, ours = cls.FromString(rest), cls.FromString(body_of(version, written)[2])
            if theirs != ours:
                failures[name].append(message_difference(theirs, ours))
    for (name, is_protobuf), count in counts.items():
        report.add("requests", version, name, "protobuf" if is_protobuf else "text", count, len(failures[name]))
    problems = summary(failures)
    assert not problems, problems
    short = {name: count for (name, _), count in counts.items() if count < CASES}
    assert not short, f"fewer than {CASES} cases: {short}"


@pytest.mark.parametrize("version", [version for version in VERSIONS if version >= 170])
def test_minimum_trade_follows_at_its_exchange_alone(version, report):
    """In text, minTradeQty is sent where the exchange is IBKRATS, which no seeded exchange ever spells."""
    cases = []
    for seed in range(CASES):
        draw = Draw(f"IBKRATS/{version}/{seed}", version)
        arguments = draw.arguments("placeOrder")
        least = draw.random.choice((UNSET_INTEGER, 0, 1, 100, 2**31 - 2))
        arguments["contract"].exchange, arguments["order"].minTradeQty = "IBKRATS", least
        cases.append((send(version, "placeOrder", arguments), least))
    wrong = []
    for (body, least), answer in zip(cases, recode([("out", version, body) for body, _ in cases])):
        _, is_protobuf, rest = body_of(version, body)
        written = bytes.fromhex(answer.get("hex", ""))
        fields = answer.get("fields", {})
        read = fields.get("order", fields).get("minTradeQty")
        if "error" in answer or answer["trailing"] or answer["unknown"]:
            wrong.append(str(answer)[:300])
        elif read != (None if least == UNSET_INTEGER else least):
            wrong.append(f"sent {least}, read as {read}")
        elif not is_protobuf and not same_text(body, written):
            wrong.append(difference(body, written))
        elif is_protobuf and SENT_AS["placeOrder"].FromString(rest) != SENT_AS["placeOrder"].FromString(
                body_of(version, written)[2]):
            wrong.append(f"{body!r} came out as {written!r}")
    report.add("requests at IBKRATS", version, "placeOrder", "protobuf" if is_protobuf else "text", CASES, len(wrong))
    assert not wrong, wrong[:3]


def test_every_request_of_ours_is_known_to_the_official_client():
    ours = {line["name"] for line in sample(226, 1, 1, outgoing=True)}
    without = {"reqFundamentalData", "cancelFundamentalData", "reqConfig", "updateConfig"}
    assert ours - set(REQUESTS) == without
    assert set(REQUESTS) - ours == set()


def same_text(theirs, ours):
    """Equal bytes, but for the exponent that Python's decimals take below a millionth (known-differences.tsv)."""
    if theirs == ours:
        return True
    a, b = theirs.split(b"\0"), ours.split(b"\0")
    return len(a) == len(b) and all(
        left == right or (TINY.fullmatch(left) and Decimal(left.decode()) == Decimal(right.decode()))
        for left, right in zip(a, b))


def message_difference(theirs, ours, path=""):
    """Where two protobuf messages differ."""
    found = []
    for field in theirs.DESCRIPTOR.fields:
        left, right = getattr(theirs, field.name), getattr(ours, field.name)
        place = path + field.name
        if field.has_presence and theirs.HasField(field.name) != ours.HasField(field.name):
            found.append(f"{place}: {'only theirs' if theirs.HasField(field.name) else 'only ours'}: {left!s} {right!s}")
        elif left == right:
            continue
        elif field.message_type and field.has_presence:
            found.append(message_difference(left, right, place + "."))
        elif field.message_type and len(left) == len(right) and not field.message_type.GetOptions().map_entry:
            found += [message_difference(a, b, place + ".") for a, b in zip(left, right) if a != b]
        else:
            found.append(f"{place}: theirs {left!s} ours {right!s}")
    return "; ".join(found)


def difference(theirs, ours):
    a, b = theirs.split(b"\0"), ours.split(b"\0")
    for place, (left, right) in enumerate(zip(a, b)):
        if left != right:
            return f"field {place}: theirs {left!r} ours {right!r} ({len(a)} and {len(b)} fields) before: {a[max(0, place - 4):place]}"
    return f"{len(a)} fields against {len(b)}: {a[-3:]} {b[-3:]}"


def summary(failures):
    lines = []
    for name, texts in sorted(failures.items()):
        if texts:
            lines.append(f"{name}: {len(texts)} failures, e.g.")
            lines += [f"    {text[:600]}" for text in texts[:3]]
    return "\n".join(lines)
