# SPDX-License-Identifier: EUPL-1.2
"""pywa, which others made from what they saw of Meta, gets along with us: it sends to us, and reads what we say."""

from collections import Counter
from collections.abc import Iterator

import httpx
import pytest
from pywa import WhatsApp as Pywa
from pywa import errors, handlers, types, utils

from buurtwacht.testing.peers.whatsapp import WhatsApp

from .business import Business
from .everything import PHOTO, happens

HANDLERS = (
    handlers.MessageHandler, handlers.CallbackButtonHandler, handlers.CallbackSelectionHandler,
    handlers.MessageStatusHandler, handlers.PhoneNumberChangeHandler, handlers.UserMarketingPreferencesHandler,
    handlers.TemplateStatusUpdateHandler, handlers.TemplateCategoryUpdateHandler, handlers.AccountUpdateHandler,
    handlers.EditedMessageHandler, handlers.DeletedMessageHandler,
)  # fmt: skip


class Detour(httpx.HTTPTransport):
    """What is meant for graph.facebook.com goes to our own server."""

    def __init__(self, meta: WhatsApp) -> None:
        super().__init__()
        self._meta = meta

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == "graph.facebook.com":
            request.url = request.url.copy_with(scheme="http", host="localhost", port=self._meta.port)
        return super().handle_request(request)


@pytest.fixture
def pywa(meta: WhatsApp) -> Iterator[Pywa]:
    with httpx.Client(transport=Detour(meta)) as session:
        yield Pywa(
            phone_id=meta.phone_id, waba_id=meta.waba_id, token=meta.token, app_secret=meta.app_secret,
            verify_token=meta.verify_token, server=None, session=session,
        )  # fmt: skip


