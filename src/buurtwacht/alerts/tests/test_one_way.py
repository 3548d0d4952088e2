# SPDX-License-Identifier: EUPL-1.2
"""A test of one way alone reaches that way and no other, wherever it stands on the ladder."""

import pytest

from buurtwacht.alerts.selftest import ONE_WAY, tell_test_one_way
from buurtwacht.channels.registry import channels
from buurtwacht.channels.telegram.channel import TelegramChannel
from buurtwacht.delivery.models import Intent
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import ask_test, connect, switch_contact_point


@pytest.fixture
def way(cast, monkeypatch):
    monkeypatch.setitem(channels(), "telegram", TelegramChannel())
    point = connect(cast.bram, "telegram", "7001", how=ContactPoint.Agreed.CODE)
    ContactPoint.objects.filter(pk=point.pk).update(step=2)
    return point


def intent_of(person, way):
    ask_test(person, only=way)
    handle_due_lines()
    return Intent.objects.get(kind=ONE_WAY)


def test_only_that_way_is_told_and_at_once(cast, way):
    assert ContactPoint.objects.filter(person=cast.bram).count() > 1
    [recipient] = tell_test_one_way(intent_of(cast.bram, way)).recipients
    assert (recipient.contact_point_id, recipient.channel, recipient.rung) == (way.pk, "telegram", 0)


def test_a_way_that_was_switched_off_since_is_left_alone(cast, way):
    intent = intent_of(cast.bram, way)
    switch_contact_point(way, on=False)
    assert list(tell_test_one_way(intent).recipients) == []
