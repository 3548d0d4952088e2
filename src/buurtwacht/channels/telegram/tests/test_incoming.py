# SPDX-License-Identifier: EUPL-1.2
"""What people do in Telegram, and what we hear of it: by web hook, or by asking."""

import asyncio
import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from buurtwacht.channels.base import Action, DeliveryFailed
from buurtwacht.channels.contract import TAKEN_IN_AT, ReceiverContract, make_message
from buurtwacht.channels.inbound import Media, Moved, Raw
from buurtwacht.channels.notebook import Notebook, keep_in, notebook
from buurtwacht.channels.telegram.channel import TelegramChannel
from buurtwacht.channels.telegram.receiver import TelegramReceiver

SENT = {
    "message_id": 3,
    "date": 1764000000,
    "from": {"id": 7001},
    "chat": {"id": 7001, "type": "private"},
    "text": "Hallo",
}
HEADER = "x-telegram-bot-api-secret-token"
GENUINE = Raw(body=json.dumps({"update_id": 1, "message": SENT}).encode(), headers={HEADER: "a-secret-of-ours"})


class TestTelegramReceiver(ReceiverContract):
    receiver = TelegramReceiver
    genuine = GENUINE
    forged = replace(GENUINE, headers={HEADER: "a guess"})

    @pytest.mark.parametrize("forged", [replace(GENUINE, headers={}), replace(GENUINE, method="GET")])
    def test_nobody_else_gets_in(self, forged):
        with pytest.raises(Exception, match=r"secret|expected"):
            TelegramReceiver().greet(forged)


def heard(update):
    return list(TelegramReceiver().read(Raw(body=json.dumps(update).encode(), at=TAKEN_IN_AT)))


def test_words_to_the_bot_are_heard(telegram):
    [event] = heard(telegram.user().says("Er loopt iemand"))
    assert (event.sender, event.text, event.room, event.act) == ("7001", "Er loopt iemand", "", "said")
    assert abs((datetime.now(UTC) - event.at).total_seconds()) < 60


def test_a_start_link_gives_the_code(telegram):
    [event] = heard(telegram.user().starts("START-7K2M9Q"))
    assert (event.token, event.text, event.sender) == ("START-7K2M9Q", "START-7K2M9Q", "7001")


@pytest.mark.parametrize(
    ("typed", "text"),
    [("/start", "start"), ("/stop", "stop"), ("/stop@buurtwacht_peer_bot", "stop"), ("/7", "7"), ("/", "/")],
)
def test_a_command_is_a_word(telegram, typed, text):
    assert heard(telegram.user().says(typed))[0].text == text


def test_in_a_group_the_sender_has_an_address_of_another_kind(telegram):
    [event] = heard(telegram.user().says("/start@buurtwacht_peer_bot START-7K2M9Q", telegram.group()))
    assert (event.kind, event.room) == ("telegram_group", "-5001")
    assert (event.sender, event.sender_kind, event.token) == ("7001", "telegram", "START-7K2M9Q")


def test_a_changed_message_keeps_its_name(telegram):
    user = telegram.user()
    first = user.says("wit busje")
    [said], [changed] = heard(first), heard(user.changes(first, "grijs busje"))
    assert (changed.id, changed.act, changed.text) == (said.id, "changed", "grijs busje")


def test_an_answer_names_our_message(telegram):
    reply = {"reply_to_message": {"message_id": 44, "chat": {"id": 7001}}}
    assert heard(telegram.user().says("gezien", **reply))[0].answer_to == "7001:44"


def test_a_place_and_a_photo_come_along(telegram):
    user = telegram.user()
    assert heard(user.shares_place(52.1, 5.6))[0].location == (52.1, 5.6)
    [event] = heard(user.sends_photo(b"the photo itself", "bij de poort"))
    assert event.text == "bij de poort"
    [media] = event.media
    assert (media.kind, TelegramReceiver().fetch(media)) == ("photo", b"the photo itself")


def test_a_file_that_they_do_not_have_is_a_failure(telegram):
    with pytest.raises(DeliveryFailed):
        TelegramReceiver().fetch(Media(kind="photo", reference="file-of-nobody"))


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        ({"voice": {"file_id": "a"}}, ["voice"]),
        ({"video": {"file_id": "a"}}, ["video"]),
        ({"document": {"file_id": "a", "mime_type": "image/png"}}, ["photo"]),
        ({"document": {"file_id": "a", "mime_type": "application/pdf"}}, ["file"]),
        ({"document": {"file_id": "a", "file_size": 20_000_001}}, []),
        ({"sticker": {"file_id": "a"}}, []),
        ({"location": {"latitude": 91, "longitude": 5}}, []),
    ],
)
def test_kinds_of_things_that_are_sent(content, kinds):
    message = {name: value for name, value in SENT.items() if name != "text"} | content
    assert [media.kind for event in heard({"update_id": 1, "message": message}) for media in event.media] == kinds


