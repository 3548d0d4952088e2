# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S101
"""The tests that every channel inherits. See docs/adding-a-channel.md."""

import asyncio
import re
import time
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import formatdate
from typing import Any, ClassVar, TypeVar

import pytest

from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.peers.answering import HANG_UP, SILENCE, Answering, Asked, Provider, answer

from .base import Action, Channel, DeliveryFailed, Message, Receipt
from .inbound import Heard, Moved, Notice, Progress, Raw, Receiver, Refused

LINK = "https://buurtwacht.example/meldingen/7/"
TAKEN_IN_AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
T = TypeVar("T")


def make_message(**changes: Any) -> Message:
    """An alarm as members get it."""
    words: dict[str, Any] = {
        "title": "112 gebeld 21:14. Vogelbuurt",
        "body": "Bel alleen bij nieuwe informatie. Er wordt aan achterpoorten gevoeld. Blijf binnen.",
        "url": LINK,
        "urgency": "alarm",
        "topic": "report-7",
        "ttl": 900,
        "actions": (Action("seen", "Gezien", f"{LINK}gezien/"),),
        "receipt_url": "https://buurtwacht.example/live/receipts?token=t",
    }
    return Message(**(words | changes))


def words_of(path: str) -> set[str]:
    """What in an address of a web server may be a name, a number or a token."""
    return {word for word in re.split(r"[/?&=]", path) if len(word) > 8}


class ChannelContract:
    """What every channel promises. `address` is one that works, `nonsense` one that cannot."""

    channel: type[Channel]
    address: str
    nonsense: ClassVar[str] = ""

    def use(self, channel: Channel, work: Coroutine[Any, Any, T]) -> T:
        """Run to the end, and leave no connection open."""

        async def whole() -> T:
            try:
                return await work
            finally:
                await channel.close()

        return asyncio.run(whole())

    def test_it_has_a_kind_and_a_label(self) -> None:
        assert self.channel.kind.isidentifier()
        assert str(self.channel.label)

    def test_it_finds_no_fault_with_sound_settings(self) -> None:
        assert self.channel().problems() == []

    def test_an_address_has_one_spelling(self) -> None:
        once = self.channel().normalise(self.address)
        assert self.channel().normalise(f" {once} ") == once

    def test_nonsense_is_no_address(self) -> None:
        if self.nonsense:
            with pytest.raises(DomainError):
                self.channel().normalise(self.nonsense)


