# SPDX-License-Identifier: EUPL-1.2
import json
from typing import Any
from urllib.parse import parse_qs

import pytest

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import LINK, HttpChannelContract, make_message
from buurtwacht.channels.sms.channel import SmsChannel
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.peers.answering import Asked, answer

NUMBER = "+31612345678"
REFUSED = {"messages": [{"status": "6", "error-text": "Unknown number +31612345678"}]}


@pytest.fixture(autouse=True)
def provider_settings(settings):
    """Settings as an operator would write them for a provider that takes JSON."""
    settings.SMS_URL = "https://sms.example/v1/messages"
    settings.SMS_HEADERS = '{"Authorization": "Bearer secret"}'
    settings.SMS_ID = "messages.0.id"
    settings.SMS_STATUS = "messages.0.status"
    settings.SMS_TAKEN = ["0", "queued"]
    settings.SMS_GONE = ["6"]
    return settings


class TestSms(HttpChannelContract):
    channel = SmsChannel
    address = NUMBER
    nonsense = "020 5551234"
    accepted = answer(200, {"messages": [{"id": "m-1", "status": "queued"}]})

    @pytest.fixture(autouse=True)
    def use_settings(self, provider_settings):
        self.settings = provider_settings

    @pytest.fixture
    def impatient(self):
        self.settings.SMS_TIMEOUT = 0.2

    def address_at(self, provider: Any) -> str:
        self.settings.SMS_URL = f"{provider.url}/v1/messages"
        return NUMBER

    def text_in(self, asked: Asked) -> str:
        return json.loads(asked.body)["text"]

    @pytest.mark.parametrize("status", [404, 410])
    def test_an_address_that_is_gone_is_not_tried_again(self, status: int) -> None:
        """Their 404 is about an address in our settings: it must not switch off every phone in the neighbourhood."""
        failure = self.failure(answer(status))
        assert not failure.permanent
        assert not failure.gone

    def test_each_message_of_a_batch_has_its_own_outcome(self) -> None:
        channel = self.channel()
        channel.at_once = 1
        with self.provider(self.accepted, answer(200, REFUSED), self.accepted) as provider:
            batch = [(make_message(), self.address_at(provider))] * 3
            outcomes = self.use(channel, channel.send_many(batch))
        assert [type(outcome) for outcome in outcomes] == [Receipt, DeliveryFailed, Receipt]

    @pytest.mark.parametrize("status", [200, 400, 404])
    def test_a_number_that_they_say_does_not_exist_is_gone(self, status: int) -> None:
        failure = self.failure(answer(status, REFUSED))
        assert failure.permanent
        assert failure.gone
        assert "316" not in failure.reason

    @pytest.mark.parametrize(("status", "said"), [("9", "9"), ("Anna, 0612345678", "(unreadable)")])
    def test_a_yes_that_means_no_is_tried_again(self, status: str, said: str) -> None:
        failure = self.failure(answer(200, {"messages": [{"status": status}]}))
        assert not failure.permanent
        assert failure.reason == f"refused with status {said}"

    def test_they_are_asked_as_the_settings_say(self) -> None:
        outcome, [asked] = self.send(self.accepted)
        assert outcome == Receipt("m-1")
        assert asked.path == "/v1/messages"
        assert (asked.headers["authorization"], asked.headers["content-type"]) == ("Bearer secret", "application/json")
        assert json.loads(asked.body) | {"text": ""} == {"to": NUMBER, "from": "Buurtwacht", "text": ""}

    def test_a_form(self) -> None:
        self.settings.SMS_BODY = "recipient={digits}&body={text}&flash="
        _, [asked] = self.send(answer(200, b"OK"))
        form = parse_qs(asked.body.decode(), keep_blank_values=True)
        assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
        assert (form["recipient"], form["flash"]) == (["31612345678"], [""])
        assert LINK in form["body"][0]

    def test_everything_in_the_address(self) -> None:
        with self.provider(answer(200, b"OK")) as provider:
            self.settings.SMS_URL = provider.url + "/send?to={to}&text={text}"
            self.settings.SMS_METHOD = "GET"
            channel = self.channel()
            outcomes = self.use(channel, channel.send_many([(make_message(), NUMBER)]))
        question = parse_qs(provider.asked[0].path.partition("?")[2])
        assert outcomes == [Receipt()]
        assert question["to"] == [NUMBER]
        assert LINK in question["text"][0]
        assert provider.asked[0].body == b""

    def test_a_text_cannot_break_out_of_its_place(self) -> None:
        nasty = make_message(title='112 ","to":"+32470123456', body='{from} {to} \\" & to=1\r\nX: y')
        channel = self.channel()
        with self.provider(self.accepted) as provider:
            self.use(channel, channel.send_many([(nasty, self.address_at(provider))]))
        asked = json.loads(provider.asked[0].body)
        assert asked["to"] == NUMBER
        assert '"to":"+32470123456' in asked["text"]
        assert "{from} {to}" in asked["text"]

    def test_the_secret_and_the_words_stay_out_of_the_logs(self, caplog, capsys) -> None:
        self.send(answer(500, b"Bearer secret +31612345678"))
        printed = capsys.readouterr()
        for word in ("secret", "612345678", "achterpoorten"):
            assert word not in caplog.text + printed.out + printed.err


@pytest.mark.parametrize(
    ("typed", "country", "number"),
    [("06 12345678", "nl", NUMBER), ("0470/12.34.56", "be", "+32470123456"), (NUMBER, "be", NUMBER)],
)
def test_a_number_without_a_country_is_one_of_ours(settings, typed, country, number):
    settings.COUNTRY = country
    assert SmsChannel().normalise(typed) == number


def test_a_landline_is_refused_with_a_sentence():
    with pytest.raises(DomainError, match="vast nummer"):
        SmsChannel().normalise("020 5551234")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SMS_URL", "http://sms.example/", "BUURTWACHT_SMS_URL must be an https: address"),
        ("SMS_URL", "", "BUURTWACHT_SMS_URL must be"),
        ("SMS_METHOD", "DELETE", "BUURTWACHT_SMS_METHOD must be GET, POST or PUT"),
        ("SMS_HEADERS", "Authorization: x", "BUURTWACHT_SMS_HEADERS must be JSON"),
        ("SMS_HEADERS", '["x"]', "BUURTWACHT_SMS_HEADERS must be JSON"),
        ("SMS_BODY", '{"to": ', "BUURTWACHT_SMS_BODY must be JSON, or a form"),
        ("SMS_BODY", "nonsense", "BUURTWACHT_SMS_BODY must be JSON, or a form"),
        ("SMS_BODY", '{"to": "{to}"}', "must hold {text}, and {to} or {digits}"),
        ("SMS_METHOD", "GET", "must hold {text}, and {to} or {digits}"),
        ("SMS_FROM", "Buurtwacht Vogelbuurt", "BUURTWACHT_SMS_FROM must be"),
    ],
)
def test_a_wrong_setting_is_said_to_the_operator(settings, name, value, sentence):
    setattr(settings, name, value)
    [problem] = SmsChannel().problems()
    assert sentence in problem


def test_it_is_only_there_when_it_is_set_up():
    from django.conf import settings

    assert settings.SMS_URL
    assert not any("sms" in path for path in settings.CHANNELS)
