# SPDX-License-Identifier: EUPL-1.2
"""An address that becomes another one: whoever has it, a person or a group, is reached at the new one."""

from datetime import UTC, datetime

import pytest

from buurtwacht.channels.inbound import Moved
from buurtwacht.channels.registry import channels
from buurtwacht.channels.telegram.channel import TelegramChannel
from buurtwacht.channels.telegram.room_channel import TelegramGroupChannel
from buurtwacht.dialogue.hearing import take
from buurtwacht.groups.models import ChatRoom
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import connect

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def telegram(monkeypatch):
    for channel in (TelegramChannel(), TelegramGroupChannel()):
        monkeypatch.setitem(channels(), channel.kind, channel)


def test_a_group_that_became_larger_is_reached_at_its_new_number(group, anna):
    room = ChatRoom.objects.create(group=group, channel="telegram_group", address="-5001", opened_by=anna)
    take("telegram_group", Moved(old="-5001", new="-1000000005001", at=AT))
    room.refresh_from_db()
    assert room.address == "-1000000005001"


def test_a_person_with_another_address_is_reached_there(bram):
    point = connect(bram, "telegram", "7001", how=ContactPoint.Agreed.CODE)
    take("telegram", Moved(old="7001", new="7002", at=AT))
    point.refresh_from_db()
    assert (point.address, point.person) == ("7002", bram)
