# SPDX-License-Identifier: EUPL-1.2
"""A throw-away channel, as docs/adding-a-channel.md tells one to write it, keeps the contract."""

import json
from typing import Any

import aiohttp
import pytest

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt
from buurtwacht.channels.contract import HttpChannelContract
from buurtwacht.channels.http import HttpChannel
from buurtwacht.testing.peers.answering import answer


class NtfyChannel(HttpChannel):
    kind = "ntfy"
    label = "ntfy"

    async def send(self, message: Message, address: str) -> Receipt:
        said = await self.post(
            address,
            json={
                "title": message.title,
                "message": message.body,
                "click": message.url,
                "priority": 5 if message.urgency == "alarm" else 3,
            },
        )
        return Receipt(_id_in(said))


def _id_in(said: bytes) -> str:
    try:
        return str(json.loads(said)["id"])
    except (ValueError, KeyError, TypeError):
        return ""


class TestNtfy(HttpChannelContract):
    channel = NtfyChannel
    address = "https://ntfy.example/vogelbuurt"
    accepted = answer(200, {"id": "abc"})

    def address_at(self, provider: Any) -> str:
        return f"{provider.url}/vogelbuurt"

    @pytest.fixture
    def impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(NtfyChannel, "timeout", aiohttp.ClientTimeout(total=0.2))

    def test_an_answer_without_an_end_is_not_read_to_the_end(self, settings: Any) -> None:
        settings.MOST_INCOMING_BYTES = 5
        outcome, _ = self.send(self.accepted)
        assert isinstance(outcome, DeliveryFailed)
        assert not outcome.permanent

    def test_it_keeps_the_name_that_they_give_a_message(self) -> None:
        outcome, _ = self.send(self.accepted)
        assert outcome == Receipt("abc")
