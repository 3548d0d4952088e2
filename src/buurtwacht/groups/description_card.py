# SPDX-License-Identifier: EUPL-1.2
"""What there is to tell when one describes a person or a vehicle, to print beside the phone (R127).

The fields are those of a form in a room above, that registers them here: one list, on the screen and on paper.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from buurtwacht.policy.model import Policy

Words = str | Promise


@dataclass(frozen=True, slots=True)
class CardPart:
    """A part of the card: its heading, and its fields with what there is to choose."""

    title: Words
    fields: Words


Source = Callable[[Policy], Iterable[CardPart]]
_sources: list[Source] = []


def description_fields(source: Source) -> Source:
    """Register a function that says which fields the form has under this policy."""
    if source not in _sources:
        _sources.append(source)
    return source


def card_parts(policy: Policy) -> Iterator[CardPart]:
    """The card of a group with this policy, from top to bottom."""
    for source in _sources:
        yield from source(policy)
