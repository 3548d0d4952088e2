# SPDX-License-Identifier: EUPL-1.2
"""What somebody sees who writes the site of an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from buurtwacht.groups.models import Organisation

from .defaults import default_body, default_questions
from .link_check import BROKEN_AFTER
from .models import Section, SiteLink, SiteVersion
from .site import published

__all__ = ["SiteVersion", "broken_links", "is_now", "is_page", "link_rows", "pages_of", "sheet_of"]


@dataclass(frozen=True, slots=True)
class State:
    """How far one page is in one language."""

    language: str
    now: SiteVersion | None
    draft: SiteVersion | None

    @property
    def short(self) -> str:
        """The language in two letters; Belgian Dutch is named after its country."""
        return self.language[-2:].upper()

    @property
    def language_name(self) -> str:
        return str(dict(settings.LANGUAGES)[self.language])


@dataclass(frozen=True, slots=True)
class Row:
    """One page in all languages."""

    section: Section
    states: Sequence[State]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page on the desk: what to go on from, and the versions before."""

    section: Section
    language: str
    body: str
    questions: Sequence[dict[str, str]]
    versions: Sequence[SiteVersion]
    draft: SiteVersion | None

    @property
    def has_questions(self) -> bool:
        return self.section is Section.QUESTIONS

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The questions with their places, for the form."""
        return [{"order": number, **one} for number, one in enumerate(self.questions, 1)]

    @property
    def language_name(self) -> str:
        return str(dict(settings.LANGUAGES)[self.language])


def is_page(section: str, language: str) -> bool:
    """Is this a part of the site, and one of our languages?"""
    return section in Section.values and language in dict(settings.LANGUAGES)


def pages_of(organisation: Organisation) -> list[Row]:
    """Every page. One query."""
    versions = (
        SiteVersion.objects.filter(page__organisation=organisation)
        .select_related("page")
        .order_by("published_at", "pk")
    )
    found = {(one.page.section, one.page.language, one.published_at is None): one for one in versions}
    return [
        Row(
            section,
            [
                State(code, found.get((section, code, False)), found.get((section, code, True)))
                for code, _name in settings.LANGUAGES
            ],
        )
        for section in Section
    ]


def sheet_of(organisation: Organisation, section: str, language: str) -> Sheet:
    """The draft, else what visitors read in this language, else our own words."""
    versions = list(
        SiteVersion.objects.filter(
            page__organisation=organisation, page__section=section, page__language=language
        ).select_related("page")
    )
    draft = next((one for one in versions if one.published_at is None), None)
    on_the_site = sorted((one for one in versions if one.published_at), key=_moment)
    now = on_the_site[-1] if on_the_site else None
    base = draft or now
    body = base.body if base else default_body(organisation, section, language)
    questions = base.questions if base else default_questions(organisation, section, language)
    return Sheet(Section(section), language, body, questions, versions, draft)


def _moment(version: SiteVersion) -> datetime:
    return version.published_at or version.made_at


def is_now(version: SiteVersion) -> bool:
    """Is this what visitors read?"""
    return published(version.page.organisation, version.page.section, version.page.language) == version


def link_rows(organisation: Organisation) -> list[dict[str, Any]]:
    """The links with their places, for the form."""
    return [
        {"order": number, "title": link.title, "url": link.url}
        for number, link in enumerate(organisation.site_links.all(), 1)
    ]


def broken_links(organisation: Organisation) -> list[SiteLink]:
    """Those that did not answer twice in a row; visitors do not see them."""
    return list(organisation.site_links.filter(failures__gte=BROKEN_AFTER))
