# SPDX-License-Identifier: EUPL-1.2
"""The rules that a group added itself, behind those of its source."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext, override

from buurtwacht.enrolment.models import RuleEdition
from buurtwacht.groups.models import WatchGroup

from .model import OWN, Point, Text, plain


class Wording(NamedTuple):
    """One rule in one language."""

    lead: str
    words: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule of the group itself, in the languages in which it was written: "nl", "fr", … never a regional one."""

    key: str  # "local:" and 32 hexadecimal digits; it stays when the words change
    wordings: Mapping[str, Wording]

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """As it was kept."""
        return cls(kept["key"], {language: Wording(*words) for language, words in kept["wordings"].items()})

    def kept(self) -> dict[str, Any]:
        """As it is kept."""
        return {"key": self.key, "wordings": {language: list(words) for language, words in self.wordings.items()}}

    def point(self, *languages: str) -> Point:
        """In the first of these languages in which it was written; else in any."""
        language = next((one for one in map(base_of, languages) if one in self.wordings), next(iter(self.wordings)))
        return Point(self.key, *self.wordings[language], language)

    def shown(self, language: str, of_group: str, read_in: str = "") -> Point:
        """To a reader of `language`: in `read_in`, or their language, or that of the group. Another is named."""
        point = self.point(read_in, language, of_group)
        return replace(point, language="") if point.language == base_of(language) else point


@dataclass(frozen=True, slots=True)
class OwnRules:
    """All rules of the group itself at one time. `number` is 0 while it never had any, or for a draft."""

    number: int = 0
    since: date | None = None
    rules: tuple[OwnRule, ...] = ()
    language: str = ""  # that of the group


def key_of(rule: UUID) -> str:
    """The name of a rule of the group itself: 38 signs."""
    return f"{OWN}{rule.hex}"


def base_of(language: str) -> str:
    """Without the region: "nl-be" gives "nl"."""
    return language.partition("-")[0]


def language_of(group: WatchGroup) -> str:
    """The language in which a group writes its own rules at least."""
    return base_of(group.organisation.language or settings.LANGUAGE_CODE)


def own_rules_of(group: WatchGroup) -> OwnRules:
    """As they hold now. One query."""
    published = RuleEdition.objects.filter(group=group, number__isnull=False).order_by("-number").first()
    return from_edition(published, group) if published else OwnRules(language=language_of(group))


def groups_with_own_rules(groups: QuerySet[WatchGroup]) -> list[WatchGroup]:
    """Of these groups those that added rules which hold now, by name. One query."""
    published = RuleEdition.objects.filter(group__in=groups, number__isnull=False).select_related("group__organisation")
    newest = published.order_by("group_id", "-number").distinct("group_id")
    return sorted((edition.group for edition in newest if edition.rules), key=lambda group: group.name)


def from_edition(edition: RuleEdition, group: WatchGroup) -> OwnRules:
    """The rules of an edition of this group, or of its draft."""
    since = edition.published_at.astimezone(group.tz).date() if edition.published_at else None
    rules = tuple(OwnRule.of(kept) for kept in edition.rules)
    return OwnRules(edition.number or 0, since, rules, language_of(group))


def with_own(text: Text, own: OwnRules, read_in: Mapping[str, str]) -> Text:
    """The text with the rules of the group itself behind its others.

    Each is in the language of the text if it was written in it, else in that of the group, and then says so.
    `read_in` names for each rule the language in which somebody read it, which goes before all.
    """
    if not own.number and not own.rules:
        return text
    points = (*text.points, *_points(text.language, own, read_in))
    opening = text.opening
    if own.rules:
        with override(text.language):
            added = gettext(
                "The last ones are of this group itself. "
                "They come on top of the others, and take nothing away from them."
            )
        opening = f"{opening} {added}"
    return replace(
        text,
        id=f"{text.id}.{own.number}",
        edition=own.number,
        since=max(text.since, own.since or text.since),
        opening=opening,
        points=points,
        digest=hashlib.sha256("\n".join(plain(text.title, opening, points)).encode()).hexdigest(),
    )


def languages_read(points: Iterable[Point], language: str) -> dict[str, str]:
    """For each rule of a group itself in a text in `language`, the language in which it stood there."""
    return {point.key: point.language or language for point in points if point.is_own}


def _points(language: str, own: OwnRules, read_in: Mapping[str, str]) -> Iterator[Point]:
    for rule in own.rules:
        yield rule.shown(language, own.language, read_in.get(rule.key, ""))
