# SPDX-License-Identifier: EUPL-1.2
"""What comes in over a connection of our own, from the centre to who hears it."""

import asyncio
from collections.abc import Callable

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.db import OperationalError

from buurtwacht.channels.inbound import Heard
from buurtwacht.channels.sms.channel import SmsChannel
from buurtwacht.delivery.inbox import hearing, storing
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.inbox.listening import listen_on
from buurtwacht.delivery.models import Incoming
from buurtwacht.testing.peers.smpp import RETRY_LATER, SmsCentre

SMS = "buurtwacht.channels.sms.channel.SmsChannel"


@pytest.fixture
def centre(settings):
    with SmsCentre() as centre:
        settings.SMS_DRIVER, settings.SMS_FROM = "smpp", "3655"
        settings.SMPP_HOST, settings.SMPP_PORT = "127.0.0.1", centre.port
        settings.SMPP_SYSTEM_ID, settings.SMPP_PASSWORD = "buurtwacht", "secret"
        settings.CHANNELS = [*settings.CHANNELS, SMS]
        yield centre


async def _call(function: Callable, *args: object) -> object:
    return await sync_to_async(function, thread_sensitive=True)(*args)


@async_to_sync
async def while_listening(centre: SmsCentre, story: Callable[[], int], owned: set[str]) -> int:
    """What the centre gets for an answer; or -1 when nobody binds."""
    listening = asyncio.create_task(listen_on(SmsChannel(), owned, _call))
    try:
        for _look in range(6000 if owned else 20):
            if centre.kinds:
                return await asyncio.to_thread(story)
            await asyncio.sleep(0.01)
        return -1
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


def test_an_answer_is_on_disk_before_it_is_answered(db, centre, monkeypatch):
    said: list[Heard] = []
    monkeypatch.setattr(hearing, "_ears", [lambda kind, event: said.append(event)])

    assert while_listening(centre, lambda: centre.deliver("31612345678", b"Ik kijk mee"), {"sms"}) == 0
    assert Incoming.objects.count() == 1
    handle_incoming()

    assert [(one.sender, one.text) for one in said] == [("+31612345678", "Ik kijk mee")]


def test_a_disk_that_is_full_leaves_it_with_the_centre(db, centre, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OperationalError("No space left on device")

    monkeypatch.setattr(storing.Incoming.objects, "create", full)
    answer = while_listening(centre, lambda: centre.deliver("31612345678", b"Ik kijk mee"), {"sms"})
    assert answer == RETRY_LATER
    assert not Incoming.objects.exists()


def test_only_who_owns_the_account_connects(db, centre):
    assert while_listening(centre, lambda: 0, set()) == -1
    assert centre.kinds == []
