# SPDX-License-Identifier: EUPL-1.2
"""What a group pays for its messages, and what happens when it has paid enough."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from buurtwacht.channels.base import DeliveryFailed, Message
from buurtwacht.delivery import ceiling
from buurtwacht.delivery.ceiling import CEILING, Allowance, common_spending, spent_since
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.services import intend
from buurtwacht.lib.ids import new_id

from .conftest import ScriptedChannel

State = Delivery.State
LONG_AGO = timedelta(days=20)


class DearChannel(ScriptedChannel):
    def price(self, message: Message, address: str) -> int:
        return 75


@pytest.fixture
def payer(crier, monkeypatch):
    """A group that may spend 15 cents, and its neighbours with a phone that costs 7.5 cents a message."""
    crier.channels["sms"] = DearChannel("sms")
    payer = new_id()
    since = timezone.now() - LONG_AGO
    monkeypatch.setattr(ceiling, "_sources", [lambda one: Allowance(150, since) if one == payer else None])
    return payer


def news(payer, priority: int = 0) -> Intent:
    with transaction.atomic():
        return intend("test.note", new_id(), priority=priority, valid_for=timedelta(hours=1), payer_id=payer)


def errors(intent: Intent) -> list[tuple[str, str, str]]:
    rows = Delivery.objects.filter(intent_id=intent.pk).order_by("channel")
    return list(rows.values_list("channel", "state", "error"))


def test_what_was_handed_over_is_paid_for(crier, payer):
    crier.tells("a1", channel="sms")
    crier.tells("a2")
    intent = news(payer)

    crier.deliver()

    assert dict(Delivery.objects.filter(intent_id=intent.pk).values_list("channel", "cost")) == {"sms": 75, "log": 0}
    assert spent_since(payer, timezone.now() - LONG_AGO) == 75
    assert spent_since(new_id(), timezone.now() - LONG_AGO) == 0


def test_what_they_may_have_taken_counts_and_so_does_the_second_try(crier, payer):
    crier.tells("a1", channel="sms")
    crier.channels["sms"].answers["a1"] = [DeliveryFailed("no answer", permanent=False, unknown=True), 0.0]
    intent = news(payer)
    crier.deliver()
    Delivery.objects.filter(intent_id=intent.pk).update(due_at=timezone.now())

    crier.deliver()

    assert Delivery.objects.get(intent_id=intent.pk).cost == 150


def test_what_they_refused_costs_nothing(crier, payer):
    crier.tells("a1", channel="sms")
    crier.channels["sms"].answers["a1"] = [DeliveryFailed("413", permanent=True)]
    news(payer)

    crier.deliver()

    assert spent_since(payer, timezone.now() - LONG_AGO) == 0


def test_above_the_ceiling_another_way_is_tried(crier, payer):
    crier.tells("a1", channel="sms")
    crier.tells("a2", channel="sms")
    news(payer)
    crier.deliver()
    crier.recipients.clear()
    neighbour = new_id()
    crier.tells("b1", channel="sms", person_id=neighbour)
    crier.tells("b2", channel="email", person_id=neighbour, rung=1)

    alarm = news(payer)
    crier.deliver()

    assert crier.sent("sms") == ["a1", "a2"]
    assert errors(alarm) == [("email", State.HANDED_OVER, ""), ("sms", State.FAILED, "ceiling")]


def test_an_alarm_that_began_is_told_to_the_end(crier, payer):
    for number in range(50):
        crier.tells(f"a{number}", channel="sms")
    alarm = news(payer)

    crier.deliver()
    crier.tells("late", channel="sms")
    Intent.objects.filter(pk=alarm.pk).update(done_at=None, due_at=timezone.now())
    crier.deliver()

    assert len(crier.sent("sms")) == 51
    assert spent_since(payer, timezone.now() - LONG_AGO) == 51 * 75


def test_a_free_channel_is_never_refused(crier, payer):
    crier.tells("a1", channel="sms")
    crier.tells("a2", channel="sms")
    news(payer)
    crier.deliver()
    crier.recipients.clear()
    crier.tells("b1")

    crier.deliver()
    news(payer)
    crier.deliver()

    assert crier.sent("log") == ["b1"]


def test_who_pays_nothing_has_no_ceiling(crier, payer):
    crier.tells("a1", channel="sms")
    for _ in range(3):
        news(None)
    news(new_id())

    crier.deliver()

    assert crier.sent("sms") == ["a1"] * 4


def test_last_month_does_not_count(crier, payer):
    crier.tells("a1", channel="sms")
    for _ in range(2):
        news(payer)
    crier.deliver()
    Intent.objects.update(created_at=timezone.now() - LONG_AGO - timedelta(days=1))

    news(payer)
    crier.deliver()

    assert len(crier.sent("sms")) == 3


@pytest.fixture
def nobody(crier, payer, settings):
    """Notices about no group may cost 15 cents together."""
    settings.COMMON_CEILING = 150
    crier.tells("a1", channel="sms")


def test_what_is_about_no_group_has_a_ceiling_of_its_own(crier, nobody):
    for _twice in range(2):
        news(None, priority=2)
        crier.deliver()
    assert common_spending() == {"sms": 150}
    refused = news(None, priority=2)
    crier.deliver()
    assert errors(refused) == [("sms", "failed", CEILING)]
    assert common_spending() == {"sms": 150}


def test_an_alarm_of_nobodys_is_never_refused_and_does_not_count(crier, nobody):
    for _three_times in range(3):
        alarm = news(None)
        crier.deliver()
    assert errors(alarm) == [("sms", "handed_over", "")]
    assert common_spending() == {}


def test_what_a_group_pays_is_not_on_the_common_ceiling(crier, nobody, payer):
    news(payer, priority=2)
    crier.deliver()
    assert common_spending() == {}
    assert spent_since(payer, timezone.now() - LONG_AGO) == 75


def test_the_common_ceiling_begins_anew_each_month(crier, nobody):
    for _twice in range(2):
        news(None, priority=2)
        crier.deliver()
    Intent.objects.update(created_at=timezone.now() - timedelta(days=32))
    assert common_spending() == {}


def test_without_a_common_ceiling_nothing_is_refused(crier, nobody, settings):
    settings.COMMON_CEILING = 0
    for _three_times in range(3):
        notice = news(None, priority=2)
        crier.deliver()
    assert errors(notice) == [("sms", "handed_over", "")]
