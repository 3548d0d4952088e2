# SPDX-License-Identifier: EUPL-1.2
"""The hub ends TLS itself."""

import signal
import socket
import ssl
import time
from pathlib import Path

import pytest

from buurtwacht.lib.ids import new_id
from buurtwacht.live.tokens import stream_token
from buurtwacht.testing.hub import PATIENCE, RunningHub, hub_options
from buurtwacht.testing.peers.certificates import make_certificate


class TlsHub(RunningHub):
    """A hub that is only spoken to in secret."""

    def wait_until_well(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                self.connect().close()
            except OSError:
                time.sleep(0.03)
            else:
                return
        raise TimeoutError

    def connect(self) -> ssl.SSLSocket:
        context = ssl.create_default_context(cafile=self.options.certificate)
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        return context.wrap_socket(plain, server_hostname="localhost")

    def shown(self) -> bytes:
        """The certificate that the next caller gets, whoever signed it."""
        return ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", self.port))).strip()


@pytest.fixture
def tls_hub(transactional_db, tmp_path: Path):
    certificate, key = make_certificate(tmp_path)
    with TlsHub(hub_options(certificate=str(certificate), certificate_key=str(key))) as hub:
        yield hub


def test_events_come_through_in_secret(tls_hub, tell, topic):
    with tls_hub.connect() as caller:
        caller.sendall(
            f"GET /live?token={stream_token(new_id(), [topic])} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        )
        got = b""
        while b"hello" not in got:
            got += caller.recv(4096)
        for turn in range(3):
            tell(topic, f"<li>{turn}</li>")
            while f"<li>{turn}</li>".encode() not in got:
                got += caller.recv(4096)


def test_a_renewed_certificate_cuts_nobody_off(tls_hub, tell, topic, tmp_path):
    before = tls_hub.shown()
    with tls_hub.connect() as caller:
        caller.sendall(
            f"GET /live?token={stream_token(new_id(), [topic])} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        )
        got = caller.recv(4096)
        make_certificate(tmp_path)
        tls_hub.process.send_signal(signal.SIGHUP)
        deadline = time.monotonic() + PATIENCE
        while tls_hub.shown() == before and time.monotonic() < deadline:
            time.sleep(0.05)
        assert tls_hub.shown() != before
        tell(topic, "<li>still here</li>")
        while b"still here" not in got:
            got += caller.recv(4096)


def test_a_certificate_that_cannot_be_read_changes_nothing(tls_hub):
    before = tls_hub.shown()
    Path(tls_hub.options.certificate).rename(tls_hub.options.certificate + ".away")
    tls_hub.process.send_signal(signal.SIGHUP)
    time.sleep(0.2)
    Path(tls_hub.options.certificate + ".away").rename(tls_hub.options.certificate)
    assert tls_hub.shown() == before


def test_whoever_speaks_plainly_is_not_understood(tls_hub):
    with socket.create_connection(("127.0.0.1", tls_hub.port), timeout=PATIENCE) as caller:
        caller.sendall(b"GET /health HTTP/1.1\r\n\r\n")
        assert b"HTTP" not in caller.recv(4096)
