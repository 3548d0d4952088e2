# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import override

from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.reports.models import Entry, Photo, Report

from . import rules
from .models import Dossier, Handover, Redaction
from .redaction import SENTENCE, Cut, offered, redacted
from .sheet import has_point, photos_of, words_of


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
class PhotoChoice:
    """One photo of an entry, that can stay behind apart from the entry."""

    photo: Photo
    is_out: bool


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One entry on the coordinator's screen."""

    entry: Entry
    shown: str
    is_included: bool
    choices: list[Choice]
    photos: list[PhotoChoice]
    is_point_out: bool

    @property
    def has_point(self) -> bool:
        return has_point(self.entry)

    @property
    def was_corrected(self) -> bool:
        """Its words were replaced; its photo is still there."""
        return self.entry.content is None

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
        return [_review_line(redaction, language) for redaction in found.prefetch_related("entry__photos")]


def _review_line(redaction: Redaction, language: str) -> ReviewLine:
    entry = redaction.entry
    text = words_of(entry)
    chosen = {Cut(*cut) for cut in redaction.cuts}
    choices = [Choice(cut, text[cut.start : cut.end], cut in chosen) for cut in offered(text, language)]
    photos = [PhotoChoice(photo, str(photo.pk) in redaction.photos_out) for photo in photos_of(entry)]
    shown = redacted(text, list(chosen)) if text else ""
    return ReviewLine(entry, shown, redaction.is_included, choices, photos, redaction.is_point_out)


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
