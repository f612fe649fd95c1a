"""Counts what the differential tests compared, and prints the sums at the end."""

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from probe import PROBE  # noqa: E402


class Report:
    def __init__(self):
        self.cases = Counter()
        self.failures = Counter()
        self.kinds = {}
        self.versions = {}

    def add(self, part, version, name, form, count, failures=0):
        self.cases[part, form] += count
        self.failures[part, form] += failures
        self.kinds.setdefault((part, form), set()).add(name)
        self.versions.setdefault((part, form), set()).add(version)


_report = Report()


@pytest.fixture(scope="session")
def report():
    return _report


def pytest_sessionstart(session):
    if not PROBE.exists():
        pytest.exit(f"{PROBE} is not built; run: make oracle", returncode=2)


def pytest_terminal_summary(terminalreporter):
    terminalreporter.section("differential report")
    for key in sorted(_report.cases):
        part, form = key
        terminalreporter.write_line(
            f"{part}, {form}: {len(_report.kinds[key])} messages x {len(_report.versions[key])} versions, "
            f"{_report.cases[key]} cases, {_report.failures[key]} differences")
