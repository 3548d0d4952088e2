# SPDX-License-Identifier: EUPL-1.2
"""The patches: with them Meta's own examples pass, without any one of them something goes wrong."""

import copy
import json
import time
from functools import cache

import pytest
from jsonschema import Draft202012Validator

from buurtwacht.testing.peers.whatsapp import WhatsApp
from buurtwacht.testing.peers.whatsapp.description import check, examples, is_valid, reading
from buurtwacht.testing.peers.whatsapp.description.patching import Patch
from buurtwacht.testing.peers.whatsapp.description.refusing import schema_of
from buurtwacht.testing.peers.whatsapp.submitting import new_template

from .business import Business, interactive, text
from .everything import bodies, happens
from .wrong import AGAINST_THE_DESCRIPTION, without

# An example with "<HEADER_TYPE>" where a reader must choose.
CHOSEN = {"Send Multi-Product Message": ("<HEADER_TYPE>", "text")}


def messages() -> dict[str, dict]:
    """Meta's 50 examples of a message."""
    found = {name: json.dumps(value) for name, value in examples("messages").items()}
    for name, (placeholder, choice) in CHOSEN.items():
        found[name] = found[name].replace(placeholder, choice)
    return {name: json.loads(value) for name, value in found.items()}


def fixtures() -> list[dict]:
    """Of pywa: what it has seen Meta send."""
    return [
        body
        for file in sorted((reading.DATA / "pywa").glob("*.json"))
        for body in json.loads(file.read_text()).values()
    ]


NEWER = {
    "our own data": text(biz_opaque_callback_data="bezorging:1"),
    "a person without a number": without(text(recipient="NL.13491208655302741918"), "to"),
    "may we know where": interactive(
        {"type": "location_request_message", "body": {"text": "Waar?"}, "action": {"name": "send_location"}}
    ),
    "a link": interactive({"type": "cta_url", "body": {"text": "Zie"}, "action": {"name": "cta_url", "parameters": {
        "display_text": "Open", "url": "https://voorbeeld.example"}}}),
}  # fmt: skip


def empty_tap() -> dict:
    """A tap on a button that does not say which."""
    body = copy.deepcopy(examples("webhooks")["Interactive Button Reply Message"])
    del body["entry"][0]["changes"][0]["value"]["messages"][0]["interactive"]["button_reply"]
    return body


@pytest.mark.parametrize("name", NEWER)
def test_what_is_newer_than_the_description_passes(name):
    check(NEWER[name])


def test_a_tap_on_nothing_is_no_webhook():
    assert not is_valid("WebhookPayload", empty_tap())


def test_there_are_fifty_examples_of_messages_and_sixteen_of_webhooks():
    assert (len(messages()), len(examples("webhooks")), len(examples("new template"))) == (50, 16, 11)
    assert len(fixtures()) >= 50


@pytest.mark.parametrize("name", messages())
def test_an_example_of_a_message_passes(name):
    check(messages()[name])
    assert is_valid("Message", messages()[name]) or "type" not in messages()[name]


@pytest.mark.parametrize("name", examples("webhooks"))
def test_an_example_of_a_webhook_passes(name):
    assert is_valid("WebhookPayload", examples("webhooks")[name])


@pytest.mark.parametrize("name", examples("new template"))
def test_an_example_of_a_new_template_passes(name):
    wanted = examples("new template")[name]
    assert new_template(wanted | {"name": wanted["name"].strip("<>").lower()}, []).status == "PENDING"


@pytest.mark.parametrize("part", ["accepted", "phone number", "no such token", "templates", "medium"])
def test_an_example_of_an_answer_passes(part):
    assert [is_valid(part, example) for example in examples(part).values()].count(False) == 0


def test_what_pywa_has_seen_passes():
    assert [body for body in fixtures() if not is_valid("WebhookPayload", body)] == []


def test_as_published_no_example_passes():
    """The reason for all this; one day Meta mends its description, and this test says so."""
    published = reading.mended([])
    message = Draft202012Validator(published | {"$ref": "#/components/schemas/Message"})
    webhook = Draft202012Validator(published | {"$ref": "#/components/schemas/WebhookPayload"})
    assert not any(message.is_valid(example) for example in messages().values())
    assert not any(webhook.is_valid(example) for example in examples("webhooks").values())


@pytest.mark.parametrize("patch", reading.ALL, ids=lambda patch: patch.__name__)
def test_no_patch_can_be_missed(patch: Patch, everything):
    """Without it an example or a fixture is refused, or something wrong is accepted."""
    document = reading.mended([each for each in reading.ALL if each is not patch])

    @cache
    def validator(name: str) -> Draft202012Validator:
        return Draft202012Validator(document | {"$ref": f"#/components/schemas/{name}"})

    def is_good(name: str, value: object) -> bool:
        return validator(name).is_valid(value)

    assert (
        not all(is_good("WebhookPayload", body) for body in [*examples("webhooks").values(), *fixtures(), *everything])
        or not all(is_good("Message" if "status" in each else schema_of(each), each) for each in messages().values())
        or not all(is_good(schema_of(each), each) for each in NEWER.values())
        or any(is_good(schema_of(each), each) for each in AGAINST_THE_DESCRIPTION.values())
        or is_good("WebhookPayload", empty_tap())
        or is_good("new template", {"components": [{"text": "Rust."}]})
    )


@pytest.fixture(scope="module")
def everything() -> list[dict]:
    with WhatsApp() as meta, Business(meta) as business:
        happens(meta, business)
        return bodies(meta)


def test_what_we_send_passes(everything):
    assert len(everything) > 30
    assert [body for body in everything if not is_valid("WebhookPayload", body)] == []


def test_it_is_read_quickly():
    reading.published.cache_clear()
    reading.validator.cache_clear()
    began = time.process_time()
    assert is_valid("TextMessage", messages()["Send Text Message"])
    assert time.process_time() - began < 2.0  # seconds of work, on a slow machine
