# SPDX-License-Identifier: EUPL-1.2
"""My phone: alerts on this device, what a locked screen shows, quiet hours, and a test."""

from datetime import time, timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.journal.models import Line
from buurtwacht.people import queries
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import (
    add_contact_point,
    mark_gone,
    record_proof,
    record_seen,
    subscribe_push,
    switch_contact_point,
)
from buurtwacht.people.tests.samples import subscription

FIREFOX = {"User-Agent": "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0"}


@pytest.fixture
def client(bram, half_in):
    return half_in(bram)


def page(client):
    return client.get("/mijn/telefoon/").content.decode()


def test_without_a_device_the_card_says_so(client):
    assert "Uw telefoon krijgt nog geen meldingen" in page(client)


def test_this_browser_takes_alerts_from_now_on(client, bram):
    answer = client.post("/mijn/telefoon/aanmelden/", {"subscription": subscription()}, headers=FIREFOX)
    assert answer.status_code == 201
    point = ContactPoint.objects.get(person=bram, channel="webpush")
    assert point.label == "Firefox op Android"
    assert point.session.session_key == client.session.session_key
    assert "push.example" not in str(Line.objects.values_list("facts", flat=True))
    shown = page(client)
    assert "Meldingen staan aan, maar zijn nog niet beproefd" in shown
    assert "data-known" in shown


def test_subscribing_twice_leaves_one(client, bram):
    for _twice in range(2):
        client.post("/mijn/telefoon/aanmelden/", {"subscription": subscription()})
    assert ContactPoint.objects.filter(person=bram, channel="webpush").count() == 1


@pytest.mark.parametrize("given", ["", "{}", "[]", "null", "x", '{"endpoint": "http://inside.example/"}', "x" * 5000])
def test_what_is_no_subscription_is_refused_with_a_sentence(client, given):
    answer = client.post("/mijn/telefoon/aanmelden/", {"subscription": given})
    assert answer.status_code == 400
    assert answer.json()["message"]
    assert not ContactPoint.objects.filter(channel="webpush").exists()


def test_a_tablet_that_changes_hands_tells_the_new_owner_only(bram, farid, half_in):
    for person in (bram, farid):
        half_in(person).post("/mijn/telefoon/aanmelden/", {"subscription": subscription()})
    [point] = ContactPoint.objects.filter(channel="webpush")
    assert point.person == farid


def test_a_test_is_asked_once_a_minute(client, bram):
    assert client.post("/mijn/telefoon/proef/sturen/").status_code == 302
    [line] = Line.objects.filter(action="person.asked_test")
    assert (line.subject_id, line.by_id) == (bram.pk, bram.pk)
    assert client.post("/mijn/telefoon/proef/sturen/").status_code == 400
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        assert client.post("/mijn/telefoon/proef/sturen/").status_code == 302


def test_the_card_waits_and_then_says_that_the_phone_works(client, bram):
    point = subscribe_push(bram, subscription())
    client.post("/mijn/telefoon/proef/sturen/")
    waiting = client.get("/mijn/telefoon/proef/", headers={"HX-Request": "true"}).content.decode()
    assert "De proef is onderweg" in waiting
    assert "every 2s" in waiting
    bram.refresh_from_db()
    record_proof(point.pk, at=bram.test_asked_at + timedelta(seconds=2.4))
    done = client.get("/mijn/telefoon/proef/", headers={"HX-Request": "true"}).content.decode()
    assert "Uw telefoon werkt" in done
    assert "binnen 3 seconden" in done
    assert "every 2s" not in done


def test_asking_with_htmx_gives_the_card(client, bram):
    subscribe_push(bram, subscription())
    card = client.post("/mijn/telefoon/proef/sturen/", headers={"HX-Request": "true"}).content.decode()
    assert card.strip().startswith("<section")
    assert "De proef is onderweg" in card


def test_without_htmx_the_fragment_is_the_page(client):
    assert client.get("/mijn/telefoon/proef/").url == "/mijn/telefoon/"


def test_choices_about_alerts_are_kept(client, bram):
    answer = client.post("/mijn/telefoon/", {"lock_screen": "short", "quiet_from": "23:00", "quiet_until": "07:00"})
    assert answer.status_code == 302
    bram.refresh_from_db()
    assert (bram.lock_screen, bram.quiet_from, bram.quiet_until) == ("short", time(23), time(7))
    fields = "lock_screen.quiet_from.quiet_until.news.repeats.info"
    assert Line.objects.get(action="person.changed").facts == {"fields": fields}
    assert "23:00 – 07:00" in page(client)


@pytest.mark.parametrize(
    ("lock_screen", "start", "end"),
    [
        ("everything", "", ""),
        ("", "", ""),
        ("full", "23:00", ""),
        ("full", "", "07:00"),
        ("full", "7:00", "07:00"),
        ("full", "25:00", "07:00"),
    ],
)
def test_what_does_not_fit_is_said_and_not_kept(client, bram, lock_screen, start, end):
    answer = client.post("/mijn/telefoon/", {"lock_screen": lock_screen, "quiet_from": start, "quiet_until": end})
    assert answer.status_code == 400
    assert "bw-error" in answer.content.decode()
    bram.refresh_from_db()
    assert (bram.lock_screen, bram.quiet_from) == ("full", None)


def test_quiet_hours_can_be_given_up(client, bram):
    for start, end in (("23:00", "07:00"), ("", "")):
        client.post("/mijn/telefoon/", {"lock_screen": "full", "quiet_from": start, "quiet_until": end})
    bram.refresh_from_db()
    assert bram.quiet_from is None


def test_ways_are_listed_in_the_order_in_which_they_are_tried(bram, client):
    add_contact_point(bram, "email", bram.email, verified=True)
    push = subscribe_push(bram, subscription(), label="Mijn telefoon")
    assert [point.channel for point in queries.contact_points_of(bram)] == ["webpush", "email"]
    mark_gone([push.pk])
    assert [point.channel for point in queries.contact_points_of(bram)] == ["email", "webpush"]
    assert "Werkt niet meer" in page(client)


def test_a_way_is_switched_off_and_on(bram, client):
    point = add_contact_point(bram, "email", bram.email, verified=True)
    for on in ("no", "yes"):
        client.post(f"/mijn/telefoon/{point.pk}/", {"on": on})
        point.refresh_from_db()
        assert point.is_on is (on == "yes")


def test_removing_a_device_leads_back_to_the_phone(bram, client):
    point = subscribe_push(bram, subscription())
    assert client.post(f"/mijn/apparaten/{point.pk}/vergeten/", {"back": "phone"}).url == "/mijn/telefoon/"


def test_a_device_that_is_off_or_gone_does_not_count(bram):
    first, second = subscribe_push(bram, subscription(1)), subscribe_push(bram, subscription(2))
    assert queries.phone_card(bram).devices == 2
    switch_contact_point(first, on=False)
    assert mark_gone([second.pk, second.pk]) == 1
    assert mark_gone([second.pk]) == 0
    assert queries.phone_card(bram).state == "none"


def test_signs_of_life_are_noted_once_a_day(bram):
    point = subscribe_push(bram, subscription())
    now = timezone.now()
    assert record_seen([point.pk], now + timedelta(hours=1)) == 0
    assert record_seen([point.pk], now + timedelta(hours=25)) == 1
    assert Line.objects.filter(action="contact_point.seen").count() == 1


def test_proof_of_a_forgotten_device_is_no_news(bram):
    point = subscribe_push(bram, subscription())
    pk = point.pk
    point.delete()
    record_proof(pk)
    assert not Line.objects.filter(action="contact_point.proven").exists()
