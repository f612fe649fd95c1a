"""Our coders, through the program wire-probe."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROBE = Path(os.environ.get("WIRE_PROBE", ROOT / ".build" / "release" / "wire-probe"))


def recode(frames):
    """What wire-probe says of each (direction, version, body): a list of dictionaries, in order."""
    lines = [json.dumps({"direction": way, "server_version": version, "hex": body.hex()}) for way, version, body in frames]
    return recode_lines(lines)


def recode_lines(lines):
    run = subprocess.run(
        [PROBE, "recode"], input="\n".join(lines) + "\n", capture_output=True, text=True, timeout=240, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(lines)
    return answers


def sample(version, seed, count, outgoing=False):
    """Sampled messages of every type that exists at the version."""
    command = [PROBE, "sample", "--version", str(version), "--seed", str(seed), "--count", str(count)]
    run = subprocess.run(command + (["--out"] if outgoing else []), capture_output=True, text=True, timeout=240, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def body_of(version, body):
    """The message id, whether it is protobuf, and the rest of a frame's body."""
    if version >= 201:
        wire = int.from_bytes(body[:4], "big")
        return wire - 200 if wire > 200 else wire, wire > 200, body[4:]
    end = body.index(b"\0")
    return int(body[:end]), False, body[end + 1:]
