# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong on the way out, with a real mail server: silence, cut lines, greylisting."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import Settings

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.email.addresses import bounce_address, named_in
from buurtwacht.channels.email.channel import EmailChannel
from buurtwacht.testing.peers.mail_server import MailServer

from .written import ANNA, REFERENCE

pytestmark = pytest.mark.usefixtures("replies")


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_TIMEOUT = 30
        yield server


@pytest.fixture
def impatient(settings: Settings) -> None:
    """Whoever waits for an answer that never comes does not wait long."""
    settings.EMAIL_TIMEOUT = 1.5


def send(count: int = 1, **changes: Any) -> list[Any]:
    """The same letter so many times, one after the other."""
    channel = EmailChannel()
    message = make_message(reference=REFERENCE, **changes)

    async def work() -> list[Any]:
        try:
            return [(await channel.send_many([(message, ANNA)]))[0] for _ in range(count)]
        finally:
            await channel.close()

    return asyncio.run(work())


def test_silence_after_the_letter_means_that_they_may_have_it(server, impatient):
    server.silent_after_data = 1
    [outcome] = send()
    assert isinstance(outcome, DeliveryFailed)
    assert outcome.unknown
    assert not outcome.permanent
    assert len(server.letters) == 1


def test_sent_again_it_has_the_same_name(server, impatient):
    server.silent_after_data = 1
    first, second = send(count=2)
    assert isinstance(first, DeliveryFailed)
    assert isinstance(second, Receipt)
    assert [letter["message-id"] for letter in server.letters] == [second.provider_id] * 2


def test_a_line_cut_while_the_letter_goes_is_tried_once_more_under_the_same_name(server):
    server.cut_after_data = 1
    [outcome] = send()
    assert isinstance(outcome, Receipt)
    assert {letter["message-id"] for letter in server.letters} == {outcome.provider_id}


def test_a_line_that_is_cut_each_time_is_not_known(server):
    server.cut_after_data = 9
    [outcome] = send()
    assert isinstance(outcome, DeliveryFailed)
    assert outcome.unknown


def test_nobody_at_home_is_known(server, settings):
    settings.EMAIL_PORT = 1
    [outcome] = send()
    assert not outcome.unknown


@pytest.mark.parametrize("answer", ["451 4.7.1 Greylisted, come back", "421 4.3.2 Too busy"])
def test_greylisting_passes(server, answer):
    server.refuse[ANNA] = answer
    [first] = send()
    server.refuse.clear()
    [second] = send()
    assert isinstance(first, DeliveryFailed)
    assert (first.permanent, first.unknown, first.gone) == (False, False, False)
    assert isinstance(second, Receipt)


def test_the_envelope_has_the_address_where_it_comes_back(server):
    send()
    assert server.senders == [bounce_address(REFERENCE)]
    [named] = named_in(server.letters[0]["reply-to"])
    assert (named.purpose, named.reference) == ("reply", REFERENCE)


def test_our_turn_goes_as_it_stands(server):
    body = "Waar is het?\n1. Merelweg\n2. Ergens anders"
    send(said=True, title="Buurtwacht", body=body, actions=())
    plain, page = (part.get_content().replace("\r\n", "\n") for part in server.letters[0].iter_parts())
    assert plain.startswith("Waar is het?\n1. Merelweg\n2. Ergens anders\n")
    assert "112" not in plain
    assert "<br>1. Merelweg" in page
