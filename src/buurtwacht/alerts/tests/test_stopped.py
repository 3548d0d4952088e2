# SPDX-License-Identifier: EUPL-1.2
"""A STOP by text message can be forged: who it was about hears of it elsewhere."""

import pytest

from buurtwacht.channels.log.channel import LogChannel
from buurtwacht.channels.registry import channels
from buurtwacht.channels.sms.channel import SmsChannel
from buurtwacht.channels.telegram.channel import TelegramChannel
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.now import deliver_now
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import connect, start_channel, stop_channel

NUMBER = "+31612345678"


class TextMessages(LogChannel):
    kind = "sms"
    sender_can_be_forged = True


@pytest.fixture
def number(cast, monkeypatch):
    """Bram's, beside his other ways."""
    monkeypatch.setitem(channels(), "sms", TextMessages())
    return connect(cast.bram, "sms", NUMBER, how=ContactPoint.Agreed.CODE)


def goes_on() -> None:
    handle_due_lines()
    deliver_now()


def test_only_the_sender_of_a_text_message_can_be_forged():
    assert SmsChannel.sender_can_be_forged
    assert not TelegramChannel.sender_can_be_forged


def test_who_stopped_hears_of_it_on_another_way(cast, number, received):
    stop_channel(number)
    goes_on()
    [message] = received(cast.bram)
    assert message.title == "Geen sms meer"
    assert "Was u dat niet?" in message.body
    assert NUMBER not in f"{message.title} {message.body}"
    assert message.url.endswith("/mijn/telefoon/")


def test_who_started_again_meanwhile_hears_nothing(cast, number, received):
    stop_channel(number)
    start_channel(number)
    goes_on()
    assert received(cast.bram) == []


def test_without_another_way_it_is_believed(cast, number):
    ContactPoint.objects.filter(person=cast.bram).exclude(pk=number.pk).delete()
    stop_channel(number)
    goes_on()
    number.refresh_from_db()
    assert not number.is_on
    assert Intent.objects.get(kind="contact_point.stopped").done_at


def test_elsewhere_a_stop_is_nobodys_but_theirs(cast, monkeypatch):
    monkeypatch.setitem(channels(), "telegram", TelegramChannel())
    stop_channel(connect(cast.bram, "telegram", "7001", how=ContactPoint.Agreed.CODE))
    handle_due_lines()
    assert not Intent.objects.filter(kind="contact_point.stopped").exists()
