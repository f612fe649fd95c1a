"""Drives `tw inspect`: captures from files and pipes, and the proxy between a client and the gateway."""

import json
import re
import socket
import struct
import subprocess
from pathlib import Path

import pytest

from conftest import PROGRAM, READY

DEADLINE = 60
ACCOUNT = "DU1000001"
FULL = Path("/dev/full")


def decode(*arguments, data=b""):
    done = subprocess.run(
        [PROGRAM, "inspect", "decode", *map(str, arguments)], input=data, capture_output=True, timeout=DEADLINE)
    return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()], done.stderr.decode()


def frame(body):
    return struct.pack(">I", len(body)) + body


def text(*fields):
    return frame("".join(f"{field}\0" for field in fields).encode())


ANSWER = text(176, "20261118 10:30:00 EST")


class Proxy:
    """A running proxy and what it says on standard error."""

    def __init__(self, target, *options):
        self.process = subprocess.Popen(
            [PROGRAM, "inspect", "proxy", "--listen", "0", "--to", str(target), *map(str, options)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.port = int(READY.search(self.process.stderr.readline()).group(2))

    def lines(self, last):
        """What it prints, up to the message `last`."""
        found = []
        while not found or found[-1].get("name") != last:
            found.append(json.loads(self.process.stdout.readline()))
        return found

    def stop(self):
        """Ends it; gives what it said since on standard error."""
        self.process.terminate()
        return self.process.communicate(timeout=DEADLINE)[1]


def converse(port):
    """Connects as a text client and waits for the account and the next order id."""
    with socket.create_connection(("127.0.0.1", port), DEADLINE) as client:
        client.sendall(b"API\0" + frame(b"v176..176"))
        received = client.recv(4096)
        client.sendall(text(71, 2, 77, ""))
        while received and not re.search(rb"[\x00-\x1f]9\x001\x00\d+\x00", received):
            received += client.recv(4096)
        return received


def test_decode_reads_files_pipes_and_standard_input(tmp_path):
    data = ANSWER + text(9, 1, 5)
    path = tmp_path / "in.raw"
    path.write_bytes(data)
    names = ["serverVersion", "nextValidId"]
    assert [line["name"] for line in decode(path)[1]] == names
    assert [line["name"] for line in decode(data=data)[1]] == names
    piped = subprocess.run(
        ["bash", "-c", f"'{PROGRAM}' inspect decode <(cat '{path}')"], capture_output=True, text=True, timeout=DEADLINE)
    assert piped.returncode == 0 and [json.loads(line)["name"] for line in piped.stdout.splitlines()] == names
    assert "it is a folder" in decode(tmp_path)[2]


@pytest.mark.parametrize("option", ["--version", "--server-version"])
def test_decode_takes_the_version(option):
    assert decode(option, 176, data=text(9, 1, 5))[1][0]["name"] == "nextValidId"
    code, lines, error = decode(option, 156, data=text(9, 1, 5))
    assert code == 64 and not lines and "157 is the lowest" in error


def test_decode_prints_json_whatever_comes():
    code, lines, _ = decode(data=rb'{"direction":"i\n\u0001n","fields":[]}' + b"\n")
    assert code == 1 and lines[0]["line"] == 1 and "direction" in lines[0]["error"]


def test_proxy_masks_what_it_prints_and_records(gateway, tmp_path):
    path = tmp_path / "capture.jsonl"
    proxy = Proxy(gateway.port, "--redact", "--record", path)
    received = converse(proxy.port)
    lines = proxy.lines("nextValidId")
    proxy.stop()
    assert ACCOUNT.encode() in received
    assert {"serverVersion", "managedAccounts", "nextValidId"} <= {line["name"] for line in lines}
    assert all(line["connection"] == 1 and line["time"] > 0 for line in lines)
    assert ACCOUNT not in json.dumps(lines)
    recorded = path.read_text()
    assert ACCOUNT.encode().hex() not in recorded and b"DU0000000".hex() in recorded
    assert decode(path)[0] == 0


def test_proxy_keeps_a_record_that_exists(gateway, tmp_path):
    path = tmp_path / "capture.jsonl"
    path.write_text("{}\n")
    command = [PROGRAM, "inspect", "proxy", "--listen", "0", "--to", str(gateway.port), "--record", path]
    done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode == 64 and "--force" in done.stderr and path.read_text() == "{}\n"
    proxy = Proxy(gateway.port, "--record", path, "--force")
    converse(proxy.port)
    proxy.lines("serverVersion")
    proxy.stop()
    assert "serverVersion" in path.read_text()


@pytest.mark.skipif(not FULL.is_char_device(), reason="no device that is always full")
def test_proxy_says_that_a_record_cannot_be_written(gateway):
    proxy = Proxy(gateway.port, "--record", FULL)
    assert ACCOUNT.encode() in converse(proxy.port)
    proxy.lines("nextValidId")
    assert proxy.stop().count(f"cannot write to {FULL}") == 1 and FULL.is_char_device()


def test_proxy_says_that_it_cannot_reach_the_gateway():
    for target, reason in (("127.0.0.1:9", "Connection refused"), ("no-such-host.invalid:4002", "no-such-host.invalid:4002")):
        proxy = Proxy(target)
        for _ in range(2):
            with socket.create_connection(("127.0.0.1", proxy.port), DEADLINE) as client:
                assert client.recv(1) == b""
        error = proxy.stop()
        assert error.count("cannot reach") == 2 and reason in error


def test_proxy_refuses_to_be_its_own_gateway():
    command = [PROGRAM, "inspect", "proxy", "--listen", "45871", "--to", "localhost:45871"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode == 64 and "is where the proxy itself listens" in done.stderr


def test_a_port_that_is_taken_is_said_plainly(gateway, tmp_path):
    path = tmp_path / "capture.jsonl"
    path.write_text('{"connection":1,"direction":"in","server_version":176,"fields":["9","1","5"]}\n')
    for command in (["proxy", "--to", "9"], ["replay", path]):
        done = subprocess.run(
            [PROGRAM, "inspect", *command, "--listen", str(gateway.port)], capture_output=True, text=True, timeout=DEADLINE)
        assert done.returncode == 64 and "Address already in use. Choose" in done.stderr


def test_replay_names_the_connections(tmp_path):
    path = tmp_path / "capture.jsonl"
    path.write_text('{"connection":1,"direction":"in","server_version":176,"fields":["9","1","5"]}\n')
    command = [PROGRAM, "inspect", "replay", path, "--listen", "0"]
    done = subprocess.run([*command, "--connection", "77"], capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode == 64 and "it holds 1" in done.stderr
    path.write_bytes(ANSWER)
    done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE)
    assert done.returncode == 64 and "JSON lines" in done.stderr and "DecodingError" not in done.stderr
