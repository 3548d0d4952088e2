# SPDX-License-Identifier: EUPL-1.2
"""The texts that people agree to, as data: for each preset and kind its points, in every language that we speak."""

from django.conf import settings
from django.utils.translation import get_language

from buurtwacht.groups.models import WatchGroup
from buurtwacht.wording.reasons import Reason

from .belonging import BELONGS
from .compose import Kind, compose, edition_of, names_of, spoken_rule
from .house_rules import subject_of
from .model import Point, Text

__all__ = ["Kind", "Point", "Text", "edition_of", "rule_for_reason", "rule_of", "rules_of", "text_for"]


def text_for(kind: str, group: WatchGroup, language: str = "") -> Text:
    """What this group's people read now; in the language that is active when none is named."""
    spoken = language or get_language() or settings.LANGUAGE_CODE
    return compose(kind, group.preset, group.policy, names_of(group), spoken)


def rules_of(group: WatchGroup, language: str = "") -> tuple[Point, ...]:
    """The house rules of a group, one by one. What a group adds itself has its place behind these."""
    return text_for(Kind.RULES, group, language).points


def rule_of(group: WatchGroup, key: str, language: str = "") -> Point | None:
    """The house rule with this key, in the words of this group.

    A rule that the group no longer has is given as it last read: somebody may be held to it. None for what is no rule.
    """
    here = {point.key: point for point in rules_of(group, language)}
    spoken = language or get_language() or settings.LANGUAGE_CODE
    return here.get(key) or spoken_rule(key, group.policy, names_of(group), spoken)


def rule_for_reason(group: WatchGroup, reason: str, language: str = "") -> Point | None:
    """The house rule of this group that a remark of the wording check belongs to; None when its rules have none.

    `reason` is a `Reason` or its word; an unknown word gives None.
    """
    if reason not in set(Reason):
        return None
    here = {name: point for point in rules_of(group, language) for name in (subject_of(point.key), point.key)}
    return next((here[name] for name in BELONGS[Reason(reason)].split() if name in here), None)
