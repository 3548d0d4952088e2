# SPDX-License-Identifier: EUPL-1.2
"""Telegram to persons and to groups, at a Bot API server of our own."""

import asyncio
import json
from typing import Any

import pytest

from buurtwacht.channels.base import Action, DeliveryFailed, Receipt
from buurtwacht.channels.contract import LINK, HttpChannelContract, make_message
from buurtwacht.channels.notebook import Notebook, Trouble, keep_in, notebook
from buurtwacht.channels.telegram import pace, room_channel
from buurtwacht.channels.telegram.channel import TelegramChannel
from buurtwacht.channels.telegram.links import group_link, start_link
from buurtwacht.channels.telegram.pace import Pace
from buurtwacht.channels.telegram.room_channel import TelegramGroupChannel
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.peers.answering import Asked, answer


class TestTelegram(HttpChannelContract):
    channel = TelegramChannel
    address = "7001"
    nonsense = "@bram"
    accepted = answer(200, {"ok": True, "result": {"message_id": 12}})

    @pytest.fixture(autouse=True)
    def use_settings(self, bot_settings):
        self.settings = bot_settings

    @pytest.fixture
    def impatient(self):
        self.settings.TELEGRAM_TIMEOUT = 0.2

    def address_at(self, provider: Any) -> str:
        self.settings.TELEGRAM_URL = provider.url
        return self.address

    def text_in(self, asked: Asked) -> str:
        return json.loads(asked.body)["text"]

    @pytest.mark.parametrize("status", [404, 410])
    def test_an_address_that_is_gone_is_not_tried_again(self, status: int) -> None:
        """Their 404 is about our token: it must not switch off everybody."""
        failure = self.failure(answer(status))
        assert (failure.permanent, failure.gone) == (False, False)

    def test_each_message_of_a_batch_has_its_own_outcome(self, telegram) -> None:
        for number in (7001, 7003):
            telegram.user(number).starts()
        telegram.user(7002).blocks()
        outcomes = sent_to(TelegramChannel(), "7001", "7002", "7003")
        assert [type(outcome) for outcome in outcomes] == [Receipt, DeliveryFailed, Receipt]


class TestTelegramGroup(TestTelegram):
    channel = TelegramGroupChannel
    address = "-1001234567"
    nonsense = "7001"

    def test_each_message_of_a_batch_has_its_own_outcome(self, telegram) -> None:
        telegram.group(-1), telegram.group(-3)
        outcomes = sent_to(TelegramGroupChannel(), "-1", "-2", "-3")
        assert [type(outcome) for outcome in outcomes] == [Receipt, DeliveryFailed, Receipt]


def sent_to(channel, *addresses, **changes):
    async def whole():
        try:
            return await channel.send_many([(make_message(**changes), address) for address in addresses])
        finally:
            await channel.close()

    return asyncio.run(whole())


@pytest.fixture
def bram(telegram):
    user = telegram.user()
    user.starts()
    return user


def test_a_message_is_plain_words_with_the_first_line_in_bold_and_a_button(telegram, bram):
    [receipt] = sent_to(TelegramChannel(), "7001", title="Poes 🐈 vermist", urgency="notice")
    [message] = bram.chat.messages
    assert receipt.provider_id == f"7001:{message['message_id']}"
    assert message["text"].startswith("Poes 🐈 vermist\n\n")
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 15}]
    assert message["reply_markup"] == {"inline_keyboard": [[{"text": "Gezien", "callback_data": "seen"}]]}
    assert message["link_preview_options"] == {"is_disabled": True}
    assert message["protect_content"] is True


def test_an_alarm_in_which_nobody_called_yet_says_whom_to_call(telegram, bram):
    sent_to(TelegramChannel(), "7001", title="Er wordt gevoeld aan deuren", language="nl")
    assert "Direct gevaar? Bel 112." in bram.chat.messages[0]["text"]
    sent_to(TelegramChannel(), "7001")
    assert "Direct gevaar" not in bram.chat.messages[1]["text"]


