"""Frames recorded from real gateways, clients' logs and test data of others. They are not part of this repository: the
tests look for messages.jsonl in `../shared/recorded`, or in the folder that RECORDED_FRAMES names, and skip without it."""

import json
import os
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
from probe import ROOT, body_of, recode_lines

RECORDED = Path(os.environ.get("RECORDED_FRAMES", ROOT.parent / "shared" / "recorded")) / "messages.jsonl"
HERE = Path(__file__).parent
NEWEST_KNOWN = 226
# Not frames with a message id.
GREETINGS = {"HANDSHAKE", "HANDSHAKE_REPLY"}


def lines():
    return [json.loads(line) | {"line": number} for number, line in enumerate(RECORDED.read_text().splitlines(), 1)]


def listed(name):
    """The rows of a list: the line, its place in the fourth column, a reason in the last."""
    rows = [line.split("\t") for line in (HERE / name).read_text().splitlines()[1:]]
    assert all(len(row) == 5 and row[4] for row in rows)
    found = {int(row[0]): row[3] for row in rows}
    assert len(found) == len(rows)
    return found


def same_value(theirs, ours):
    """Equal, or two spellings of one number, or two ways to say that a value is unset."""
    if theirs == ours or theirs == ours.encode(errors="replace").decode("unicode_escape"):
        return True
    unset = {"", "0", "0.0", "false", "2147483647", "9223372036854775807", "-9223372036854775808",
             "1.7976931348623157E308", "1.7976931348623157e+308", "170141183460469231731687303715884105727"}
    if theirs in unset and ours in unset:
        return True
    try:
        return Decimal(theirs) == Decimal(ours)
    except InvalidOperation:
        return False


def difference(frame, answer):
    """Where our bytes say something else than the line: the places of fields counted from the message id, or the number of
    fields, or the word bytes; nothing where they say the same."""
    written = bytes.fromhex(answer["hex"])
    if frame["wire"] == "protobuf":
        return "" if written == bytes.fromhex(frame["hex"]) else "bytes"
    theirs = frame["fields"][1:]
    theirs = theirs[:len(theirs) - answer["trailing"]]
    ours = body_of(frame["server_version"], written)[2].decode(errors="backslashreplace").split("\0")[:-1]
    found = [str(place) for place, pair in enumerate(zip(theirs, ours), 1) if place > 1 and not same_value(*pair)]
    if len(theirs) != len(ours):
        found.append(f"{len(theirs)} of {len(ours)}")
    return ",".join(found)


def test_recorded_frames(report):
    """The lists are exact: a line that begins to be read or to be written alike fails the test, as one that ceases to."""
    if not RECORDED.exists():
        pytest.skip("no recorded frames beside the repository; RECORDED_FRAMES names their folder")
    frames = [
        frame for frame in lines()
        if frame["wire"] != "bytes" and frame["message"] not in GREETINGS and frame["msg_id"] is not None]
    for frame in frames:
        low, high = frame.get("exact_at") or (157, NEWEST_KNOWN)
        version = frame["server_version"] or min(max(low, 176), high)
        frame["server_version"] = max(version, 157)
    refused, different, leftover = {}, {}, {}
    compared = Counter()
    for frame, answer in zip(frames, recode_lines([json.dumps(frame) for frame in frames])):
        line = frame["line"]
        if "error" in answer:
            refused[line] = answer["error"].split(", server")[0]
            assert " at byte " in answer["error"] and "server version" in answer["error"], answer["error"]
            continue
        assert answer["fields"] is not None and answer["name"]
        if frame["direction"] == "in" and not frame.get("decodes"):
            continue
        compared[frame["wire"]] += 1
        # What the official decoder leaves over at the end of an event, ours must leave over as well, and no more.
        if frame["direction"] == "in" and answer["trailing"] != (frame.get("leftover") or 0):
            leftover[line] = (frame["message"], frame.get("leftover"), answer["trailing"])
        if places := difference(frame, answer):
            different[line] = places
    known = listed("recorded-refused.tsv"), listed("recorded-differences.tsv")
    wrong = [ours.items() ^ theirs.items() for ours, theirs in zip((refused, different), known)]
    report.add("recorded", 0, "frames", "any", len(frames), sum(map(len, wrong)) + len(leftover))
    print(f"{len(frames)} frames, {len(refused)} refused, {dict(compared)} compared, {len(different)} differ as listed")
    assert not wrong[0], f"refused, or listed as refused: {sorted(wrong[0])}"
    assert not wrong[1], f"different, or listed as different: {sorted(wrong[1])}"
    assert not leftover, leftover
