# SPDX-License-Identifier: EUPL-1.2
"""Meta on this machine, with our templates approved, and a channel that knows where it is."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest

from buurtwacht.channels.base import Message, Outcome
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.notebook import Notebook, keep_in, notebook
from buurtwacht.channels.whatsapp.channel import WhatsAppChannel
from buurtwacht.channels.whatsapp.forms import forms
from buurtwacht.testing.peers.whatsapp import Template, User, WhatsApp

NUMBER = "+31612345678"
SITE = "https://buurtwacht.example"


@pytest.fixture(autouse=True)
def whatsapp_settings(settings):
    """As an operator fills them in."""
    settings.SITE_URL = SITE
    settings.WHATSAPP_URL = "https://graph.facebook.com/v23.0"
    settings.WHATSAPP_TOKEN = "token-of-ours"
    settings.WHATSAPP_PHONE_ID = "106540352242922"
    settings.WHATSAPP_WABA_ID = "102290129340398"
    settings.WHATSAPP_APP_SECRET = "app-secret"
    settings.WHATSAPP_VERIFY_TOKEN = "our-word"
    settings.WHATSAPP_NUMBER = "+31201234567"
    return settings


@pytest.fixture(autouse=True)
def book() -> Iterator[Notebook]:
    """A notebook of its own for each test, in memory."""
    before, own = notebook(), Notebook()
    keep_in(own)
    yield own
    keep_in(before)


@pytest.fixture
def meta(settings) -> Iterator[WhatsApp]:
    with WhatsApp() as server:
        server.clock.stop()
        settings.WHATSAPP_URL = server.graph
        settings.WHATSAPP_TOKEN = server.token
        settings.WHATSAPP_PHONE_ID, settings.WHATSAPP_WABA_ID = server.phone_id, server.waba_id
        settings.WHATSAPP_APP_SECRET, settings.WHATSAPP_VERIFY_TOKEN = server.app_secret, server.verify_token
        yield server


@pytest.fixture
def approved(meta: WhatsApp) -> dict[tuple[str, str], Template]:
    """Our own templates, as Meta keeps them once they are approved."""
    kept = {}
    for form in forms().values():
        for language in form.wordings:
            wanted = form.submission(language)
            template = Template(
                f"{len(kept) + 1}" * 3, wanted["name"], language, wanted["category"], wanted["components"],
                lifetime=wanted["message_send_ttl_seconds"],
            )  # fmt: skip
            kept[form.gist, language] = meta.keep(template)
    return kept


@pytest.fixture
def anna(meta: WhatsApp) -> User:
    return meta.user(NUMBER, "Anna")


@pytest.fixture
def channel(meta: WhatsApp, approved: object) -> WhatsAppChannel:
    return WhatsAppChannel()


def run(channel: WhatsAppChannel, work: Coroutine[Any, Any, Any]) -> Any:
    """To the end, and leave no connection open."""

    async def whole() -> Any:
        try:
            return await work
        finally:
            await channel.close()

    return asyncio.run(whole())


Send = Callable[..., Outcome]


@pytest.fixture
def send(channel: WhatsAppChannel) -> Send:
    """Send one message: `send(urgency="update")`, `send(message)`, `send(to="+32…")`."""

    def one(message: Message | None = None, to: str = NUMBER, **changes: Any) -> Outcome:
        [outcome] = run(channel, channel.send_many([(message or make_message(**changes), to)]))
        return outcome

    return one
