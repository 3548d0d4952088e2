# SPDX-License-Identifier: EUPL-1.2
"""What the page of bans shows."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.moderation.cases.words import rule_words
from buurtwacht.moderation.models import Ban
from buurtwacht.people.models import Person

from . import queries
from .rules import needs_two

COUNTED = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Row:
    """One ban as it is shown: the rule in words, and whose turn it is."""

    ban: Ban
    rule: str
    asked_by_me: bool


def bans_page(group: WatchGroup, person: Person) -> dict[str, Any]:
    """Rows, the members at whom somebody has to look, and how often a ban was met."""
    return {
        "group": group,
        "rows": [_row(ban, person) for ban in queries.running_bans(group)],
        "shared": queries.shared_addresses(group).exclude(membership__person=person),
        "met": queries.times_met(group, timezone.now() - COUNTED),
        "needs_two": needs_two(group.policy),
    }


def _row(ban: Ban, person: Person) -> Row:
    return Row(ban=ban, rule=rule_words(ban.group, ban.reason), asked_by_me=ban.lift_asked_by_id == person.pk)
