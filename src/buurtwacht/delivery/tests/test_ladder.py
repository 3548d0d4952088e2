# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.rules import Tried, next_rung
from buurtwacht.lib.ids import new_id
from buurtwacht.people.steps import rungs

from .conftest import gone, trouble

NOW = timezone.now()


@pytest.mark.parametrize(
    ("channels", "found"),
    [
        (["webpush", "email"], {"webpush": 0, "email": 1}),
        (["email"], {"email": 0}),
        (["webpush", "sms", "email"], {"webpush": 0, "sms": 1, "email": 2}),
        (["webpush", "log"], {"webpush": 0, "log": 0}),
        (["email", "pigeon"], {"email": 0, "pigeon": 1}),
        ([], {}),
    ],
)
def test_what_reaches_somebody_at_once_comes_first(channels, found):
    assert rungs(frozenset(channels)) == found


@pytest.mark.parametrize(
    ("priority", "tried", "rung"),
    [
        (0, [Tried(0, "gone", 1, None)], 1),
        (0, [Tried(0, "failed", 1, None), Tried(0, "gone", 1, None)], 1),
        (0, [Tried(0, "failed", 1, None), Tried(0, "handed_over", 1, None)], None),
        (0, [Tried(0, "due_again", 1, NOW + timedelta(seconds=2))], None),
        (0, [Tried(0, "due_again", 2, NOW + timedelta(seconds=2))], 1),
        (0, [Tried(0, "due_again", 1, NOW + timedelta(minutes=2))], 1),
        (0, [Tried(0, "gone", 1, None), Tried(1, "failed", 1, None)], 2),
        (0, [Tried(0, "gone", 1, None), Tried(1, "failed", 1, None), Tried(2, "failed", 1, None)], None),
        (1, [Tried(0, "gone", 1, None)], None),
    ],
)
def test_only_an_alarm_that_reached_nobody_climbs(priority, tried, rung):
    assert next_rung(priority, tried, {0, 1, 2}, NOW) == rung


def test_when_every_push_address_fails_the_mail_is_used(crier):
    person = new_id()
    crier.tells("phone", person_id=person)
    crier.tells("laptop", person_id=person)
    crier.tells("mail", channel="email", person_id=person, rung=1, after=60.0)
    crier.channels["log"].answers = {"phone": [gone()], "laptop": [gone()]}
    crier.promise()

    crier.deliver()

    assert crier.sent() == ["laptop", "phone"]
    assert crier.sent("email") == ["mail"]


def test_one_phone_that_works_is_enough(crier):
    person = new_id()
    crier.tells("phone", person_id=person)
    crier.tells("laptop", person_id=person)
    crier.tells("mail", channel="email", person_id=person, rung=1, after=60.0)
    crier.channels["log"].answers = {"phone": [gone()]}
    crier.promise()

    crier.deliver()

    assert crier.sent("email") == []


def test_a_push_service_in_trouble_does_not_keep_an_alarm_waiting(crier):
    person = new_id()
    crier.tells("phone", person_id=person)
    crier.tells("mail", channel="email", person_id=person, rung=1, after=60.0)
    crier.channels["log"].answers = {"phone": [trouble(), trouble()]}
    intent = crier.promise()
    crier.deliver()
    assert crier.sent("email") == []

    with time_machine.travel(timezone.now() + timedelta(seconds=10)):
        crier.deliver()

    assert crier.sent("email") == ["mail"]
    states = Delivery.objects.filter(intent_id=intent.pk).values_list("channel", "state")
    assert set(states) == {("log", "due_again"), ("email", "handed_over")}
