# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from buurtwacht.testing.browser import HEIGHTS, PATIENCE, chromium, slowed
from buurtwacht.testing.whole_program import WholeProgram

__all__ = ["chromium"]

# A browser without a window says so, and then counts as a program that looks ahead.
UNSUSPECTED = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"


@pytest.fixture(scope="session")
def demo() -> Iterator[WholeProgram]:
    """The demo as `make demo` starts it, running for real."""
    with WholeProgram("demo", BUURTWACHT_DEMO="yes") as running:
        yield running


class Street:
    """Browsers of different people on the demo, side by side."""

    def __init__(self, browser: Browser, url: str, *, width: int, dark: bool, javascript: bool) -> None:
        self.browser, self.url = browser, url
        self.look = {
            "viewport": {"width": width, "height": HEIGHTS[width]},
            "color_scheme": "dark" if dark else "light",
            "java_script_enabled": javascript,
            "locale": "nl-NL",
            "timezone_id": "Europe/Amsterdam",
            "reduced_motion": "reduce",
            "service_workers": "block",
            "user_agent": UNSUSPECTED,
        }
        self.complaints: list[str] = []
        self._post: Page | None = None

    def browser_of(self, name: str | None) -> Page:
        """Somebody's browser, after the one click that makes you that person. None is somebody without an account."""
        context = self.browser.new_context(base_url=self.url, **self.look)
        context.set_default_timeout(PATIENCE)
        page = slowed(context.new_page())
        page.on("pageerror", lambda error: self.complaints.append(f"{name}: {error}"))
        page.on("console", lambda said: self._listen(name, said.type, said.text))
        page.on("response", lambda answer: self._look_at(name, answer.status, answer.url))
        if name:
            page.goto("/demo/")
            page.get_by_role("button", name=f"Word {name}", exact=True).click()
            page.wait_for_url(lambda url: "/demo/" not in url)
        return page

    def _listen(self, name: str | None, kind: str, text: str) -> None:
        if kind == "error" and "Failed to load resource" not in text:
            self.complaints.append(f"{name}: {text}")

    def _look_at(self, name: str | None, status: int, url: str) -> None:
        if status >= 500:
            self.complaints.append(f"{name}: {status} at {url}")

    @property
    def post(self) -> Page:
        """Where all mail of the story is read."""
        if self._post is None:
            self._post = self.browser_of(None)
        return self._post

    def leave(self) -> None:
        for context in list(self.browser.contexts):
            context.close()
        assert self.complaints == []


@pytest.fixture
def street(chromium: Browser, demo: WholeProgram, request: pytest.FixtureRequest) -> Iterator[Street]:
    street = Street(chromium, demo.url, **request.param)
    yield street
    street.leave()
