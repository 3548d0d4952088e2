# SPDX-License-Identifier: EUPL-1.2
"""A real browser on the real site: pages as people see them, narrow and wide, light and dark, with and without script.

    def test_the_home_page_is_fit_to_be_seen(seen_well, bram):
        seen_well("/", bram)

Set BUURTWACHT_SCREENSHOTS to a folder to keep the pictures. Set BUURTWACHT_SLOW to a number of milliseconds to find
tests, and pages, that count on a quick machine: every answer takes that much longer, and scripts run four times slower.
(The browser knows one kind of line at a time: tests of `reports/tests/test_offline.py` that cut it fail then.)
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from buurtwacht.people.models import Person

os.environ.setdefault(
    "DJANGO_ALLOW_ASYNC_UNSAFE", "true"
)  # playwright keeps a loop in this thread; we use no async ORM

CHROMIUM = os.environ.get("BUURTWACHT_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
AXE = (Path(__file__).resolve().parent / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
HEIGHTS = {320: 700, 360: 740, 768: 1024, 1280: 900}
PATIENCE = 90_000  # milliseconds; the machine that tests may be a slow one
expect.set_options(timeout=PATIENCE)
SLOW = int(os.environ.get("BUURTWACHT_SLOW", "0"))  # milliseconds
SLOW_SCRIPTS = 4  # times; what a cheap phone is to a laptop

OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser per module, so that it never shares its event loop with the tests of async code."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def live_site(live_server: Any, settings: Any) -> str:
    """The address of the whole site, served for this test."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    return str(live_server.url)


@pytest.fixture
def browser_page(chromium: Browser, live_site: str, login: Any) -> Iterator[OpenPage]:
    """Opens pages: `browser_page(width=360, dark=True, javascript=False, person=bram)`.

    Anything that the browser complains about (script errors, what the content security policy blocked) fails the test.
    """
    complaints: list[str] = []
    contexts = []

    def open_page(
        *, width: int = 360, dark: bool = False, javascript: bool = True, person: Person | None = None, **options: Any
    ) -> Page:
        context = chromium.new_context(
            base_url=live_site,
            viewport={"width": width, "height": HEIGHTS.get(width, 900)},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=javascript,
            **({"locale": "nl-NL", "service_workers": "block"} | options),
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if person:
            session = login(person).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": live_site}])
        page = slowed(context.new_page())
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: _listen(message, complaints))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def slowed(page: Page) -> Page:
    """The page as it is on a slow machine with a slow line, when somebody asked for that."""
    if SLOW:
        browser = page.context.new_cdp_session(page)
        line = {"offline": False, "latency": SLOW, "downloadThroughput": -1, "uploadThroughput": -1}
        browser.send("Network.enable")
        browser.send("Network.emulateNetworkConditions", line)
        browser.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_SCRIPTS})
    return page


def _listen(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type == "error" and "Failed to load resource" not in message.text:
        complaints.append(message.text)


def assert_accessible(page: Page) -> None:
    """The part of WCAG 2.2 AA that a machine can check, with axe-core."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    told = [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
    assert told == [], f"{page.url}\n" + "\n".join(told)


def assert_fits(page: Page) -> None:
    """Nothing sticks out at the side."""
    page.wait_for_load_state()
    wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= room, f"{page.url} is {wide} wide in {room}"


@pytest.fixture
def seen_well(browser_page: OpenPage) -> Callable[..., None]:
    """Looks at a page at four widths and at night: accessible, nothing sticking out; pictures kept on request.

    The page is loaded once: a page changes its looks with the screen by its style sheet alone.
    """

    def look(path: str, person: Person | None = None, name: str = "") -> None:
        page = browser_page(width=320, person=person)
        response = page.goto(path)
        assert response is not None
        assert response.status < 400, f"{path}: {response.status}"
        for width, dark in ((320, False), (360, False), (360, True), (768, False), (1280, False), (1280, True)):
            page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
            page.emulate_media(color_scheme="dark" if dark else "light")
            assert_fits(page)
            if width in (360, 1280):
                assert_accessible(page)
                keep_picture(page, name or path, width, dark)
        page.context.close()

    return look


def keep_picture(page: Page, name: str, width: int, dark: bool) -> None:
    """Save what the page looks like, when somebody asked for pictures."""
    folder = os.environ.get("BUURTWACHT_SCREENSHOTS")
    if not folder:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    plain = name.strip("/").replace("/", "-") or "start"
    page.screenshot(path=f"{folder}/{plain}-{width}-{'donker' if dark else 'licht'}.png", full_page=True)
