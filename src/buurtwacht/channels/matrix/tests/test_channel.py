# SPDX-License-Identifier: EUPL-1.2
"""Both channels keep the contract, and take a homeserver's errors for what they are."""

import json
from typing import Any

import aiohttp
import pytest

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import HttpChannelContract, make_message
from buurtwacht.channels.matrix.channel import MatrixChannel
from buurtwacht.channels.matrix.homeserver import Homeserver
from buurtwacht.channels.matrix.room_channel import MatrixRoomChannel
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.peers.answering import Asked, answer

ROOM = "!kamer:buurt.example"


def refusal(status: int, code: str, **more: Any):
    return answer(status, {"errcode": code, "error": "Anna is not in Vogelbuurt"} | more)


class MatrixContract(HttpChannelContract):
    accepted = answer(200, {"event_id": "$event"})

    @pytest.fixture(autouse=True)
    def use_settings(self, matrix):
        self.settings = matrix

    @pytest.fixture
    def impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Homeserver, "timeout", aiohttp.ClientTimeout(total=0.2))

    def address_at(self, provider: Any) -> str:
        self.settings.MATRIX_URL = provider.url
        return self.address

    def text_in(self, asked: Asked) -> str:
        return json.loads(asked.body)["body"]

    @pytest.mark.parametrize("status", [404, 410])
    def test_an_address_that_is_gone_is_not_tried_again(self, status: int) -> None:
        """A page that is not there is about our settings: a typing mistake of the operator must not close rooms."""
        failure = self.failure(answer(status))
        assert not failure.permanent
        assert not failure.gone


class TestMatrixRoom(MatrixContract):
    channel = MatrixRoomChannel
    address = ROOM
    nonsense = "#vogelbuurt:buurt.example"

    def test_each_message_of_a_batch_has_its_own_outcome(self) -> None:
        channel = self.channel()
        channel.at_once = 1
        answers = (self.accepted, refusal(413, "M_TOO_LARGE"), self.accepted)
        with self.provider(*answers) as provider:
            batch = [(make_message(), self.address_at(provider))] * 3
            outcomes = self.use(channel, channel.send_many(batch))
        assert [isinstance(outcome, Receipt) for outcome in outcomes] == [True, False, True]

    def test_it_waits_as_long_as_the_homeserver_asks(self) -> None:
        failure = self.failure(refusal(429, "M_LIMIT_EXCEEDED", retry_after_ms=2500))
        assert (failure.permanent, failure.retry_after) == (False, 2.5)

    def test_a_room_that_does_not_want_us_is_gone_when_the_homeserver_knows_us(self) -> None:
        no, me = refusal(403, "M_FORBIDDEN"), answer(200, {"user_id": "@buurtwacht:buurt.example"})
        failure = self.failure(no, no, me)
        assert failure.gone
        assert failure.permanent

    def test_a_room_stays_when_the_homeserver_does_not_know_us(self) -> None:
        no = refusal(403, "M_FORBIDDEN")
        failure = self.failure(no, no, answer(200, {"user_id": "@somebody:buurt.example"}))
        assert not failure.gone
        assert not failure.permanent

    def test_we_come_in_again_where_we_may(self) -> None:
        outcome, asked = self.send(refusal(403, "M_FORBIDDEN"), answer(200, {"room_id": ROOM}), self.accepted)
        assert outcome == Receipt("$event")
        assert [one.path.split("/")[4] for one in asked] == ["rooms", "join", "rooms"]

    def test_a_room_in_which_we_may_not_speak_is_tried_again(self) -> None:
        no = refusal(403, "M_FORBIDDEN")
        failure = self.failure(no, answer(200, {"room_id": ROOM}), no)
        assert not failure.permanent

    def test_what_the_homeserver_says_of_people_is_not_passed_on(self, caplog, capsys) -> None:
        failure = self.failure(refusal(500, "M_UNKNOWN"))
        printed = capsys.readouterr()
        assert failure.reason == "500: M_UNKNOWN"
        for word in ("Anna", "a" * 40, "achterpoorten"):
            assert word not in caplog.text + printed.out + printed.err

    def test_a_retry_is_the_same_transaction(self) -> None:
        channel = self.channel()
        with self.provider(self.accepted) as provider:
            batch = [(make_message(reference="7f3a"), self.address_at(provider))] * 2
            self.use(channel, channel.send_many(batch))
        assert len({asked.path for asked in provider.asked}) == 1
        assert provider.asked[0].path.endswith("/buurtwacht-7f3a")
        assert provider.asked[0].headers["authorization"] == f"Bearer {'a' * 40}"