def test_a_tap_says_which_button_under_which_message(telegram):
    user = telegram.user()
    user.starts()
    channel = TelegramChannel()
    actions = (Action("ask.called.yes", "Ja, gebeld", ""),)
    receipt = run(channel, channel.send(make_message(said=True, actions=actions), "7001"))
    [event] = heard(user.taps("Ja, gebeld"))
    assert (event.choice, event.answer_to, event.sender) == ("ask.called.yes", receipt.provider_id, "7001")


def test_who_blocks_the_bot_wants_nothing_more(telegram):
    [event] = heard(telegram.user().blocks())
    assert (event.act, event.sender, event.room) == ("left", "7001", "")
    [room] = heard(telegram.user().puts_bot_out(telegram.group()))
    assert (room.act, room.room) == ("left", "-5001")


def test_a_group_that_becomes_larger_has_moved(telegram):
    telegram.enlarge(telegram.group())
    [event] = heard(telegram.updates[-1])
    assert isinstance(event, Moved)
    assert (event.old, event.new, event.kind) == ("-5001", "-1000000005001", "telegram_group")


@pytest.mark.parametrize(
    "message",
    [
        SENT | {"from": {"id": 1087968824, "is_bot": True}},
        SENT | {"chat": {"id": -100, "type": "channel"}},
        SENT | {"chat": "nonsense"},
        SENT | {"message_id": "3"},
        SENT | {"text": 5},
        {},
    ],
)
def test_what_is_not_said_by_somebody_to_us_is_left_out(message):
    assert heard({"update_id": 1, "message": message}) == []


def test_a_tap_is_settled_in_the_answer_itself():
    tap = {"update_id": 2, "callback_query": {"id": "q-1", "from": {"id": 7001}, "data": "seen"}}
    reply = TelegramReceiver().greet(replace(GENUINE, body=json.dumps(tap).encode()))
    assert json.loads(reply.body) == {"method": "answerCallbackQuery", "callback_query_id": "q-1"}


def run(channel, work):
    async def whole():
        try:
            return await work
        finally:
            await channel.close()

    return asyncio.run(whole())


async def listen_until(channel, take_in, is_done):
    listening = asyncio.create_task(channel.listen(take_in))
    try:
        async with asyncio.timeout(60):
            while not is_done() and not listening.done():
                await asyncio.sleep(0.02)
        if listening.done():
            listening.result()
    finally:
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening


def test_without_a_public_address_we_ask_and_nothing_is_lost(telegram, bot_settings):
    bot_settings.TELEGRAM_SECRET = ""
    user, kept, full = telegram.user(), [], [True]
    user.starts("START-7K2M9Q")

    async def take_in(raw):
        if full:
            full.pop()
            raise OSError("no room on disk")
        kept.append(raw)

    channel = TelegramChannel()
    with pytest.raises(OSError, match="no room"):
        run(channel, listen_until(channel, take_in, lambda: False))
    user.says("en nog iets")
    run(channel, listen_until(channel, take_in, lambda: len(kept) == 2))
    assert [heard(json.loads(raw.body))[0].text for raw in kept] == ["START-7K2M9Q", "en nog iets"]


def test_a_tap_is_settled_when_we_ask_too(telegram, bot_settings):
    bot_settings.TELEGRAM_SECRET = ""
    user = telegram.user()
    user.starts()
    channel, kept = TelegramChannel(), []
    run(channel, channel.send(make_message(), "7001"))
    user.taps("Gezien")

    async def take_in(raw):
        kept.append(raw)

    run(channel, listen_until(channel, take_in, lambda: not telegram.open_taps))
    assert len(kept) == 2


def test_with_a_public_address_the_web_hook_is_kept(telegram, bot_settings):
    bot_settings.SITE_URL = "https://buurtwacht.example"
    book, before = Notebook(), notebook()
    keep_in(book)
    channel = TelegramChannel()
    try:
        run(channel, listen_until(channel, None, lambda: telegram.webhook))
    finally:
        keep_in(before)
    assert telegram.webhook["url"] == "https://buurtwacht.example/kanaal/telegram"
    assert telegram.webhook["secret_token"] == "a-secret-of-ours"
    assert "my_chat_member" in telegram.webhook["allowed_updates"]


@pytest.mark.django_db(transaction=True)
def test_telegram_knocks_at_our_door_and_is_let_in(telegram, live_server, bot_settings, monkeypatch):
    from buurtwacht.channels.registry import channels
    from buurtwacht.delivery.models import Incoming

    monkeypatch.setitem(channels(), "telegram", TelegramChannel())
    telegram.webhook = {"url": f"{live_server.url}/kanaal/telegram", "secret_token": "wrong"}
    telegram.user().starts()
    assert [status for status, _ in telegram.knock()] == [403]
    telegram.webhook["secret_token"] = "a-secret-of-ours"
    assert [status for status, _ in telegram.knock()] == [200]
    [kept] = Incoming.objects.all()
    assert kept.channel == "telegram"
    assert not telegram.updates