def test_what_may_be_double_says_so(telegram, bram):
    sent_to(TelegramChannel(), "7001", maybe_double=True, language="nl")
    assert "twee keer" in bram.chat.messages[0]["text"]


def test_our_turn_in_a_conversation_goes_as_it_stands(telegram, bram):
    sent_to(TelegramChannel(), "7001", said=True, body="Heeft u 112 gebeld?", answers="7001:5")
    [message] = bram.chat.messages
    assert message["text"] == "Heeft u 112 gebeld?"
    assert message["reply_parameters"] == {"message_id": 5, "allow_sending_without_reply": True}
    assert message["protect_content"] is False


def test_a_later_message_about_the_same_stands_under_the_first(telegram, bram):
    channel = TelegramChannel()
    sent_to(channel, "7001")
    sent_to(channel, "7001", urgency="update")
    first, second = bram.chat.messages
    assert second["reply_parameters"]["message_id"] == first["message_id"]


@pytest.mark.parametrize("body", ["woord " * 1500, "x" * 9000, "🐈" * 5000, ""])
def test_what_is_too_long_is_cut_and_the_link_stays(telegram, bram, body):
    [receipt] = sent_to(TelegramChannel(), "7001", body=body)
    assert isinstance(receipt, Receipt)
    assert bram.chat.messages[0]["text"].endswith(LINK)


def test_a_choice_that_is_too_long_becomes_a_link(telegram, bram):
    actions = (Action("c" * 65, "Open", LINK), Action("c" * 65, "Weg", "http://localhost/"), Action("ok", "Goed", ""))
    sent_to(TelegramChannel(), "7001", actions=actions)
    assert bram.chat.messages[0]["reply_markup"]["inline_keyboard"] == [
        [{"text": "Open", "url": LINK}],
        [{"text": "Goed", "callback_data": "ok"}],
    ]


def test_who_blocked_the_bot_is_not_written_to_again(telegram, bram):
    bram.blocks()
    [failure] = sent_to(TelegramChannel(), "7001")
    assert (failure.permanent, failure.gone) == (True, True)


@pytest.mark.parametrize("began", [True, False])
def test_a_chat_that_this_bot_does_not_know_is_not_given_up(telegram, began):
    """Another bot, by a changed token, knows nobody: that may not switch off everybody."""
    if not began:
        telegram.user()
    [failure] = sent_to(TelegramChannel(), "7001")
    assert (failure.permanent, failure.gone) == (True, False)


def test_a_refused_token_is_tried_again_and_told_to_the_operator(telegram, bram, bot_settings):
    book, before = Notebook(), notebook()
    keep_in(book)
    try:
        channel, telegram.token = TelegramChannel(), "123456:revoked"
        [failure] = sent_to(channel, "7001")
        assert (failure.permanent, failure.gone) == (False, False)
        assert list(book.told.values()) == [Trouble("token_refused")]
        telegram.token = bot_settings.TELEGRAM_TOKEN
        sent_to(channel, "7001")
        assert not book.told
    finally:
        keep_in(before)
    assert bot_settings.TELEGRAM_TOKEN not in failure.reason


def test_the_wait_of_a_chat_holds_for_that_chat_only(telegram, bram):
    telegram.user(7002).starts()
    telegram.fault("flood:7")
    channel = TelegramChannel()
    [failure] = sent_to(channel, "7001")
    assert (failure.retry_after, failure.only_there, failure.permanent) == (7, True, False)
    asked = len(telegram.calls)
    [again] = sent_to(channel, "7001")
    assert again.retry_after <= 7
    assert len(telegram.calls) == asked  # we do not knock before the time
    assert isinstance(sent_to(channel, "7002")[0], Receipt)


def test_trouble_on_their_side_is_tried_again(telegram, bram):
    telegram.fault("broken")
    [failure] = sent_to(TelegramChannel(), "7001")
    assert not failure.permanent


