# SPDX-License-Identifier: EUPL-1.2
import json
from typing import Any

import pytest

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import HttpChannelContract, make_message
from buurtwacht.channels.whatsapp.channel import WhatsAppChannel
from buurtwacht.testing.peers.answering import Asked, answer

from .conftest import NUMBER, SITE

TAKEN = {"messaging_product": "whatsapp", "messages": [{"id": "wamid.1", "message_status": "accepted"}]}


def refused(code: int, status: int = 400) -> Any:
    error = {"message": f"(#{code}) About +31612345678", "type": "OAuthException", "code": code}
    return answer(status, {"error": error})


class TestWhatsApp(HttpChannelContract):
    channel = WhatsAppChannel
    address = "06 12345678"
    nonsense = "anna@voorbeeld.example"
    accepted = answer(200, TAKEN)

    @pytest.fixture(autouse=True)
    def use_settings(self, whatsapp_settings):
        self.settings = whatsapp_settings

    @pytest.fixture
    def impatient(self):
        self.settings.WHATSAPP_TIMEOUT = 0.2

    def address_at(self, provider: Any) -> str:
        self.settings.WHATSAPP_URL = f"{provider.url}/v23.0"
        return NUMBER

    def text_in(self, asked: Asked) -> str:
        """The link is the site's address, fixed in the template, and what is given along."""
        [*_, button] = json.loads(asked.body)["template"]["components"]
        return f"{SITE}/{button['parameters'][0]['text']}"

    @pytest.mark.parametrize("status", [404, 410])
    def test_an_address_that_is_gone_is_not_tried_again(self, status: int) -> None:
        """Their 404 is about an id in our settings: it must not switch off every phone in the neighbourhood."""
        failure = self.failure(answer(status))
        assert not failure.permanent
        assert not failure.gone

    def test_each_message_of_a_batch_has_its_own_outcome(self) -> None:
        channel = self.channel()
        channel.at_once = 1
        with self.provider(self.accepted, refused(131026), self.accepted) as provider:
            batch = [(make_message(), self.address_at(provider))] * 3
            outcomes = self.use(channel, channel.send_many(batch))
        assert [isinstance(outcome, DeliveryFailed) for outcome in outcomes] == [False, True, False]

    def test_it_asks_with_our_token_at_our_number(self) -> None:
        outcome, [asked] = self.send(self.accepted)
        assert outcome == Receipt("wamid.1")
        assert asked.path == "/v23.0/106540352242922/messages"
        assert asked.headers["authorization"] == "Bearer token-of-ours"

    def test_a_provider_in_between_has_its_own_header_and_no_id(self) -> None:
        self.settings.WHATSAPP_HEADER, self.settings.WHATSAPP_PHONE_ID = "D360-API-KEY: {token}", ""
        _, [asked] = self.send(self.accepted)
        assert asked.path == "/v23.0/messages"
        assert asked.headers["d360-api-key"] == "token-of-ours"

    def test_secrets_numbers_and_words_stay_out_of_the_logs(self, caplog, capsys) -> None:
        failure = self.failure(refused(190, 401))
        printed = capsys.readouterr()
        for word in ("token-of-ours", "612345678", "achterpoorten"):
            assert word not in caplog.text + printed.out + printed.err + failure.reason


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("06 12345678", "+31612345678"),
        ("020 5551234", "+31205551234"),
        (" NL.13491208655302741918 ", "NL.13491208655302741918"),
        ("NL.ENT.118157", "NL.ENT.118157"),
    ],
)
def test_a_number_or_an_id_of_meta(typed, address):
    assert WhatsAppChannel().normalise(typed) == address


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("WHATSAPP_URL", "http://graph.facebook.com/v23.0", "BUURTWACHT_WHATSAPP_URL must be an https: address"),
        ("WHATSAPP_TOKEN", "", "BUURTWACHT_WHATSAPP_TOKEN is empty"),
        ("WHATSAPP_APP_SECRET", "", "BUURTWACHT_WHATSAPP_APP_SECRET is empty"),
        ("WHATSAPP_VERIFY_TOKEN", "", "BUURTWACHT_WHATSAPP_VERIFY_TOKEN is empty"),
        ("WHATSAPP_PHONE_ID", "", "BUURTWACHT_WHATSAPP_PHONE_ID is empty"),
        ("WHATSAPP_WABA_ID", "", "BUURTWACHT_WHATSAPP_WABA_ID is empty"),
        ("WHATSAPP_HEADER", "Bearer", "BUURTWACHT_WHATSAPP_HEADER must be a header"),
        ("WHATSAPP_NUMBER", "112", "BUURTWACHT_WHATSAPP_NUMBER must be a telephone number"),
        ("WHATSAPP_PRICES", "nl=cheap", "BUURTWACHT_WHATSAPP_PRICES must be countries"),
    ],
)
def test_a_wrong_setting_is_said_to_the_operator(settings, name, value, sentence):
    setattr(settings, name, value)
    [problem] = WhatsAppChannel().problems()
    assert sentence in problem
