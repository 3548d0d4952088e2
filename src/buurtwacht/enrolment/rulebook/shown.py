# SPDX-License-Identifier: EUPL-1.2
"""The rules as a coordinator sees them: where each comes from, and who can change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.texts import Point, fixed_rules_of
from buurtwacht.enrolment.signing.texts.house_rules import BY_SETTING, subject_of
from buurtwacht.enrolment.signing.texts.own import OwnRules
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.setting_words import PRESETS, SETTINGS


@dataclass(frozen=True, slots=True)
class Fixed:
    """A rule of the source, and from where it comes."""

    number: int
    point: Point
    origin: str


@dataclass(frozen=True, slots=True)
class Own:
    """A rule of the group itself, as the coordinator finds it in the list."""

    number: int
    point: Point
    key: str
    languages: str  # in which it was written, by name
    is_first: bool
    is_last: bool


def fixed_rules(group: WatchGroup) -> Iterator[Fixed]:
    """Those that the group cannot change here, in the order in which members read them."""
    for number, point in enumerate(fixed_rules_of(group), 1):
        yield Fixed(number, point, _origin(group, point))


def own_rules(group: WatchGroup, own: OwnRules, after: int) -> Iterator[Own]:
    """Those of the group itself. `after` is how many come before."""
    for place, rule in enumerate(own.rules):
        spoken = sorted(rule.wordings, key=lambda code: (code != own.language, code))
        names = ", ".join(get_language_info(code)["name_local"] for code in spoken)
        first, last = place == 0, place == len(own.rules) - 1
        yield Own(after + place + 1, rule.point(own.language), rule.key, names, first, last)


def _origin(group: WatchGroup, point: Point) -> str:
    subject = subject_of(point.key)
    if subject in BY_SETTING and subject in SETTINGS:
        return _("Follows the setting “%(setting)s”") % {"setting": SETTINGS[subject][0]}
    return _("From: %(source)s") % {"source": PRESETS[group.preset][0]}
