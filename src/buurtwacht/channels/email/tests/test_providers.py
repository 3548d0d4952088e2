# SPDX-License-Identifier: EUPL-1.2
"""Answers handed over by mail providers, in the shapes of their own manuals."""

import base64
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from buurtwacht.channels.email.addresses import bounce_address, reply_address
from buurtwacht.channels.email.receiver import EmailReceiver
from buurtwacht.channels.inbound import Heard, Raw, Refused
from buurtwacht.delivery.inbox import hearing
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.models import Incoming

from .written import ANNA, AT, PHOTO, REFERENCE, SECRET, came_back, written

pytestmark = pytest.mark.usefixtures("replies")

HEADERS = [
    ["From", f"Anna de Vries <{ANNA}>"],
    ["Subject", "Re: 112 gebeld"],
    ["Message-ID", "<een@voorbeeld.example>"],
    ["Received", "from mx.voorbeeld.example"],
]


def with_photo() -> bytes:
    mail = written("Kijk: één man.")
    mail.add_attachment(PHOTO, maintype="image", subtype="jpeg", filename="IMG_1.jpeg")
    return mail.as_bytes()


def raw(provider: str, data: Any) -> Raw:
    """A form for who sends forms, JSON for who sends JSON."""
    at = {"rest": f"{provider}/{SECRET}", "at": AT}
    if provider in ("postmark", "postal"):
        return Raw(body=json.dumps(data).encode(), headers={"content-type": "application/json"}, **at)
    return Raw(body=encode_multipart(BOUNDARY, data), headers={"content-type": MULTIPART_CONTENT}, **at)


def postmark_whole() -> Raw:
    mail = with_photo().decode()
    return raw(
        "postmark", {"FromFull": {"Email": ANNA}, "RawEmail": mail, "OriginalRecipient": reply_address(REFERENCE)}
    )


def postmark_parsed() -> Raw:
    attachment = {"Name": "IMG_1.jpeg", "ContentType": "image/jpeg", "Content": base64.b64encode(PHOTO).decode()}
    data = {
        "FromFull": {"Email": ANNA, "Name": "Anna de Vries"},
        "ToFull": [{"Email": reply_address(REFERENCE)}],
        "OriginalRecipient": reply_address(REFERENCE),
        "Subject": "Re: 112 gebeld",
        "MessageID": "22c74902-a0c1-4511-804f2-341342852c90",
        "Headers": [{"Name": "Return-Path", "Value": f"<{ANNA}>"}, {"Name": "Message-ID", "Value": HEADERS[2][1]}],
        "TextBody": "Kijk: één man.\n\nOp 22 nov 2026 schreef Buurtwacht <b@x.example>:\n> 112 is gebeld",
        "HtmlBody": "<p>Kijk</p>",
        "Attachments": [attachment],
    }
    return raw("postmark", data)


def mailgun_whole() -> Raw:
    data = {
        "recipient": reply_address(REFERENCE),
        "sender": ANNA,
        "timestamp": "1794884400",
        "token": "x",
        "signature": "y",
        "body-mime": with_photo().decode(),
    }
    return raw("mailgun", data)


def mailgun_parsed() -> Raw:
    data = {
        "recipient": reply_address(REFERENCE),
        "sender": ANNA,
        "timestamp": "1794884400",
        "message-headers": json.dumps(HEADERS),
        "body-plain": "Kijk: één man.",
        "attachment-count": "1",
        "attachment-1": SimpleUploadedFile("IMG_1.jpeg", PHOTO, "image/jpeg"),
    }
    return raw("mailgun", data)


def sendgrid_whole() -> Raw:
    envelope = json.dumps({"to": [reply_address(REFERENCE)], "from": ANNA})
    return raw("sendgrid", {"envelope": envelope, "email": with_photo().decode()})


def sendgrid_parsed() -> Raw:
    data = {
        "envelope": json.dumps({"to": [reply_address(REFERENCE)], "from": ANNA}),
        "headers": "\n".join(f"{name}: {value}" for name, value in HEADERS),
        "text": "Kijk: één man.",
        "charsets": json.dumps({"text": "UTF-8"}),
        "attachments": "1",
        "attachment-info": json.dumps({"attachment1": {"filename": "IMG_1.jpeg", "type": "image/jpeg"}}),
        "attachment1": SimpleUploadedFile("IMG_1.jpeg", PHOTO, "image/jpeg"),
    }
    return raw("sendgrid", data)


