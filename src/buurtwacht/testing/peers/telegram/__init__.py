# SPDX-License-Identifier: EUPL-1.2
"""A Bot API server of our own: chats, people who type and tap, flood limits, a web hook or getUpdates. Written from the
published description of the Bot API; what it cannot show is how the real one behaves under load."""

from .peer import BOT, TOKEN, Telegram

__all__ = ["BOT", "TOKEN", "Telegram"]
