# SPDX-License-Identifier: EUPL-1.2
"""Keys before words: a channel that can get ready hears of every address once."""

from asgiref.sync import async_to_sync, sync_to_async
from django.utils import timezone

from buurtwacht.delivery import warming
from buurtwacht.people.models import ContactPoint
from buurtwacht.testing.cast import add_contact_point

from .conftest import ScriptedChannel


class Preparing(ScriptedChannel):
    def __init__(self):
        super().__init__()
        self.ready = []

    async def prepare(self, addresses):
        self.ready += addresses


def test_addresses_in_use_are_made_ready_page_by_page(anna, bram, monkeypatch):
    monkeypatch.setattr(warming, "AT_ONCE", 3)
    monkeypatch.setattr(warming, "BREATH", 0)
    add_contact_point(bram, address="second phone")
    ContactPoint.objects.filter(person=anna).update(gone_at=timezone.now())
    channel, idle = Preparing(), ScriptedChannel("email")

    async def call(function, *args):
        return await sync_to_async(function, thread_sensitive=True)(*args)

    async_to_sync(warming.warm_up)({"log": channel, "email": idle}, call)

    in_use = ContactPoint.objects.filter(channel="log", gone_at=None)
    assert sorted(channel.ready) == sorted(point.address for point in in_use)
    assert len(channel.ready) == 8
