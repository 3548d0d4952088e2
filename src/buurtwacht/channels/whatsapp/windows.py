# SPDX-License-Identifier: EUPL-1.2
"""Whom we may write to freely, and how many others today. The notebook remembers; this asks it, off the event loop."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import structlog
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import Error as DatabaseAway
from django.utils import timezone

from buurtwacht.channels.notebook import Trouble, notebook

log = structlog.get_logger()

KIND = "whatsapp"
OPEN_FOR = timedelta(hours=24) - timedelta(minutes=10)  # Meta's clock and ours differ; a form is never refused for it
ALARMS_ONLY = 0.8  # from here on, new people are only written to for an alarm


async def open_windows(addresses: Sequence[str]) -> set[str]:
    """Those who said something in the last 24 hours. Nobody, when the notebook is away: forms always go."""
    try:
        heard = await sync_to_async(notebook().last_heard)(KIND, addresses)
    except DatabaseAway as error:
        log.warning("whatsapp.notebook_away", error=type(error).__name__)
        return set()
    since = timezone.now() - OPEN_FOR
    return {address for address, at in heard.items() if at > since}


async def begin(addresses: Sequence[str], *, is_alarm: bool) -> dict[str, bool]:
    """Those to whom a form may go today, and whether they are new; everybody, when the notebook is away."""
    limit = settings.WHATSAPP_DAILY_LIMIT
    if not limit:
        return dict.fromkeys(addresses, False)
    most = limit if is_alarm else int(limit * ALARMS_ONLY)
    try:
        return await sync_to_async(notebook().begin)(KIND, addresses, most=most, now=timezone.now())
    except DatabaseAway as error:
        log.warning("whatsapp.notebook_away", error=type(error).__name__)
        return dict.fromkeys(addresses, False)


async def begun_today() -> int:
    """How many people were written to in the last 24 hours without having written to us."""
    try:
        return await sync_to_async(notebook().begun_since)(KIND, timezone.now() - timedelta(hours=24))
    except DatabaseAway:
        return 0


async def take_back(addresses: Sequence[str]) -> None:
    """Nothing went to these, so they do not count."""
    await _note(notebook().take_back, addresses)


async def shut(address: str) -> None:
    """Meta says that this window is closed after all."""
    await _note(notebook().note_silent, address)


async def tell_operator(trouble: Trouble) -> None:
    await _note(notebook().note_trouble, trouble)


async def _note(work: Callable[..., None], *about: object) -> None:
    """What is lost when the notebook is away is told again by Meta's next answer."""
    try:
        await sync_to_async(work)(KIND, *about)
    except DatabaseAway as error:
        log.warning("whatsapp.notebook_away", error=type(error).__name__)
