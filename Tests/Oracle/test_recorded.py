"""Frames recorded from real gateways, clients' logs and test data of others. They are not part of this repository: the
tests look for `../shared/recorded/messages.jsonl` and say so when it is not there."""

import json
from collections import defaultdict
from decimal import Decimal, InvalidOperation

import pytest
from probe import ROOT, body_of, recode_lines

RECORDED = ROOT.parent / "shared" / "recorded" / "messages.jsonl"
NEWEST_KNOWN = 226
# Not frames with a message id.
GREETINGS = {"HANDSHAKE", "HANDSHAKE_REPLY"}


def lines():
    return [json.loads(line) for line in RECORDED.read_text().splitlines()]


def same_value(theirs, ours):
    """Equal, or two spellings of one number, or two ways to say that a value is unset."""
    if theirs == ours:
        return True
    unset = {"", "0", "0.0", "false", "2147483647", "9223372036854775807", "1.7976931348623157E308",
             "1.7976931348623157e+308", "170141183460469231731687303715884105727"}
    if theirs in unset and ours in unset:
        return True
    try:
        return Decimal(theirs) == Decimal(ours)
    except InvalidOperation:
        return False


def test_recorded_frames(report):
    if not RECORDED.exists():
        pytest.skip(f"no recorded frames beside the repository ({RECORDED.parent.parent.name}/recorded)")
    frames = [
        frame for frame in lines()
        if frame["wire"] != "bytes" and frame["message"] not in GREETINGS and frame["msg_id"] is not None]
    for frame in frames:
        low, high = frame.get("exact_at") or (157, NEWEST_KNOWN)
        version = frame["server_version"] or min(max(low, 176), high)
        frame["server_version"] = max(version, 157)
    answers = recode_lines([json.dumps(frame) for frame in frames])
    problems, refused = defaultdict(list), []
    for frame, answer in zip(frames, answers):
        must = frame["direction"] == "out" or frame.get("decodes")
        if "error" in answer:
            (problems[frame["message"]] if must else refused).append(f"{answer['error']} {frame['source']}")
            assert "byte" in answer["error"] or "offset" in answer["error"] or ":" in answer["error"]
            continue
        if frame["wire"] == "protobuf" or not must or answer["trailing"]:
            continue
        version = frame["server_version"]
        rest = body_of(version, bytes.fromhex(answer["hex"]))[2].decode(errors="backslashreplace").split("\0")[:-1]
        theirs = frame["fields"][1:]
        if len(theirs) == len(rest) and not all(map(same_value, theirs, rest)):
            pairs = [(a, b) for a, b in zip(theirs, rest) if not same_value(a, b)]
            problems[frame["message"]].append(f"{pairs[:3]} at {version} {frame['source']}")
    report.add("recorded", 0, "frames", "any", len(frames), sum(map(len, problems.values())))
    print(f"{len(frames)} frames, {len(refused)} refused that the official decoder cannot read either")
    text = "\n".join(f"{name}: {len(found)}: " + " | ".join(found[:3]) for name, found in sorted(problems.items()))
    assert not text, text
