"""Writes the golden trading calendars that the calendar tests are held against.

Usage: calendars.py OUT.txt, in a virtual environment with `exchange_calendars` (see requirements below).
Each line: calendar, kind, date and, for an early close, the local closing time. Weekends are left out: a calendar that
has a session on one gets a line of kind `weekend`.

Requirements: exchange_calendars==4.13.2
"""

import sys
from importlib.metadata import version

import exchange_calendars
import pandas

CALENDARS = {"usEquities": "XNYS", "cmeFutures": "CMES", "forex": "24/5"}
FIRST, LAST = "2000-01-03", "2026-12-31"


def lines(name: str, source: str):
    calendar = exchange_calendars.get_calendar(source, start=FIRST, end=LAST)
    sessions = calendar.schedule.index
    for day in pandas.date_range(FIRST, LAST, freq="B").difference(sessions):
        yield f"{name} closed {day:%Y%m%d}"
    for day in sessions[sessions.day_of_week >= 5]:
        yield f"{name} weekend {day:%Y%m%d}"
    for day in calendar.early_closes:
        close = calendar.schedule.loc[day, "close"].tz_convert(calendar.tz)
        yield f"{name} early {day:%Y%m%d} {close:%H%M}"


def main(path: str) -> None:
    with open(path, "w") as out:
        out.write(f"# exchange_calendars {version('exchange_calendars')}, {FIRST} to {LAST}, by Tools/oracles/calendars.py\n")
        for name, source in CALENDARS.items():
            out.writelines(line + "\n" for line in lines(name, source))


if __name__ == "__main__":
    main(sys.argv[1])
