# SPDX-License-Identifier: EUPL-1.2
"""The rules of a group itself: those that hold, the draft, and what they were before."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from buurtwacht.enrolment.models import RuleEdition
from buurtwacht.enrolment.signing.changes import Change, differences
from buurtwacht.enrolment.signing.queries import members_to_ask_again
from buurtwacht.enrolment.signing.texts import Kind, Point, Text, text_for
from buurtwacht.enrolment.signing.texts.own import OwnRule, OwnRules, from_edition, own_rules_of
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import members_of

from .rules import reads_differently

__all__ = ["draft_of", "edition_numbered", "history_of", "own_rules_of", "pending", "text_of_draft", "working_rules"]


@dataclass(frozen=True, slots=True)
class Pending:
    """What publishing the draft does."""

    changes: Sequence[Change]
    also: bool  # the order, a reason or another language changes as well, or only that
    asked: int  # how many members would be asked again
    members: int
    mark: str  # of the draft as it is now
    by: str  # first name of who wrote in it last
    at: datetime

    @property
    def asks(self) -> bool:
        return self.asked > 0


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the past, with what was different from the one before."""

    number: int
    at: datetime
    by: str  # first name; empty when that was forgotten
    changes: Sequence[Change]
    reads_differently: bool
    is_now: bool


def draft_of(group: WatchGroup) -> RuleEdition | None:
    """What coordinators are working on."""
    return RuleEdition.objects.filter(group=group, number=None).select_related("changed_by").first()


def working_rules(group: WatchGroup) -> OwnRules:
    """The rules of the draft, or those that hold while there is none."""
    draft = draft_of(group)
    return from_edition(draft, group) if draft else own_rules_of(group)


def text_of_draft(group: WatchGroup, language: str = "") -> Text:
    """The house rules as members will read them once the draft is published."""
    return text_for(Kind.RULES, group, language, own=working_rules(group))


def pending(group: WatchGroup) -> Pending | None:
    """What waits to be published; None for nothing."""
    draft = draft_of(group)
    if draft is None:
        return None
    before, after = own_rules_of(group), from_edition(draft, group)
    changes = _changes(before, after)
    asks = reads_differently(before.rules, after.rules)
    return Pending(
        changes=changes,
        also=not changes or _order_and_more(before, after),
        asked=members_to_ask_again(group, after).count() if asks else 0,
        members=members_of(group).count(),
        mark=_mark(draft, before),
        by=draft.changed_by.first_name if draft.changed_by else "",
        at=draft.changed_at,
    )


def history_of(group: WatchGroup) -> list[Edition]:
    """Every edition, newest first."""
    published = RuleEdition.objects.filter(group=group, number__isnull=False)
    rows = list(published.select_related("changed_by").order_by("number"))
    found: list[Edition] = []
    before = OwnRules()
    for row in rows:
        after = from_edition(row, group)
        name = row.changed_by.first_name if row.changed_by else ""
        at = row.published_at or row.changed_at
        changes = _changes(before, after)
        found.append(Edition(after.number, at, name, changes, row.reads_differently, is_now=row is rows[-1]))
        before = after
    return found[::-1]


def edition_numbered(group: WatchGroup, number: int) -> OwnRules | None:
    """The rules of the group itself in this edition; None when there is none."""
    row = RuleEdition.objects.filter(group=group, number=number).first()
    return from_edition(row, group) if row else None


def _changes(before: OwnRules, after: OwnRules) -> list[Change]:
    return differences(_points(before, after.language), _points(after, after.language))


def _points(own: OwnRules, language: str) -> tuple[Point, ...]:
    return tuple(rule.point(language) for rule in own.rules)


def _order_and_more(before: OwnRules, after: OwnRules) -> bool:
    """Is anything different in the rules that were there and still are, beside their words in the group's language?"""
    old = {rule.key: rule for rule in before.rules}
    kept = [rule for rule in after.rules if rule.key in old]
    keys = [rule.key for rule in kept]
    same_order = keys == [key for key in old if key in keys]
    return not same_order or any(_besides(old[rule.key], rule, after.language) for rule in kept)


def _besides(before: OwnRule, after: OwnRule, language: str) -> bool:
    others = [{code: words for code, words in rule.wordings.items() if code != language} for rule in (before, after)]
    return others[0] != others[1] or before.point(language).why != after.point(language).why


def _mark(draft: RuleEdition, before: OwnRules) -> str:
    told = json.dumps([before.number, draft.rules], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
