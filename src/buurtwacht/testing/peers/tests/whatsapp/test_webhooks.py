# SPDX-License-Identifier: EUPL-1.2
"""How webhooks come: signed, late, twice, out of order, together, and until somebody answers 200."""

import json
from collections.abc import Iterator

import pytest

from buurtwacht.testing.peers.whatsapp.description import examples, is_valid, reading

from .business import text
from .ear import wait_until
from .everything import bodies, happens

# Fields in what we send that neither Meta's examples nor pywa's fixtures have, and where they come from.
NEWER = {
    "statuses[].pricing.type:str": "pywa's PricingType; Meta's text since July 2025",
    "statuses[].recipient_user_id:str": "Meta's text on business-scoped user ids",
    "user_preferences[].user_id:str": "the same",
    "messages[].system.user_id:str": "pywa's PhoneNumberChange.new_user_id",
    "messages[].edit.message.text.body:str": "as the fixture of an edited image, with text",
}


def outline(value: object, path: str = "") -> Iterator[str]:
    """Every field with its type: entry[].id:str."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from outline(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from outline(inner, f"{path}[]")
    else:
        yield f"{path}:{type(value).__name__}"


@pytest.fixture
def heard(meta, ear, anna):
    """An ear that Meta posts to, and a window that is open."""
    ear.verify_token, ear.secret = meta.verify_token, meta.app_secret
    anna.says("Hallo")
    meta.webhooks.take()
    meta.webhooks_to(ear.hook)
    return ear


def test_what_we_send_has_the_shape_of_what_others_have_seen(meta, business):
    seen = list(examples("webhooks").values())
    for file in (reading.DATA / "pywa").glob("*.json"):
        seen += json.loads(file.read_text()).values()
    known = {field for body in seen for field in outline(body)}
    happens(meta, business)
    ours = {field for body in bodies(meta) for field in outline(body)}
    assert {field.removeprefix("entry[].changes[].value.") for field in ours - known} == NEWER.keys()


def test_the_handshake_needs_the_right_token(meta, ear):
    ear.verify_token = "another"
    with pytest.raises(AssertionError, match="Handshake failed: 403"):
        meta.webhooks_to(ear.hook)
    assert meta.webhooks.url == ""


def test_what_waits_comes_after_the_handshake(meta, ear, anna):
    anna.says("Hallo")
    ear.verify_token, ear.secret = meta.verify_token, meta.app_secret
    meta.webhooks_to(ear.hook)
    meta.webhooks.settle()
    assert len(ear.heard) == 1


def test_statuses_come_signed(meta, heard, business):
    business.send(text())
    meta.webhooks.settle()
    assert sorted(heard.statuses()) == ["delivered", "sent"]


def test_it_comes_again_until_200(meta, heard, anna):
    heard.answers = [500, 401, 503]
    anna.says("Luistert u?")
    meta.webhooks.settle()
    assert heard.posts == 4
    assert meta.webhooks.made[-1].answers == [500, 401, 503, 200]
    assert len(heard.heard) == 1


def test_a_wrong_signature_is_told_apart(meta, heard, anna):
    heard.secret = "another"
    anna.says("Luistert u?")
    wait_until(lambda: len(meta.webhooks.made[-1].answers) > 1)
    with pytest.raises(AssertionError, match="1 webhooks"):
        meta.webhooks.settle(seconds=0.01)
    assert set(meta.webhooks.made[-1].answers) == {401}


def test_late_and_out_of_order_and_twice(meta, heard, business):
    meta.webhooks.hold()
    business.send(text())
    assert heard.posts == 0
    meta.webhooks.release(together=True, backwards=True, twice=True)
    meta.webhooks.settle()
    assert heard.posts == 2
    assert heard.statuses() == ["delivered", "sent"] * 2


def test_the_same_once_more(meta, heard, anna):
    said = anna.says("Nog eens")
    meta.webhooks.settle()
    meta.webhooks.repeat()
    meta.webhooks.settle()
    ids = [body["entry"][0]["changes"][0]["value"]["messages"][0]["id"] for body in heard.heard]
    assert ids.count(said) == 2


@pytest.mark.parametrize(
    ("shape", "outline"),
    [("changes", [[1, 1, 1, 1]]), ("entries", [[1], [1], [1], [1]]), ("lists", [[2, 2]])],
)
def test_a_batch_has_one_of_three_shapes(shape, outline, meta, business, anna):
    anna.says("Hallo")
    meta.webhooks.take()
    meta.webhooks.hold()
    business.send(text())
    anna.says("Een")
    anna.says("Twee")
    meta.webhooks.release(together=shape)
    [(raw, _)] = meta.webhooks.take()
    body = json.loads(raw)
    assert is_valid("WebhookPayload", body)
    found = [
        [len(change["value"].get("statuses", change["value"].get("messages"))) for change in entry["changes"]]
        for entry in body["entry"]
    ]
    assert found == outline


def test_without_a_url_a_test_hands_them_over_itself(meta, anna):
    anna.says("Een")
    anna.says("Twee")
    answers = iter([500, 200, 200])
    seen = []

    def post(body, headers):
        seen.append(json.loads(body)["entry"][0]["changes"][0]["value"]["messages"][0]["text"]["body"])
        assert headers == meta.webhooks.signed(body)
        return next(answers)

    assert meta.webhooks.hand_over(post) == [500, 200, 200]
    assert seen == ["Een", "Twee", "Een"]
    assert meta.webhooks.waiting == []


def test_it_gives_up_in_the_end(meta, anna):
    anna.says("Een")
    assert meta.webhooks.hand_over(lambda body, headers: 500, tries=3) == [500, 500, 500]
    assert len(meta.webhooks.waiting) == 1