class HttpChannelContract(ChannelContract):
    """What every channel promises that speaks HTTP: four kinds of answer, and what each is taken for."""

    accepted: ClassVar[Answering] = answer(200)

    def address_at(self, provider: Any) -> str:
        """A good address, with this provider."""
        raise NotImplementedError

    def text_in(self, asked: Asked) -> str:
        """What the provider can pass on, as the receiver will read it."""
        return asked.body.decode()

    def provider(self, *answers: Answering) -> Any:
        return Provider(*answers)

    def send(self, *answers: Answering) -> tuple[Receipt | DeliveryFailed, list[Asked]]:
        channel = self.channel()
        with self.provider(*answers) as provider:
            outcomes = self.use(channel, channel.send_many([(make_message(), self.address_at(provider))]))
        return outcomes[0], provider.asked

    def failure(self, *answers: Answering) -> DeliveryFailed:
        outcome, _ = self.send(*answers)
        assert isinstance(outcome, DeliveryFailed)
        return outcome

    def test_an_accepted_message_carries_the_link(self) -> None:
        outcome, asked = self.send(self.accepted)
        assert isinstance(outcome, Receipt)
        assert LINK in self.text_in(asked[0])

    @pytest.mark.parametrize("status", [200, 201, 202, 204])
    def test_an_odd_yes_is_still_a_yes(self, status: int) -> None:
        outcome, _ = self.send(Answering(status, b"" if status == 204 else b"<p>Thank you</p>"))
        assert isinstance(outcome, Receipt)

    @pytest.mark.parametrize("status", [404, 410])
    def test_an_address_that_is_gone_is_not_tried_again(self, status: int) -> None:
        failure = self.failure(answer(status))
        assert failure.permanent
        assert failure.gone

    @pytest.mark.parametrize("status", [400, 401, 403, 429, 500, 502, 503])
    def test_trouble_on_our_side_or_theirs_is_tried_again(self, status: int) -> None:
        failure = self.failure(answer(status))
        assert not failure.permanent
        assert not failure.gone

    @pytest.mark.parametrize("status", [429, 503])
    def test_it_waits_as_long_as_it_is_asked_to(self, status: int) -> None:
        assert self.failure(answer(status, retry_after="7")).retry_after == 7
        on_a_date = self.failure(answer(status, retry_after=formatdate(time.time() + 60, usegmt=True))).retry_after
        assert on_a_date is not None
        assert 50 < on_a_date <= 60
        assert self.failure(answer(status, retry_after="soon")).retry_after is None

    def test_a_redirect_is_not_followed(self) -> None:
        outcome, asked = self.send(answer(302, location="/elsewhere"))
        assert isinstance(outcome, DeliveryFailed)
        assert len(asked) == 1

    @pytest.mark.parametrize("answering", [HANG_UP, SILENCE], ids=["hang up", "silence"])
    def test_no_answer_is_tried_again(self, answering: Answering, impatient: None) -> None:
        assert not self.failure(answering).permanent

    def test_neither_address_words_nor_token_stand_in_the_log(
        self, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The other side says all of it back, with its no; then the line is cut; then we stumble ourselves."""
        _, asked = self.send(self.accepted)
        heard = b"\n".join(f"{each.path} {each.headers}".encode() + each.body for each in asked)
        reasons = [self.failure(Answering(status, heard)).reason for status in (400, 401, 500)]
        reasons += [self.failure(HANG_UP).reason, self._stumble(monkeypatch, heard).reason]
        printed = capsys.readouterr()
        logged = "\n".join([caplog.text, printed.out, printed.err, *reasons])
        secrets = {self.address, *(asked[0].headers.get(name, "") for name in ("authorization", "d360-api-key"))}
        for word in ("achterpoorten", "token=t", "secret", *secrets, *words_of(asked[0].path)):
            assert not word or not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", logged), word

    def _stumble(self, monkeypatch: pytest.MonkeyPatch, heard: bytes) -> DeliveryFailed:
        """What becomes of a mistake of ours whose exception says everything."""

        async def send(*_: Any) -> Receipt:
            raise LookupError(heard.decode(errors="replace"))

        channel = self.channel()
        with monkeypatch.context() as patch:
            patch.setattr(type(channel), "send", send)
            [found] = self.use(channel, Channel.send_many(channel, [(make_message(), self.address)]))
        assert isinstance(found, DeliveryFailed)
        return found

    def test_each_message_of_a_batch_has_its_own_outcome(self) -> None:
        channel = self.channel()
        with self.provider(answer(410)) as gone, self.provider(self.accepted) as fine:
            addresses = [self.address_at(each) for each in (fine, gone, fine)]
            outcomes = self.use(channel, channel.send_many([(make_message(), each) for each in addresses]))
        assert [type(outcome) for outcome in outcomes] == [Receipt, DeliveryFailed, Receipt]


class ReceiverContract:
    """What every receiver promises. `genuine` is something the provider sent, `forged` the same from somebody else."""

    receiver: type[Receiver]
    genuine: ClassVar[Raw]
    forged: ClassVar[Raw]

    def test_its_channel_is_named(self) -> None:
        assert self.receiver.kind.isidentifier()

    def test_what_the_provider_sent_is_kept_and_read(self) -> None:
        assert self.receiver().greet(self.genuine).status < 300
        assert list(self.receiver().read(replace(self.genuine, at=TAKEN_IN_AT)))

    def test_what_somebody_else_sent_is_refused(self) -> None:
        with pytest.raises(Refused):
            self.receiver().greet(self.forged)

    def test_reading_twice_gives_the_same(self) -> None:
        kept = replace(self.genuine, at=TAKEN_IN_AT)
        assert list(self.receiver().read(kept)) == list(self.receiver().read(kept))

    @pytest.mark.parametrize(
        "body", [b"", b"{}", b"[]", b"null", b'{"entry": 7}', b"\xff\xfe\x00", b"a=b&c", b"[" * 9000]
    )
    def test_nonsense_is_not_understood_and_breaks_nothing(self, body: bytes) -> None:
        nonsense = replace(self.genuine, body=body, query="", at=TAKEN_IN_AT)
        assert all(isinstance(event, Heard | Progress | Moved | Notice) for event in self.receiver().read(nonsense))
