"""Starts the built gateway for the tests, on a free port with a fixed seed, and hands out client ids."""

import itertools
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("TW_PROGRAM", ROOT / ".build" / "release" / "tw"))
READY = re.compile(r"listening on ([\w.]+):(\d+)")
_clients = itertools.count(11)


class Gateway:
    """A running gateway, at half past ten of a Wednesday whatever the hour of the test."""

    def __init__(self, *options):
        self.lines = []
        self.ready = threading.Event()
        self.port = None
        self.process = subprocess.Popen(
            [PROGRAM, "gateway", "--port", "0", "--seed", "7", "--start", "2026-11-18T10:30", "--accounts", "DU1000001", *options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1)
        threading.Thread(target=self._read, daemon=True).start()
        if not self.ready.wait(60) or self.port is None:
            self.stop()
            pytest.fail("the gateway did not say 'listening on' within 60 s:\n" + "\n".join(self.lines[-20:]))

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            found = READY.search(line)
            if found:
                self.port = int(found.group(2))
                self.ready.set()
        self.ready.set()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)


def pytest_sessionstart(session):
    if not PROGRAM.exists():
        pytest.exit(f"{PROGRAM} is not built; run: make interop", returncode=2)


@pytest.fixture(scope="module")
def gateway():
    running = Gateway()
    yield running
    alive = running.process.poll() is None
    running.stop()
    assert alive, "the gateway ended by itself:\n" + "\n".join(running.lines[-20:])


@pytest.fixture
def client_id():
    return next(_clients)
