"""Writes or checks the golden files; each module here gives one file."""

import json
import math
import pathlib
import sys
import warnings
from importlib.metadata import version

import bootstrap
import econometrics
import inputs
import pairs
import performance
import validation

MODULES = {
    "inputs": inputs, "performance": performance, "econometrics": econometrics, "validation": validation,
    "bootstrap": bootstrap, "pairs": pairs}

TESTS = pathlib.Path(__file__).resolve().parents[3] / "Tests"
TOLERANCE = 1e-9
LARGEST = 300_000


def plain(value):
    """JSON's types; what is undefined becomes null."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def differences(old, new, path=""):
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted(old.keys() | new.keys()):
            yield from differences(old.get(key), new.get(key), f"{path}/{key}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, pair in enumerate(zip(old, new)):
            yield from differences(*pair, f"{path}/{index}")
    elif isinstance(old, (int, float)) and isinstance(new, (int, float)):
        if abs(old - new) > TOLERANCE * max(1.0, abs(old)):
            yield f"{path}: committed {old}, now {new}"
    elif old != new:
        yield f"{path}: committed {old}, now {new}"


def main(check: bool) -> int:
    warnings.simplefilter("ignore")
    found = []
    for name, module in MODULES.items():
        packages = {package: version(package) for package in module.PACKAGES}
        golden = {"packages": packages, "values": plain(module.values())}
        place = TESTS / getattr(module, "SUITE", "TradewindsStatisticsTests") / "Golden" / f"{name}.json"
        if check:
            committed = json.loads(place.read_text())
            found += [f"{name}{line}" for line in differences(committed["values"], golden["values"])]
            continue
        text = json.dumps(golden, indent=1, sort_keys=True, allow_nan=False)
        if len(text) > LARGEST:
            text = json.dumps(golden, sort_keys=True, allow_nan=False)
        assert len(text) <= LARGEST, f"{place.name} has {len(text)} bytes"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text + "\n")
        print(f"{place.name}: {len(text)} bytes")
    for line in found:
        print(line)
    if check:
        print(f"{len(found)} differences in {len(MODULES)} files")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
