# SPDX-License-Identifier: EUPL-1.2
"""The life of a group: idea, being formed, active, dormant, closed. Full is no state but a count. Pure.

Section 2 of the requirements. Nothing here happens by the clock: a quiet group is asked whether it is still there,
and is never put to sleep by the program, since a sleeping group cannot be warned.
"""

from datetime import timedelta

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.model import Policy

from .models import WatchGroup

Status = WatchGroup.Status

CHANGES: dict[str, frozenset[str]] = {
    Status.IDEA: frozenset({Status.FORMING, Status.CLOSED}),
    Status.FORMING: frozenset({Status.ACTIVE, Status.CLOSED}),
    Status.ACTIVE: frozenset({Status.DORMANT, Status.CLOSED}),
    Status.DORMANT: frozenset({Status.ACTIVE, Status.CLOSED}),
    Status.CLOSED: frozenset(),
}
NEARLY_FULL = 90  # percent of the most members (C13)
QUIET_AFTER = timedelta(days=183)  # half a year without a sign of life: the coordinator is asked (N18)
ASK_AGAIN = timedelta(days=30)  # and told again that the group is quiet, nearly full, or has no coordinator
FEWEST, MOST = 2, 200  # neighbours that a group may ask for before it starts


def may_become(before: str, after: str) -> bool:
    """Is this change part of the life of a group?"""
    return after in CHANGES[before]


def check_change(before: str, after: str) -> None:
    """Refuse a change that is not part of the life of a group."""
    if not may_become(before, after):
        raise DomainError(_("The group cannot make this step now. Open its page again to see how it stands."))


def percent_full(members: int, policy: Policy) -> int:
    """How full the group is, in whole percents, at most 100."""
    return min(100, 100 * members // policy.most_members)


def is_full(members: int, policy: Policy) -> bool:
    return members >= policy.most_members


def is_nearly_full(members: int, policy: Policy) -> bool:
    """Is it time to think of splitting the group?"""
    return 100 * members >= NEARLY_FULL * policy.most_members


def still_needed(members: int, needed: int) -> int:
    """How many neighbours are still needed before the group can start (R033)."""
    return max(0, needed - members)


def check_needed(needed: int, policy: Policy) -> None:
    """A threshold that can be reached."""
    most = min(MOST, policy.most_members)
    if not FEWEST <= needed <= most:
        raise DomainError(
            _("A group starts with at least %(fewest)s and at most %(most)s neighbours. Choose a number between these.")
            % {"fewest": FEWEST, "most": most}
        )
