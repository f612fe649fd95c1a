"""Frames recorded from real gateways, clients' logs and test data of others. They are not part of this repository: the
tests look for messages.jsonl in `../shared/recorded`, or in the folder that RECORDED_FRAMES names, and skip without it."""

import json
import os
from collections import defaultdict
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


def listed():
    """The lines that our reader refuses, with the field where it stops, from recorded-refused.tsv."""
    rows = [line.split("\t") for line in (HERE / "recorded-refused.tsv").read_text().splitlines()[1:]]
    assert all(len(row) == 5 and row[4] for row in rows)
    return {int(row[0]): row[3] for row in rows}


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


def test_recorded_frames(report):
    if not RECORDED.exists():
        pytest.skip("no recorded frames beside the repository; RECORDED_FRAMES names their folder")
    frames = [
        frame for frame in lines()
        if frame["wire"] != "bytes" and frame["message"] not in GREETINGS and frame["msg_id"] is not None]
    for frame in frames:
        low, high = frame.get("exact_at") or (157, NEWEST_KNOWN)
        version = frame["server_version"] or min(max(low, 176), high)
        frame["server_version"] = max(version, 157)
    answers = recode_lines([json.dumps(frame) for frame in frames])
    problems, refused = defaultdict(list), {}
    for frame, answer in zip(frames, answers):
        must = frame["direction"] == "out" or frame.get("decodes")
        if "error" in answer:
            refused[frame["line"]] = answer["error"].split(", server")[0]
            assert " at byte " in answer["error"] and "server version" in answer["error"], answer["error"]
            continue
        assert answer["fields"] is not None and answer["name"]
        if frame["provenance"] == "fixture":
            must = False  # test data of others: read, but not held to the byte
        if frame["wire"] == "protobuf" or not must or answer["trailing"]:
            continue
        version = frame["server_version"]
        rest = body_of(version, bytes.fromhex(answer["hex"]))[2].decode(errors="backslashreplace").split("\0")[:-1]
        theirs = frame["fields"][1:]
        # The first field is the message's own version more often than not; readers skip it.
        pairs = [(a, b) for place, (a, b) in enumerate(zip(theirs, rest)) if place and not same_value(a, b)]
        if len(theirs) == len(rest) and pairs:
            problems[frame["message"]].append(f"{pairs[:3]} at {version} {frame['source']}")
    rows = [line.split("\t") for line in (HERE / "recorded-differences.tsv").read_text().splitlines()[1:]]
    for message, holds, _ in rows:
        problems[message] = [text for text in problems[message] if holds not in text]
    problems = {name: found for name, found in problems.items() if found}
    report.add("recorded", 0, "frames", "any", len(frames), sum(map(len, problems.values())))
    print(f"{len(frames)} frames, {len(refused)} refused as listed")
    assert refused == listed(), {line: (refused.get(line), listed().get(line)) for line in refused.keys() ^ listed().keys()}
    text = "\n".join(f"{name}: {len(found)}: " + " | ".join(found[:3]) for name, found in sorted(problems.items()))
    assert not text, text
