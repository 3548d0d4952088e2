# SPDX-License-Identifier: EUPL-1.2
"""A bound connection, as the settings say."""

import ssl

from django.conf import settings

from .session import Deliver, Session


async def bound(command: int, deliver: Deliver) -> Session:
    """Connect and say who we are. Raises `BindRefused`, `DeliveryFailed` or `OSError`, and leaves nothing open then."""
    session = Session(deliver, window=settings.SMPP_WINDOW, patience=settings.SMS_TIMEOUT)
    tls = ssl.create_default_context() if settings.SMPP_TLS else None
    await session.open(settings.SMPP_HOST, settings.SMPP_PORT, tls)
    try:
        await session.bind(command, settings.SMPP_SYSTEM_ID, settings.SMPP_PASSWORD, settings.SMPP_SYSTEM_TYPE)
    except BaseException:
        await session.close()
        raise
    return session
