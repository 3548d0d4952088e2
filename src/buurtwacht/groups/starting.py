# SPDX-License-Identifier: EUPL-1.2
"""What a group needs before it starts. Rooms above add what only they know, such as a signature.

@needs(_("The coordinator has signed the confidentiality agreement."))
def has_signed(coordinator: Membership) -> bool: ...
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from buurtwacht.lib.errors import DomainError

from .lifecycle import still_needed
from .models import Membership, WatchGroup
from .queries import coordinators_of, members_of

Words = str | Promise
Predicate = Callable[[Membership], bool]

# The checklist for who helps a group to start (R032). What the program can see for itself is in `progress_of`.
STEPS: dict[str, Words] = {
    "neighbours": gettext_lazy("Talked with neighbours in each street"),
    "officer": gettext_lazy("The neighbourhood officer knows about the group"),
    "municipality": gettext_lazy("The municipality knows about the group"),
    "rules": gettext_lazy("The house rules were read together"),
    "evening": gettext_lazy("A first evening is planned"),
    "deputy": gettext_lazy("Somebody can stand in for the coordinator"),
}


@dataclass(frozen=True, slots=True)
class Need:
    """Something that at least one coordinator must have done before the group starts."""

    words: Words
    is_met_by: Predicate


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must be true before the group starts, and whether it is."""

    words: str
    is_met: bool


_needs: list[Need] = []
_clearances: list[Predicate] = []


def needs(words: Words) -> Callable[[Predicate], Predicate]:
    """Register what a coordinator must have done before the group starts, with the sentence that says so."""

    def register(predicate: Predicate) -> Predicate:
        _needs.append(Need(words, predicate))
        return predicate

    return register


def progress_of(group: WatchGroup) -> list[Condition]:
    """Everything that must be true before this group starts, in order."""
    coordinators = list(coordinators_of(group))
    conditions = [_enough(group), Condition(_("Somebody coordinates the group."), bool(coordinators))]
    for need in _needs:
        conditions.append(Condition(str(need.words), any(need.is_met_by(one) for one in coordinators)))
    return conditions


def is_ready(group: WatchGroup) -> bool:
    """Enough neighbours, and one coordinator who has done everything."""
    ready = [one for one in coordinators_of(group) if all(need.is_met_by(one) for need in _needs)]
    return bool(ready) and _enough(group).is_met


def _enough(group: WatchGroup) -> Condition:
    here, needed = members_of(group).count(), group.needed_members
    words = ngettext("%(here)s of %(needed)s neighbour.", "%(here)s of %(needed)s neighbours.", needed)
    return Condition(words % {"here": here, "needed": needed}, still_needed(here, needed) == 0)


def check_appointment(membership: Membership) -> None:
    """Refuse to appoint somebody past those who have to agree first, such as the police (C11)."""
    if not all(agreed(membership) for agreed in _clearances):
        raise DomainError(
            _("In this group the police look at a new coordinator first. Let this neighbour apply for it.")
        )


def clears(predicate: Predicate) -> Predicate:
    """Register a question: may this member coordinate, as far as those are concerned who have to agree first?"""
    _clearances.append(predicate)
    return predicate
