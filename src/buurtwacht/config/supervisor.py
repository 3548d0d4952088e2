# SPDX-License-Identifier: EUPL-1.2
"""Keeps the three processes of one machine running: site, hub and work."""

import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field

import structlog

log = structlog.get_logger()

ROLES = ("site", "hub", "work")
PATIENCE = 10.0  # seconds that a process gets to end by itself
LONGEST_PAUSE = 30.0  # seconds between two tries to start a process that keeps dying


@dataclass
class Child:
    """One process and how often it died in a row."""

    role: str
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    start_at: float = 0.0
    started_at: float = field(default=0.0)

    def start(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-m", "buurtwacht", self.role])  # noqa: S603 - our own command
        self.started_at = time.monotonic()

    def look_after(self) -> None:
        """Start it when it is due, and note it when it died."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.start_at:
                self.start()
        elif self.process.poll() is not None:
            self.deaths = 1 if now - self.started_at > LONGEST_PAUSE else self.deaths + 1
            pause = min(2.0 ** (self.deaths - 1), LONGEST_PAUSE)
            log.warning("serve.process_ended", role=self.role, code=self.process.returncode, again_in=pause)
            self.process, self.start_at = None, now + pause

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def wait(self) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Stop(Exception):
    """Somebody asked us to end."""


def run() -> None:
    """Run all roles until SIGTERM or Ctrl-C. A role that dies is started again, ever more slowly."""
    children = [Child(role) for role in ROLES]
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    try:
        while True:
            for child in children:
                child.look_after()
            time.sleep(0.2)
    except Stop:
        for child in children:
            child.stop()
        for child in children:
            child.wait()


def _stop(*_: object) -> None:
    raise Stop
