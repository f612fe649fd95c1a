"""Rules that the compiler cannot check. Prints each break with file and line; exit code 1 where there is one."""

import re
import subprocess
import sys
from pathlib import Path

PURE = ("Vocabulary", "Series", "Report", "Wire", "Ledger", "Session", "Exchange", "Indicators", "Statistics")
LINES = 400

# Reading a clock, drawing unseeded numbers, or doing input and output.
IMPURE = [
    (re.compile(pattern), reason)
    for pattern, reason in [
        (r"\b(?:Foundation\.)?Date\(\)", "reads the clock"),
        (r"\bDate\.now\b", "reads the clock"),
        (r"\b(?:ContinuousClock|SuspendingClock|DispatchTime)\b", "reads a clock"),
        (r"\b(?:clock_gettime|gettimeofday|time\(nil\)|mach_absolute_time)\b", "reads the clock"),
        (r"\bSystemRandomNumberGenerator\b", "draws an unseeded number"),
        (r"\b(?:arc4random|drand48|rand\(\))", "draws an unseeded number"),
        (r"\bUUID\(\)", "draws an unseeded number"),
        (r"\.(?:random\(in:[^,)]*\)|shuffled\(\)|shuffle\(\)|randomElement\(\))", "draws an unseeded number"),
        (r"\b(?:FileManager|FileHandle|URLSession|ProcessInfo)\b", "does input or output"),
        (r"^\s*print\(", "does input or output"),
    ]
]
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
MACHINE = re.compile(r"(?:^|[^\w.$}*-])/(?:work|farm|root|home|tmp|Users)/\w")
TEXT = {".swift", ".py", ".md", ".tsv", ".txt", ".sh", ".html", ""}
SELF = "Scripts/lint.py"


def tracked() -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], capture_output=True, text=True, check=True)
    return [name for name in listing.stdout.splitlines() if Path(name).is_file()]


def without_comment(line: str) -> str:
    return re.sub(r"//.*", "", line)


def breaks(name: str):
    path = Path(name)
    if path.suffix not in TEXT or name == SELF:
        return
    lines = path.read_text(errors="replace").splitlines()
    pure = any(name.startswith(f"Sources/Tradewinds{floor}/") for floor in PURE)
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            yield number, "names unfinished work"
        if MACHINE.search(line):
            yield number, "holds a path of one machine"
        if pure and path.suffix == ".swift":
            code = without_comment(line)
            for pattern, reason in IMPURE:
                if pattern.search(code):
                    yield number, f"{reason}: the pure floors are given time and random numbers"


def main() -> int:
    found = 0
    names = tracked()
    for name in names:
        for number, reason in breaks(name):
            print(f"{name}:{number}: {reason}")
            found += 1
        if name.endswith(".swift"):
            length = len(Path(name).read_text().splitlines())
            if length > LINES:
                print(f"{name}: warning: {length} lines; split by concern above {LINES}")
    print(f"lint: {len(names)} files, {found} breaks")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
