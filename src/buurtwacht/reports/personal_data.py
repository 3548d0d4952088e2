# SPDX-License-Identifier: EUPL-1.2
"""What reports keep about people: those who wrote, and those who are described (requirements 4.3)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from buurtwacht.privacy.declare import Basis, Declaration, Row, declare

from .content import own_words
from .models import BuddyRequest, Calling, Entry, Photo, Report
from .thread import rules
from .thread.services import erase_handed_over_photos, erase_old_words
from .thread.services.erase import HAS_WORDS

CALLINGS_KEPT = timedelta(hours=24)


def export_reports(person_id: UUID) -> list[Row]:
    """What they reported. Once somebody else corrected it, its title and place are the words of that person."""
    theirs = Entry.objects.filter(report=OuterRef("pk"), kind=Entry.Kind.CORRECTION).exclude(author_id=person_id)
    own = Report.objects.filter(reporter_id=person_id).annotate(is_corrected=Exists(theirs))
    return [
        {
            "group": report.group.name,
            "title": "" if report.is_corrected else report.title,
            "place": "" if report.is_corrected else report.place,
            "status": report.status,
            "called_at": report.called_at,
            "shared_at": report.shared_at,
            "closed_at": report.closed_at,
        }
        for report in own.select_related("group")
    ]


def erase_reports(person_id: UUID) -> int:
    """Take the name away. The words go on their own day, so that neighbours and police are not left in the middle."""
    Report.objects.filter(caller_id=person_id).update(caller=None)
    Report.objects.filter(closed_by_id=person_id).update(closed_by=None)
    return Report.objects.filter(reporter_id=person_id).update(reporter=None)


def export_entries(person_id: UUID) -> list[Row]:
    """Hidden words too: they are out of sight for others, not for who wrote them."""
    own = Entry.objects.filter(HAS_WORDS, author_id=person_id).order_by("at", "pk")
    return [{"at": entry.at, "kind": entry.kind, "content": own_words(entry).to_json()} for entry in own]


def erase_entries(person_id: UUID) -> int:
    Entry.objects.filter(hidden_by_id=person_id).update(hidden_by=None)
    return Entry.objects.filter(author_id=person_id).update(author=None)


def export_photos(person_id: UUID) -> list[Row]:
    own = Photo.objects.filter(entry__author_id=person_id, erased_at=None).defer("image")
    return [{"taken_in_at": photo.taken_in_at, "description": photo.description} for photo in own]


def export_callings(person_id: UUID) -> list[Row]:
    return [{"at": calling.at, "place": calling.place} for calling in Calling.objects.filter(person_id=person_id)]


def erase_callings(person_id: UUID) -> int:
    return Calling.objects.filter(person_id=person_id).delete()[0]


def forget_callings(now: datetime) -> int:
    return Calling.objects.filter(at__lt=now - CALLINGS_KEPT).delete()[0]


def export_buddies(person_id: UUID) -> list[Row]:
    return [
        {"asked_at": one.asked_at, "asked": one.asked_by_id == person_id, "ended_at": one.ended_at}
        for one in BuddyRequest.objects.filter(Q(asked_by_id=person_id) | Q(joined_by_id=person_id))
    ]


def erase_buddies(person_id: UUID) -> int:
    return BuddyRequest.objects.filter(Q(asked_by_id=person_id) | Q(joined_by_id=person_id)).delete()[0]


def forget_buddies(now: datetime) -> int:
    return BuddyRequest.objects.filter(report__closed_at__lt=now - rules.WORDS_KEPT_FOR).delete()[0]


declare(
    Declaration(
        model="reports.Report",
        what=_("The title, the place and the times of a report, and who made it, called and closed it."),
        why=_("To warn neighbours of what goes on near them. Members read it until a day after the end."),
        kept_for=rules.WORDS_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"group": _("Group"), "title": _("Report"), "place": _("Place"), "shared_at": _("Shared")},
        export=export_reports,
        erase=erase_reports,
        forget=erase_old_words,
    ),
    Declaration(
        model="reports.Entry",
        what=_("What was told on a report: what happened, and how persons and vehicles looked."),
        why=_("To let neighbours recognise what they see, and to tell the police. After that only a digest is left."),
        kept_for=rules.WORDS_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"at": _("Time"), "kind": _("Kind")},
        export=export_entries,
        erase=erase_entries,
    ),
    Declaration(
        model="reports.Photo",
        what=_(
            "Photos for a description, encrypted, without hidden data: whole, and a copy in which people are blurred."
        ),
        why=_(
            "The whole one for the police. The copy for the group, where its rules allow it and somebody looked first."
        ),
        kept_for=rules.PHOTOS_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"taken_in_at": _("Time"), "description": _("Description")},
        export=export_photos,
        forget=erase_handed_over_photos,
    ),
    Declaration(
        model="reports.Calling",
        what=_("That somebody is calling about something now, and where."),
        why=_("So that neighbours add to it and do not all call."),
        kept_for=CALLINGS_KEPT,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"at": _("Time"), "place": _("Place")},
        export=export_callings,
        erase=erase_callings,
        forget=forget_callings,
    ),
    Declaration(
        model="reports.BuddyRequest",
        what=_("Who asked for company, who went along, and whether both said that all was well."),
        why=_("So that nobody goes alone, and somebody notices when two do not come back."),
        kept_for=rules.WORDS_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"asked_at": _("Asked"), "ended_at": _("Until")},
        export=export_buddies,
        erase=erase_buddies,
        forget=forget_buddies,
    ),
)