class TestMatrixPerson(MatrixContract):
    channel = MatrixChannel
    address = "@anna:buurt.example"
    nonsense = "@buurt_bot:buurt.example"

    def send(self, *answers):
        """The room of this person is known."""
        return super().send(answer(200, {"room": ROOM}), *answers)

    def text_in(self, asked: Asked) -> str:
        return super().text_in(asked) if asked.body else ""

    def test_an_accepted_message_carries_the_link(self) -> None:
        outcome, asked = self.send(self.accepted)
        assert outcome == Receipt("$event")
        assert "https://buurtwacht.example" in self.text_in(asked[1])

    def test_a_redirect_is_not_followed(self) -> None:
        outcome, asked = self.send(answer(302, location="/elsewhere"))
        assert isinstance(outcome, DeliveryFailed)
        assert len(asked) == 2

    def test_each_message_of_a_batch_has_its_own_outcome(self) -> None:
        channel = self.channel()
        channel.at_once = 1
        known = answer(200, {"room": ROOM})
        answers = (known, self.accepted, known, refusal(413, "M_TOO_LARGE"), known, self.accepted)
        with self.provider(*answers) as provider:
            batch = [(make_message(), self.address_at(provider))] * 3
            outcomes = self.use(channel, channel.send_many(batch))
        assert [isinstance(outcome, Receipt) for outcome in outcomes] == [True, False, True]


@pytest.mark.parametrize(
    "typed", ["anna", "@anna", "@anna:", "@an na:buurt.example", "@buurtwacht:buurt.example", "@" + "a" * 300 + ":b.nl"]
)
def test_what_is_no_person_is_refused_with_a_sentence(matrix, typed):
    with pytest.raises(DomainError, match="Matrix"):
        MatrixChannel().normalise(typed)


@pytest.mark.parametrize("typed", ["kamer", "#kamer:b.nl", "!kamer:b.nl/../x", "!", "!" + "a" * 300])
def test_what_is_no_room_is_refused_with_a_sentence(matrix, typed):
    with pytest.raises(DomainError, match="kamer"):
        MatrixRoomChannel().normalise(typed)


def test_rooms_of_the_newest_kind_name_no_server(matrix):
    name = "!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM"
    assert MatrixRoomChannel().normalise(f" {name} ") == name


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("MATRIX_URL", "http://matrix.example", "BUURTWACHT_MATRIX_URL must be an https: address"),
        ("MATRIX_SERVER_NAME", "https://buurt.example", "BUURTWACHT_MATRIX_SERVER_NAME must be"),
        ("MATRIX_AS_TOKEN", "short", "must be two different secrets"),
        ("MATRIX_HS_TOKEN", "a" * 40, "must be two different secrets"),
    ],
)
def test_a_wrong_setting_is_said_to_the_operator(matrix, name, value, sentence):
    setattr(matrix, name, value)
    [problem] = MatrixChannel().problems()
    assert sentence in problem


def test_a_member_is_led_to_our_bot(matrix):
    doorway = MatrixChannel().doorway("START-7K2M9Q")
    assert doorway.to == "@buurtwacht:buurt.example"
    assert doorway.link.endswith(doorway.to)
    assert doorway.to in MatrixRoomChannel().how_to_attach()
