# SPDX-License-Identifier: EUPL-1.2
"""What the operator hears of settings that cannot be right, and when there is listened."""

import asyncio
import socket

import pytest

from buurtwacht.channels.email.channel import EmailChannel
from buurtwacht.channels.inbound import Raw

REPLY, IN, SECRET = "m@antwoord.voorbeeld.example", "lmtp://127.0.0.1:2424", "x" * 20


def problems(settings, **changes: str) -> str:
    for name, value in changes.items():
        setattr(settings, name, value)
    return " ".join(EmailChannel().problems())


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"MAIL_REPLY": REPLY, "MAIL_IN": IN},
        {"MAIL_REPLY": REPLY, "MAIL_IN": "smtp://localhost"},
        {
            "MAIL_REPLY": REPLY,
            "MAIL_BOUNCE": "b@voorbeeld.example",
            "MAIL_IN": "imaps://anna%40x@mail.voorbeeld.example",
        },
        {"MAIL_REPLY": REPLY, "MAIL_WEBHOOK_SECRET": SECRET},
    ],
    ids=str,
)
def test_sound_settings(settings, changes):
    assert problems(settings, **changes) == ""


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"MAIL_REPLY": "antwoord", "MAIL_IN": IN}, "BUURTWACHT_MAIL_REPLY must be an address"),
        ({"MAIL_REPLY": "veel.te.lang@voorbeeld.example", "MAIL_IN": IN}, "at most 11 letters"),
        ({"MAIL_REPLY": REPLY, "MAIL_BOUNCE": "b", "MAIL_IN": IN}, "BUURTWACHT_MAIL_BOUNCE must be"),
        ({"MAIL_REPLY": REPLY, "MAIL_IN": "http://voorbeeld.example"}, "must begin with lmtp://"),
        ({"MAIL_REPLY": REPLY, "MAIL_IN": "lmtp://"}, "name a host"),
        ({"MAIL_REPLY": REPLY, "MAIL_IN": "lmtp://127.0.0.1:poort"}, "must begin with lmtp://"),
        ({"MAIL_IN": IN}, "needs BUURTWACHT_MAIL_REPLY"),
        ({"MAIL_REPLY": REPLY}, "nobody listens"),
        ({"MAIL_REPLY": REPLY, "MAIL_WEBHOOK_SECRET": "kort"}, "at least 20"),
    ],
    ids=str,
)
def test_what_cannot_be_right_is_said(settings, changes, word):
    assert word in problems(settings, **changes)


def test_one_process_listens_when_there_is_somewhere_to_listen(settings):
    assert not EmailChannel().listens
    settings.MAIL_IN = IN
    assert EmailChannel().listens


def test_listening_ends_when_it_is_told_to(settings):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings.MAIL_REPLY, settings.MAIL_IN = REPLY, f"lmtp://127.0.0.1:{port}"

    async def take_in(raw: Raw) -> None:
        raise AssertionError

    async def story() -> bool:
        listening = asyncio.create_task(EmailChannel().listen(take_in))
        await asyncio.sleep(0.05)
        was_listening = not listening.done()
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        return was_listening

    assert asyncio.run(story())
