# SPDX-License-Identifier: EUPL-1.2
from urllib.parse import urlencode

import pytest

from buurtwacht.channels import twilio
from buurtwacht.channels.inbound import Raw, Refused
from buurtwacht.testing.peers.twilio import callback

# The worked example on https://www.twilio.com/docs/usage/security#validating-requests
URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
FORM = {
    "CallSid": "CA1234567890ABCDE",
    "Caller": "+12349013030",
    "Digits": "1234",
    "From": "+12349013030",
    "To": "+18005551212",
}
SIGNATURE = "0/KCTR6DLpKmkAf8muzZqo1nDgQ="


@pytest.fixture(autouse=True)
def account(settings):
    settings.TWILIO_TOKEN = "12345"
    settings.SITE_URL = "https://buurtwacht.example"


def said(**changes) -> Raw:
    sent = callback("https://buurtwacht.example/kanaal/sms/stand/r7?a=b%20c", Body="één & twee", Empty="")
    raw = {"body": sent.body, "headers": sent.headers, "rest": "stand/r7", "query": "a=b%20c"}
    return Raw(**(raw | changes))


def test_a_signature_is_made_as_they_document_it():
    assert twilio.signature(URL, FORM.items(), "12345") == SIGNATURE
    assert twilio.signature(URL, reversed(FORM.items()), "12345") == SIGNATURE
    assert twilio.signature(URL, FORM.items(), "12346") != SIGNATURE


def test_what_they_signed_is_theirs():
    twilio.check_signature("sms", said())


def test_an_address_without_a_form_is_signed_too():
    sent = callback("https://buurtwacht.example/kanaal/sms?Body=Hallo")
    twilio.check_signature("sms", Raw(method="GET", query="Body=Hallo", headers=sent.headers))


@pytest.mark.parametrize(
    "changes",
    [
        {"body": urlencode({"Body": "een & twee", "Empty": ""}).encode()},
        {"rest": "stand/r8"},
        {"query": "a=b"},
        {"headers": {}},
        {"headers": {"x-twilio-signature": "é"}},
        {"body": b"\xff\xfe"},
    ],
)
def test_what_was_changed_on_the_way_is_refused(changes):
    with pytest.raises(Refused):
        twilio.check_signature("sms", said(**changes))


def test_without_a_secret_nothing_is_theirs(settings):
    settings.TWILIO_TOKEN = ""
    sent = callback("https://buurtwacht.example/kanaal/sms", token="", Body="Hallo")
    with pytest.raises(Refused):
        twilio.check_signature("sms", Raw(body=sent.body, headers=sent.headers))


def test_wrong_settings_are_said_to_the_operator(settings):
    settings.TWILIO_URL, settings.TWILIO_ACCOUNT, settings.TWILIO_TOKEN = "http://api.example", "AC1", ""
    assert [sentence.split()[0] for sentence in twilio.problems()] == [
        "BUURTWACHT_TWILIO_URL",
        "BUURTWACHT_TWILIO_ACCOUNT",
        "BUURTWACHT_TWILIO_TOKEN",
    ]