def test_it_reads_every_webhook(pywa, meta, caplog):
    found = []
    for handler in HANDLERS:
        pywa.add_handlers(handler(lambda _, update: found.append(update)))
    with Business(meta) as business:
        happens(meta, business)
    for webhook in meta.webhooks.made:
        assert pywa.webhook_update_validator(webhook.body, webhook.headers[utils.HUB_SIG]) is None
        assert pywa.webhook_update_handler(webhook.body) == ("ok", 200)
    assert [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []
    kinds = Counter(type(update).__name__ for update in found)
    assert sum(kinds.values()) == len(meta.webhooks.made)
    assert kinds.keys() == {
        "Message", "CallbackButton", "CallbackSelection", "MessageStatus", "PhoneNumberChange",
        "UserMarketingPreferences", "TemplateStatusUpdate", "TemplateCategoryUpdate", "AccountUpdate",
        "EditedMessage", "DeletedMessage",
    }  # fmt: skip
    read = {update.type.value for update in found if isinstance(update, types.Message)}
    assert {"text", "image", "video", "audio", "document", "location", "reaction", "unsupported"} <= read
    statuses = [update for update in found if isinstance(update, types.MessageStatus)]
    assert {status.status.value for status in statuses} == {"sent", "delivered", "read", "failed"}
    assert {type(status.error) for status in statuses if status.error} == {
        errors.MessageUndeliverable, errors.ReEngagementMessage, errors.UserStoppedMarketingMessages,
    }  # fmt: skip
    assert {status.tracker for status in statuses if status.tracker} == {"bezorging:1"}


def test_it_refuses_a_wrong_signature(pywa, meta, anna):
    anna.says("Hallo")
    [(body, _)] = meta.webhooks.take()
    forged = meta.webhooks.signed(body, secret="another")
    assert pywa.webhook_update_validator(body, forged[utils.HUB_SIG])[1] == 403


def test_it_sends_what_people_read(pywa, meta, anna):
    said = anna.says("Hallo")
    pywa.send_message(to=anna.number, text="Dag", tracker="bezorging:1", reply_to_message_id=said)
    pywa.send_message(
        to=anna.number, text="Ziet u iets?", buttons=[types.Button("Ja", "ja"), types.Button("Nee", "nee")]
    )
    rows = [
        types.SectionRow(title="Persoon", callback_data="persoon"),
        types.SectionRow(title="Auto", callback_data="auto"),
    ]
    choice = types.SectionList(button_title="Kies", sections=[types.Section(title="Soort", rows=rows)])
    pywa.send_message(to=anna.number, text="Wat ziet u?", buttons=choice)
    pywa.send_location(to=anna.number, latitude=52.01, longitude=5.65, name="Park", address="Parkweg 1")
    pywa.request_location(to=anna.number, text="Waar bent u?")
    pywa.send_reaction(to=anna.number, message_id=said, emoji="👍")
    pywa.send_image(to=anna.number, image=PHOTO, mime_type="image/jpeg", caption="Hier")
    pywa.mark_message_as_read(said)
    assert [message.kind for message in anna.inbox] == [
        "text", "interactive", "interactive", "location", "interactive", "reaction", "image",
    ]  # fmt: skip
    assert [message.buttons for message in anna.inbox[1:3]] == [["Ja", "Nee"], ["Persoon", "Auto"]]
    assert (anna.inbox[0].context, anna.inbox[-1].text, meta.read_by_us) == (said, "Hier", [said])


def test_it_sends_to_somebody_without_a_number(pywa, anna):
    anna.hides_number()
    anna.says("Hallo")
    pywa.send_message(to=anna.bsuid, text="Dag")
    assert anna.inbox[-1].text == "Dag"


def test_it_submits_lists_and_sends_a_template(pywa, meta, anna):
    body = types.templates.BodyText("Melding: {{1}} in uw buurt. Bel 112 bij gevaar.", "inbraak")
    reply = types.templates.QuickReplyButton(text="Gezien")
    wanted = types.templates.Template(
        name="melding", language=types.templates.TemplateLanguage.DUTCH,
        category=types.templates.TemplateCategory.UTILITY, components=[body, types.templates.Buttons(buttons=[reply])],
    )  # fmt: skip
    assert pywa.create_template(wanted).status.value == "PENDING"
    meta.templates[-1].approve()
    assert [(each.name, each.status.value) for each in pywa.get_templates()] == [("melding", "APPROVED")]
    pywa.send_template(
        to=anna.number, name="melding", language=types.templates.TemplateLanguage.DUTCH,
        params=[body.params("diefstal"), reply.params(callback_data="gezien", index=0)],
    )  # fmt: skip
    assert anna.inbox[-1].text == "Melding: diefstal in uw buurt. Bel 112 bij gevaar."
    anna.taps("Gezien")
    assert meta.webhooks.made[-1].value["messages"][0]["button"]["payload"] == "gezien"


def test_it_fetches_what_people_send(pywa, meta, anna):
    anna.sends_photo(PHOTO)
    found = pywa.get_media_url(meta.webhooks.made[-1].value["messages"][0]["image"]["id"])
    assert found.mime_type == "image/jpeg"
    assert pywa.get_media_bytes(found.url) == PHOTO


def test_it_knows_our_refusals(pywa, meta, anna):
    anna.says("Hallo")
    known = {
        130429: errors.RateLimitHit, 131056: errors.TooManyMessages, 131064: errors.MessageFailedToReachMessagingLimit,
        131031: errors.AccountLocked, 131042: errors.BusinessPaymentIssue, 132015: errors.TemplatePaused,
        190: errors.ExpiredAccessToken, 80007: errors.RateLimitIssues, 368: errors.TemporarilyBlocked,
    }  # fmt: skip
    for code, error in known.items():
        meta.fails(code, times=1)
        with pytest.raises(error):
            pywa.send_message(to=anna.number, text="Dag")


def test_it_sees_our_phone_number(pywa, meta):
    found = pywa.get_business_phone_number()
    assert (found.id, found.verified_name, found.quality_rating) == (meta.phone_id, "Buurtwacht", "GREEN")
