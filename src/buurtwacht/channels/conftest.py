# SPDX-License-Identifier: EUPL-1.2
import ssl
from pathlib import Path

import pytest
from pytest_django import Settings

from buurtwacht.testing.peers.certificates import make_certificate, server_tls


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return make_certificate(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def trusted(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A certificate for localhost that our own clients trust."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    return certificate


@pytest.fixture
def http2_tls(trusted: tuple[Path, Path]) -> ssl.SSLContext:
    return server_tls(*trusted, "h2")


@pytest.fixture
def loopback(settings: Settings) -> None:
    """Push may go to this machine."""
    settings.PUSH_LOOPBACK = True
