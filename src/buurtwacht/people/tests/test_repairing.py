# SPDX-License-Identifier: EUPL-1.2
"""My phone stays silent: the steps for each device, and a card that does not say that a silent phone works."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.people.device_names import device_name
from buurtwacht.people.models import Person
from buurtwacht.people.queries import phone_card
from buurtwacht.people.repairing.devices import STEPS, Kind, kind_of, repairs_for
from buurtwacht.people.services import mark_gone, record_proof, subscribe_push, switch_contact_point
from buurtwacht.people.tests.samples import subscription

PAGE = "/mijn/telefoon/herstellen/"
PIXEL = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
)
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1"


@pytest.fixture
def client(bram, half_in):
    return half_in(bram)


def page(client, **headers):
    answer = client.get(PAGE, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Safari op iPhone", Kind.APPLE),
        ("Safari sur iPad", Kind.APPLE),
        ("Chrome op iPhone", Kind.APPLE),
        ("Chrome op Android", Kind.ANDROID),
        ("Edge auf Android", Kind.ANDROID),
        ("Firefox on Android", Kind.FIREFOX),
        ("Samsung Internet op Android", Kind.SAMSUNG),
        ("Firefox op Windows", Kind.COMPUTER),
        ("Safari op Mac", Kind.COMPUTER),
        ("Chrome op ChromeOS", Kind.COMPUTER),
        ("Onbekend apparaat", None),
        ("", None),
    ],
)
def test_the_steps_fit_the_device(name, kind):
    assert kind_of(name) == kind


def test_every_kind_asks_for_the_permission_and_for_not_being_disturbed():
    for kind, steps in STEPS.items():
        words = " ".join(str(step.title) for step in steps)
        assert "Sta meldingen toe" in words, kind
        assert "niet gestoord" in words, kind


def test_own_devices_come_first_with_their_own_browser(client, bram):
    subscribe_push(bram, subscription(1), label="Chrome op Android")
    own, others = repairs_for(bram, IPHONE)
    assert [repair.name for repair in own] == ["Chrome op Android"]
    assert "Chrome" in own[0].steps[0][1]
    assert "%(browser)s" not in str(own) + str(others)
    assert "iPhone of iPad" in [repair.name for repair in others]
    assert "Android-telefoon met Chrome of Edge" not in [repair.name for repair in others]


def test_without_a_device_the_steps_are_for_what_is_in_their_hands(client):
    shown = page(client, **{"User-Agent": PIXEL})
    assert device_name(PIXEL) in shown
    assert "Onbeperkt" in shown


def test_who_brings_an_unknown_browser_chooses(client):
    shown = page(client, **{"User-Agent": "curl/8"})
    assert "Welk apparaat is het?" in shown
    assert shown.count("<details") >= len(Kind)


def test_a_device_that_is_gone_or_off_needs_no_steps(client, bram):
    gone = subscribe_push(bram, subscription(1), label="Safari op iPhone")
    off = subscribe_push(bram, subscription(2), label="Firefox op Windows")
    mark_gone([gone.pk])
    switch_contact_point(off, on=False)
    shown = page(client)
    assert "Zet meldingen op dat apparaat weer aan" in shown
    assert "Zet het daar weer aan" in shown


def test_the_page_shows_no_addresses(client, bram):
    subscribe_push(bram, subscription(), label="Safari op iPhone")
    assert "push.example" not in page(client)


@pytest.mark.parametrize(
    ("seconds", "silent"), [(10, False), (29, False), (31, True), (300, True), (601, False), (86400, False)]
)
def test_a_test_is_missed_after_half_a_minute(bram, seconds, silent):
    subscribe_push(bram, subscription())
    Person.objects.filter(pk=bram.pk).update(test_asked_at=timezone.now() - timedelta(seconds=seconds))
    bram.refresh_from_db()
    assert phone_card(bram).stays_silent is silent


def test_a_card_that_was_proven_long_ago_does_not_say_that_a_silent_phone_works(client, bram, time_machine):
    time_machine.move_to("2026-12-05T12:00:00+01:00")
    point = subscribe_push(bram, subscription())
    record_proof(point.pk, at=timezone.now() - timedelta(days=3))
    client.post("/mijn/telefoon/proef/sturen/")
    time_machine.shift(31)
    card = client.get("/mijn/telefoon/proef/", headers={"HX-Request": "true"}).content.decode()
    assert "Uw telefoon werkt" not in card
    assert "De proef kwam niet aan" in card
    assert f'href="{PAGE}"' in card
    assert "every 2s" in card

    record_proof(point.pk)
    card = client.get("/mijn/telefoon/proef/", headers={"HX-Request": "true"}).content.decode()
    assert "Uw telefoon werkt" in card
    assert PAGE not in card


def test_an_alarm_that_was_shown_is_not_called_a_test(client, bram):
    record_proof(subscribe_push(bram, subscription()).pk)
    shown = client.get("/mijn/telefoon/").content.decode()
    assert "Laatst getoond" in shown
    assert "Laatste proef" not in shown
    assert "Uw laatste proef" not in shown


def test_the_phone_page_leads_to_the_steps(client):
    assert f'href="{PAGE}"' in client.get("/mijn/telefoon/").content.decode()
