# SPDX-License-Identifier: EUPL-1.2
"""Taking words and photos away. Digests stay, so that the chain can still be checked."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from buurtwacht.journal.services import record
from buurtwacht.reports.compose import title_of
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Photo, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import unsay_report

GONE = {"content": None, "salt": None, "hidden_content": None, "hidden_salt": None}
HAS_WORDS = Q(content__isnull=False) | Q(hidden_content__isnull=False)


def erase_entries(report: Report, kinds: Iterable[str]) -> list[Entry]:
    """Erase what entries of these kinds say. Returns the entries that had words, without them."""
    entries = list(Entry.objects.filter(HAS_WORDS, report=report, kind__in=kinds))
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).update(**GONE)
    for entry in entries:
        entry.content = entry.salt = entry.hidden_content = entry.hidden_salt = None
    return entries


def erase_photos(report: Report) -> int:
    """Erase every photo of a report. Its digest stays in the entry that it belongs to."""
    return erase_these(Photo.objects.filter(report=report, erased_at=None))


def erase_these(photos: QuerySet[Photo]) -> int:
    """Both copies, and the words that go with them. Returns how many photos that were."""
    gone = dict.fromkeys(("image", "shown", "own_areas", "areas"))
    return photos.update(**gone, description="", erased_at=timezone.now())


@transaction.atomic
def erase_description(report: Report) -> list[Entry]:
    """Erase all that describes somebody: nothing was wrong, or it was not true. The title keeps the behaviour only."""
    report.title = title_of(Content(behaviours=tuple(report.behaviours)))
    report.location, report.erased_at = None, timezone.now()
    report.save(update_fields=["title", "location", "erased_at"])
    erased = erase_entries(report, rules.DESCRIPTIONS)
    record("report.erased", report.pk, entries=len(erased), photos=erase_photos(report))
    unsay_report(report)
    return erased


def erase_old_words(now: datetime) -> int:
    """Erase the words of reports that ended 30 days ago. Title, place and pin go too; figures and digests stay."""
    due = Report.objects.filter(closed_at__lte=now - rules.WORDS_KEPT_FOR)
    with_words = Exists(Entry.objects.filter(HAS_WORDS, report=OuterRef("pk")))
    count = 0
    for report in due.filter(with_words).iterator():
        count += _erase_all(report)
    return count


@transaction.atomic
def _erase_all(report: Report) -> int:
    report = Report.objects.select_for_update().get(pk=report.pk)
    report.title = report.place = ""
    report.location, report.erased_at = None, report.erased_at or timezone.now()
    report.save(update_fields=["title", "place", "location", "erased_at"])
    erased = erase_entries(report, Entry.Kind.values)
    record("report.erased", report.pk, entries=len(erased), photos=erase_photos(report))
    unsay_report(report)
    return len(erased)


def erase_handed_over_photos(now: datetime) -> int:
    """Erase photos that the police have had for seven days (requirements 4.3)."""
    handed_over = Entry.objects.filter(
        report=OuterRef("report"), kind=Entry.Kind.HANDOVER, at__lte=now - rules.PHOTOS_KEPT_FOR
    )
    due = Photo.objects.filter(Exists(handed_over), erased_at=None)
    count = 0
    for report in Report.objects.filter(pk__in=due.values("report")):
        with transaction.atomic():
            erased = erase_photos(report)
            record("photo.erased", report.pk, photos=erased)
        count += erased
    return count
