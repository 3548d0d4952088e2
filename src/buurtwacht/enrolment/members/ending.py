# SPDX-License-Identifier: EUPL-1.2
"""What stands in the way when a coordinator ends a membership. Rooms above register what they know."""

from collections.abc import Callable

from buurtwacht.groups.models import Membership
from buurtwacht.lib.errors import DomainError

Objection = Callable[[Membership], str]
_objections: list[Objection] = []


def objects_to_ending(ask: Objection) -> Objection:
    """Register a function that says, in a sentence, what has to be settled first; nothing when it knows of nothing."""
    if ask not in _objections:
        _objections.append(ask)
    return ask


def check_nothing_open(membership: Membership) -> None:
    """Raises `DomainError` with what has to be settled first."""
    for ask in _objections:
        if sentence := ask(membership):
            raise DomainError(sentence)
