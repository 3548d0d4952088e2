# SPDX-License-Identifier: EUPL-1.2
import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from random import Random

import pytest
from asgiref.sync import async_to_sync
from django.utils import timezone

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt
from buurtwacht.pages.demo import phones
from buurtwacht.pages.demo.clock import as_if
from buurtwacht.pages.demo.mailbox import RealPeople
from buurtwacht.pages.demo.text_messages import DemoTextMessages
from buurtwacht.pages.models import DemoMail
from buurtwacht.testing.cast import make_person


@pytest.fixture
def hub():
    """Takes receipts, as the real one does."""
    taken: Queue[dict[str, str]] = Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/live/receipts", taken
    server.shutdown()
    server.server_close()


class Lucky(Random):
    """Chance that always goes the same way."""

    def __init__(self, value: float) -> None:
        super().__init__(1)
        self.value = value

    def random(self) -> float:
        return self.value

    def uniform(self, a: float, b: float) -> float:
        return 0.01


def message(receipt: str = "") -> Message:
    return Message(
        title="112 gebeld 21:14", body="Blijf binnen.", url="/meldingen/1/", urgency="alarm", receipt_url=receipt
    )


@pytest.mark.django_db
def test_a_phone_lights_up_and_its_owner_answers_in_silence(hub, monkeypatch):
    url, taken = hub
    monkeypatch.setattr(phones.DemoPhones, "chance", Lucky(0.5))

    async def send() -> Receipt:
        channel = phones.DemoPhones()
        outcome = await channel.send(message(f"{url}?token=r1.abc"), "buur1.vogelbuurt@voorbeeld.example")
        await asyncio.gather(*channel._looking)
        return outcome

    assert async_to_sync(send)() == Receipt()
    shown, answered = taken.get(timeout=30), taken.get(timeout=30)
    assert shown == {"token": "r1.abc", "kind": "shown"}
    assert answered["kind"] == "acknowledged"
    assert answered["answer"] in phones.ANSWERS


@pytest.mark.django_db
def test_what_reaches_somebody_whom_a_visitor_can_become_is_kept_to_be_read():
    async def send() -> None:
        channel = phones.DemoPhones()
        await channel.send_many(
            [(message(), "anna@voorbeeld.example"), (message(), "buur1.vogelbuurt@voorbeeld.example")]
        )
        await channel.close()

    async_to_sync(send)()

    [kept] = DemoMail.objects.all()
    assert (kept.to_address, kept.subject, kept.kind) == ("anna@voorbeeld.example", "112 gebeld 21:14", "phone")


@pytest.mark.django_db
def test_some_phones_are_off_and_are_tried_again(monkeypatch):
    monkeypatch.setattr(phones.DemoPhones, "chance", Lucky(0.0))

    with pytest.raises(DeliveryFailed) as failure:
        async_to_sync(phones.DemoPhones().send)(message(), "buur1.vogelbuurt@voorbeeld.example")

    assert not failure.value.permanent


def test_another_moment_ends_even_when_something_breaks():
    real = timezone.now
    moment = timezone.now().replace(year=2020)

    def break_down() -> None:
        with as_if(moment):
            assert timezone.now() == moment
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_down()

    assert timezone.now is real


@pytest.mark.django_db
class TestTextMessages:
    def test_they_are_kept_as_the_phone_would_show_them(self):
        alarm = Message(title="112 gebeld 21:14", body="Een ruïne… 🚨", url="https://b.example/7/", urgency="alarm")
        assert async_to_sync(DemoTextMessages().send)(alarm, "+31612345678") == Receipt()
        [kept] = DemoMail.objects.all()
        assert (kept.kind, kept.to_address) == ("phone", "+31612345678")
        assert kept.body == "112 gebeld 21:14\nEen ruine...\nhttps://b.example/7/"
        assert kept.link == ""  # it stands in the text already

    def test_the_past_sends_none(self, monkeypatch):
        monkeypatch.setattr(phones.DemoPhones, "silent", True)
        async_to_sync(DemoTextMessages().send)(message(), "+31612345678")
        assert not DemoMail.objects.exists()

    def test_nobody_real_gets_one(self):
        make_person("Anna")
        with pytest.raises(RealPeople):
            async_to_sync(DemoTextMessages().send)(message(), "+31612345678")

    def test_it_needs_no_provider(self, settings):
        settings.SMS_URL = ""
        assert DemoTextMessages().problems() == []
        assert DemoTextMessages().kind == "sms"
