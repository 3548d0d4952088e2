# SPDX-License-Identifier: EUPL-1.2
"""Which rooms on other networks we have business in. A room above says so; a channel asks before it goes into one."""

from collections.abc import Callable

Expects = Callable[[str, str], bool]  # the channel and the address of a room

_who_expects: list[Expects] = []


def expects_rooms(found: Expects) -> Expects:
    """Register a function that says whether we want to be in this room."""
    _who_expects.append(found)
    return found


def is_expected(channel: str, room: str) -> bool:
    """Whether anybody has business there: the room is a group's, or the code of a room is waited for.

    Reads the database: not inside an event loop.
    """
    return any(expects(channel, room) for expects in _who_expects)
