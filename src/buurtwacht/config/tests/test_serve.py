# SPDX-License-Identifier: EUPL-1.2
"""Everything on one machine: it starts, a part that dies comes back, and nothing stays behind."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psutil
import pytest

from buurtwacht.testing.whole_program import WholeProgram

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900)]


def parts(running: WholeProgram) -> dict[str, psutil.Process]:
    """The processes below `serve`, by role."""
    found = {}
    for child in psutil.Process(running.process.pid).children():
        try:
            line = " ".join(child.cmdline())
        except psutil.Error:  # it died this moment, and nobody has waited for it yet
            continue
        role = "hub" if "live.hub" in line else "site" if "granian" in line else "work" if "work" in line else ""
        found[role] = child
    return found


def until(true, patience: float = 600.0) -> None:
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.2)


def is_alive(process: psutil.Process) -> bool:
    """A process that ended and was not yet waited for is not alive."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def test_a_part_that_dies_is_started_again_and_nothing_stays_behind():
    with WholeProgram("serve") as running:
        until(lambda: set(parts(running)) == {"site", "hub", "work"})
        before = parts(running)
        for role in ("hub", "work"):
            os.kill(before[role].pid, signal.SIGKILL)

        until(lambda: parts(running).get("hub", before["hub"]).pid != before["hub"].pid)
        until(lambda: parts(running).get("work", before["work"]).pid != before["work"].pid)
        until(lambda: answers(f"{running.live_url}/health") and answers(f"{running.url}/hoe-werkt-het/"))
        everybody = [*parts(running).values()]
        pid_file = Path(running.environment["BUURTWACHT_DATA"], "postgres", "postmaster.pid")
        everybody.append(psutil.Process(int(pid_file.read_text().split()[0])))
        running.stop()

        assert [process for process in everybody if is_alive(process)] == []
        assert not pid_file.exists()


def test_a_port_that_is_taken_is_said_before_anything_starts(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        environment = os.environ | {"BUURTWACHT_DATA": str(tmp_path / "data"), "BUURTWACHT_SITE_PORT": port}
        environment.pop("DATABASE_URL", None)
        tmp_path.chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "buurtwacht", "serve"],
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,
        )

    assert done.returncode == 1
    assert f"Port {port} on 127.0.0.1 is taken" in done.stderr
    assert "BUURTWACHT_SITE_PORT" in done.stderr
