# SPDX-License-Identifier: EUPL-1.2
"""Signing in with a code from the mail: who gets in, what a stranger learns, and how often one may try."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone

from buurtwacht.journal.models import Line
from buurtwacht.people.models import ContactPoint


def ask(client, email):
    return client.post("/inloggen/", {"login": email})


def is_in(client):
    return "_auth_user_id" in client.session


def wrong(code):
    return code[:-1] + ("0" if code[-1] != "0" else "1")


def test_bram_signs_in_and_lands_where_he_wanted_to_go(bram, code_in_mail):
    client = Client()
    client.post("/inloggen/?next=/mijn/telefoon/", {"login": "Bram@Voorbeeld.example ", "next": "/mijn/telefoon/"})
    answer = client.post("/inloggen/code/?next=/mijn/telefoon/", {"code": code_in_mail(), "next": "/mijn/telefoon/"})
    assert answer.url == "/mijn/telefoon/"
    assert is_in(client)
    assert Line.objects.filter(action="person.signed_in", subject_id=bram.pk).exists()


@pytest.mark.parametrize("typed", ["{0}{1}", "{0} {1}", " {0}-{1} ", "{0}–{1}"])
def test_a_code_may_be_typed_as_one_likes(bram, code_in_mail, typed):
    client = Client()
    ask(client, bram.email)
    client.post("/inloggen/code/", {"code": typed.format(*code_in_mail().split("-"))})
    assert is_in(client) is ("–" not in typed)


def test_signing_in_proves_the_address_and_makes_it_a_way_to_reach_somebody(bram, sign_in_by_mail):
    sign_in_by_mail(bram)
    assert EmailAddress.objects.get(user=bram).verified
    point = ContactPoint.objects.get(person=bram, channel="email")
    assert (point.address, point.verified_at is None) == (bram.email, False)
    sign_in_by_mail(bram)
    assert ContactPoint.objects.filter(person=bram, channel="email").count() == 1


def test_the_mail_says_what_it_is_and_how_long_it_works(bram):
    ask(Client(headers={"accept-language": "nl"}), bram.email)
    [letter] = mail.outbox
    assert letter.to == [bram.email]
    assert "10 minuten" in letter.body
    assert "112" in letter.body
    assert "Bram" not in letter.subject + letter.body


def test_a_stranger_learns_nothing(bram):
    known, unknown = Client(headers={"accept-language": "nl"}), Client(headers={"accept-language": "nl"})
    answers = [ask(known, bram.email), ask(unknown, "brem@voorbeeld.example")]
    assert [answer.url for answer in answers] == ["/inloggen/code/"] * 2
    pages = [client.get("/inloggen/code/").content.decode() for client in (known, unknown)]
    one, other = (without_tokens(page).replace("bram@", "brem@") for page in pages)
    assert one == other
    assert [letter.to for letter in mail.outbox] == [[bram.email], ["brem@voorbeeld.example"]]
    wrongs = [client.post("/inloggen/code/", {"code": "0000-0000"}).content.decode() for client in (known, unknown)]
    one, other = (without_tokens(page).replace("bram@", "brem@") for page in wrongs)
    assert one == other


def without_tokens(page):
    import re

    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
    return re.sub(r"\{&quot;X-CSRFToken&quot;[^}]+\}|hx-headers='[^']+'", "", page)


def test_the_letter_to_an_unknown_address_holds_no_code(db):
    ask(Client(headers={"accept-language": "nl"}), "brem@voorbeeld.example")
    [letter] = mail.outbox
    assert "kennen" in letter.body
    assert "/inloggen/nog-geen-lid/" in letter.body


def test_who_stopped_is_a_stranger(bram):
    bram.is_active = False
    bram.save(update_fields=["is_active"])
    client = Client(headers={"accept-language": "nl"})
    ask(client, bram.email)
    assert "kennen" in mail.outbox[-1].body
    assert not is_in(client)


def test_a_wrong_code_is_said_kindly_and_may_be_tried_again(bram, code_in_mail):
    client = Client(headers={"accept-language": "nl"})
    ask(client, bram.email)
    page = client.post("/inloggen/code/", {"code": wrong(code_in_mail())})
    assert "Deze code klopt niet" in page.content.decode()
    client.post("/inloggen/code/", {"code": code_in_mail()})
    assert is_in(client)


def test_after_five_wrong_codes_one_begins_again(bram, code_in_mail):
    client = Client()
    ask(client, bram.email)
    code = code_in_mail()
    for _try in range(4):
        assert client.post("/inloggen/code/", {"code": wrong(code)}).status_code == 200
    assert client.post("/inloggen/code/", {"code": wrong(code)}).status_code == 302
    client.post("/inloggen/code/", {"code": code})
    assert not is_in(client)


def test_a_code_works_for_ten_minutes(bram, code_in_mail):
    client = Client()
    ask(client, bram.email)
    code = code_in_mail()
    with time_machine.travel(timezone.now() + timedelta(minutes=9, seconds=50), tick=False):
        assert client.get("/inloggen/code/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=10, seconds=10), tick=False):
        client.post("/inloggen/code/", {"code": code})
        assert not is_in(client)


def test_a_code_works_once_and_only_where_it_was_asked(bram, code_in_mail):
    client, other = Client(), Client()
    ask(client, bram.email)
    code = code_in_mail()
    other.post("/inloggen/code/", {"code": code})
    assert not is_in(other)
    client.post("/inloggen/code/", {"code": code})
    client.post("/uitloggen/")
    client.post("/inloggen/code/", {"code": code})
    assert not is_in(client)


def test_a_new_code_replaces_the_old_one(bram, code_in_mail):
    client = Client()
    ask(client, bram.email)
    old = code_in_mail()
    client.post("/inloggen/code/", {"action": "resend"})
    assert code_in_mail() != old
    client.post("/inloggen/code/", {"code": old})
    assert not is_in(client)
    client.post("/inloggen/code/", {"code": code_in_mail()})
    assert is_in(client)


def test_asking_too_often_is_refused_for_known_and_unknown_alike(bram):
    for email in (bram.email, "brem@voorbeeld.example"):
        for _try in range(3):
            assert ask(Client(), email).status_code == 302
        page = ask(Client(headers={"accept-language": "nl"}), email)
        assert "te vaak" in page.content.decode()
    assert len(mail.outbox) == 6


def test_one_machine_cannot_try_many_addresses(db):
    with time_machine.travel(timezone.now(), tick=False):
        answers = [ask(Client(), f"buur{number}@voorbeeld.example").status_code for number in range(25)]
    assert answers[:20] == [302] * 20
    assert 302 not in answers[20:]


def test_signing_in_elsewhere_than_here_is_refused(bram, code_in_mail):
    client = Client()
    client.post("/inloggen/", {"login": bram.email, "next": "https://evil.example/"})
    answer = client.post(
        "/inloggen/code/?next=https://evil.example/", {"code": code_in_mail(), "next": "https://evil.example/"}
    )
    assert answer.url == "/"


def test_an_incomplete_address_is_said_kindly(db):
    page = ask(Client(headers={"accept-language": "nl"}), "bram").content.decode()
    assert "geen volledig mailadres" in page
    assert mail.outbox == []


def test_broken_mail_is_our_fault_and_said_so(bram, settings, monkeypatch):
    from django.core.mail.backends.locmem import EmailBackend

    def refuse(*_args):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    page = ask(Client(headers={"accept-language": "nl"}), bram.email)
    assert page.status_code == 400
    assert "geen mail sturen" in page.content.decode()


def test_nobody_signs_up_alone(db):
    page = Client(headers={"accept-language": "nl"}).get("/inloggen/nog-geen-lid/")
    assert "groep van uw eigen straat" in page.content.decode()
    assert b"<input" not in page.content.split(b"<main")[1].split(b"</main>")[0]
