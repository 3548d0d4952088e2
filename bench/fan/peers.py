# SPDX-License-Identifier: EUPL-1.2
"""Other people's servers that tell many, in their best light: nothing kept, no tokens, no TLS."""

import os
import shutil
import struct
from dataclasses import dataclass
from pathlib import Path

from buurtwacht.lib.ids import new_id

from .targets import HERE, SIZE, Step, Target, payload

PATH = os.environ["PATH"] + ":/usr/sbin"
NCHAN_MODULE = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")


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