@pytest.mark.parametrize("fault", ["lost", "hang up"])
def test_what_was_taken_without_an_answer_may_be_double(telegram, bram, bot_settings, fault):
    bot_settings.TELEGRAM_TIMEOUT = 1.0 if fault == "lost" else bot_settings.TELEGRAM_TIMEOUT
    telegram.fault(fault)
    [failure] = sent_to(TelegramChannel(), "7001")
    assert (failure.unknown, failure.permanent) == (True, False)
    assert len(bram.chat.messages) == 1


def test_a_group_that_became_larger_is_told_at_its_new_number(telegram):
    group = telegram.group(-5001)
    larger = telegram.enlarge(group)
    channel = TelegramGroupChannel()
    [receipt] = sent_to(channel, "-5001")
    assert receipt.provider_id.startswith(f"{larger.id}:")
    sent_to(channel, "-5001", urgency="notice")
    assert [method for method, _ in telegram.calls] == ["sendMessage"] * 3  # the second time it knew
    assert len(larger.messages) == 2


def test_a_group_that_put_the_bot_out_is_gone(telegram):
    group = telegram.group()
    telegram.user().puts_bot_out(group)
    [failure] = sent_to(TelegramGroupChannel(), "-5001")
    assert failure.gone


class StandingClock:
    """Time passes only while somebody sleeps."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        self.now += seconds


@pytest.fixture
def busy_group(telegram, monkeypatch):
    """A group with the limits of Telegram, and a channel that shares its clock."""
    clock = StandingClock()
    telegram.clock = clock
    channel = TelegramGroupChannel()
    channel.pace = Pace(clock, clock.sleep)
    monkeypatch.setattr(room_channel, "TOGETHER_AFTER", 0.05)
    return channel, telegram.group(), clock


def test_in_a_busy_group_news_goes_together_and_an_alarm_still_comes_through(busy_group):
    channel, group, clock = busy_group
    for number in range(pace.GROUP_CALM):
        assert isinstance(sent_to(channel, "-5001", urgency="update", title=f"Nieuws {number}")[0], Receipt)
    before = len(group.messages)
    outcomes = sent_to(channel, *["-5001"] * 5, urgency="update")
    assert len({outcome.provider_id for outcome in outcomes}) == 1
    assert len(group.messages) == before + 1
    for _more in range(4):
        sent_to(channel, "-5001", urgency="update")
    [late] = sent_to(channel, "-5001", urgency="update")
    assert late.only_there
    assert 0 < late.retry_after <= 60
    assert isinstance(sent_to(channel, "-5001", urgency="alarm")[0], Receipt)
    clock.now += 60
    assert isinstance(sent_to(channel, "-5001", urgency="update")[0], Receipt)


def test_a_storm_of_alarms_never_breaks_the_limit_of_a_group(busy_group):
    channel, group, _clock = busy_group
    outcomes = [sent_to(channel, "-5001", title=f"Alarm {number}")[0] for number in range(25)]
    assert [type(outcome) for outcome in outcomes] == [Receipt] * 20 + [DeliveryFailed] * 5
    assert len(group.messages) == 20


@pytest.mark.parametrize("given", ["", "0", "-0", "x", "+7", "７", "1" * 17, "--5", "7 8"])
def test_what_is_no_number_of_telegram_is_refused(given):
    for channel in (TelegramChannel(), TelegramGroupChannel()):
        with pytest.raises(DomainError):
            channel.normalise(given)


def test_links_open_the_bot_with_the_code():
    assert start_link("START-7K2M9Q") == "https://t.me/buurtwacht_peer_bot?start=START-7K2M9Q"
    assert group_link("START-7K2M9Q") == "https://t.me/buurtwacht_peer_bot?startgroup=START-7K2M9Q"


@pytest.mark.parametrize(
    ("name", "value"),
    [("TELEGRAM_URL", "http://api.telegram.org"), ("TELEGRAM_TOKEN", "abc"), ("TELEGRAM_SECRET", "not allowed!")],
)
def test_settings_that_cannot_be_right_are_named(bot_settings, name, value):
    setattr(bot_settings, name, value)
    [sentence] = TelegramChannel().problems()
    assert f"BUURTWACHT_{name}" in sentence
