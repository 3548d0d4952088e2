# SPDX-License-Identifier: EUPL-1.2
"""The texts that people agree to, as data: for each preset and kind its points, in every language that we speak."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language

from buurtwacht.groups.models import WatchGroup
from buurtwacht.wording.reasons import Reason

from .belonging import BELONGS
from .compose import Kind, compose, edition_of, names_of
from .house_rules import subject_of
from .model import Point, Text
from .own import OwnRules, groups_with_own_rules, languages_read, own_rules_of, with_own
from .past import rule_before

__all__ = [
    "Kind",
    "Point",
    "Text",
    "edition_of",
    "fixed_rules_of",
    "groups_with_own_rules",
    "own_points_of",
    "rule_for_reason",
    "rule_of",
    "rules_of",
    "text_for",
]


def text_for(
    kind: str, group: WatchGroup, language: str = "", *, own: OwnRules | None = None, read: Iterable[Point] = ()
) -> Text:
    """What this group's people read now; in the language that is active when none is named.

    `own` are rules of the group itself other than those that hold: a draft. `read` is what somebody read before: a
    rule of the group itself is then given in the same language, so that the two can be compared.
    """
    text = compose(kind, group.preset, group.policy, names_of(group), _spoken(language))
    if kind != Kind.RULES:
        return text
    return with_own(text, own_rules_of(group) if own is None else own, languages_read(read, text.language))


def rules_of(group: WatchGroup, language: str = "") -> tuple[Point, ...]:
    """The house rules of a group, one by one: those of its source, and behind these what the group added itself."""
    return text_for(Kind.RULES, group, language).points


def fixed_rules_of(group: WatchGroup, language: str = "") -> tuple[Point, ...]:
    """The house rules of its source and its settings, without what the group added itself."""
    return text_for(Kind.RULES, group, language, own=OwnRules()).points


def own_points_of(group: WatchGroup, language: str = "") -> tuple[Point, ...]:
    """What the group added itself."""
    return tuple(point for point in rules_of(group, language) if point.is_own)


def rule_of(group: WatchGroup, key: str, language: str = "") -> Point | None:
    """The house rule with this key, in the words of this group.

    A rule that the group no longer has is given as it last read: somebody may be held to it. None for what is no rule.
    """
    here = {point.key: point for point in rules_of(group, language)}
    return here.get(key) or rule_before(group, key, _spoken(language))


def rule_for_reason(group: WatchGroup, reason: str, language: str = "") -> Point | None:
    """The house rule of this group that a remark of the wording check belongs to; None when its rules have none.

    `reason` is a `Reason` or its word; an unknown word gives None.
    """
    if reason not in set(Reason):
        return None
    here = {name: point for point in rules_of(group, language) for name in (subject_of(point.key), point.key)}
    return next((here[name] for name in BELONGS[Reason(reason)].split() if name in here), None)


def _spoken(language: str) -> str:
    return language or get_language() or settings.LANGUAGE_CODE
