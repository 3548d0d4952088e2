# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.test import override_settings

from buurtwacht.channels.matrix import receiver
from buurtwacht.channels.matrix.receiver import MatrixReceiver
from buurtwacht.channels.matrix.registration import registration
from buurtwacht.testing.peers.synapse import SERVER_NAME, Synapse
from buurtwacht.testing.peers.webhook import Webhook

AS_TOKEN, HS_TOKEN, BRIDGE_TOKEN = "a" * 40, "h" * 40, "b" * 40

BRIDGE = f"""
id: whatsapp
url: null
as_token: {BRIDGE_TOKEN}
hs_token: {"c" * 40}
sender_localpart: whatsappbot
rate_limited: false
namespaces:
  users: [{{exclusive: true, regex: '@whatsapp_.*:buurt.example'}}]
"""


OURS = {
    "MATRIX_URL": "http://127.0.0.1:9",
    "MATRIX_SERVER_NAME": SERVER_NAME,
    "MATRIX_AS_TOKEN": AS_TOKEN,
    "MATRIX_HS_TOKEN": HS_TOKEN,
}


@pytest.fixture
def matrix(settings):
    """Settings as an operator would write them."""
    for name, value in OURS.items():
        setattr(settings, name, value)
    return settings


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """A real homeserver that hands what is said to a web hook of ours, once for all tests.

    Our settings hold all the time: it knocks when it wants to, also between two tests.
    """
    with override_settings(**OURS), Webhook(MatrixReceiver, "/kanaal/matrix") as webhook:
        with override_settings(SITE_URL=webhook.url.replace("localhost", "127.0.0.1")):
            ours = registration(AS_TOKEN, HS_TOKEN)
        with Synapse(tmp_path_factory.mktemp("synapse"), [ours, BRIDGE]) as synapse:
            people = {name: synapse.person(name) for name in ("anna", "bram")}
            found = SimpleNamespace(synapse=synapse, webhook=webhook, wants_rooms=True, **people)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(receiver, "is_expected", lambda channel, room: found.wants_rooms)
                yield found


@pytest.fixture
def homeserver(running, matrix) -> SimpleNamespace:
    matrix.MATRIX_URL = running.synapse.url
    running.webhook.forget()
    running.wants_rooms = True
    return running
