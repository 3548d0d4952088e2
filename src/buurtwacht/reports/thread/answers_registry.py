# SPDX-License-Identifier: EUPL-1.2
"""The silent answers on a report's page. Who keeps them is the room above, which registers here how to read one."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

OwnAnswer = Callable[[UUID, UUID], str]

_own_answer: list[OwnAnswer] = []


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the four answers. None of them is the good one."""

    value: str
    label: object
    icon: str


CHOICES = (
    Choice("seen", _("Seen"), "eye-check"),
    Choice("watching", _("I watch from home"), "home"),
    Choice("two", _("The two of us can come"), "users"),
    Choice("cannot", _("I cannot"), "minus"),
)


def own_answer(source: OwnAnswer) -> OwnAnswer:
    """Register the function that tells what (report, person) answered: one of the values above, or nothing."""
    _own_answer[:] = [source]
    return source


def answer_of(report_id: UUID, person_id: UUID) -> str:
    """What this person answered before, or nothing."""
    return _own_answer[0](report_id, person_id) if _own_answer else ""
