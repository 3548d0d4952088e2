# SPDX-License-Identifier: EUPL-1.2
"""The words that the site and the hub share. The hub runs without Django's models, so they stand here."""

from enum import StrEnum

LIVE_CHANNEL = "live"  # on which PostgreSQL rings the hubs: there is an event
RECEIPTS_CHANNEL = "receipts"  # on which a hub rings the work process: there are receipts to fold

CLOSED = "closed"  # the event, on a person's own topic, that ends their streams
UNSAID = "unsaid"  # the event after which nothing older of its topic is told again
SILENT = (CLOSED, UNSAID)  # for hubs, never for screens
PERSON = "person:"

# A page that was being made while a membership ended may still be signed a moment later with the old topics.
CLOSING_MARGIN = 10.0  # seconds after the end in which tokens are refused all the same


class Kind(StrEnum):
    """What a receipt says."""

    SHOWN = "shown"  # the phone put it on its screen
    SEEN = "seen"  # somebody opened it
    ACKNOWLEDGED = "acknowledged"  # somebody answered it


class Answer(StrEnum):
    """What an acknowledgement answers."""

    WATCHING = "watching"  # keeps an eye out from home
    TWO = "two"  # can come, with two
    CANNOT = "cannot"
    SEEN = "seen"
