# SPDX-License-Identifier: EUPL-1.2
"""The whole program, running for real in a folder of its own: database, pages, live stream and work."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from buurtwacht.testing.hub import free_port

PATIENCE = 600.0  # seconds; the machine that tests may be a slow one, and the demo builds a town first


class WholeProgram:
    """`with WholeProgram("demo") as running:` starts everything; leaving ends it and removes its folder."""

    def __init__(self, command: str = "serve", **settings: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bw"))  # short: a Unix socket must fit in 107 characters
        self.folder.chmod(0o755)
        site, live = free_port(), free_port()
        self.url, self.live_url = f"http://localhost:{site}", f"http://localhost:{live}"
        ours = {key: value for key, value in os.environ.items() if not key.startswith(("BUURTWACHT_", "DATABASE_URL"))}
        self.environment = ours | {
            "BUURTWACHT_DATA": str(self.folder / "data"),
            "BUURTWACHT_SITE_PORT": str(site),
            "BUURTWACHT_LIVE_PORT": str(live),
            "BUURTWACHT_URL": self.url,
            "BUURTWACHT_LIVE_URL": self.live_url,
            **settings,
        }
        self.command = command
        self.log = self.folder / "log"
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "WholeProgram":
        try:
            self.start()
        except BaseException:
            self.__exit__()  # what began and did not answer may not stay behind
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "buurtwacht", self.command],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_for(f"{self.url}/hoe-werkt-het/")
        self._wait_for(f"{self.live_url}/health")

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None

    def run(self, *arguments: str) -> str:
        """Run another command of this installation."""
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "buurtwacht", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def _wait_for(self, url: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.process is not None and self.process.poll() is not None:
                raise RuntimeError(f"{self.command} ended by itself:\n{self.log.read_text()[-4000:]}")
            try:
                with urllib.request.urlopen(url, timeout=2):
                    return
            except urllib.error.HTTPError as error:
                if error.code == 503:  # it answers, and is still catching up
                    time.sleep(0.2)
                    continue
                raise
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        raise TimeoutError(f"{url} did not answer:\n{self.log.read_text()[-4000:]}")
