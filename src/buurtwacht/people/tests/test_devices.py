# SPDX-License-Identifier: EUPL-1.2
"""Signing out other devices: what ends really ends, and nobody ends somebody else's."""

import json
from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from buurtwacht.journal.models import Line
from buurtwacht.people.device_names import device_name, is_handheld
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import subscribe_push
from buurtwacht.people.tests.samples import subscription

PHONE = "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0"
LAPTOP = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"
)


@pytest.fixture
def two_devices(bram, sign_in_by_mail):
    phone = sign_in_by_mail(bram, Client(headers={"user-agent": PHONE}))
    laptop = sign_in_by_mail(bram, Client(headers={"user-agent": LAPTOP}))
    return phone, laptop


def is_in(client):
    return client.get("/mijn/gegevens/").status_code == 200


def session_of(client):
    return UserSession.objects.get(session_key=client.session.session_key)


def test_both_devices_are_listed(two_devices):
    page = two_devices[0].get("/mijn/apparaten/").content.decode()
    assert "Firefox op Android" in page
    assert "Chrome op Windows" in page
    assert page.count("Dit apparaat") == 1


def test_a_lost_phone_is_signed_out_and_told_nothing_more(bram, two_devices):
    phone, laptop = two_devices
    subscribe_push(bram, subscription(), label="Firefox op Android", session_key=phone.session.session_key)
    lost = session_of(phone)
    laptop.post(f"/mijn/apparaten/{lost.pk}/uitloggen/")
    assert not is_in(phone)
    assert is_in(laptop)
    assert not Session.objects.filter(session_key=lost.session_key).exists()
    assert not ContactPoint.objects.filter(person=bram, channel="webpush").exists()
    assert set(Line.objects.values_list("action", flat=True)) >= {"session.ended", "contact_point.forgotten"}


def test_signing_out_this_device_from_the_list(two_devices):
    phone, _laptop = two_devices
    answer = phone.post(f"/mijn/apparaten/{session_of(phone).pk}/uitloggen/")
    assert answer.url == "/inloggen/"
    assert not is_in(phone)


def test_everywhere_but_here(bram, two_devices):
    phone, laptop = two_devices
    subscribe_push(bram, subscription(1), session_key=laptop.session.session_key)
    subscribe_push(bram, subscription(2))  # a device where nobody is signed in
    laptop.post("/mijn/apparaten/overal-uitloggen/")
    assert is_in(laptop)
    assert not is_in(phone)
    assert ContactPoint.objects.filter(person=bram, channel="webpush").count() == 1
    assert UserSession.objects.filter(user=bram).count() == 1


def test_plain_signing_out_ends_the_alerts_here_too(bram, two_devices):
    phone, _laptop = two_devices
    subscribe_push(bram, subscription(), session_key=phone.session.session_key)
    phone.post("/uitloggen/")
    assert not ContactPoint.objects.filter(person=bram, channel="webpush").exists()
    assert Line.objects.filter(action="session.ended", subject_id=bram.pk).exists()


def test_farid_ends_nothing_of_bram(bram, farid, two_devices, half_in):
    phone, _laptop = two_devices
    point = subscribe_push(bram, subscription(), session_key=phone.session.session_key)
    other = half_in(farid)
    assert other.post(f"/mijn/apparaten/{session_of(phone).pk}/uitloggen/").status_code == 404
    assert other.post(f"/mijn/apparaten/{point.pk}/vergeten/").status_code == 404
    assert other.post(f"/mijn/telefoon/{point.pk}/", {"on": "no"}).status_code == 404
    other.post("/mijn/apparaten/overal-uitloggen/")
    assert is_in(phone)
    assert ContactPoint.objects.filter(pk=point.pk, is_on=True).exists()


def test_alerts_without_signing_in_are_shown_and_stopped(bram, half_in):
    point = subscribe_push(bram, subscription(), label="Oude tablet")
    client = half_in(bram)
    assert "Oude tablet" in client.get("/mijn/apparaten/").content.decode()
    client.post(f"/mijn/apparaten/{point.pk}/vergeten/")
    assert not ContactPoint.objects.filter(pk=point.pk).exists()


def test_use_is_noted_a_few_times_a_day(bram, half_in):
    client = half_in(bram)
    noted = []
    for hours in (0, 1, 7):
        with time_machine.travel(timezone.now() + timedelta(hours=hours), tick=False):
            client.get("/mijn/gegevens/")
        noted.append(session_of(client).last_seen_at)
    assert noted[0] == noted[1] < noted[2]


def test_a_session_that_ran_out_is_not_listed(bram, two_devices):
    phone, laptop = two_devices
    Session.objects.filter(session_key=phone.session.session_key).delete()
    assert "Firefox op Android" not in laptop.get("/mijn/apparaten/").content.decode()


@pytest.mark.parametrize(
    ("user_agent", "name", "handheld"),
    [
        (PHONE, "Firefox on Android", True),
        (LAPTOP, "Chrome on Windows", False),
        (LAPTOP + " Edg/130.0", "Edge on Windows", False),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari on iPhone",
            True,
        ),
        (
            "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) CriOS/130.0 Mobile/15E148 Safari/604.1",
            "Chrome on iPad",
            True,
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox on Linux", False),
        (
            "Mozilla/5.0 (Linux; Android 14) SamsungBrowser/26.0 Chrome/122 Mobile Safari/537.36",
            "Samsung Internet on Android",
            True,
        ),
        ("curl/8.0", "Unknown device", False),
        ("", "Unknown device", False),
    ],
)
def test_devices_have_names_that_one_recognises(user_agent, name, handheld):
    from django.utils import translation

    with translation.override("en"):
        assert device_name(user_agent) == name
    assert is_handheld(user_agent) is handheld


def test_the_sample_is_a_real_subscription():
    assert set(json.loads(subscription())) == {"endpoint", "keys"}
