# SPDX-License-Identifier: EUPL-1.2
"""An installation whose worker processes may be killed: they tell by a channel that writes in a file."""

import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

import psycopg

from .own_database import OwnDatabase

PATIENCE = 600.0


class Installation(OwnDatabase):
    """Use it as a context: everything that it started ends with it."""

    def __init__(self, **environment: str) -> None:
        super().__init__()
        subprocess.run([*self.buurtwacht, "migrate", "--verbosity", "0"], env=self.environment, check=True)
        self.sent_to = self.folder / "sent"
        channel = "buurtwacht.testing.file_channel.FileChannel"
        self.environment |= {"BUURTWACHT_CHANNELS": channel, "FILE_CHANNEL": str(self.sent_to)} | environment
        self.workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end_workers()
        self.remove()

    def crowd(self, *words: str) -> list[str]:
        """Build neighbours, or let some of them report: see crowd.py. Returns ids."""
        return self.run("buurtwacht.testing.crowd", *words)

    def run(self, module: str, *words: str) -> list[str]:
        """Run a module in this installation. Returns the lines that it printed."""
        command = [sys.executable, "-W", "ignore", "-m", module, *words]
        done = subprocess.run(command, env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout.splitlines()

    def conversation(self, module: str, *words: str) -> "Conversation":
        """A module in this installation that answers line by line."""
        return Conversation([sys.executable, "-W", "ignore", "-m", module, *words], self.environment)

    def start_worker(self, *before: str) -> subprocess.Popen[bytes]:
        """A work process; `before` stands in front of the command, such as `taskset -c 0`."""
        command = [*before, *self.buurtwacht, "work"]
        worker = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.workers.append(worker)
        return worker

    def end(self, worker: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> int:
        if worker.poll() is None:
            worker.send_signal(how)
        return worker.wait(PATIENCE)

    def end_workers(self) -> None:
        while self.workers:
            self.end(self.workers.pop(), signal.SIGKILL)

    def start_afresh(self) -> None:
        """Nothing was sent, nothing is to be told."""
        self.sent_to.unlink(missing_ok=True)
        self.ask("WITH gone AS (DELETE FROM delivery_intent) SELECT 1")
        self.ask("WITH gone AS (DELETE FROM delivery_delivery) SELECT 1")

    def ask(self, query: str) -> Any:
        """The first value of the first row."""
        with psycopg.connect(self.dsn) as connection:
            row = connection.execute(query).fetchone()
            return row and row[0]

    def sent(self) -> Counter[str]:
        """How often something was sent to each address."""
        return Counter(self.sent_to.read_text().split()) if self.sent_to.exists() else Counter()

    def until(self, true: Callable[[], object], pause: float = 0.02) -> None:
        deadline = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < deadline, "it takes too long"
            time.sleep(pause)

    def until_told(self) -> None:
        """Until no promise and no retry is left."""
        self.until(lambda: not self.ask("SELECT count(*) FROM delivery_intent WHERE done_at IS NULL"))
        self.until(lambda: not self.ask("SELECT count(*) FROM delivery_delivery WHERE due_at IS NOT NULL"))


class Conversation:
    """A process that we ask, one line at a time. Ends with its `with`."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True, bufsize=1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def hear(self) -> str:
        """The next line that it says."""
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def ask(self, line: str) -> str:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self.hear()
