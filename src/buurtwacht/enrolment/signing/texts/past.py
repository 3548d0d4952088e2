# SPDX-License-Identifier: EUPL-1.2
"""A rule that no longer stands in the list of a group: it was withdrawn, or a setting changed."""

from buurtwacht.enrolment.models import RuleEdition
from buurtwacht.groups.models import WatchGroup

from .compose import names_of, spoken_rule
from .model import OWN, Point
from .own import from_edition


def rule_before(group: WatchGroup, key: str, language: str) -> Point | None:
    """The rule with this key as it last read; None when there never was one."""
    if not key.startswith(OWN):
        return spoken_rule(key, group.policy, names_of(group), language)
    editions = RuleEdition.objects.filter(group=group, number__isnull=False, rules__contains=[{"key": key}])
    last = editions.order_by("-number").first()
    own = from_edition(last, group) if last else None
    return next((rule.shown(language, own.language) for rule in own.rules if rule.key == key), None) if own else None
