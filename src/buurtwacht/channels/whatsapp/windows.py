# SPDX-License-Identifier: EUPL-1.2
"""Whom we may write to freely, and how many others today. The notebook remembers; this asks it, off the event loop.

When the notebook is away nothing stops: every window counts as shut, because forms always may go, and nobody counts.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

import structlog
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import Error as DatabaseAway
from django.db import close_old_connections
from django.utils import timezone

from buurtwacht.channels.notebook import Trouble, notebook
from buurtwacht.lib.logs import facts_of

log = structlog.get_logger()
T = TypeVar("T")

KIND = "whatsapp"
DAY = timedelta(hours=24)
OPEN_FOR = DAY - timedelta(minutes=10)  # Meta's clock and ours differ, and what is on its way takes time
ALARMS_ONLY = 0.8  # of the limit: from here on, new people are only written to for an alarm


async def open_windows(addresses: Sequence[str]) -> set[str]:
    """Those who said something in the last 24 hours."""
    nobody: dict[str, datetime] = {}
    heard = await _ask(nobody, notebook().last_heard, KIND, addresses)
    since = timezone.now() - OPEN_FOR
    return {address for address, at in heard.items() if at > since}


async def begin(addresses: Sequence[str], *, is_alarm: bool, is_full: bool = False) -> dict[str, bool]:
    """Those to whom a form may go today, and whether they are counted for it only now.

    When Meta says that it is full, only who was counted before.
    """
    limit = settings.WHATSAPP_DAILY_LIMIT
    everybody = dict.fromkeys(addresses, False)
    if not limit and not is_full:
        return everybody
    most = 0 if is_full else limit if is_alarm else int(limit * ALARMS_ONLY)
    return await _ask(everybody, notebook().begin, KIND, addresses, most=most, now=timezone.now())


async def begun_today() -> int:
    """How many people were written to in the last 24 hours without having written to us."""
    return await _ask(0, notebook().begun_since, KIND, timezone.now() - DAY)


async def take_back(addresses: Sequence[str]) -> None:
    """Nothing went to these, so they do not count."""
    await _ask(None, notebook().take_back, KIND, addresses)


async def shut(address: str) -> None:
    """Meta says that this window is closed after all."""
    await _ask(None, notebook().note_silent, KIND, address)


async def tell_operator(trouble: Trouble) -> None:
    """What gets lost here, Meta's next answer says again."""
    await _ask(None, notebook().note_trouble, KIND, trouble)


async def _ask(otherwise: T, question: Callable[..., T], *about: Any, **more: Any) -> T:
    """The answer of the notebook; `otherwise` when it is away, and then it is found again by itself."""
    try:
        return await sync_to_async(question)(*about, **more)
    except DatabaseAway as error:
        log.warning("whatsapp.notebook_away", **facts_of(error))
        await sync_to_async(close_old_connections)()
        return otherwise
