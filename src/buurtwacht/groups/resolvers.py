# SPDX-License-Identifier: EUPL-1.2
"""Whom each promise about a group concerns. The words stand in `messages.py`."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.db.models import Q

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves

from .messages import WORDS
from .models import GroupTransfer, Membership, WatchGroup
from .notices import coordinators_in, everybody_in, officials_of, told
from .queries import successors_of, who_answers_for

Whom = Callable[[WatchGroup, Intent], Q]


def _everybody(group: WatchGroup, intent: Intent) -> Q:
    return everybody_in(group)


def _coordinators(group: WatchGroup, intent: Intent) -> Q:
    return coordinators_in(group)


def _officials(group: WatchGroup, intent: Intent) -> Q:
    return officials_of(group)


def _successors(group: WatchGroup, intent: Intent) -> Q:
    return Q(person__in=successors_of(group).values("person"))


def _others(group: WatchGroup, intent: Intent) -> Q:
    return everybody_in(group) & ~_successors(group, intent)


def _who_were_there(group: WatchGroup, intent: Intent) -> Q:
    """A group that stopped has no members any more: those whose membership ended with it."""
    since = datetime.fromtimestamp(int(intent.facts["since"]), UTC)
    ended = Membership.objects.filter(group=group, left_at__gte=since)
    return Q(person__in=ended.values("person"))


def _asked(group: WatchGroup, intent: Intent) -> Q:
    """Who may answer for the organisation that a group was offered to."""
    transfer = GroupTransfer.objects.select_related("offered_to").get(pk=intent.facts["transfer"])
    return Q(person__in=who_answers_for(transfer.offered_to))


WHOM: dict[str, Whom] = {
    "group.uncoordinated": _others,
    "group.take_over": _successors,
    "group.officials": _officials,
    "group.nearly_full": _coordinators,
    "group.quiet": _coordinators,
    "group.closed": _who_were_there,
    "group.offered": _asked,
}


def tell(intent: Intent) -> Resolved:
    """News about a group for everybody whom it concerns."""
    group = WatchGroup.objects.select_related("organisation").filter(pk=intent.subject_id).first()
    if group is None:
        return Resolved()
    whom = WHOM.get(intent.kind, _everybody)(group, intent)
    return told(intent, group, whom, lambda: WORDS[intent.kind](group, intent.facts))


for kind in WORDS:
    resolves(kind)(tell)
