# SPDX-License-Identifier: EUPL-1.2
"""Doors to the rules of a group itself: its coordinators, and an official who manages where the policy says so (C5)."""

from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.texts.own import OwnRule, OwnRules
from buurtwacht.groups.access import group_to_manage
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person

from . import queries

group_to_rule = group_to_manage


def rule_to_change(group: WatchGroup, key: str) -> OwnRule:
    """A rule of the list on which coordinators work."""
    found = next((rule for rule in queries.working_rules(group).rules if rule.key == key), None)
    if found is None:
        raise NotFound(_("There is no such rule. Perhaps somebody else has withdrawn it."))
    return found


def edition_for(person: Person, slug: str, number: int) -> tuple[WatchGroup, OwnRules]:
    """An edition of the rules of a group that this person may change."""
    group = group_to_rule(person, slug)
    own = queries.edition_numbered(group, number)
    if own is None:
        raise NotFound(_("There is no such version of the rules."))
    return group, own
