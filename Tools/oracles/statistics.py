"""Golden values for TradewindsStatistics.

    python Tools/oracles/statistics.py            writes Tests/TradewindsStatisticsTests/Golden/*.json
    python Tools/oracles/statistics.py --check    computes them anew and compares with the committed files

Builds a virtual environment with the pinned references on first use (TRADEWINDS_ORACLE_VENV names another place for it).
The work is done by the programs in statistics_goldens.
"""

import sys

# This file has the name of a module of the standard library: its folder must not be searched.
del sys.path[0]

import os
import pathlib
import subprocess
import venv

HERE = pathlib.Path(__file__).resolve().parent
REQUIREMENTS = HERE / "statistics_requirements.txt"


def environment() -> pathlib.Path:
    place = pathlib.Path(os.environ.get("TRADEWINDS_ORACLE_VENV", HERE / ".venv-statistics"))
    python = place / "bin" / "python"
    stamp = place / "requirements.txt"
    wanted = REQUIREMENTS.read_text()
    if not (python.exists() and stamp.exists() and stamp.read_text() == wanted):
        venv.create(place, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS], check=True)
        stamp.write_text(wanted)
    return python


if __name__ == "__main__":
    result = subprocess.run([environment(), HERE / "statistics_goldens", *sys.argv[1:]])
    sys.exit(result.returncode)