def postal() -> Raw:
    data = {"id": 7, "rcpt_to": reply_address(REFERENCE), "mail_from": ANNA, "base64": True}
    return raw("postal", data | {"message": base64.b64encode(with_photo()).decode()})


ALL = [postmark_whole, postmark_parsed, mailgun_whole, mailgun_parsed, sendgrid_whole, sendgrid_parsed, postal]


@pytest.mark.parametrize("shape", ALL, ids=lambda shape: shape.__name__)
def test_who_answers_is_heard(shape):
    [found] = EmailReceiver().read(shape())
    assert isinstance(found, Heard)
    assert (found.text, found.sender, found.token) == ("Kijk: één man.", ANNA, REFERENCE)
    assert found.id == "<een@voorbeeld.example>"
    assert [media.content for media in found.media] == [PHOTO]


def test_a_mail_larger_than_django_takes_in_a_form_is_read(settings):
    mail = written("Kijk.")
    mail.add_attachment(b"\xff\xd8\xff" + bytes(3_000_000), maintype="image", subtype="jpeg")
    data = {"recipient": reply_address(REFERENCE), "sender": ANNA, "timestamp": "1", "body-mime": mail.as_string()}
    [found] = EmailReceiver().read(raw("mailgun", data))
    assert len(found.media[0].content) == 3_000_003


def test_a_letter_that_came_back_is_understood():
    data = {"rcpt_to": "b@x", "mail_from": "", "message": came_back("5.1.1").decode()}
    [found] = EmailReceiver().read(raw("postal", data | {"rcpt_to": bounce_address(REFERENCE)}))
    assert (found.state, found.reference) == ("gone", REFERENCE)


@pytest.mark.parametrize(
    "rest", ["postmark", "postmark/", f"unknown/{SECRET}", SECRET, f"postmark/{SECRET}x", "", f"uit/{SECRET}"]
)
def test_who_does_not_know_the_secret_is_refused(rest):
    with pytest.raises(Refused):
        EmailReceiver().greet(Raw(rest=rest, body=b"{}"))


def test_without_a_secret_nobody_may_knock(settings):
    settings.MAIL_WEBHOOK_SECRET = ""
    with pytest.raises(Refused):
        EmailReceiver().greet(Raw(rest="postmark/", body=b"{}"))


@pytest.mark.parametrize("end", ["", "/", "/mime"])
def test_the_address_may_end_as_mailgun_wants_it(end):
    assert EmailReceiver().greet(Raw(rest=f"mailgun/{SECRET}{end}")).keep


def test_a_provider_may_look_whether_we_are_there():
    reply = EmailReceiver().greet(Raw(rest=f"mailgun/{SECRET}", method="HEAD"))
    assert (reply.status, reply.keep) == (200, False)


@pytest.mark.parametrize("provider", ["mailgun", "sendgrid"])
@pytest.mark.parametrize(
    "kind", ["", "multipart/form-data", "multipart/form-data; boundary=", "text/plain", MULTIPART_CONTENT]
)
@pytest.mark.parametrize(
    "body", [b"", b"--BoUnDaRyStRiNg\r\n\r\nx", b"\xff" * 99, b"timestamp=9&recipient=x&body-mime=y"]
)
def test_a_form_that_is_none_breaks_nothing(provider, kind, body):
    found = EmailReceiver().read(Raw(rest=f"{provider}/{SECRET}", body=body, headers={"content-type": kind}, at=AT))
    assert list(found) == []


def test_by_the_web_it_is_kept_and_heard_once(client: Client, db: None, monkeypatch: pytest.MonkeyPatch):
    said: list[Any] = []
    monkeypatch.setattr(hearing, "_ears", [lambda kind, event: said.append((kind, event.text))])
    whole = postmark_whole()
    for _ in range(2):
        answer = client.post(f"/kanaal/email/{whole.rest}", whole.body, content_type="application/json")
        assert answer.status_code == 200
    assert Incoming.objects.count() == 2
    handle_incoming()
    assert said == [("email", "Kijk: één man.")]
    assert not Incoming.objects.exists()
