# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import override

from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.reports.models import Entry, Report

from . import rules
from .models import Dossier, Handover
from .redaction import SENTENCE, Cut, offered, redacted
from .sheet import words_of


@dataclass(frozen=True, slots=True)
class Choice:
    """One cut that can be chosen: what it would take out, and whether it is taken out now."""

    cut: Cut
    words: str
    is_chosen: bool

    @property
    def is_sentence(self) -> bool:
        return self.cut.reason == SENTENCE


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One entry on the coordinator's screen."""

    entry: Entry
    shown: str
    is_included: bool
    choices: list[Choice]

    @property
    def by_program(self) -> list[Choice]:
        return [choice for choice in self.choices if not choice.is_sentence]

    @property
    def sentences(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.is_sentence]


def review_lines(dossier: Dossier) -> list[ReviewLine]:
    """Every entry that can be in the dossier, with what can be taken out of it. What was hidden cannot."""
    if dossier.report.status == Report.Status.HIDDEN:
        return []
    standing = dossier.redactions.filter(entry__hidden_at=None)
    found = standing.select_related("entry__author", "entry__report__group__organisation").order_by("entry__sequence")
    language = dossier.organisation.language
    with override(language):  # cuts are counted in the words that the police read, whatever the coordinator speaks
        return [_review_line(r.entry, r.is_included, r.cuts, language) for r in found]


def _review_line(entry: Entry, is_included: bool, cuts: list[list[object]], language: str) -> ReviewLine:
    text = words_of(entry)
    chosen = {Cut(*cut) for cut in cuts}  # type: ignore[arg-type]
    choices = [Choice(cut, text[cut.start : cut.end], cut in chosen) for cut in offered(text, language)]
    return ReviewLine(entry, redacted(text, list(chosen)), is_included, choices)


def taken_out_by_program(lines: list[ReviewLine]) -> int:
    return sum(1 for line in lines for choice in line.by_program if choice.is_chosen)


def dossiers_of(group: WatchGroup) -> QuerySet[Dossier]:
    """All dossiers of the group, newest first."""
    return Dossier.objects.filter(report__group=group).select_related("report__group", "organisation")


def dossiers_with(organisation: Organisation) -> list[Dossier]:
    """The dossiers that the police of this organisation were given, as far as they may open them by signing in."""
    found = Dossier.objects.filter(organisation=organisation, handovers__isnull=False).distinct()
    dossiers = found.select_related("report__group__organisation")
    return [dossier for dossier in dossiers if rules.police_may_sign_in_to(dossier.report.group.policy)]


def last_handover(dossier: Dossier) -> Handover | None:
    return dossier.handovers.first()


def neighbours_waiting(dossier: Dossier) -> int:
    """How many people hope for an answer."""
    return members_of(dossier.report.group).count()
