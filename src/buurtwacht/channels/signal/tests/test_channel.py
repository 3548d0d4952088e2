# SPDX-License-Identifier: EUPL-1.2
"""Both channels keep the contract, against what the manual of signal-cli says. No Signal is behind it."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import HttpChannelContract, make_message
from buurtwacht.channels.signal.channel import SignalChannel
from buurtwacht.channels.signal.daemon import Daemon
from buurtwacht.channels.signal.room_channel import SignalGroupChannel
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.peers.answering import Asked, answer
from buurtwacht.testing.peers.signal import GROUP, SignalDaemon

PERSON = "7ccae375-cd51-4c82-8b1e-7be3280aa485"


@pytest.fixture
def signal(settings):
    settings.SIGNAL_URL, settings.SIGNAL_ACCOUNT = "http://127.0.0.1:9", ""
    return settings


class SignalContract(HttpChannelContract):
    accepted = answer(200, {"jsonrpc": "2.0", "id": "1", "result": {"timestamp": 999}})
    refused = answer(200, {"jsonrpc": "2.0", "id": "1", "error": {"code": -5, "message": "Anna +31612345678"}})

    @pytest.fixture(autouse=True)
    def use_settings(self, signal):
        self.settings = signal

    @pytest.fixture
    def impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Daemon, "timeout", aiohttp.ClientTimeout(total=0.2))

    def address_at(self, provider: Any) -> str:
        self.settings.SIGNAL_URL = provider.url
        return self.address

    def text_in(self, asked: Asked) -> str:
        return json.loads(asked.body)["params"]["message"]

    @pytest.mark.parametrize("status", [404, 410])
    def test_an_address_that_is_gone_is_not_tried_again(self, status: int) -> None:
        """A page that is not there is about our settings, and says nothing of a person or a group."""
        failure = self.failure(answer(status))
        assert not failure.permanent
        assert not failure.gone

    def test_each_message_of_a_batch_has_its_own_outcome(self) -> None:
        channel = self.channel()
        channel.at_once = 1
        with self.provider(self.accepted, self.refused, self.accepted) as provider:
            outcomes = self.use(channel, channel.send_many([(make_message(), self.address_at(provider))] * 3))
        assert [isinstance(outcome, Receipt) for outcome in outcomes] == [True, False, True]

    def test_too_much_for_signal_lets_an_alarm_climb_at_once(self, caplog, capsys) -> None:
        failure = self.failure(self.refused)
        assert (failure.permanent, failure.gone, failure.reason) == (True, False, "RATE_LIMIT_FAILURE")
        assert "316" not in caplog.text + capsys.readouterr().out

    @pytest.mark.parametrize(
        ("code", "permanent"), [(-4, True), (-3, False), (-1, False), (-32600, False), (None, False)]
    )
    def test_other_errors(self, code, permanent) -> None:
        failure = self.failure(answer(200, {"error": {"code": code, "message": "Anna"}}))
        assert (failure.permanent, failure.gone) == (permanent, False)
        assert "Anna" not in failure.reason


class TestSignalGroup(SignalContract):
    channel = SignalGroupChannel
    address = GROUP
    nonsense = "Vogelbuurt"


class TestSignalPerson(SignalContract):
    channel = SignalChannel
    address = PERSON
    nonsense = "anna"


def tell(channel, address, **changes):
    async def whole():
        try:
            return (await channel.send_many([(make_message(**changes), address)]))[0]
        finally:
            await channel.close()

    return asyncio.run(whole())


@pytest.fixture
def daemon(signal):
    with SignalDaemon() as running:
        signal.SIGNAL_URL = running.url
        yield running


def test_a_group_is_told_once_for_all(daemon):
    outcome = tell(SignalGroupChannel(), GROUP)
    [sent] = daemon.sent
    assert outcome == Receipt("1800000000001")
    assert (sent["groupId"], "recipient" in sent, "account" in sent) == (GROUP, False, False)
    assert sent["message"].startswith("112 gebeld 21:14")


def test_a_daemon_with_several_accounts_is_told_which(daemon, signal):
    signal.SIGNAL_ACCOUNT = "+31600000000"
    tell(SignalChannel(), PERSON)
    assert (daemon.sent[0]["account"], daemon.sent[0]["recipient"]) == ("+31600000000", [PERSON])


def test_an_answer_quotes_what_it_answers(daemon):
    tell(SignalGroupChannel(), GROUP, said=True, body="De politie is er.", answers=f"{PERSON}:1799999999999")
    [sent] = daemon.sent
    assert (sent["quoteAuthor"], sent["quoteTimestamp"]) == (PERSON, 1799999999999)
    assert sent["message"] == "De politie is er."


@pytest.mark.parametrize(
    ("kinds", "permanent", "gone"),
    [
        (["RATE_LIMIT_FAILURE"], True, False),
        (["PROOF_REQUIRED_FAILURE"], True, False),
        (["IDENTITY_FAILURE"], True, False),
        (["UNREGISTERED_FAILURE"], True, True),
        (["NETWORK_FAILURE"], False, False),
        (["SOMETHING_NEW"], False, False),
    ],
)
def test_what_became_of_it_by_person(daemon, kinds, permanent, gone):
    daemon.results = [{"type": kind, "recipientAddress": {"number": "+31612345678"}} for kind in kinds]
    failure = tell(SignalChannel(), PERSON)
    assert isinstance(failure, DeliveryFailed)
    assert (failure.permanent, failure.gone) == (permanent, gone)
    assert "316" not in failure.reason


def test_a_group_that_some_got_is_told(daemon):
    daemon.results = [{"type": "NETWORK_FAILURE"}, {"type": "SUCCESS"}]
    assert isinstance(tell(SignalGroupChannel(), GROUP), Receipt)


def test_a_group_is_only_gone_when_the_list_of_groups_says_so(daemon):
    daemon.error = {"code": -1, "message": "Invalid group id"}
    assert not tell(SignalGroupChannel(), GROUP).gone
    daemon.groups[0]["isMember"] = False
    assert tell(SignalGroupChannel(), GROUP).gone
    daemon.groups.clear()
    assert tell(SignalGroupChannel(), GROUP).gone


def test_addresses_have_one_spelling(signal):
    assert SignalChannel().normalise(PERSON.upper()) == PERSON
    assert SignalChannel().normalise("06 12345678") == "+31612345678"
    with pytest.raises(DomainError, match="Signal-groep"):
        SignalGroupChannel().normalise("AAAA")


def test_a_wrong_setting_is_said_to_the_operator(signal):
    signal.SIGNAL_URL = "http://daemon.example"
    [problem] = SignalChannel().problems()
    assert "BUURTWACHT_SIGNAL_URL" in problem


def test_members_and_coordinators_read_our_number_where_the_settings_say_it(signal):
    assert SignalChannel().doorway("START-7K2M9Q") is None
    assert "beheerder" in SignalGroupChannel().how_to_attach()
    signal.SIGNAL_ACCOUNT = "+31600000000"
    assert SignalChannel().doorway("START-7K2M9Q").link == "https://signal.me/#p/+31600000000"
    assert "+31600000000" in SignalGroupChannel().how_to_attach()


def test_we_go_out_of_a_group_that_was_closed(daemon):
    assert asyncio.run(SignalGroupChannel().leave_room(GROUP))
    assert daemon.groups == []
