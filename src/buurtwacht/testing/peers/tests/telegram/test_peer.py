# SPDX-License-Identifier: EUPL-1.2
"""Our Bot API server refuses what the published description does not know, and keeps the limits it names."""

import json
import urllib.request
from urllib.error import HTTPError

import pytest

from buurtwacht.testing.peers.telegram import TOKEN, Telegram


@pytest.fixture
def telegram():
    with Telegram(clock=lambda: 1000.0) as peer:
        yield peer


def ask(telegram, method, token=TOKEN, **asked):
    request = urllib.request.Request(f"{telegram.url}/bot{token}/{method}", json.dumps(asked).encode())
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, json.load(response)
    except HTTPError as refusal:
        return refusal.code, json.load(refusal)


def test_somebody_must_begin_before_a_bot_may_write(telegram):
    user = telegram.user()
    assert ask(telegram, "sendMessage", chat_id=user.id, text="Hallo")[0] == 403
    user.starts()
    status, said = ask(telegram, "sendMessage", chat_id=user.id, text="Hallo")
    assert (status, said["ok"], said["result"]["chat"]["id"]) == (200, True, user.id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"text": "x" * 4097},
        {"text": "x", "chat": 1},
        {"text": "x", "disable_notification": "yes"},
        {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "Ja", "callback_data": "y" * 65}]]}},
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "Ja"}]]}},
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "Ja", "url": "localhost"}]]}},
    ],
)
def test_what_the_description_does_not_know_is_refused(telegram, wrong):
    user = telegram.user()
    user.starts()
    status, said = ask(telegram, "sendMessage", chat_id=user.id, **wrong)
    assert (status, said["ok"]) == (400, False)
    assert user.chat.messages == []


def test_a_group_takes_twenty_messages_a_minute(telegram):
    group = telegram.group()
    statuses = [ask(telegram, "sendMessage", chat_id=group.id, text="x")[0] for _time in range(21)]
    assert statuses == [200] * 20 + [429]


def test_a_wrong_token_an_unknown_method_and_two_ways_at_once_are_refused(telegram):
    assert ask(telegram, "getMe", token="1:wrong")[0] == 401
    assert ask(telegram, "sendPigeon")[0] == 404
    ask(telegram, "setWebhook", url="https://buurtwacht.example/kanaal/telegram")
    assert ask(telegram, "getUpdates")[0] == 409


def test_an_update_stays_until_the_next_question_names_a_later_one(telegram):
    first = telegram.user().says("een")
    assert len(ask(telegram, "getUpdates")[1]["result"]) == 1
    assert len(ask(telegram, "getUpdates", offset=first["update_id"])[1]["result"]) == 1
    assert ask(telegram, "getUpdates", offset=first["update_id"] + 1)[1]["result"] == []
