# SPDX-License-Identifier: EUPL-1.2
"""Writing in the draft. Members see nothing of it until it is published."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.rulebook.rules import MOST_RULES
from buurtwacht.enrolment.signing.texts.own import OwnRule, Wording, key_of
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.people.models import Person

from .held import Draft


@transaction.atomic
def add_rule(group: WatchGroup, wordings: Mapping[str, Wording], *, by: Person, rule: UUID | None = None) -> OwnRule:
    """A rule at the end of the list. Raises `DomainError` for one too many, or words that cannot stand there.

    `rule` is the id of the form that was sent: sent twice, the rule stands there once.
    """
    draft = Draft(group)
    added = OwnRule(key_of(rule or new_id()), dict(wordings))
    if any(one.key == added.key for one in draft.rules):
        return added
    if len(draft.rules) >= MOST_RULES:
        raise DomainError(
            _("There are %(count)s rules of your own already. Withdraw one first, or put two together.")
            % {"count": MOST_RULES}
        )
    draft.check(added)
    edition = draft.keep([*draft.rules, added], by=by)
    record("rule.added", edition.pk, by=by, group=group.pk, rule=added.key)
    return added


@transaction.atomic
def change_rule(group: WatchGroup, key: str, wordings: Mapping[str, Wording], *, by: Person) -> OwnRule:
    """Other words for the same rule. Raises `NotFound` when it was withdrawn, `DomainError` for bad words."""
    draft = Draft(group)
    place = draft.place_of(key)
    changed = OwnRule(key, dict(wordings))
    draft.check(changed)
    edition = draft.keep([*draft.rules[:place], changed, *draft.rules[place + 1 :]], by=by)
    record("rule.changed", edition.pk, by=by, group=group.pk, rule=key)
    return changed


@transaction.atomic
def withdraw_rule(group: WatchGroup, key: str, *, by: Person) -> None:
    """The rule leaves the list. In the editions in which people agreed to it, it stays."""
    draft = Draft(group)
    draft.rules.pop(draft.place_of(key))
    edition = draft.keep(draft.rules, by=by)
    record("rule.withdrawn", edition.pk, by=by, group=group.pk, rule=key)


@transaction.atomic
def order_rules(group: WatchGroup, keys: Sequence[str], *, by: Person) -> None:
    """The rules in this order. Those that are not named come last, as they stood; unknown names count for nothing."""
    draft = Draft(group)
    wanted = {key: place for place, key in enumerate(keys)}
    edition = draft.keep(sorted(draft.rules, key=lambda rule: wanted.get(rule.key, len(wanted))), by=by)
    record("rule.moved", edition.pk, by=by, group=group.pk)


@transaction.atomic
def move_rule(group: WatchGroup, key: str, steps: int, *, by: Person) -> None:
    """One rule so many places down, or up when below zero. At the end of the list it stays there."""
    draft = Draft(group)
    place = draft.place_of(key)
    keys = [rule.key for rule in draft.rules]
    keys.insert(max(0, place + steps), keys.pop(place))
    order_rules(group, keys, by=by)
