# SPDX-License-Identifier: EUPL-1.2
"""Those with a duty show a second factor. Bram has none, and is never asked."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.http import HttpResponse
from django.test import Client, RequestFactory

from buurtwacht.groups import queries as groups
from buurtwacht.groups.services import appoint_coordinator
from buurtwacht.journal.models import Line
from buurtwacht.people import doors

DUTY = ["anna", "dirk", "eva", "hanna"]
FREE = ["bram", "chantal", "farid", "gerrit"]
SECRET = "JBSWY3DPEHPK3PXP"


def code_now(secret=SECRET, steps=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def enrol(client):
    """Switch a code app on, as people do; returns the secret."""
    client.get("/mijn/beveiliging/app/")
    secret = client.session["mfa.totp.secret"]
    answer = client.post("/mijn/beveiliging/app/", {"code": code_now(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return secret


@pytest.mark.parametrize("name", DUTY)
def test_with_a_duty_one_is_sent_to_set_it_up(cast, half_in, name):
    answer = half_in(getattr(cast, name)).get("/")
    assert answer.status_code == 302
    assert answer.url == "/mijn/beveiliging/instellen/?next=%2F"


@pytest.mark.parametrize("name", FREE)
def test_without_a_duty_one_is_never_asked(cast, half_in, name):
    assert half_in(getattr(cast, name)).get("/").status_code == 200


def test_the_page_says_why_in_plain_dutch(anna, half_in):
    page = half_in(anna).get("/mijn/beveiliging/instellen/").content.decode()
    assert "U heeft een taak" in page
    assert "112" in page


def test_becoming_coordinator_asks_for_it_at_the_next_page(cast, half_in):
    client = half_in(cast.bram)
    assert client.get("/").status_code == 200
    appoint_coordinator(groups.membership_in(cast.bram, cast.group))
    assert client.get("/").status_code == 302


def test_what_is_urgent_does_not_wait(anna, half_in):
    client = half_in(anna)
    for url in ("/privacy/", "/mijn/telefoon/", "/groepen/vogelbuurt/melden/", "/meldingen/"):
        answer = client.get(url)
        assert "instellen" not in answer.headers.get("Location", "")


def test_a_post_is_held_back_too_and_htmx_is_sent_along(anna, half_in):
    client = half_in(anna)
    assert client.post("/bureau/vogelbuurt/").status_code in (302, 404)
    answer = client.get("/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"].startswith("/mijn/beveiliging/instellen/")


def test_with_the_fixture_everybody_is_through(anna, login):
    assert login(anna).get("/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_code_app_is_switched_on_and_counts_at_once(anna, half_in):
    client = half_in(anna)
    secret = enrol(client)
    assert client.get("/").status_code == 200
    kinds = set(Authenticator.objects.filter(user=anna).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    kept = Authenticator.objects.get(user=anna, type="totp").data["secret"]
    assert secret not in kept
    assert Line.objects.filter(action="second_factor.added").earliest("pk").facts["kind"] == "totp"
    assert mail.outbox[-1].to == [anna.email]


def test_a_wrong_code_of_the_app_is_refused_kindly(anna, half_in):
    anna.language = "nl"
    client = half_in(anna)
    client.get("/mijn/beveiliging/app/")
    page = client.post("/mijn/beveiliging/app/", {"code": "000000"})
    assert "Deze code klopt niet" in page.content.decode()
    assert not Authenticator.objects.filter(user=anna).exists()


def test_the_next_time_the_code_app_is_asked(anna, sign_in_by_mail, half_in):
    secret = enrol(half_in(anna))
    client = Client()
    client.post("/inloggen/", {"login": anna.email})
    client = sign_in_by_mail(anna)
    assert "_auth_user_id" not in client.session
    page = client.get("/inloggen/tweede-stap/")
    assert page.status_code == 200
    client.post("/inloggen/tweede-stap/", {"code": code_now(secret)})
    assert "_auth_user_id" in client.session
    assert client.get("/").status_code == 200


def test_a_spare_code_works_once(anna, sign_in_by_mail, half_in):
    enrol(half_in(anna))
    [spare, *_rest] = Authenticator.objects.get(user=anna, type="recovery_codes").wrap().get_unused_codes()
    for expected in (True, False):
        client = sign_in_by_mail(anna)
        client.post("/inloggen/tweede-stap/", {"code": spare})
        assert ("_auth_user_id" in client.session) is expected


def test_codes_cannot_be_guessed_without_end(anna, sign_in_by_mail, half_in):
    secret = enrol(half_in(anna))
    client = sign_in_by_mail(anna)
    for _try in range(5):
        client.post("/inloggen/tweede-stap/", {"code": "000000"})
    client.post("/inloggen/tweede-stap/", {"code": code_now(secret)})
    assert "_auth_user_id" not in client.session


def test_an_older_session_shows_the_second_factor_once(anna, half_in):
    old, new = half_in(anna), half_in(anna)
    secret = enrol(new)
    answer = old.get("/")
    assert answer.url == "/mijn/bevestigen/?next=%2F"
    answer = old.post("/mijn/bevestigen/", {"code": code_now(secret, 1), "next": "/"})
    assert answer.url == "/"
    assert old.get("/").status_code == 200


def test_one_person_proof_is_no_proof_for_another(anna, dirk, half_in, sign_in_by_mail):
    """Signing in as somebody else on the same machine does not carry the proof along."""
    client = half_in(anna)
    enrol(client)
    client.post("/uitloggen/")
    assert client.get("/").status_code == 200
    sign_in_by_mail(dirk, client)
    assert client.get("/").status_code == 302


def test_who_needs_it_cannot_switch_the_last_one_off(anna, half_in):
    client = half_in(anna)
    enrol(client)
    reauthenticate(client, anna)
    page = client.post("/mijn/beveiliging/app/weg/")
    assert Authenticator.objects.filter(user=anna, type="totp").exists()
    assert "tweede stap" in page.content.decode()


def reauthenticate(client, person):
    [code, *_rest] = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
    client.post("/mijn/bevestigen/", {"code": code})


def test_who_does_not_need_it_may_switch_it_off(bram, half_in):
    client = half_in(bram)
    enrol(client)
    reauthenticate(client, bram)
    assert client.post("/mijn/beveiliging/app/weg/").status_code == 302
    assert not Authenticator.objects.filter(user=bram).exists()
    assert Line.objects.filter(action="second_factor.removed").exists()
    assert client.get("/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_new_spare_codes_replace_the_old(bram, half_in):
    client = half_in(bram)
    enrol(client)
    reauthenticate(client, bram)
    page = client.get("/mijn/beveiliging/codes/").content.decode()
    before = Authenticator.objects.get(user=bram, type="recovery_codes").wrap().get_unused_codes()
    assert all(code in page for code in before)
    client.post("/mijn/beveiliging/codes/nieuw/")
    after = Authenticator.objects.get(user=bram, type="recovery_codes").wrap().get_unused_codes()
    assert len(after) == 10
    assert not set(before) & set(after)
    file = client.get("/mijn/beveiliging/codes/bewaren/")
    assert all(code in file.content.decode() for code in after)
    assert Line.objects.filter(action="second_factor.codes_renewed").exists()


def test_secrets_lie_encrypted(bram):
    TOTP.activate(bram, SECRET)
    row = Authenticator.objects.get(user=bram)
    assert SECRET not in str(row.data)
    assert row.wrap().validate_code(code_now())


def test_the_door_lets_through_who_has_no_duty_and_asks_the_others(cast, rf: RequestFactory):
    @doors.second_factor_required
    def view(request):
        return HttpResponse("in")

    def knock(person, **session):
        request = rf.get("/bureau/vogelbuurt/")
        request.user, request.session, request.htmx = person, session, False
        return view(request)

    assert knock(cast.farid).content == b"in"
    assert knock(cast.anna, second_factor=True).content == b"in"
    assert knock(cast.anna).status_code == 302
    assert knock(cast.anna, second_factor=False).status_code == 302
    assert knock(cast.anna, second_factor="yes").status_code == 302


def test_the_door_asks_a_visitor_to_sign_in(db, rf: RequestFactory):
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/bureau/vogelbuurt/")
    request.user, request.session = AnonymousUser(), {}
    answer = doors.second_factor_required(lambda request: HttpResponse("in"))(request)
    assert answer.url.startswith("/inloggen/")


def test_the_operator_helps_who_lost_phone_and_spare_codes(anna, half_in):
    from django.core.management import CommandError, call_command

    client = half_in(anna)
    enrol(client)
    client.get("/mijn/apparaten/")
    call_command("second_factor_off", "Anna@voorbeeld.example")
    assert not Authenticator.objects.filter(user=anna).exists()
    assert client.get("/mijn/apparaten/").status_code == 302
    assert Line.objects.get(action="second_factor.removed").facts == {"kind": "all"}
    assert half_in(anna).get("/").url.startswith("/mijn/beveiliging/instellen/")
    with pytest.raises(CommandError):
        call_command("second_factor_off", "niemand@voorbeeld.example")
