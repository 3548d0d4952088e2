# SPDX-License-Identifier: EUPL-1.2
"""The pages, and the whole way from a form to the last of 100 open screens, on a real installation.

The time of a report runs from just before the form is written to the socket until the last screen has read the event:
more than the figure asks, which starts when the form is accepted.
"""

import http.client
import json
import re
import selectors
import socket
import statistics
import subprocess
import sys
import threading
import time
from typing import Any
from urllib.parse import urlencode, urlsplit

from bench.__main__ import spread
from buurtwacht.testing.whole_program import WholeProgram

ROUNDS = 30
CONNECTIONS, SECONDS = 32, 8


def measure() -> list[dict[str, Any]]:
    with WholeProgram("serve") as running:
        seed = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "bench.pages_seed"],
            env=running.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        found = json.loads(seed.stdout)
        return [_page(running, found), _last_screen(running, found)]


# Pages -----------------------------------------------------------------------


def _page(running: WholeProgram, found: dict[str, Any]) -> dict[str, Any]:
    """The list of reports; and of the two other pages that people open at night, what they cost in process."""
    cpu = _cpu(running, found, "/meldingen/")
    first, alert = (_cpu(running, found, path) for path in ("/", f"/meldingen/{found['report']}/"))
    times = _hammer(running.url, found["session"])
    p99 = statistics.quantiles(times, n=100)[98]
    return {
        "key": "page_ms",
        "ours": {
            "cpu": round(cpu["median"], 2),
            "cpu of the first page": round(first["median"], 2),
            "cpu of an open alert": round(alert["median"], 2),
            "p50": statistics.median(times),
            "p99": p99,
            "per second": len(times) / SECONDS,
        },
        "unit": "ms",
        "spread": f"cpu {spread(cpu['rounds'])}",
        "limit": None,
        "ratio": None,
        "peers": {},
    }


def _cpu(running: WholeProgram, found: dict[str, Any], path: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bench.pages_cpu", found["session"], path],
        env=running.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _hammer(url: str, session: str) -> list[float]:
    """Ask for the page over 32 connections for some seconds; the time of each answer, in ms."""
    times: list[float] = []
    until = time.monotonic() + SECONDS

    def visitor() -> None:
        connection = _connect(url)
        while time.monotonic() < until:
            begun = time.perf_counter()
            connection.request("GET", "/meldingen/", headers={"Cookie": f"sessionid={session}"})
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200
            times.append((time.perf_counter() - begun) * 1000)

    visitors = [threading.Thread(target=visitor) for _ in range(CONNECTIONS)]
    for one in visitors:
        one.start()
    for one in visitors:
        one.join()
    return times


def _connect(url: str) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    return http.client.HTTPConnection(parts.hostname or "localhost", parts.port, timeout=30)


# From a form to the last screen -------------------------------------------------


def _last_screen(running: WholeProgram, found: dict[str, Any]) -> dict[str, Any]:
    screens = [_open_screen(running.live_url, token) for token in found["tokens"]]
    reporter = _Reporter(running.url, found)
    times = [_one_report(reporter, screens) for _ in range(ROUNDS)]
    for screen in screens:
        screen.close()
    ordered = sorted(times)
    return {
        "key": "report_to_last_screen_ms",
        "ours": {"p50": statistics.median(times), "p95": ordered[int(len(ordered) * 0.95)]},
        "unit": "ms",
        "spread": spread(times),
        "limit": None,
        "ratio": None,
        "peers": {},
    }


def _open_screen(url: str, token: str) -> socket.socket:
    parts = urlsplit(url)
    screen = socket.create_connection((parts.hostname or "localhost", parts.port or 80))
    screen.sendall(f"GET /live?token={token} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    assert b"200" in screen.recv(4096).split(b"\r\n")[0]
    screen.setblocking(False)
    return screen


def _one_report(reporter: "_Reporter", screens: list[socket.socket]) -> float:
    """Milliseconds from writing the form to the last screen that read the event."""
    send = reporter.ready_to_share()
    for screen in screens:
        _drain(screen)
    begun = time.perf_counter()
    sending = threading.Thread(target=send)
    sending.start()
    waiting = selectors.DefaultSelector()
    for screen in screens:
        waiting.register(screen, selectors.EVENT_READ)
    left, until = set(screens), time.monotonic() + 10
    while left:
        if time.monotonic() > until:
            raise TimeoutError(f"{len(left)} screens heard nothing")
        for key, _events in waiting.select(1):
            screen = key.fileobj
            assert isinstance(screen, socket.socket)
            if b"event: entry" in screen.recv(65536):
                left.discard(screen)
                waiting.unregister(screen)
    last = (time.perf_counter() - begun) * 1000
    sending.join()
    return last


def _drain(screen: socket.socket) -> None:
    try:
        while screen.recv(65536):
            pass
    except BlockingIOError:
        return


class _Reporter:
    """Bram, who walks the steps each time and stops before the last."""

    def __init__(self, url: str, found: dict[str, Any]) -> None:
        self.connection = _connect(url)
        self.path = f"/groepen/{found['slug']}/melden/"
        self.cookies = {"sessionid": found["session"]}

    def ready_to_share(self) -> Any:
        page = self._ask("GET")
        held: dict[str, str] = {}
        held = self._press(page, held, "call", behaviours="tries_doors", words="Man voelt aan poorten.",
                           place="Lijsterstraat", in_sight="now")  # fmt: skip
        held = self._press(self.page, held, "called")
        form = urlencode({**held, **self._hidden(self.page), "do": "share"})
        return lambda: self._ask("POST", form, wanted=302)

    def _press(self, page: str, held: dict[str, str], do: str, **answers: str) -> dict[str, str]:
        held = {**held, **self._hidden(page), **answers}
        self.page = self._ask("POST", urlencode({**held, "do": do}))
        return held

    def _hidden(self, page: str) -> dict[str, str]:
        return dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', page))

    def _ask(self, method: str, body: str = "", wanted: int = 200) -> str:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self.connection.request(method, self.path, body or None, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        assert answer.status == wanted, f"{answer.status}: {text[:300]}"
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        self.page = text
        return text
