# SPDX-License-Identifier: EUPL-1.2
"""Everything that Meta hands us, as the peer makes it and as pywa's fixtures have it."""

import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from buurtwacht.channels.base import Action, DeliveryFailed
from buurtwacht.channels.contract import TAKEN_IN_AT, ReceiverContract
from buurtwacht.channels.inbound import Event, Heard, Media, Moved, Notice, Progress, Raw, Refused
from buurtwacht.channels.notebook import Trouble
from buurtwacht.channels.whatsapp.media import _link
from buurtwacht.channels.whatsapp.reading import events_in
from buurtwacht.channels.whatsapp.receiver import WhatsAppReceiver
from buurtwacht.testing.peers.whatsapp import WhatsApp

from .conftest import NUMBER
from .test_sending import GIST, REFERENCE

SECRET = "app-secret"


def webhook(*changes: dict[str, Any]) -> bytes:
    return json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": changes}]}).encode()


def said(**message: Any) -> bytes:
    """One message of Anna."""
    fields = {"from": "31612345678", "id": "wamid.1", "timestamp": "1749416383"} | message
    metadata = {"phone_number_id": "106540352242922"}
    return webhook({"field": "messages", "value": {"metadata": metadata, "messages": [fields]}})


def signature(body: bytes, secret: str = SECRET) -> dict[str, str]:
    return {"x-hub-signature-256": "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}


HELLO = said(type="text", text={"body": "Hallo"})


class TestWhatsAppReceiver(ReceiverContract):
    receiver = WhatsAppReceiver
    genuine = Raw(body=HELLO, headers=signature(HELLO))
    forged = Raw(body=HELLO, headers=signature(HELLO, "guess"))

    @pytest.mark.parametrize("header", ["", "sha256=", "sha1=abc", "sha256=é", SECRET])
    def test_a_signature_must_be_whole(self, header: str) -> None:
        with pytest.raises(Refused):
            self.receiver().greet(Raw(body=HELLO, headers={"x-hub-signature-256": header}))

    def test_one_changed_byte_is_refused(self) -> None:
        with pytest.raises(Refused):
            self.receiver().greet(Raw(body=HELLO + b" ", headers=signature(HELLO)))

    def test_without_a_secret_nothing_is_believed(self, settings) -> None:
        settings.WHATSAPP_APP_SECRET = ""
        with pytest.raises(Refused):
            self.receiver().greet(Raw(body=HELLO, headers=signature(HELLO, "")))

    def test_the_handshake(self) -> None:
        query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
        reply = self.receiver().greet(Raw(method="GET", query=query + "our-word"))
        assert (reply.status, reply.body, reply.keep) == (200, b"1158201444", False)
        assert reply.content_type.startswith("text/plain")
        for wrong in (query, query + "guess", "hub.challenge=1&hub.verify_token=our-word", ""):
            with pytest.raises(Refused):
                self.receiver().greet(Raw(method="GET", query=wrong))


Take = Callable[[], list[Event]]


@pytest.fixture
def take(meta: WhatsApp) -> Take:
    """What our receiver makes of the webhooks that wait; each must be signed well."""

    def read() -> list[Event]:
        found: list[Event] = []
        for body, headers in meta.webhooks.take():
            raw = Raw(body=body, headers={name.lower(): value for name, value in headers.items()})
            assert WhatsAppReceiver().greet(raw).keep
            found += WhatsAppReceiver().read(raw)
        return found

    return read


def test_words_with_what_they_answer(send, anna, take):
    send(gist=GIST)
    take()
    wamid = anna.says("Ik zie iemand", about=anna.inbox[-1])
    [heard] = take()
    assert heard == Heard(
        id=wamid,
        sender=NUMBER,
        other_sender=anna.bsuid,
        at=heard.at,
        text="Ik zie iemand",
        answer_to=anna.inbox[-1].id,
    )


@pytest.mark.parametrize("context", [True, False])
def test_a_tap_on_a_form_tells_which_message_also_without_a_context(send, anna, take, context):
    send(gist=GIST, reference=REFERENCE)
    take()
    anna.taps("Gezien", context=context)
    [heard] = take()
    assert (heard.choice, heard.token, heard.text) == ("seen", REFERENCE, "Gezien")
    assert heard.answer_to == (anna.inbox[-1].id if context else "")


@pytest.mark.parametrize("count", [3, 7])
def test_a_tap_on_a_button_or_a_row(send, anna, take, book, count):
    anna.says("MELDEN")
    book.note_heard("whatsapp", [NUMBER], TAKEN_IN_AT.replace(year=2099))
    send(
        body="Wat ziet u?",
        said=True,
        reference=REFERENCE,
        actions=tuple(Action(f"kind:{number}", f"Keuze {number}", "") for number in range(count)),
    )
    take()
    anna.taps("Keuze 1")
    [heard] = take()
    assert (heard.choice, heard.token) == ("kind:1", REFERENCE)
    assert heard.answer_to == anna.inbox[-1].id


def test_photos_voices_and_files_come_with_a_reference(anna, meta, take):
    anna.sends_photo(b"\xff\xd8 a photo", caption="Hier")
    anna.sends_video(b"a video")
    anna.sends_voice(b"OggS")
    anna.sends_document(b"%PDF", "brief.pdf")
    heard = take()
    assert [one.media[0].kind for one in heard] == ["photo", "video", "voice", "file"]
    assert heard[0].text == "Hier"
    assert WhatsAppReceiver().fetch(heard[0].media[0]) == b"\xff\xd8 a photo"


def test_a_place(anna, take):
    anna.sends_location(52.0116, 5.6533, "Park", "Parkweg 1")
    [heard] = take()
    assert heard.location == (52.0116, 5.6533)
    assert heard.text == "Park, Parkweg 1"


def test_a_thumb_on_our_alert_is_no_news(send, anna, take):
    send(gist=GIST)
    take()
    anna.reacts("👍", anna.inbox[-1])
    anna.reacts(None, anna.inbox[-1])
    assert take() == []


def test_what_nobody_can_read_is_heard_as_nothing(anna, take):
    anna.sends_unsupported()
    [heard] = take()
    assert (heard.text, heard.choice, heard.media, heard.location) == ("", "", (), None)


def test_somebody_without_a_number_is_known_by_metas_id(anna, take):
    anna.hides_number()
    anna.says("Hallo")
    [heard] = take()
    assert (heard.sender, heard.other_sender) == (anna.bsuid, "")


def test_a_changed_number(anna, take):
    anna.changes_number("31687654321")
    [moved] = take()
    assert (moved.old, moved.new) == (NUMBER, "+31687654321")
    assert isinstance(moved, Moved)


def test_sent_delivered_and_read(send, anna, take):
    outcome = send(gist=GIST, reference=REFERENCE)
    anna.reads()
    states = take()
    assert [one.state for one in states] == ["taken", "shown", "seen"]
    assert {one.reference for one in states} == {REFERENCE}
    assert {one.provider_id for one in states} == {outcome.provider_id}


def test_messages_that_went_together_each_have_their_own_news(meta):
    status = {
        "id": "wamid.1",
        "status": "delivered",
        "timestamp": "1749416383",
        "biz_opaque_callback_data": f"{REFERENCE},other",
    }
    value = {"metadata": {"phone_number_id": meta.phone_id}, "statuses": [status]}
    events = list(WhatsAppReceiver().read(Raw(body=webhook({"field": "messages", "value": value}))))
    assert [(one.reference, one.provider_id) for one in events] == [(REFERENCE, ""), ("other", "")]


@pytest.mark.parametrize(
    ("code", "retry", "notice"),
    [
        (131026, False, None),
        (131000, True, None),
        (131049, False, None),
        (131047, True, Notice(silent=NUMBER, at=TAKEN_IN_AT)),
        (131042, False, Notice(trouble=Trouble("131042", "account"), at=TAKEN_IN_AT)),
        (132015, False, Notice(trouble=Trouble("132015", "template"), at=TAKEN_IN_AT)),
        (131064, False, Notice(trouble=Trouble("131064", "account"), at=TAKEN_IN_AT)),
    ],
)
def test_a_failure_that_comes_later(code, retry, notice):
    status = {"id": "wamid.1", "status": "failed", "recipient_id": "31612345678", "errors": [{"code": code}]}
    value = {"metadata": {"phone_number_id": "106540352242922"}, "statuses": [status]}
    body = webhook({"field": "messages", "value": value})
    progress, *rest = WhatsAppReceiver().read(Raw(body=body, at=TAKEN_IN_AT))
    assert progress == Progress(state="failed", at=TAKEN_IN_AT, provider_id="wamid.1", reason=str(code), retry=retry)
    assert rest == ([notice] if notice else [])


def test_what_happens_to_templates_and_the_account_is_for_the_operator(meta, approved, take):
    approved["alarm", "nl"].pause()
    approved["alarm", "nl"].approve()
    approved["alarm", "fr"].turn_into("MARKETING")
    approved["alarm", "fr"].turn_into("UTILITY")
    meta.restrict_account()
    assert [event.trouble for event in take()] == [
        Trouble("PAUSED", "buurt_alarm/nl"),
        Trouble("", "buurt_alarm/nl", is_over=True),
        Trouble("MARKETING", "buurt_alarm/fr category"),
        Trouble("", "buurt_alarm/fr category", is_over=True),
        Trouble("ACCOUNT_RESTRICTION", "account_update"),
    ]


@pytest.mark.parametrize(
    ("event", "trouble"),
    [
        ("FLAGGED", Trouble("FLAGGED", "phone_number_quality_update")),
        ("UPGRADE", Trouble("", "phone_number_quality_update", is_over=True)),
        ("<b>Anna</b> +31612345678", Trouble("phone_number_quality_update", "phone_number_quality_update")),
    ],
)
def test_good_news_of_the_number_takes_bad_news_back(event, trouble):
    body = webhook({"field": "phone_number_quality_update", "value": {"event": event}})
    assert list(WhatsAppReceiver().read(Raw(body=body, at=TAKEN_IN_AT))) == [Notice(trouble=trouble, at=TAKEN_IN_AT)]


def test_changed_and_erased_words_keep_the_name_of_the_first(whatsapp_settings):
    edit = {"original_message_id": "wamid.0", "message": {"type": "text", "text": {"body": "Een blauwe auto"}}}
    [changed] = WhatsAppReceiver().read(Raw(body=said(type="edit", edit=edit)))
    [erased] = WhatsAppReceiver().read(Raw(body=said(type="revoke", revoke={"original_message_id": "wamid.0"})))
    assert (changed.id, changed.act, changed.text) == ("wamid.0", "changed", "Een blauwe auto")
    assert (erased.id, erased.act) == ("wamid.0", "erased")


def test_many_things_in_one_post_are_all_read_in_order(anna, meta, take):
    bas = meta.user("32470123456", "Bas")
    for shape in ("changes", "entries", "lists"):
        meta.webhooks.hold()
        anna.says("Een")
        bas.says("Twee")
        anna.says("Drie")
        meta.webhooks.release(together=shape)
        heard = take()
        assert [(one.sender, one.text) for one in heard] == [
            (NUMBER, "Een"),
            ("+32470123456", "Twee"),
            (NUMBER, "Drie"),
        ]
        assert [one.other_sender for one in heard] == [anna.bsuid, bas.bsuid, anna.bsuid]


def test_what_another_number_of_the_same_business_hears_is_not_ours(settings):
    settings.WHATSAPP_PHONE_ID = "another"
    assert list(WhatsAppReceiver().read(Raw(body=HELLO))) == []


@pytest.mark.parametrize(
    "message",
    [
        {"type": "text", "text": 7},
        {"type": "text", "text": {"body": ["a"]}},
        {"type": "image", "image": {}},
        {"type": "location", "location": {"latitude": "north", "longitude": None}},
        {"type": "location", "location": {"latitude": 91, "longitude": 0}},
        {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {}}},
        {"type": "button", "button": None},
        {"type": "edit", "edit": {"message": {"type": "edit", "edit": {}}}},
        {"type": "system", "system": {"body": "?"}},
        {"type": "text", "timestamp": "99999999999999", "text": {"body": "x"}},
        {"type": "text", "from": "Anna", "text": {"body": "x"}},
        {"type": ["text"], "text": {"body": "x"}, "id": 7},
        {},
    ],
)
def test_odd_messages_break_nothing(message):
    for event in WhatsAppReceiver().read(Raw(body=said(**message), at=TAKEN_IN_AT)):
        assert isinstance(event, Heard)
        assert event.at <= TAKEN_IN_AT


LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)
NAMES = ["type", "text", "image", "interactive", "button", "location", "system", "from", "id", "timestamp", "context"]


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from([*NAMES, "edit", "revoke"]), ANYTHING), st.sampled_from(NAMES))
def test_no_shape_breaks_the_reader(fields, kind):
    fields = fields | {"type": kind}
    status = fields | {"status": "failed", "errors": [fields]}
    value = {"metadata": {}, "messages": [fields], "contacts": [fields], "statuses": [status], "event": fields}
    changes = [{"field": name, "value": value} for name in ("messages", "account_update", "template_category_update")]
    for event in events_in({"entry": [{"changes": changes}]}, TAKEN_IN_AT):
        assert event.at <= TAKEN_IN_AT


@pytest.mark.parametrize(
    "change", [{"content": b"another"}, {"gone": True}, {"largest": 3}], ids=["changed", "gone", "too large"]
)
def test_a_file_that_cannot_be_fetched_says_so(anna, meta, take, settings, change):
    anna.sends_photo(b"a photo")
    [heard] = take()
    [media] = heard.media
    medium = meta.media.get(media.reference.partition(" ")[0])
    if "content" in change:
        meta.media._kept[medium.id] = type(medium)(medium.id, change["content"], medium.mime)
    if "gone" in change:
        meta.media.delete(medium.id)
    settings.MOST_INCOMING_BYTES = change.get("largest", settings.MOST_INCOMING_BYTES)
    with pytest.raises(DeliveryFailed):
        WhatsAppReceiver().fetch(media)


def test_bytes_that_are_here_need_not_be_fetched():
    assert WhatsAppReceiver().fetch(Media(kind="photo", content=b"here")) == b"here"


def test_the_secret_does_not_travel_in_the_open(settings):
    assert _link("https://lookaside.example/1") == "https://lookaside.example/1"
    with pytest.raises(DeliveryFailed):
        _link("http://lookaside.example/1")
