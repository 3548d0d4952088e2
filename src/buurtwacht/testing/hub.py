# SPDX-License-Identifier: EUPL-1.2
"""A real hub in a process of its own, for tests."""

import contextlib
import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

from buurtwacht.live.hub.options import Options

PATIENCE = 120.0
CHANCE = random.SystemRandom()  # tests side by side begin each test with the same seed, and must not meet at one port


def free_port() -> int:
    """A port that nobody uses at this moment, below those that the system hands out for outgoing connections."""
    while True:
        port = CHANCE.randint(15_000, 32_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def hub_options(**changes: Any) -> Options:
    """A hub on the test's database, and on a port of its own."""
    parameters = connection.get_connection_params()
    chosen = {name: parameters[name] for name in ("host", "port", "dbname", "user", "password") if parameters.get(name)}
    options = Options(
        dsn=make_conninfo(**chosen),
        stream_key=settings.STREAM_KEY.hex(),
        field_keys=[key.hex() for key in settings.FIELD_KEYS],
        site_url=settings.SITE_URL,
        port=free_port(),
        drain_seconds=0.4,
    )
    return replace(options, **changes)


class RunningHub:
    """Starts at once. `stop` and `kill` end it; `start` starts it again on the same port."""

    def __init__(self, options: Options, wrap: Callable[[list[str]], list[str]] = list) -> None:
        self.options = options
        self._wrap = wrap
        self.port = options.port
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def __enter__(self) -> "RunningHub":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        reading, writing = os.pipe()
        os.write(writing, self.options.to_json().encode())
        os.close(writing)
        command = [sys.executable, "-m", "buurtwacht.live.hub", str(reading)]
        self.process = subprocess.Popen(self._wrap(command), pass_fds=[reading])
        os.close(reading)
        self.wait_until_well()

    def wait_until_well(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                if self.ask("/health")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.03)
        raise TimeoutError("the hub does not get well")

    def ask(
        self, path: str, method: str = "GET", body: str | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str]:
        """One request: its status and text."""
        caller = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            caller.request(method, path, body, headers or {})
            answer = caller.getresponse()
            return answer.status, answer.read().decode()
        finally:
            caller.close()

    def figure(self, name: str) -> float:
        """One of the figures at /metrics."""
        lines = self.ask("/metrics")[1].splitlines()
        return next(float(line.split()[1]) for line in lines if line.startswith(f"buurtwacht_hub_{name} "))

    def reach(self, event_id: int) -> None:
        """Wait until the hub has told this event."""
        deadline = time.monotonic() + PATIENCE
        while self.figure("position") < event_id:
            assert time.monotonic() < deadline
            time.sleep(0.01)

    def stop(self) -> int:
        """Ask it to end, as an operator would. Returns its exit code."""
        assert self.process
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """The power goes."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(PATIENCE)
