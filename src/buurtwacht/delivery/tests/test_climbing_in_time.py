# SPDX-License-Identifier: EUPL-1.2
"""Nothing came back: the next way is tried, until there is a sign of life."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.services import SHOWN, sign_of_life, take_receipts
from buurtwacht.lib.ids import new_id
from buurtwacht.people.steps import places

from .conftest import ScriptedChannel, gone


@pytest.fixture
def street(crier):
    """Somebody with a phone that takes pushes, a number for text messages and one that can be rung."""
    crier.channels |= {kind: ScriptedChannel(kind) for kind in ("sms", "voice")}
    person = new_id()
    crier.phone = crier.tells("phone", person_id=person)
    crier.tells("number", channel="sms", person_id=person, rung=1, after=20.0)
    crier.tells("ring", channel="voice", person_id=person, rung=2, after=60.0)
    crier.person = person
    return crier


def after(seconds: float):
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("ways", "found"),
    [
        ({"webpush": None, "sms": None, "voice": None}, {"webpush": (0, 0), "sms": (1, 20), "voice": (2, 60)}),
        ({"sms": None, "voice": None}, {"sms": (0, 0), "voice": (1, 60)}),
        ({"voice": None}, {"voice": (0, 0)}),
        ({"webpush": None, "whatsapp": None, "sms": None}, {"webpush": (0, 0), "whatsapp": (1, 20), "sms": (1, 20)}),
        ({"webpush": 1, "sms": 0}, {"webpush": (1, 20), "sms": (0, 0)}),
        ({"webpush": 0, "voice": 0}, {"webpush": (0, 0), "voice": (0, 0)}),
        ({"webpush": None, "email": None}, {"webpush": (0, 0), "email": (1, 60)}),
    ],
)
def test_everybody_has_a_ladder_of_their_own(ways, found):
    placed = places(frozenset(ways.items()))
    assert {channel: tuple(place) for (channel, _), place in placed.items()} == found


def test_an_alarm_that_nobody_answers_climbs_in_time(street):
    intent = street.promise()
    street.deliver()
    assert (street.sent(), street.sent("sms"), street.sent("voice")) == (["phone"], [], [])

    with after(21):
        street.deliver()
    assert (street.sent("sms"), street.sent("voice")) == (["number"], [])

    with after(61):
        street.deliver()
    assert (street.sent("sms"), street.sent("voice")) == (["number"], ["ring"])
    assert Intent.objects.get(pk=intent.pk).climb_at is None


def test_an_alarm_that_was_shown_climbs_no_further(street):
    intent = street.promise()
    street.deliver()
    take_receipts([(delivery_id(intent.pk, street.phone.contact_point_id), SHOWN, timezone.now())])

    with after(61):
        street.deliver()
    assert (street.sent("sms"), street.sent("voice")) == ([], [])


def test_a_word_on_another_channel_is_a_sign_of_life(street):
    intent = street.promise()
    street.deliver()
    assert sign_of_life(street.person, [intent.subject_id]) == 1

    with after(21):
        street.deliver()
    assert street.sent("sms") == []


def test_only_who_gave_no_sign_of_life_is_tried_again(street):
    other = new_id()
    quiet = street.tells("her phone", person_id=other)
    street.tells("her number", channel="sms", person_id=other, rung=1, after=20.0)
    intent = street.promise()
    street.deliver()
    take_receipts([(delivery_id(intent.pk, quiet.contact_point_id), SHOWN, timezone.now())])

    with after(21):
        street.deliver()
    assert street.sent("sms") == ["number"]


def test_news_that_is_no_alarm_never_climbs(street):
    street.promise(priority=1)
    street.deliver()
    with after(61):
        street.deliver()
    assert street.sent("sms") == []


def test_an_alarm_that_is_over_climbs_no_further(street):
    street.promise()
    street.deliver()
    street.recipients.clear()  # the report has ended
    with after(21):
        street.deliver()
    assert street.sent("sms") == []


def test_an_alarm_that_is_no_longer_valid_climbs_no_further(street):
    intent = street.promise(valid_for=timedelta(seconds=10))
    street.deliver()
    with after(21):
        street.deliver()
    assert street.sent("sms") == []
    assert Intent.objects.get(pk=intent.pk).climb_at is None


def test_a_rung_that_failed_is_not_waited_for(street):
    street.channels["log"].answers = {"phone": [gone()]}
    street.promise()
    street.deliver()
    assert street.sent("sms") == ["number"]

    with after(21):
        street.deliver()
    assert street.sent("sms") == ["number"]

    with after(61):
        street.deliver()
    assert street.sent("voice") == ["ring"]


def test_a_worker_that_dies_between_two_rungs_leaves_the_climb_to_the_next(street):
    intent = street.promise()
    street.deliver()
    Intent.objects.filter(pk=intent.pk).update(climb_at=timezone.now() + timedelta(seconds=25))  # its lease
    with after(26):
        street.deliver()
    assert street.sent("sms") == ["number"]


def unknown() -> DeliveryFailed:
    return DeliveryFailed("no answer", permanent=False, unknown=True)


def test_an_alarm_that_may_have_arrived_is_sent_once_more_and_says_so(street):
    seen = []
    channel = street.channels["log"]
    channel.answers = {"phone": [unknown()]}
    plain = channel.send

    async def watched(message, address):
        seen.append(message.maybe_double)
        return await plain(message, address)

    channel.send = watched
    intent = street.promise()
    for seconds in (0, 11, 30):
        with after(seconds):
            street.deliver()
    assert seen == [False, True]
    state = Delivery.objects.get(intent_id=intent.pk, channel="log")
    assert (state.state, state.error) == ("given_up", "unknown: no answer")


def test_news_that_may_have_arrived_is_not_sent_twice(street):
    street.channels["log"].answers = {"phone": [unknown()]}
    street.promise(priority=2)
    street.deliver()
    with after(30):
        street.deliver()
    assert street.sent() == ["phone"]


def test_where_a_double_does_no_harm_it_is_simply_tried_again(street):
    street.channels["log"].doubles = False
    street.channels["log"].answers = {"phone": [unknown()]}
    street.promise(priority=2)
    street.deliver()
    with after(30):
        street.deliver()
    assert street.sent() == ["phone", "phone"]
