# SPDX-License-Identifier: EUPL-1.2
"""Servers that tell many: how each is started, joined and told something. One process on one core each."""

import os
import shutil
import socket
import struct
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
PATH = os.environ["PATH"] + ":/usr/sbin"
NCHAN_MODULE = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")

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


@dataclass
class Nchan(Target):
    """nginx with nchan, server-sent events."""

    name = "nchan"
    reply = b"HTTP/1.1 20"

    def missing(self) -> str:
        here = shutil.which("nginx", path=PATH) and NCHAN_MODULE.exists()
        return "" if here else "apt install libnginx-mod-nchan"

    def command(self) -> list[str]:
        folder = self.folder / "nchan"
        folder.mkdir(exist_ok=True)
        template = (HERE / "nchan.conf").read_text()
        user = "user root;" if os.geteuid() == 0 else ""
        values = {"@folder@": str(folder), "@port@": str(self.port), "@user@": user, "@module@": str(NCHAN_MODULE)}
        for name, value in values.items():
            template = template.replace(name, value)
        (folder / "nginx.conf").write_text(template)
        return [str(shutil.which("nginx", path=PATH)), "-p", str(folder), "-c", str(folder / "nginx.conf")]

    def join(self, group: int) -> list[Step]:
        head = f"GET /sub/g{group} HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"
        return [(">", head.encode()), ("<", b"hi\n\n")]

    def tell(self, group: int) -> bytes:
        return f"POST /pub/g{group} HTTP/1.1\r\nHost: x\r\nContent-Length: {SIZE}\r\n\r\n".encode() + payload()


@dataclass
class Mosquitto(Target):
    """An MQTT broker, QoS 0, nothing kept."""

    name = "mosquitto"

    def missing(self) -> str:
        return "" if shutil.which("mosquitto", path=PATH) else "apt install mosquitto"

    def command(self) -> list[str]:
        path = self.folder / "mosquitto.conf"
        path.write_text(
            f"listener {self.port} 127.0.0.1\nallow_anonymous true\nset_tcp_nodelay true\npersistence false\n"
            "max_queued_messages 0\nmax_inflight_messages 0\nlog_type error\n"
        )
        return [str(shutil.which("mosquitto", path=PATH)), "-c", str(path)]

    def start_sending(self) -> list[Step]:
        hello = _text("MQTT") + b"\x04\x02\x0e\x10" + _text(str(new_id())[:23])
        return [(">", _packet(0x10, hello)), ("<", b"\x20\x02\x00\x00")]

    def join(self, group: int) -> list[Step]:
        follow = b"\x00\x01" + _text(f"g/{group}") + b"\x00"
        return [*self.start_sending(), (">", _packet(0x82, follow)), ("<", b"\x90\x03\x00\x01")]

    def tell(self, group: int) -> bytes:
        return _packet(0x30, _text(f"g/{group}") + payload())


def _text(text: str) -> bytes:
    return struct.pack(">H", len(text)) + text.encode()


def _packet(kind: int, body: bytes) -> bytes:
    length, left = b"", len(body)
    while True:
        digit, left = left % 128, left // 128
        length += bytes([digit | (0x80 if left else 0)])
        if not left:
            return bytes([kind]) + length + body


def say_missing(target: Target) -> None:
    print(f"{target.name} is missing: {target.missing()}", file=sys.stderr)
