# SPDX-License-Identifier: EUPL-1.2
"""Letters to a real mail server."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import Settings

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import LINK, ChannelContract, make_message
from buurtwacht.channels.email.channel import EmailChannel
from buurtwacht.testing.peers.mail_server import MailServer

ANNA, BRAM = "anna@voorbeeld.example", "bram@voorbeeld.example"


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_TIMEOUT = 30
        yield server


class TestEmail(ChannelContract):
    channel = EmailChannel
    address = "Anna@Voorbeeld.Example"
    nonsense = "anna at voorbeeld"

    def send(self, *addresses: str, **changes: Any) -> list[Any]:
        channel = self.channel()
        return self.use(channel, channel.send_many([(make_message(**changes), each) for each in addresses or (ANNA,)]))

    def failure(self) -> DeliveryFailed:
        [outcome] = self.send()
        assert isinstance(outcome, DeliveryFailed)
        return outcome

    def test_an_accepted_message_carries_the_link(self, server: MailServer) -> None:
        [outcome] = self.send()
        [letter] = server.letters
        assert isinstance(outcome, Receipt)
        assert outcome.provider_id == letter["message-id"]
        for part in letter.iter_parts():
            assert LINK in part.get_content()

    @pytest.mark.parametrize("answer", ["550 5.1.1 No such user", "550 5.1.10 Null MX", "551 5.1.6 Moved"])
    def test_a_mailbox_that_is_gone_is_not_tried_again(self, server: MailServer, answer: str) -> None:
        server.refuse[ANNA] = answer
        failure = self.failure()
        assert failure.permanent
        assert failure.gone

    @pytest.mark.parametrize("answer", ["550 No", "553 Bad name", "550 5.1.2 Bad domain", "550 5.2.1 Mailbox disabled"])
    def test_a_reader_who_is_refused_keeps_the_address(self, server: MailServer, answer: str) -> None:
        server.refuse[ANNA] = answer
        failure = self.failure()
        assert failure.permanent
        assert not failure.gone

    @pytest.mark.parametrize(
        "answer",
        [
            "451 4.7.1 Greylisted",
            "450 4.2.1 Try later",
            "452 4.2.2 Full",
            "552 5.2.2 Mailbox full",
            "550 5.7.1 We do not relay for you",
            "554 Your address is on a list",
        ],
    )
    def test_trouble_on_our_side_or_theirs_is_tried_again(self, server: MailServer, answer: str) -> None:
        server.refuse[ANNA] = answer
        failure = self.failure()
        assert not failure.permanent
        assert not failure.gone

    def test_who_does_not_take_letters_from_us_is_tried_again(self, server: MailServer) -> None:
        server.refuse["MAIL"] = "550 5.7.1 Not from you"
        assert not self.failure().permanent

    @pytest.mark.parametrize(("answer", "permanent"), [("554 5.6.0 Bad letter", True), ("451 4.3.0 Later", False)])
    def test_a_letter_that_is_refused(self, server: MailServer, answer: str, permanent: bool) -> None:
        server.refuse["DATA"] = answer
        failure = self.failure()
        assert failure.permanent is permanent
        assert not failure.gone

    def test_nobody_at_home_is_tried_again(self, server: MailServer, settings: Settings) -> None:
        settings.EMAIL_PORT = 1
        assert not self.failure().permanent

    def test_a_batch_uses_few_connections_and_each_letter_has_its_own_outcome(self, server: MailServer) -> None:
        server.refuse[BRAM] = "550 5.1.1 No such user"
        addresses = [f"{number}@voorbeeld.example" for number in range(20)]
        outcomes = self.send(*addresses, BRAM)
        assert [type(outcome) for outcome in outcomes] == [Receipt] * 20 + [DeliveryFailed]
        assert sorted(letter["to"] for letter in server.letters) == sorted(addresses)
        assert server.connections <= 5

    def test_a_server_that_hung_up_meanwhile_gets_the_letter_all_the_same(self, server: MailServer) -> None:
        server.hang_up_after = 1
        channel = self.channel()

        async def story() -> list[Receipt]:
            found = []
            for number in range(6):
                found.append(await channel.send(make_message(title=f"Nummer {number}"), ANNA))
                await asyncio.sleep(0.05)
            return found

        assert len(self.use(channel, story())) == 6
        assert [letter["subject"] for letter in server.letters] == [f"Nummer {number}" for number in range(6)]

    def test_a_digest_to_many_does_not_stand_in_front_of_an_alarm(self, server: MailServer) -> None:
        channel = self.channel()
        digest = [(make_message(title="Deze week", urgency="digest"), f"{n}@voorbeeld.example") for n in range(60)]

        async def story() -> int:
            slow = asyncio.create_task(channel.send_many(digest))
            while not server.letters:  # the digest is under way
                await asyncio.sleep(0)
            await channel.send(make_message(title="Alarm"), ANNA)
            arrived = [letter["subject"] for letter in server.letters].index("Alarm")
            await slow
            return arrived

        assert self.use(channel, story()) < 50

    def test_it_obeys_the_mail_backend_of_the_settings(self, settings: Settings, mailoutbox: list[Any]) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        self.send()
        assert [letter.to for letter in mailoutbox] == [[ANNA]]

    def test_the_loop_does_not_wait_for_the_mail_server(self, server: MailServer) -> None:
        channel = self.channel()

        async def story() -> bool:
            sending = asyncio.create_task(channel.send(make_message(), ANNA))
            await asyncio.sleep(0)  # had it waited for the server, then it would have been sent by now
            was_sent = sending.done()
            await sending
            return was_sent

        assert not self.use(channel, story())

    def test_neither_address_nor_words_stand_in_the_log(
        self, server: MailServer, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The mail server says them back with its no; then it is gone."""
        server.refuse[ANNA] = f"550 5.7.1 <{ANNA}> achterpoorten"
        reasons = [self.failure().reason]
        server.refuse[ANNA] = f"451 <{ANNA}> achterpoorten"
        reasons += [self.failure().reason]
        server.run(server.stop())
        reasons += [self.failure().reason]
        printed = capsys.readouterr()
        for word in (ANNA, "voorbeeld.example", "achterpoorten", "token=t"):
            assert word not in "\n".join([caplog.text, printed.out, printed.err, *reasons]).lower()

    def test_the_operator_hears_of_a_wrong_setting(self, settings: Settings) -> None:
        settings.DEFAULT_FROM_EMAIL = "Buurtwacht"
        [problem] = self.channel().problems()
        assert "BUURTWACHT_FROM" in problem
