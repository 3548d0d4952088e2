# SPDX-License-Identifier: EUPL-1.2
"""After the night of the thirtieth day nothing of somebody who was refused stands anywhere: every table is read."""

import base64
import binascii
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.utils import timezone

from buurtwacht.enrolment.applying.tests.support import CHANTAL, code_in, last_mail
from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.links import APPLICANT, url_for
from buurtwacht.enrolment.models import Application, ImportLine
from buurtwacht.enrolment.personal_data.applications import export_applications
from buurtwacht.enrolment.services import withdraw
from buurtwacht.groups.services import change_settings
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.crypto import Unreadable, decrypt
from buurtwacht.outreach.models import ContactMessage
from buurtwacht.people.services import erase_person
from buurtwacht.privacy.services import forget_what_is_due

TRACES = {
    "first name": "Chantalida",
    "family name": "Vosmaerschot",
    "mail": "chantal.weg@voorbeeld.example",
    "phone": "612345678",
    "signature": "M60 80L62 84L70 96L90 120L120 90L150 60",
    "objection": "Kijk nog eens, alstublieft",
    "house": "14bis",
}
TYPED = CHANTAL | {
    "first_name": TRACES["first name"],
    "family_name": TRACES["family name"],
    "email": TRACES["mail"],
    "house_number": TRACES["house"],
}


def everything_in(value: object) -> Iterator[str]:
    """A value as text, and once more opened: encrypted bytes, sessions, and what is wrapped in base64 inside them."""
    if isinstance(value, memoryview | bytes):
        with suppress(Unreadable, ValueError):
            value = decrypt(bytes(value))
        yield bytes(value).decode("utf-8", "replace")
    elif isinstance(value, str):
        yield value
        with suppress(Unreadable, ValueError, binascii.Error):
            yield decrypt(base64.b64decode(value, validate=True)).decode("utf-8", "replace")
    elif isinstance(value, dict | list):
        yield json.dumps(value, ensure_ascii=False, default=str)
        for inner in value.values() if isinstance(value, dict) else value:
            yield from everything_in(inner)


def cells() -> Iterator[tuple[str, object]]:
    """Every value of every row of every table, also those that are no model of ours."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        tables = [row[0] for row in cursor.fetchall()]
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column.name for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    yield f"{table}.{name}", value
                    if name == "session_data":
                        yield f"{table}.{name}", SessionStore().decode(value)


def found() -> dict[str, set[str]]:
    """Where each of the traces stands."""
    where: dict[str, set[str]] = {name: set() for name in TRACES}
    for place, value in cells():
        for text in everything_in(value):
            for name, trace in TRACES.items():
                if trace in text:
                    where[name].add(place)
    return where


def night(days: float) -> None:
    """One night, with everything that the clock does then for what people told."""
    with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
        forget_what_is_due(timezone.now())


@pytest.fixture
def refused(cast, client):
    """Somebody who filled in the form, signed, asked a question, was refused and objected."""
    group = change_settings(cast.group, {"admission": "coordinator", "vetting": "none", "acceptance": "e_signature"})
    client.post(f"/aanmelden/{group.slug}/", TYPED)
    client.post(f"/aanmelden/{group.slug}/bevestigen/", {"code": code_in(last_mail())})
    application = Application.objects.get()
    name = f"{TRACES['first name']} {TRACES['family name']}"
    signature = {"strokes": TRACES["signature"], "name": name, "place": "Ede", "agree": "on", "adult": "on"}
    assert client.post(url_for(application, APPLICANT, "application_sign"), signature).status_code == 302
    ContactMessage.objects.create(
        organisation=cast.organisation, desk="municipality", name=name, email=TRACES["mail"], words="Hoe lang duurt het"
    )
    handle_due_lines()
    application = services.turn_away(Application.objects.get(), "other", by=cast.anna)
    handle_due_lines()
    services.object_to_refusal(application, TRACES["objection"])
    handle_due_lines()
    return application


def test_the_search_finds_what_is_there(refused):
    where = found()

    assert {"enrolment_application.first_name", "enrolment_acceptance.signed_name"} <= where["first name"]
    assert all(where[name] for name in TRACES), where


def test_nothing_of_somebody_who_was_refused_is_left_in_any_table(refused):
    night(29)
    assert Application.objects.exists()

    night(31)

    assert {name: places for name, places in found().items() if places} == {}


def test_a_paper_of_somebody_who_takes_part_elsewhere_goes_too(refused, cast):
    """The name under it belongs to the application, not to the membership in another group."""
    refused.acceptances.update(person=cast.bram)
    Application.objects.filter(pk=refused.pk).update(person=cast.bram)

    night(31)

    assert {name: places for name, places in found().items() if places} == {}


def test_what_an_abandoned_form_kept_goes_with_its_session(cast, client):
    client.post(f"/aanmelden/{cast.group.slug}/", TYPED | {"first_name": TRACES["first name"], "street": ""})
    assert found()["first name"] == {"django_session.session_data"}

    night(2)

    assert found()["first name"] == set()


def test_a_line_of_a_list_goes_with_who_withdrew(refused, cast):
    withdraw(refused)
    lists = cast.group.member_imports.create(by=cast.anna, kind="csv")
    ImportLine.objects.create(
        member_import=lists, number=1, application=refused, values={"first_name": TRACES["first name"]}
    )

    night(31)

    assert found()["first name"] == set()


def test_whoever_asks_to_be_erased_is_erased_from_an_application_that_does_not_name_them(refused, cast):
    """They applied to another group without signing in, with the address by which they sign in."""
    cast.bram.email = TRACES["mail"]
    cast.bram.save()
    [application] = export_applications(cast.bram.pk)
    assert application["family_name"] == TRACES["family name"]

    erase_person(cast.bram)

    assert not Application.objects.exists()
    assert not found()["signature"]


def test_an_address_that_anybody_may_have_filled_in_says_nothing_of_them(cast, apply_to):
    unproven = apply_to(cast.next_group, email_proven_at=None)
    cast.bram.email = unproven.email
    cast.bram.save()

    assert export_applications(cast.bram.pk) == []
    erase_person(cast.bram)
    assert Application.objects.filter(pk=unproven.pk).exists()


def test_what_a_member_agreed_to_stays_as_evidence_when_they_are_erased(refused, cast):
    refused.acceptances.update(person=cast.bram)
    Application.objects.filter(pk=refused.pk).update(person=cast.bram, status="joined")

    erase_person(cast.bram)

    assert not Application.objects.exists()
    assert cast.bram.acceptances.exclude(ended_at=None).exists()
