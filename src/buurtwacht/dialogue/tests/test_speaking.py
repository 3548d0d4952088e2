# SPDX-License-Identifier: EUPL-1.2
"""Who speaks, where anybody can write anybody's address above a letter."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.channels.base import Receipt
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.inbound import Heard
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.outcomes import after_try
from buurtwacht.delivery.records import write
from buurtwacht.delivery.resolvers import Recipient
from buurtwacht.delivery.services import intend
from buurtwacht.dialogue.hearing import take
from buurtwacht.dialogue.models import Turn
from buurtwacht.dialogue.speaking import speaker_of
from buurtwacht.lib.ids import new_id
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import add_contact_point


@pytest.fixture
def point(bram) -> ContactPoint:
    return add_contact_point(bram, "email", "bram@voorbeeld.example", verified=True)


@pytest.fixture
def token(point) -> str:
    """What stands in the reply address of a letter to Bram."""
    intent: Intent = intend("test.note", new_id(), priority=1, valid_for=timedelta(hours=1))
    to = Recipient(point.person_id, point.pk, "email", point.address, make_message())
    row = after_try(intent, to, 1, Receipt("<letter@localhost>"), timezone.now())
    write([row])
    return str(row.id)


def said(**words: str) -> Heard:
    return Heard(id=f"<{new_id()}@voorbeeld.example>", at=timezone.now(), **{"sender": "", "text": "Hallo", **words})


def test_the_token_is_the_member_whatever_sender_is_made_up(anna, bram, token):
    add_contact_point(anna, "email", "anna@voorbeeld.example", verified=True)
    assert speaker_of("email", said(sender="anna@voorbeeld.example", token=token)).person == bram


def test_another_address_of_the_reader_is_the_reader(bram, token):
    assert speaker_of("email", said(sender="bram@werk.example", token=token)).person == bram


def test_the_right_sender_without_a_token_that_is_on_record_is_nobody(point):
    for token in ("", str(new_id())):
        speaker = speaker_of("email", said(sender="bram@voorbeeld.example", token=token))
        assert (speaker.person, speaker.address) == (None, "")


def test_nobody_is_answered_at_an_address_that_may_be_made_up(point):
    take("email", said(sender="vreemde@elders.example", token=str(new_id())))
    assert not Turn.objects.exists()
