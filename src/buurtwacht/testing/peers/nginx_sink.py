# SPDX-License-Identifier: EUPL-1.2
"""nginx as a push service that takes everything at once: for measuring, and to meet somebody else's HTTP/2."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from .certificates import make_certificate

PROGRAM = shutil.which("nginx") or "/usr/sbin/nginx"
START_SECONDS = 10

CONFIGURATION = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log error;
events {{ worker_connections 4000; }}
http {{
  access_log off; keepalive_requests 100000000; keepalive_timeout 600s; tcp_nodelay on;
  http2_max_concurrent_streams {streams};
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port} ssl http2;
    ssl_certificate {certificate}; ssl_certificate_key {key};
    location /gone/ {{ return 410; }}
    location /busy/ {{ add_header Retry-After 7 always; return 429; }}
    location / {{ return 201; }}
  }}
}}
"""


class NginxSink:
    """Answers 201, but for `/gone/` (410) and `/busy/` (429). Trust `certificate` by way of SSL_CERT_FILE.

    `command` goes in front, for instance `taskset -c 1`.
    """

    def __init__(self, folder: Path, streams: int = 128, command: Sequence[str] = ()) -> None:
        assert os.access(PROGRAM, os.X_OK), (
            "This needs nginx. Install it (Debian: apt install nginx-light) and try again."
        )
        self.certificate, key = make_certificate(folder)
        self.port = _free_port()
        self._command = command
        self._configuration = folder / "nginx.conf"
        self._configuration.write_text(
            CONFIGURATION.format(folder=folder, port=self.port, certificate=self.certificate, key=key, streams=streams)
        )
        self.url = f"https://localhost:{self.port}"

    def __enter__(self) -> Self:
        command = [*self._command, PROGRAM, "-e", "stderr", "-c", str(self._configuration)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + START_SECONDS
        while not self._is_listening():
            assert self._process.poll() is None, "nginx stopped before it listened."
            assert time.monotonic() < deadline, "nginx does not listen."
            time.sleep(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

    def _is_listening(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
