"""Drives a Chromium without a screen through its debugging pipe: no port, no package."""

import base64
import json
import os
import select
import subprocess
import time

import pytest

from conftest import ROOT

DEADLINE = 90


def program():
    """The browser's program; fails where there is none, unless the tests are to do without."""
    if os.environ.get("SKIP_BROWSER_TESTS") == "1":
        pytest.skip("SKIP_BROWSER_TESTS=1")
    found = subprocess.run([ROOT / "Scripts" / "find-browser"], capture_output=True, text=True)
    if found.returncode != 0:
        pytest.fail(
            "no Chromium or Chrome found: run `make setup`, or set BROWSER_PROGRAM to one, "
            "or SKIP_BROWSER_TESTS=1 to leave these tests out")
    return found.stdout.strip()


class Browser:
    """One page in a browser of its own. Messages end with a zero byte."""

    def __init__(self, profile):
        read_there, self.write_end = os.pipe()
        self.read_end, write_there = os.pipe()
        # The browser reads its descriptor 3 and writes its descriptor 4.
        command = f"exec \"$@\" 3<&{read_there} 4>&{write_there}"
        self.process = subprocess.Popen(
            ["bash", "-c", command, "bash", program(), "--headless", "--no-sandbox", "--disable-gpu",
             "--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=1", "--no-first-run",
             "--disable-background-networking", f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"],
            pass_fds=(read_there, write_there), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_there)
        os.close(write_there)
        self.buffer = b""
        self.count = 0
        self.events = []
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write_end, data):]
        end = time.monotonic() + DEADLINE
        while True:
            answer = self._receive(end, method)
            if answer.get("id") == self.count:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return answer["result"]
            self.events.append(answer)

    def wait(self, event):
        end = time.monotonic() + DEADLINE
        while not any(known.get("method") == event for known in self.events):
            self.events.append(self._receive(end, event))

    def _receive(self, end, purpose):
        while b"\0" not in self.buffer:
            left = end - time.monotonic()
            assert left > 0 and select.select([self.read_end], [], [], left)[0], f"no answer to {purpose}"
            data = os.read(self.read_end, 1 << 20)
            assert data, f"the browser ended during {purpose}"
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, path, width, scheme):
        """Shows a file in a colour scheme, and makes the window as high as the page."""
        self.events.clear()
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call("Page.navigate", url=path.as_uri())
        self.wait("Page.loadEventFired")
        height = self.evaluate("document.documentElement.scrollHeight")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def screenshot(self):
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def complaints(self):
        """Errors and warnings of the page and its script."""
        kinds = {"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"}
        return [event["params"] for event in self.events if event.get("method") in kinds]

    def requests(self):
        return [
            event["params"]["request"]["url"] for event in self.events
            if event.get("method") == "Network.requestWillBeSent"]

    def stop(self):
        self.process.kill()
        self.process.wait(10)
        os.close(self.write_end)
        os.close(self.read_end)
