# SPDX-License-Identifier: EUPL-1.2
"""The documented example for nginx, in a real nginx, in front of a real hub."""

import json
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from buurtwacht.lib.ids import new_id
from buurtwacht.live.models import Receipt
from buurtwacht.live.tokens import receipt_token, stream_token
from buurtwacht.testing.hub import PATIENCE, RunningHub, free_port
from buurtwacht.testing.peers.certificates import make_certificate

pytestmark = pytest.mark.peer

EXAMPLE = Path(__file__).parents[4] / "docs" / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
FRAME = """
{user}
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log warn;
events {{ worker_connections 512; }}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  include {folder}/buurtwacht.conf;
}}
"""


class Proxy:
    """nginx with the example, on ports of its own, and with a certificate that it signed itself."""

    def __init__(self, folder: Path, hub: RunningHub) -> None:
        self.folder, self.port = folder, free_port()
        self.log = folder / "access.log"
        self._write(hub.port)
        self.process = subprocess.Popen([str(NGINX), "-p", str(folder), "-c", str(folder / "main.conf")])
        self._wait()

    def _write(self, hub_port: int) -> None:
        self.certificate, key = make_certificate(self.folder)
        example = EXAMPLE.read_text()
        for written, here in (
            ("listen 443 ssl http2;", f"listen 127.0.0.1:{self.port} ssl http2;"),
            ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
            ("127.0.0.1:8001", f"127.0.0.1:{hub_port}"),
            ("/etc/letsencrypt/live/buurtwacht.example/fullchain.pem", str(self.certificate)),
            ("/etc/letsencrypt/live/buurtwacht.example/privkey.pem", str(key)),
        ):
            assert written in example
            example = example.replace(written, here)
        (self.folder / "buurtwacht.conf").write_text(example)
        user = "user root;" if os.geteuid() == 0 else ""
        (self.folder / "main.conf").write_text(FRAME.format(folder=self.folder, user=user))

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                self.connect().close()
            except OSError:
                time.sleep(0.03)
            else:
                return
        raise TimeoutError((self.folder / "error.log").read_text())

    def connect(self) -> ssl.SSLSocket:
        context = ssl.create_default_context(cafile=str(self.certificate))
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        return context.wrap_socket(plain, server_hostname="localhost")


@pytest.fixture
def proxy(hub: RunningHub) -> Iterator[Proxy]:
    assert NGINX, "this test needs nginx: apt install nginx-light"
    folder = Path(tempfile.mkdtemp(prefix="bw"))
    running = Proxy(folder, hub)
    yield running
    running.process.terminate()
    running.process.wait(PATIENCE)
    shutil.rmtree(folder, ignore_errors=True)


def read_until(caller: ssl.SSLSocket, end: bytes) -> bytes:
    got = b""
    while end not in got:
        data = caller.recv(65536)
        assert data, got
        got += data
    return got


def ask(proxy: Proxy, text: str) -> ssl.SSLSocket:
    caller = proxy.connect()
    caller.sendall(text.replace("\n", "\r\n").encode())
    return caller


def test_events_come_through_one_by_one(proxy: Proxy, tell: Callable[..., int], topic: str) -> None:
    """Each is there before the next is told: nothing is held back to fill a buffer."""
    token = stream_token(new_id(), [topic])
    with ask(proxy, f"GET /live?token={token} HTTP/1.1\nHost: buurtwacht.example\n\n") as caller:
        assert b"text/event-stream" in read_until(caller, b"event: hello")
        for turn in range(5):
            number = tell(topic, f"<li>{turn}</li>")
            assert f"id: {number}\n".encode() in read_until(caller, f"<li>{turn}</li>".encode())


def test_a_screen_comes_back_through_the_proxy(proxy: Proxy, tell: Callable[..., int], topic: str) -> None:
    numbers = [tell(topic) for _ in range(3)]
    head = f"GET /live?token={stream_token(new_id(), [topic])} HTTP/1.1\nHost: x\nLast-Event-ID: {numbers[0]}\n\n"
    with ask(proxy, head) as caller:
        got = read_until(caller, f"id: {numbers[2]}\n".encode())
    assert f"id: {numbers[1]}\n".encode() in got


def test_the_poll_comes_through(proxy: Proxy, hub: RunningHub, tell: Callable[..., int], topic: str) -> None:
    first, second = tell(topic), tell(topic, "news")
    hub.reach(second)
    path = f"/live/poll?token={stream_token(new_id(), [topic])}&after={first}"
    with ask(proxy, f"GET {path} HTTP/1.1\nHost: x\n\n") as caller:
        assert b"200 OK" in read_until(caller, b"data: news")


def test_receipts_come_through(proxy: Proxy) -> None:
    body = json.dumps({"token": receipt_token(new_id(), new_id(), new_id()), "kind": "seen"})
    with ask(proxy, f"POST /live/receipts HTTP/1.1\nHost: x\nContent-Length: {len(body)}\n\n{body}") as caller:
        assert b"204" in read_until(caller, b"\r\n\r\n")
    assert Receipt.objects.count() == 1


def test_tokens_stay_out_of_the_log_and_figures_inside(proxy: Proxy, tell: Callable[..., int], topic: str) -> None:
    with ask(proxy, f"GET /live?token={stream_token(new_id(), [topic])} HTTP/1.1\nHost: x\n\n") as caller:
        read_until(caller, b"event: hello")
    with ask(proxy, "GET /metrics HTTP/1.1\nHost: x\n\n") as caller:
        assert b"buurtwacht_hub" not in read_until(caller, b"\r\n\r\n")  # the site is asked, and is not there
    deadline = time.monotonic() + 30
    while "/metrics" not in proxy.log.read_text() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert "/metrics" in proxy.log.read_text()
    assert "token" not in proxy.log.read_text()
