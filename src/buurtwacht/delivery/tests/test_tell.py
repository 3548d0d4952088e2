# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.channels.base import Receipt
from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.outcomes import after_try
from buurtwacht.delivery.records import write
from buurtwacht.journal.models import Line
from buurtwacht.testing.cast import add_contact_point

from .conftest import gone, trouble

State = Delivery.State


def test_everybody_hears_it_once_and_it_is_on_record(crier):
    for number in range(100):
        crier.tells(f"a{number}")
    intent = crier.promise()

    crier.deliver()
    crier.deliver()

    assert len(crier.sent()) == len(set(crier.sent())) == 100
    assert Delivery.objects.filter(intent_id=intent.pk, state=State.HANDED_OVER).count() == 100
    assert Intent.objects.get(pk=intent.pk).done_at is not None


def test_a_row_says_what_became_of_it(crier):
    to = crier.tells("a1")
    intent = crier.promise()

    crier.deliver()

    row = Delivery.objects.get(pk=delivery_id(intent.pk, to.contact_point_id))
    assert (row.person_id, row.contact_point_id, row.channel) == (to.person_id, to.contact_point_id, "log")
    assert (row.state, row.attempts, row.provider_id) == (State.HANDED_OVER, 1, "id-a1")
    assert row.handed_over_at is not None
    assert row.due_at is None


def test_who_was_told_before_a_crash_is_not_told_again(crier):
    crier.tells("a1")
    intent = crier.promise()
    crier.deliver()
    Intent.objects.filter(pk=intent.pk).update(done_at=None, due_at=timezone.now())
    crier.tells("a2")

    crier.deliver()

    assert crier.sent() == ["a1", "a2"]


def test_trouble_that_passes_is_tried_again(crier):
    crier.tells("a1")
    crier.channels["log"].answers["a1"] = [trouble(), 0.0]
    intent = crier.promise(priority=1)
    crier.deliver()
    row = Delivery.objects.get(intent_id=intent.pk)
    assert (row.state, row.attempts, row.error) == (State.DUE_AGAIN, 1, "busy")

    with time_machine.travel(row.due_at + timedelta(seconds=1)):
        crier.deliver()

    row.refresh_from_db()
    assert (row.state, row.attempts, row.due_at) == (State.HANDED_OVER, 2, None)
    assert crier.sent() == ["a1", "a1"]


def test_the_other_side_decides_how_long_we_wait(crier):
    crier.tells("a1")
    crier.channels["log"].answers["a1"] = [trouble(retry_after=90)]
    intent = crier.promise(priority=1)
    before = timezone.now()

    crier.deliver()

    assert Delivery.objects.get(intent_id=intent.pk).due_at >= before + timedelta(seconds=90)


def test_what_is_no_longer_news_is_given_up(crier):
    crier.tells("a1")
    crier.channels["log"].answers["a1"] = [trouble(retry_after=90)]
    intent = crier.promise(valid_for=timedelta(seconds=60))

    crier.deliver()

    assert Delivery.objects.get(intent_id=intent.pk).state == State.GIVEN_UP


def test_an_intent_that_comes_too_late_is_not_told(crier):
    crier.tells("a1")
    intent = crier.promise(valid_for=timedelta(seconds=60))

    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        crier.deliver()

    assert crier.sent() == []
    assert Delivery.objects.get(intent_id=intent.pk).error == "too_late"


def test_an_address_that_is_gone_is_never_used_again(crier, bram):
    point = add_contact_point(bram, address="a1")
    crier.tells("a1", person_id=bram.pk, contact_point_id=point.pk)
    crier.channels["log"].answers["a1"] = [gone()]
    intent = crier.promise()

    crier.deliver()

    point.refresh_from_db()
    assert point.gone_at is not None
    assert Delivery.objects.get(intent_id=intent.pk).state == State.GONE
    assert Line.objects.filter(action="contact_point.gone", subject_id=point.pk).exists()


def test_quiet_hours_keep_a_message_until_they_end(crier):
    morning = timezone.now() + timedelta(minutes=30)
    crier.tells("a1", hold_until=morning)
    intent = crier.promise(priority=2)

    crier.deliver()
    row = Delivery.objects.get(intent_id=intent.pk)
    assert (row.state, row.due_at) == (State.HELD, morning)
    assert crier.sent() == []

    with time_machine.travel(morning + timedelta(seconds=1)):
        crier.deliver()
    assert crier.sent() == ["a1"]


def test_who_left_in_the_meantime_hears_nothing_more(crier):
    crier.tells("a1", hold_until=timezone.now() + timedelta(minutes=5))
    intent = crier.promise(priority=2)
    crier.deliver()
    crier.recipients.clear()

    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        crier.deliver()

    row = Delivery.objects.get(intent_id=intent.pk)
    assert (row.state, row.due_at) == (State.GIVEN_UP, None)


def test_a_resolver_that_fails_is_asked_again_later(crier, monkeypatch):
    crier.tells("a1")
    intent = crier.promise()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crier, "recipients", None)
        crier.deliver()
    assert Intent.objects.get(pk=intent.pk).done_at is None

    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        crier.deliver()

    assert crier.sent() == ["a1"]


def test_a_channel_that_is_not_installed_is_said_on_record(crier):
    crier.tells("a1", channel="pigeon")
    intent = crier.promise()

    crier.deliver()

    assert Delivery.objects.get(intent_id=intent.pk).error == "no_such_channel"


def test_two_workers_who_told_the_same_keep_one_record(crier):
    to = crier.tells("a1")
    intent = crier.promise()
    crier.deliver()
    other = crier.tells("a2")
    now = timezone.now()

    write([after_try(intent, one, 5, Receipt("late"), now) for one in (to, other)])

    rows = Delivery.objects.filter(intent_id=intent.pk).order_by("attempts")
    assert [(row.provider_id, row.attempts) for row in rows] == [("id-a1", 1), ("late", 5)]


def test_an_odd_answer_of_the_outside_world_fits_in_its_column(crier):
    to = crier.tells("a1")
    intent = crier.promise()

    write([after_try(intent, to, 1, Receipt("x" * 500 + "\0"), timezone.now())])

    assert Delivery.objects.get().provider_id == "x" * 120


def test_a_retry_that_comes_too_late_or_whose_intent_is_gone_is_given_up(crier):
    crier.tells("a1")
    crier.channels["log"].answers["a1"] = [trouble()]
    late, gone_intent = crier.promise(priority=1), crier.promise(priority=1)
    crier.deliver()
    asked = len(crier.resolved)
    Intent.objects.filter(pk=late.pk).update(valid_until=timezone.now())
    Intent.objects.filter(pk=gone_intent.pk).delete()

    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        crier.deliver()

    assert set(Delivery.objects.values_list("state", "due_at", "error")) == {(State.GIVEN_UP, None, "too_late")}
    assert len(crier.resolved) == asked
