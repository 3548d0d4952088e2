# SPDX-License-Identifier: EUPL-1.2
"""Seeing, correcting, taking along and erasing one's own data."""

import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.core import mail
from django.db import connection, models
from django.utils import timezone

from buurtwacht.groups.models import Membership
from buurtwacht.journal.models import Line
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.people.personal_data import forget_attempts, forget_contact_points, forget_sign_ins
from buurtwacht.people.services import create_person, erase_person, mark_gone, subscribe_push
from buurtwacht.people.tests.samples import subscription
from buurtwacht.privacy.declare import declarations


@pytest.fixture
def client(bram, half_in):
    return half_in(bram)


def test_bram_reads_what_is_kept(client):
    page = client.get("/mijn/gegevens/").content.decode()
    for words in ("Bram", "bram@voorbeeld.example", "Vogelbuurt", "Merelweg"):
        assert words in page
    assert "Farid" not in page


def test_bram_takes_everything_along(client, bram):
    subscribe_push(bram, subscription(), label="Mijn telefoon")
    answer = client.get("/mijn/gegevens/bestand/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Cache-Control"] == "no-store"
    kept = {one["model"]: one["rows"] for one in json.loads(answer.content)["kept"]}
    assert kept["people.Person"][0]["first_name"] == "Bram"
    assert kept["groups.Membership"][0]["street"] == "Merelweg"
    assert {row["channel"] for row in kept["people.ContactPoint"]} == {"log", "webpush"}
    assert "Farid" not in answer.content.decode()


def test_secrets_are_not_in_the_file(client, bram):
    client.post("/mijn/beveiliging/app/", {})
    TOTP.activate(bram, "JBSWY3DPEHPK3PXP")
    session = client.session
    session["account_authentication_methods"] = []
    session.save()
    answer = client.get("/mijn/gegevens/bestand/")
    assert answer.status_code == 302  # with a second factor, one shows it again first
    assert answer.url.startswith("/mijn/bevestigen/")


def test_a_name_is_corrected(client, bram):
    client.post("/mijn/gegevens/", {"first_name": "  Bram\u200b \t Jan ", "family_name": "de Vries"})
    bram.refresh_from_db()
    assert (bram.first_name, bram.family_name) == ("Bram Jan", "de Vries")
    assert Line.objects.get(action="person.changed").facts == {"fields": "first_name.family_name"}


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "x" * 81])
def test_a_name_must_be_a_name(client, bram, name):
    answer = client.post("/mijn/gegevens/", {"first_name": name, "family_name": ""})
    assert answer.status_code == 400
    bram.refresh_from_db()
    assert bram.first_name == "Bram"


def test_another_language(client, bram):
    client.post("/mijn/gegevens/taal/", {"language": "fr"})
    bram.refresh_from_db()
    assert bram.language == "fr"
    assert '<html lang="fr"' in client.get("/mijn/gegevens/").content.decode()
    assert client.post("/mijn/gegevens/taal/", {"language": "tlh"}).status_code == 400


def test_another_address_counts_after_its_code(client, bram, code_in_mail, sign_in_by_mail):
    client = sign_in_by_mail(bram)
    answer = client.post("/mijn/e-mail/", {"email": "bram@elders.example", "action_add": "yes"})
    assert answer.url == "/inloggen/e-mail/"
    bram.refresh_from_db()
    assert bram.email == "bram@voorbeeld.example"
    assert mail.outbox[-1].to == ["bram@elders.example"]
    client.post("/inloggen/e-mail/", {"code": code_in_mail()})
    bram.refresh_from_db()
    assert bram.email == "bram@elders.example"
    assert list(EmailAddress.objects.filter(user=bram).values_list("email", flat=True)) == ["bram@elders.example"]
    assert [point.address for point in ContactPoint.objects.filter(person=bram, channel="email")] == [bram.email]
    assert mail.outbox[-1].to == ["bram@voorbeeld.example"]
    assert Line.objects.filter(action="person.changed", facts__fields="email").exists()


def test_the_address_of_a_neighbour_cannot_be_taken_nor_learned(client, bram, farid, sign_in_by_mail, code_in_mail):
    client = sign_in_by_mail(bram)
    answer = client.post("/mijn/e-mail/", {"email": farid.email, "action_add": "yes"})
    assert answer.url == "/inloggen/e-mail/"
    client.post("/inloggen/e-mail/", {"code": "0000-0000"})
    bram.refresh_from_db()
    assert bram.email == "bram@voorbeeld.example"


