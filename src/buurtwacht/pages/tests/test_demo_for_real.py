# SPDX-License-Identifier: EUPL-1.2
"""The demo as a visitor meets it: one command, two browsers side by side, and phones that answer."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from buurtwacht.testing.browser import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

PATIENCE = 600  # seconds: the demo builds a town first


@pytest.fixture(scope="module")
def demo() -> Iterator[str]:
    """The address of a demo of our own."""
    with tempfile.TemporaryDirectory(prefix="bw", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as another user when we are root
        site, live = _free_port(), _free_port()
        url = f"http://localhost:{site}"
        environment = os.environ | {
            "BUURTWACHT_DATA": folder,
            "BUURTWACHT_SITE_PORT": str(site),
            "BUURTWACHT_LIVE_PORT": str(live),
            "BUURTWACHT_URL": url,
            "BUURTWACHT_LIVE_URL": f"http://localhost:{live}",
        }
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, "-W", "ignore", "-m", "buurtwacht", "demo"]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait_for(url, process)
            yield url
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, "the demo ended"
        try:
            with urlopen(f"{url}/demo/"):
                return
        except (URLError, ConnectionError):
            time.sleep(0.3)
    raise AssertionError("the demo did not start")


def become(chromium: Browser, demo: str, name: str) -> Page:
    page = chromium.new_context(viewport={"width": 360, "height": 740}, locale="nl-NL").new_page()
    page.goto(f"{demo}/demo/")
    assert_accessible(page)
    page.get_by_role("button", name=f"Word {name}").click()
    return page


def test_what_one_browser_does_the_other_sees(chromium, demo):
    ilse, anna = become(chromium, demo, "Ilse"), become(chromium, demo, "Anna")
    anna.goto(f"{demo}/demo/")

    anna.get_by_role("button", name="Deel nu een melding").click()

    news = ilse.get_by_role("heading", name="Iemand schijnt met een zaklamp in schuren")
    expect(news).to_be_visible(timeout=60_000)
    assert_accessible(ilse)
    anna.goto(f"{demo}/meldingen/")
    anna.locator(".bw-now", has_text="zaklamp").get_by_role("link").click()
    expect(anna.get_by_role("heading", name=re.compile(r"\d+ van 83 bereikt"))).to_be_visible(timeout=60_000)
    ilse.goto(f"{demo}/demo/postvak/")
    expect(ilse.get_by_text("ilse@voorbeeld.example").first).to_be_visible()
    assert_accessible(ilse)
