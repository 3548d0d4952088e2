# SPDX-License-Identifier: EUPL-1.2
"""The pages of the site as visitors read them: what the organisation published, or what we wrote for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.texts import Point, fixed_rules_of
from buurtwacht.enrolment.signing.texts.compose import Kind, compose
from buurtwacht.groups.models import Organisation
from buurtwacht.lib.markdown import html_of

from .defaults import default_body, default_questions
from .models import Section, SiteVersion
from .queries import example_of, policy_of, preset_of

# Where each part stands below the address of the organisation. The directory of groups is the finder (views/finder.py).
PATHS = {
    Section.HOW: "hoe-werkt-het",
    Section.RULES: "gedragsregels",
    Section.QUESTIONS: "vragen",
    Section.JOIN: "inschrijven",
}
SECTION_AT = {path: section for section, path in PATHS.items()}


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answer as HTML."""

    question: str
    answer: SafeString


@dataclass(frozen=True, slots=True)
class Page:
    """One part of the site, ready to be shown. `language` is that of the words, which may differ from the reader's."""

    section: str
    language: str
    html: SafeString
    questions: Sequence[Answered]


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of the menu of the site."""

    section: str
    label: str
    url: str


def page_of(organisation: Organisation, section: str, language: str) -> Page:
    """In the reader's language when it was published so; else in that of the organisation; else our own words."""
    version = published(organisation, section, language)
    if version:
        return shown(section, version.page.language, version.body, version.questions)
    body, questions = default_body(organisation, section, language), default_questions(organisation, section, language)
    return shown(section, language, body, questions)


def shown(section: str, language: str, body: str, questions: Sequence[dict[str, str]]) -> Page:
    """These words as a page."""
    answered = [Answered(one["question"], html_of(one["answer"])) for one in questions]
    return Page(section, language, html_of(body), answered)


def published(organisation: Organisation, section: str, language: str) -> SiteVersion | None:
    """What visitors read of this page; None while nobody has changed it."""
    asked = Q(page__organisation=organisation, page__section=section, published_at__isnull=False)
    newest = SiteVersion.objects.filter(asked).select_related("page").order_by("published_at", "pk")
    by_language = {version.page.language: version for version in newest}
    wanted = (language, language.partition("-")[0], organisation.language, settings.LANGUAGE_CODE)
    return next((by_language[code] for code in wanted if code in by_language), None)


def rules_here(organisation: Organisation) -> tuple[Point, ...]:
    """The house rules as they hold: those of the oldest group, or those of the preset of the country.

    What one group added itself stands on the page of that group.
    """
    example = example_of(organisation)
    if example:
        return fixed_rules_of(example)
    names = ("", organisation.name, organisation.police_name)
    language = organisation.language or settings.LANGUAGE_CODE
    return compose(Kind.RULES, preset_of(organisation), policy_of(organisation), names, language).points


def tabs_of(organisation: Organisation) -> list[Tab]:
    """The six parts and the contact page, in the order of R181."""
    tabs = [Tab(section.value, str(section.label), _url(organisation, section)) for section in Section]
    return [*tabs, Tab("contact", _("Contact"), reverse("contact", args=[organisation.slug]))]


def _url(organisation: Organisation, section: Section) -> str:
    if section is Section.WHAT:
        return reverse("organisation_site", args=[organisation.slug])
    if section is Section.GROUPS:
        return reverse("find_group_in", args=[organisation.slug])
    return reverse("site_section", args=[organisation.slug, PATHS[section]])
