"""Looks at the page of `tw backtest --report` in a browser: are the charts there, in light and in dark?"""

import datetime
import io
import math
import os
import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from browser import Browser
from conftest import PROGRAM

WIDTH = 1200
# Of each chart: the colour of its series, and the share of the chart's width that must show it.
CHARTS = {
    "chart-equity": ("--series", 0.85), "chart-drawdown": ("--fall", 0.85), "chart-sharpe": ("--series", 0.7),
    "chart-distribution": ("--gain", 0.2), "chart-price-0": ("--price", 0.85), "chart-price-1": ("--price", 0.85),
}


def prices(path, phase, days=900):
    """Daily bars that rise and fall, so that a crossover trades with profit and loss."""
    lines = ["date,open,high,low,close,volume"]
    close = 100.0
    for day in range(days):
        date = datetime.date(2020, 1, 2) + datetime.timedelta(days=day)
        first = close
        close = 100 + day / 20 + 15 * math.sin(day / 30 + phase) + 3 * math.sin(day / 3 + phase)
        lines.append(f"{date},{first:.2f},{max(first, close) + 1:.2f},{min(first, close) - 1:.2f},{close:.2f},100000")
    path.write_text("\n".join(lines) + "\n")
    return path


def write_report(page, strategy, *files, options=()):
    command = [PROGRAM, "backtest", "--strategy", strategy, "--report", page, *options]
    for file in files:
        command += ["--data", file]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return page


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    running = Browser(tmp_path_factory.mktemp("profile"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    files = [prices(folder / f"{symbol}.csv", phase) for symbol, phase in [("AAPL", 0), ("MSFT", 2)]]
    return write_report(folder / "report.html", "rebalance", *files, options=["--cash", "100000"])


def look(browser):
    picture = Image.open(io.BytesIO(browser.screenshot())).convert("RGB")
    if folder := os.environ.get("SCREENSHOTS"):
        name = browser.evaluate("document.title + (matchMedia('(prefers-color-scheme: dark)').matches ? ' dark' : '')")
        picture.save(Path(folder) / f"{name.replace('/', ' ')}.png")
    return picture


def colour(browser, name):
    text = browser.evaluate(f"getComputedStyle(document.documentElement).getPropertyValue('{name}').trim()")
    return tuple(int(text[place:place + 2], 16) for place in (1, 3, 5))


def box(browser, chart):
    left, top, width, height = browser.evaluate(
        f"(() => {{ const b = document.getElementById('{chart}').getBoundingClientRect();"
        "return [b.left, b.top, b.width, b.height]; })()")
    return int(left), int(top), int(left + width), int(top + height)


def columns(picture, wanted, tolerance=40):
    """Columns of pixels in which the colour occurs."""
    pixels = picture.load()
    return [
        x for x in range(picture.width)
        if any(
            all(abs(part - other) <= tolerance for part, other in zip(pixels[x, y], wanted))
            for y in range(picture.height))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_chart_is_drawn(browser, page, scheme):
    browser.open(page, WIDTH, scheme)
    picture = look(browser)
    for chart, (name, share) in CHARTS.items():
        left, top, right, bottom = box(browser, chart)
        # The frame of a chart is 960 units wide, its content from 70 to 942.
        unit = (right - left) / 960
        part = picture.crop((left + int(70 * unit), top, right - int(18 * unit), bottom - int(30 * unit)))
        found = columns(part, colour(browser, name))
        assert len(found) > share * part.width, f"{chart} in {scheme}: {len(found)} of {part.width} columns"
    background = sum(picture.getpixel((3, 3)))
    assert background > 650 if scheme == "light" else background < 150
    assert browser.complaints() == []
    assert browser.requests() == [page.as_uri()]


def test_nothing_overlaps_or_is_cut(browser, page):
    for width in [WIDTH, 420]:
        browser.open(page, width, "light")
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
    overlaps = browser.evaluate("""
        [...document.querySelectorAll('.chart .scroll > svg')].flatMap((svg) => {
          const edge = svg.getBoundingClientRect();
          const boxes = [...svg.querySelectorAll('.grid text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
          return boxes.flatMap(([name, a], index) => [
            ...(a.left < edge.left || a.right > edge.right + 1 ? [svg.id + ': ' + name + ' is cut'] : []),
            ...boxes.slice(index + 1)
              .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
              .map(([other]) => svg.id + ': ' + name + ' on ' + other)]);
        })""")
    assert overlaps == []


def test_the_theme_can_be_changed(browser, page):
    browser.open(page, WIDTH, "light")
    before = look(browser).getpixel((3, 3))
    browser.evaluate("document.getElementById('theme').click()")
    after = Image.open(io.BytesIO(browser.screenshot())).convert("RGB").getpixel((3, 3))
    assert sum(before) > 650 and sum(after) < 150
    browser.evaluate("localStorage.clear()")


def test_the_crosshair_tells_the_value(browser, page):
    browser.open(page, WIDTH, "light")
    left, top, right, bottom = box(browser, "chart-equity")
    browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=(left + right) / 2, y=(top + bottom) / 2)
    tip = browser.evaluate("document.querySelector('#chart-equity').parentElement.querySelector('.tip').textContent")
    # The middle of the picture is at (480 - 70) / 872 of the time: day 423 of 900.
    assert tip.startswith("2021-02-28  Equity 1"), tip


def test_the_table_is_sorted_by_its_heads(browser, tmp_path):
    file = prices(tmp_path / "AAPL.csv", 0)
    browser.open(write_report(tmp_path / "p.html", "bollinger", file, options=["--cash", "100000"]), WIDTH, "light")
    browser.evaluate("[...document.querySelectorAll('#table-trades th button')].at(-1).click()")
    profits = browser.evaluate(
        "[...document.querySelectorAll('#table-trades tbody tr')].map((row) => Number(row.cells[10].dataset.value))")
    assert len(profits) > 5 and profits == sorted(profits) and browser.complaints() == []
    look(browser)


@pytest.mark.parametrize("rows", [1, 2, 30])
def test_little_data(browser, tmp_path, rows):
    # A symbol that the gateway does not know of itself.
    file = prices(tmp_path / "NEWONE.csv", 0, rows)
    browser.open(write_report(tmp_path / "p.html", "sma", file), WIDTH, "dark")
    picture = look(browser).crop(box(browser, "chart-equity"))
    assert len(columns(picture, colour(browser, "--series"))) > (4 if rows == 1 else 500)
    assert browser.complaints() == []


def test_trades_of_ticks_are_on_their_chart(tmp_path):
    lines = ["time,price,size"]
    for second in range(40_000):
        time = datetime.datetime(2024, 1, 2, 10) + datetime.timedelta(seconds=second / 2)
        lines.append(f"{time:%Y-%m-%d %H:%M:%S},{4000 + round(80 * math.sin(second / 3000)) / 4},1")
    file = tmp_path / "ES.csv"
    file.write_text("\n".join(lines) + "\n")
    text = write_report(tmp_path / "p.html", "sma", file, options=["--fast", "3", "--slow", "9"]).read_text()
    assert int(re.search(r"40,000 prices, (\d+) trades", text).group(1)) > 0


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    file = prices(tmp_path / "AAPL.csv", 0, 10)
    done = subprocess.run(
        [PROGRAM, "backtest", "--data", file, "--report", tmp_path / "none" / "p.html"], capture_output=True, text=True)
    assert done.returncode != 0 and "--report" in done.stderr and "cannot be written" in done.stderr