def test_two_presses_erase_everything(client, bram):
    subscribe_push(bram, subscription(), label="Mijn telefoon")
    TOTP.activate(bram, "JBSWY3DPEHPK3PXP")
    Authenticator.objects.all().delete()
    assert client.get("/mijn/gegevens/wissen/").status_code == 200
    answer = client.post("/mijn/gegevens/wissen/")
    assert answer.url == "/mijn/gegevens/gewist/"
    assert client.get("/mijn/gegevens/").status_code == 302
    shell = Person.objects.get(pk=bram.pk)
    assert (shell.first_name, shell.family_name, shell.is_active) == ("", "", False)
    assert shell.email.endswith(".invalid")
    assert shell.erased_at
    for model in (ContactPoint,):
        assert not model.objects.filter(person=bram).exists()
    for model in (EmailAddress, UserSession, Authenticator):
        assert not model.objects.filter(user=bram).exists()
    assert Membership.objects.get(person=bram).street == ""
    assert set(Line.objects.values_list("action", flat=True)) >= {"member.left", "person.erased"}


def test_after_erasing_nothing_is_left_to_export(bram):
    erase_person(bram)
    left = {one.model: one.export(bram.pk) for one in declarations()}
    [shell] = left.pop("people.Person")
    assert (shell["first_name"], shell["last_login"]) == ("", None)
    [membership] = left.pop("groups.Membership")
    assert (membership["street"], membership["home"]) == ("", None)
    assert {model for model, rows in left.items() if rows} == set()


def test_no_trace_of_the_name_is_left_in_any_table(bram):
    bram.email = "zeldzamenaam@voorbeeld.example"
    bram.save(update_fields=["email"])
    erase_person(bram)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}" AS t WHERE t::text ILIKE %s', ["%zeldzamenaam%"])
            assert cursor.fetchone()[0] == 0, table


def test_erasing_twice_is_erasing_once(bram):
    assert erase_person(bram) > 0
    assert erase_person(bram) == 0
    assert Line.objects.filter(action="person.erased").count() == 1


def test_an_erased_person_cannot_sign_in(bram):
    from django.test import Client

    erase_person(bram)
    client = Client()
    client.post("/inloggen/", {"login": "bram@voorbeeld.example"})
    assert "_auth_user_id" not in client.session
    assert len(mail.outbox) == 1
    assert "-" not in mail.outbox[0].subject


def test_the_address_is_free_again_after_erasing(bram):
    erase_person(bram)
    again = create_person(email="bram@voorbeeld.example", first_name="Bram")
    assert again.pk != bram.pk


def test_one_person_per_address(bram):
    from buurtwacht.lib.errors import DomainError

    with pytest.raises(DomainError):
        create_person(email="BRAM@voorbeeld.example", first_name="Bram")


def test_what_no_longer_works_is_forgotten_after_a_month(bram):
    point = subscribe_push(bram, subscription())
    mark_gone([point.pk])
    assert forget_contact_points(timezone.now() + timedelta(days=29)) == 0
    assert forget_contact_points(timezone.now() + timedelta(days=31)) == 1


def test_sessions_that_ran_out_are_forgotten(bram, client):
    client.get("/mijn/gegevens/")
    assert forget_sign_ins(timezone.now()) == 0
    assert forget_sign_ins(timezone.now() + timedelta(days=61)) == 2
    assert not UserSession.objects.exists()


def test_counts_of_attempts_are_forgotten(db):
    from django.test import Client

    Client().post("/inloggen/", {"login": "brem@voorbeeld.example"})
    assert forget_attempts(timezone.now()) == 0
    assert forget_attempts(timezone.now() + timedelta(hours=2)) > 0


def test_every_model_of_people_with_a_person_is_declared():
    declared = {one.model for one in declarations()}
    for label in ("people", "groups"):
        for model in apps.get_app_config(label).get_models():
            kinds = [field for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)]
            if model is Person or any(field.related_model is Person for field in kinds):
                assert f"{label}.{model.__name__}" in declared
