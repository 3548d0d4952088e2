# SPDX-License-Identifier: EUPL-1.2
"""Ending letters with one click, without signing in."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from buurtwacht.channels.base import Receipt
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.email.letter import letter
from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.outcomes import after_try
from buurtwacht.delivery.records import write
from buurtwacht.delivery.resolvers import Recipient
from buurtwacht.delivery.services import intend
from buurtwacht.journal.models import Line
from buurtwacht.lib.ids import new_id
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.people.services import add_contact_point

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def sent_to(point: ContactPoint) -> UUID:
    """A letter that went to this address."""
    with transaction.atomic():
        intent = intend("test.note", new_id(), priority=1, valid_for=timedelta(hours=1))
    to = Recipient(point.person_id, point.pk, point.channel, point.address, make_message())
    write([after_try(intent, to, 1, Receipt("<letter@localhost>"), timezone.now())])
    return delivery_id(intent.pk, point.pk)


def link_in_a_letter(reference: UUID) -> str:
    """What the mail program of the reader finds."""
    made = letter(make_message(reference=str(reference)), "bram@voorbeeld.example").message()
    return urlsplit(made["List-Unsubscribe"].strip("<>")).path


@pytest.fixture
def point(bram: Person) -> ContactPoint:
    return add_contact_point(bram, "email", "bram@voorbeeld.example", verified=True)


@pytest.fixture
def link(point: ContactPoint) -> str:
    return link_in_a_letter(sent_to(point))


def test_a_mail_program_ends_the_letters(point, link):
    answer = Client(enforce_csrf_checks=True).post(link, ONE_CLICK)
    point.refresh_from_db()
    assert answer.status_code == 200
    assert "Location" not in answer.headers
    assert not point.is_on


def test_looking_changes_nothing(point, link, client):
    answer = client.get(link)
    point.refresh_from_db()
    assert point.is_on
    assert "Stop de mails" in answer.content.decode()


def test_it_says_what_follows_and_can_be_undone(point, link, client):
    answer = client.post(link, ONE_CLICK)
    assert "U krijgt geen meldingen meer per mail" in answer.content.decode()
    assert "U blijft lid en u kunt met dit adres blijven inloggen." in answer.content.decode()
    client.post(link, {"on": "yes"})
    point.refresh_from_db()
    assert point.is_on


def test_twice_is_one_line_in_the_journal(point, link, client):
    client.post(link, ONE_CLICK)
    client.post(link, ONE_CLICK)
    assert Line.objects.filter(action="contact_point.switched", subject_id=point.pk).count() == 1


def test_the_reader_can_still_sign_in(point, link, client, bram):
    client.post(link, ONE_CLICK)
    client.post("/inloggen/", {"login": bram.email})
    assert bram.email == Person.objects.get(pk=bram.pk).email
    assert client.get("/inloggen/code/").status_code == 200


def test_who_has_no_other_way_is_told_so(point, link, client):
    ContactPoint.objects.exclude(pk=point.pk).delete()
    assert "Wij kunnen u niet meer bereiken" in client.post(link, ONE_CLICK).content.decode()


def test_who_has_another_way_is_not(bram, link, client, settings):
    settings.CHANNELS = [*settings.CHANNELS, "buurtwacht.channels.sms.channel.SmsChannel"]
    add_contact_point(bram, "sms", "+31612345678", verified=True)
    client.post(link, ONE_CLICK)
    assert "Wij kunnen u niet meer bereiken" not in client.get(link).content.decode()


def test_the_page_speaks_the_language_of_the_reader(bram, link, client):
    Person.objects.filter(pk=bram.pk).update(language="fr")
    assert "Arrêter les e-mails" in client.get(link).content.decode()


@pytest.mark.parametrize("spoil", [str.upper, lambda link: link[:-9] + "AAAAAAAA/"], ids=["upper", "forged"])
def test_a_link_that_we_did_not_make_opens_nothing(point, link, client, spoil: Callable[[str], str]):
    assert client.post(spoil(link), ONE_CLICK).status_code == 404
    point.refresh_from_db()
    assert point.is_on


def test_a_letter_that_is_no_longer_on_record_has_a_kind_answer(client, db):
    answer = client.get(link_in_a_letter(new_id()))
    assert answer.status_code == 404
    assert "Deze link werkt niet meer." in answer.content.decode()


def test_another_address_stays_on(bram, point, link, client):
    other = add_contact_point(bram, "log", "bram", verified=True)
    client.post(link, ONE_CLICK)
    other.refresh_from_db()
    assert other.is_on
