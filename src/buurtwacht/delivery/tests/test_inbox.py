# SPDX-License-Identifier: EUPL-1.2
"""What comes in is kept before it is read, heard once, and never lost."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.utils import timezone

from buurtwacht.channels.base import Message, Receipt
from buurtwacht.channels.contract import ReceiverContract
from buurtwacht.channels.email.receiver import EmailReceiver
from buurtwacht.channels.inbound import Event, Heard, Progress, Raw, Receiver, Refused, Reply
from buurtwacht.channels.log.channel import LogChannel
from buurtwacht.channels.matrix.receiver import MatrixReceiver
from buurtwacht.channels.sms.http.receiver import HttpReceiver
from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.inbox import hearing, storing
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.inbox.progress import note_progress
from buurtwacht.delivery.models import Delivery, Incoming, KnownEvent
from buurtwacht.delivery.outcomes import row
from buurtwacht.delivery.records import write
from buurtwacht.delivery.resolvers import Recipient
from buurtwacht.delivery.services import intend
from buurtwacht.lib.ids import new_id
from buurtwacht.people.models import ContactPoint

SECRET = b"secret"


def signature(body: bytes) -> str:
    return hmac.new(SECRET, body, hashlib.sha256).hexdigest()


class PigeonReceiver(Receiver):
    kind = "pigeon"

    def greet(self, raw: Raw) -> Reply:
        if raw.method == "GET":
            return Reply(body=raw.query.encode(), keep=False)
        if not hmac.compare_digest(raw.headers.get("x-signature", ""), signature(raw.body)):
            raise Refused("wrong signature")
        return Reply()

    def read(self, raw: Raw) -> Iterable[Event]:
        try:
            found = json.loads(raw.body)
            return [self._event(one, raw) for one in found["events"]]
        except (ValueError, KeyError, TypeError, RecursionError):
            return []

    def _event(self, one: dict[str, str], raw: Raw) -> Event:
        at = raw.at or timezone.now()
        if "state" in one:
            return Progress(state=one["state"], at=at, provider_id=one["id"], reason="503")
        return Heard(id=one["id"], sender=one["from"], text=one["text"], at=at)


class Pigeons(LogChannel):
    kind = "pigeon"
    label = "Pigeons"
    receiver = PigeonReceiver

    async def send(self, message: Message, address: str) -> Receipt:
        return Receipt("feather")


def body_of(*events: dict[str, str]) -> bytes:
    return json.dumps({"events": events}).encode()


SAID = body_of({"id": "1", "from": "roost", "text": "coo"})


class TestPigeonReceiver(ReceiverContract):
    receiver = PigeonReceiver
    genuine = Raw(body=SAID, headers={"x-signature": signature(SAID)})
    forged = Raw(body=SAID, headers={"x-signature": signature(b"another")})


@pytest.fixture(autouse=True)
def with_pigeons(settings, db) -> None:
    settings.CHANNELS = [*settings.CHANNELS, f"{__name__}.Pigeons"]


@pytest.fixture
def heard(monkeypatch) -> list[Heard]:
    said: list[Heard] = []
    monkeypatch.setattr(hearing, "_ears", [lambda kind, event: said.append(event)])
    return said


def hand_over(client: Client, body: bytes, sign: str = "") -> int:
    answer = client.post(
        "/kanaal/pigeon", body, content_type="application/json", headers={"x-signature": sign or signature(body)}
    )
    return answer.status_code


def test_what_comes_in_is_kept_and_then_heard(client, heard):
    assert hand_over(client, SAID) == 200
    assert Incoming.objects.count() == 1
    assert not heard
    handle_incoming()
    assert [one.text for one in heard] == ["coo"]
    assert not Incoming.objects.exists()


def test_what_comes_twice_is_heard_once(client, heard):
    hand_over(client, SAID)
    hand_over(client, SAID)
    handle_incoming()
    hand_over(client, SAID)
    handle_incoming()
    assert len(heard) == 1
    assert KnownEvent.objects.count() == 1


def test_a_handler_that_fails_hears_it_again_and_nothing_else_twice(client, monkeypatch):
    said: list[str] = []

    def ear(kind: str, event: Heard) -> None:
        if event.text == "hic" and "hic" not in said:
            said.append("hic")
            raise RuntimeError("choked")
        said.append(event.text)

    monkeypatch.setattr(hearing, "_ears", [ear])
    hand_over(client, body_of({"id": "1", "from": "roost", "text": "coo"}, {"id": "2", "from": "roost", "text": "hic"}))
    handle_incoming()
    assert said == ["coo", "hic"]
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        handle_incoming()
    assert said == ["coo", "hic", "hic"]


def test_words_that_we_stumble_on_hold_up_nobody_else(client, monkeypatch, street):
    intent, to = street
    write([row(intent, to, Delivery.State.HANDED_OVER, timezone.now(), attempts=1, provider_id="feather")])
    said: list[str] = []

    def ear(kind: str, event: Heard) -> None:
        if event.text == "hic":
            raise RuntimeError("choked")
        said.append(event.text)

    monkeypatch.setattr(hearing, "_ears", [ear])
    told = [("1", "nest", "hic"), ("2", "nest", "after"), ("3", "roost", "coo")]
    words = [dict(zip(("id", "from", "text"), one, strict=True)) for one in told]
    hand_over(client, body_of(*words, {"id": "feather", "state": "shown"}))
    handle_incoming()
    assert said == ["coo"]
    assert Delivery.objects.get().shown_at
    assert Incoming.objects.exists()


def test_who_cannot_prove_it_is_refused_and_nothing_is_kept(client):
    assert hand_over(client, SAID, sign="wrong") == 403
    assert not Incoming.objects.exists()


def test_a_disk_that_is_full_leaves_it_with_the_provider(client, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OperationalError("No space left on device")

    monkeypatch.setattr(storing.Incoming.objects, "create", full)
    assert hand_over(client, SAID) == 503


def test_what_is_too_large_is_refused(client, settings):
    settings.MOST_INCOMING_BYTES = 10
    assert hand_over(client, SAID) == 413


def test_a_channel_of_short_things_reads_no_large_ones(client, monkeypatch):
    monkeypatch.setattr(PigeonReceiver, "most_bytes", 10)
    assert hand_over(client, SAID) == 413


def test_a_channel_that_takes_nothing_in_is_not_there(client):
    assert client.post("/kanaal/email_is_not/").status_code == 404
    assert client.get("/kanaal/pigeon?hello").content == b"hello"


def test_the_database_holds_no_readable_word(client):
    hand_over(client, SAID)
    with connection.cursor() as cursor:
        cursor.execute("SELECT raw FROM delivery_incoming")
        assert b"coo" not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize(
    ("receiver", "rest", "query"),
    [
        (HttpReceiver, "the-secret-of-ours", ""),
        (EmailReceiver, "postmark/the-secret-of-ours", ""),
        (EmailReceiver, "mailgun/the-secret-of-ours/mime", ""),
        (MatrixReceiver, "transactions/1", "access_token=the-secret-of-ours"),
    ],
)
def test_secrets_in_addresses_are_not_kept(receiver, rest, query):
    kept = receiver().without_secret(Raw(rest=rest, query=query))
    assert "secret" not in kept.rest + kept.query


def test_progress_that_overtakes_the_record_waits_for_it(client, street):
    intent, to = street
    hand_over(client, body_of({"id": "feather", "state": "shown"}))
    handle_incoming()
    assert Incoming.objects.count() == 1
    write([row(intent, to, Delivery.State.HANDED_OVER, timezone.now(), attempts=1, provider_id="feather")])
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        handle_incoming()
    assert Delivery.objects.get(pk=delivery_id(intent.pk, to.contact_point_id)).shown_at
    assert not Incoming.objects.exists()


def test_nobody_says_for_somebody_else_that_an_alarm_was_read(street, anna):
    intent, to = street
    theirs = {"person": anna, "channel": to.channel, "address": to.address, "verified_at": timezone.now()}
    ContactPoint.objects.create(pk=to.contact_point_id, **theirs)
    write([row(intent, to, Delivery.State.HANDED_OVER, timezone.now(), attempts=1, provider_id="feather")])
    about = {"state": "seen", "at": timezone.now(), "provider_id": "feather"}
    assert note_progress(to.channel, [Progress(told_by="pigeon-of-somebody-else", **about)]) == []
    assert Delivery.objects.get().seen_at is None
    note_progress(to.channel, [Progress(told_by=to.address, **about)])
    assert Delivery.objects.get().seen_at


def test_a_failure_that_comes_later_makes_an_alarm_climb(client, street):
    intent, to = street
    write([row(intent, to, Delivery.State.HANDED_OVER, timezone.now(), attempts=1, provider_id="feather")])
    hand_over(client, body_of({"id": "feather", "state": "failed"}))
    handle_incoming()
    delivery = Delivery.objects.get(pk=delivery_id(intent.pk, to.contact_point_id))
    intent.refresh_from_db()
    assert delivery.state == Delivery.State.FAILED
    assert delivery.error == "503"
    assert intent.climb_at is not None


@pytest.fixture
def street(anna):
    with transaction.atomic():
        intent = intend("test", new_id(), priority=0, valid_for=timedelta(hours=1))
    message = Message(title="", body="", url="")
    return intent, Recipient(anna.pk, new_id(), "pigeon", "roost", message)
