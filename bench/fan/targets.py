# SPDX-License-Identifier: EUPL-1.2
"""Servers that tell many: how each is started, joined and told something. One process on one core each."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from buurtwacht.lib.ids import new_id
from buurtwacht.live.tokens import stream_token
from buurtwacht.testing.hub import free_port
from buurtwacht.testing.own_database import OwnDatabase

HERE = Path(__file__).resolve().parent
MARK = b"@@M0000000000"
SIZE = 600
SERVER_CORE, CLIENT_CORE = "0", "1"

Step = tuple[str, bytes]  # ">" send these bytes, "<" wait for them


def payload() -> bytes:
    """A report of 600 bytes, with a marker that the client finds again."""
    words = "Report: two people trying car doors in the Merelweg, heading north. " * 20
    return MARK + words.encode()[: SIZE - len(MARK)]


def on_core(core: str, command: list[str]) -> list[str]:
    return ["taskset", "-c", core, *command] if len(os.sched_getaffinity(0)) > 1 else command


def build(name: str, folder: Path) -> Path:
    """Compile one of the C programs beside this file."""
    program = folder / name
    subprocess.run(["gcc", "-O2", "-o", str(program), str(HERE / f"{name}.c")], check=True)
    return program


@dataclass
class Target:
    """One server. `start` gives its process; the other methods say what to send it."""

    folder: Path
    port: int = field(default_factory=free_port)
    sender_port: int = 0
    name = ""
    reply = b""

    @property
    def environment(self) -> dict[str, str]:
        return dict(os.environ)

    def missing(self) -> str:
        """What has to be installed first; empty when all is here."""
        return ""

    def command(self) -> list[str]:
        raise NotImplementedError

    def join(self, group: int) -> list[Step]:
        raise NotImplementedError

    def start_sending(self) -> list[Step]:
        return []

    def tell(self, group: int) -> bytes:
        raise NotImplementedError

    def start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            on_core(SERVER_CORE, self.command()), stdout=subprocess.DEVNULL, env=self.environment
        )
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return process
            time.sleep(0.05)
        raise TimeoutError(f"{self.name} does not listen")


@dataclass
class Limit(Target):
    """What the machine can do: C, one send() per socket, no protocol."""

    name = "limit"

    def command(self) -> list[str]:
        return [str(build("limit_writer", self.folder)), str(self.port)]

    def join(self, group: int) -> list[Step]:
        return [(">", b"J%d\n" % group), ("<", b"OK")]

    def tell(self, group: int) -> bytes:
        return b"P%d %d\n%s" % (group, SIZE, payload())


@dataclass
class OurHub(Target):
    """The hub, with tokens, as it runs in service; told over its measuring port."""

    database: OwnDatabase | None = None
    topics: dict[int, str] = field(default_factory=dict)
    name = "hub"
    reply = b"HTTP/1.1 202"

    def command(self) -> list[str]:
        assert self.database
        self.sender_port = free_port()
        return [*self.database.buurtwacht, "hub", "--port", str(self.port), "--measure-port", str(self.sender_port)]

    @property
    def environment(self) -> dict[str, str]:
        assert self.database
        return self.database.environment

    def topic(self, group: int) -> str:
        return self.topics.setdefault(group, f"group:{new_id()}:nl")

    def join(self, group: int) -> list[Step]:
        token = stream_token(new_id(), [self.topic(group)])
        return [(">", f"GET /live?token={token} HTTP/1.1\r\nHost: hub\r\n\r\n".encode()), ("<", b"event: hello")]

    def tell(self, group: int) -> bytes:
        body = payload()
        head = f"POST /tell/{self.topic(group)} HTTP/1.1\r\nContent-Length: {len(body)}\r\n\r\n"
        return head.encode() + body


def say_missing(target: Target) -> None:
    print(f"{target.name} is missing: {target.missing()}", file=sys.stderr)
