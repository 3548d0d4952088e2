# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator

import pytest

from buurtwacht.testing.peers.whatsapp import User, WhatsApp

from .business import Business
from .ear import Ear


@pytest.fixture
def meta() -> Iterator[WhatsApp]:
    with WhatsApp() as server:
        server.clock.stop()
        yield server


@pytest.fixture
def business(meta: WhatsApp) -> Iterator[Business]:
    with Business(meta) as client:
        yield client


@pytest.fixture
def anna(meta: WhatsApp) -> User:
    return meta.user("31612345678", "Anna")


@pytest.fixture
def ear() -> Iterator[Ear]:
    with Ear() as listening:
        yield listening
