# SPDX-License-Identifier: EUPL-1.2
"""Putting a text together: its points, in one language, with the names and numbers of one group."""

import hashlib
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from buurtwacht.enrolment.models import Acceptance
from buurtwacht.groups.models import WatchGroup
from buurtwacht.policy.model import Acceptance as Way
from buurtwacht.policy.model import Policy, Raiser

from . import charter, declarations, promises
from .house_rules import POINTS, rules_under
from .model import Point, Text, plain

Kind = Acceptance.Kind
Names = tuple[str, str, str]  # of the group, its organisation and the police

TITLES = {
    Kind.DECLARATION: (_("My declaration"), _("This is what neighbours agree on with each other.")),
    Kind.RULES: (_("What we agree"), _("These rules hold for everybody in the group.")),
    Kind.CHARTER: (_("Local charter"), _("Residents, police and municipality agree on this together.")),
    Kind.CONFIDENTIALITY: (
        _("Confidentiality agreement"),
        _("I coordinate %(group)s, and so I see data about members. I agree to this:"),
    ),
    Kind.GUARDIAN: (_("Permission of a parent"), _("My child would like to take part, and is not %(age)s yet.")),
}
INTENT = (_("Declaration of intent"), _("By signing I declare:"))

# Raise the version, and set the day, when the words of a text change: members are then asked again.
# A test compares every text with signing/tests/texts.json.
FIRST = (1, date(2026, 11, 22))
EDITIONS: dict[tuple[str, str], tuple[int, date]] = {
    ("nl", Kind.RULES): (2, date(2026, 11, 22)),  # "I watch my words" came
    ("be", Kind.RULES): (2, date(2026, 11, 22)),
}


def compose(kind: str, preset: str, policy: Policy, names: Names, language: str) -> Text:
    """A text as it reads now in this language: one that we speak, or else our first."""
    known = {code for code, _name in settings.LANGUAGES}
    return _composed(kind, preset, policy, names, language if language in known else settings.LANGUAGE_CODE)


@lru_cache(maxsize=2048)
def _composed(kind: str, preset: str, policy: Policy, names: Names, language: str) -> Text:
    version, since = edition_of(preset, kind)
    with override(language):
        values = _values(policy, names)
        title, opening = (gettext(words) % values for words in _heading(kind, policy))
        points = tuple(_spoken(point, values) for point in _points(kind, preset, policy))
    digest = hashlib.sha256("\n".join(plain(title, opening, points)).encode()).hexdigest()
    return Text(
        id=f"{preset}/{kind}/{version}",
        language=language,
        version=version,
        since=since,
        title=title,
        opening=opening,
        points=points,
        digest=digest,
    )


@lru_cache(maxsize=2048)
def spoken_rule(key: str, policy: Policy, names: Names, language: str) -> Point | None:
    """The house rule with this key in this language, also where a preset does not have it; None when there is none."""
    with override(language):
        return _spoken(POINTS[key], _values(policy, names)) if key in POINTS else None


def edition_of(preset: str, kind: str) -> tuple[int, date]:
    """The version of a text, and since when."""
    return EDITIONS.get((preset, kind), FIRST)


def names_of(group: WatchGroup) -> Names:
    """The names that stand in a text of this group."""
    return group.name, group.organisation.name, group.organisation.police_name


def _heading(kind: str, policy: Policy) -> tuple[str, str]:
    is_intent = kind == Kind.DECLARATION and policy.acceptance is Way.SIGNED_DECLARATION
    return INTENT if is_intent else TITLES[Kind(kind)]


def _points(kind: str, preset: str, policy: Policy) -> tuple[Point, ...]:
    if kind == Kind.RULES:
        return rules_under(preset, policy)
    if kind == Kind.DECLARATION and policy.acceptance is Way.SIGNED_DECLARATION:
        return declarations.DECLARATION_OF_INTENT
    by_coordinator = policy.raiser is Raiser.COORDINATOR
    return {
        Kind.DECLARATION: declarations.DECLARATION_WITH_COORDINATOR if by_coordinator else declarations.DECLARATION,
        Kind.CHARTER: charter.CHARTER,
        Kind.CONFIDENTIALITY: promises.CONFIDENTIALITY,
        Kind.GUARDIAN: promises.GUARDIAN,
    }[Kind(kind)]


def _values(policy: Policy, names: Names) -> dict[str, object]:
    group, organisation, police = names
    return {
        "number": policy.emergency_number,
        "age": policy.minimum_age,
        "group": group,
        "organisation": organisation,
        "police": police or gettext("the police"),
    }


def _spoken(point: Point, values: dict[str, object]) -> Point:
    lead, words, why = (gettext(part) % values if part else "" for part in (point.lead, point.words, point.why))
    return Point(point.key, lead, words, why)
