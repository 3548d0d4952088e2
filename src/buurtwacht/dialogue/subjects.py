# SPDX-License-Identifier: EUPL-1.2
"""Which report is this about?"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from buurtwacht.delivery.ids import first_id_at
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.reports.models import BuddyRequest, Entry, Photo, Report
from buurtwacht.reports.thread.access import Reader, writer_for

from .models import Turn

ANSWERS_WITHIN = timedelta(hours=12)
MOST_TO_CHOOSE = 6
LATEST = 20  # messages to one address that are looked at
APART = timedelta(minutes=2)  # text messages overtake each other


def report_answered(delivery: Delivery | None, person: Person) -> Reader | None:
    """The report of the message that is answered, when this person may read it."""
    intent = Intent.objects.filter(pk=delivery.intent_id).first() if delivery else None
    report_id = _report_of(intent) if intent else None
    return reader_of(person, report_id) if report_id else None


def reports_told(point: ContactPoint, room_id: UUID | None = None) -> list[Reader]:
    """The reports that go on and of which this person, or this room, heard in the last hours, the newest first.

    On whatever way: who got an alert on a screen may answer it by text message.
    """
    since = timezone.now() - ANSWERS_WITHIN
    here = {"contact_point_id": room_id} if room_id else {"person_id": point.person_id}
    told = Delivery.objects.filter(**here, id__gte=first_id_at(since), priority__lte=1)
    intents = Intent.objects.filter(pk__in=list(told.values_list("intent_id", flat=True)), kind__startswith="report.")
    ids = [report_id for intent in intents.order_by("-created_at", "-pk") if (report_id := _report_of(intent))]
    own = Report.objects.filter(reporter=point.person, shared_at__gte=since).order_by("-shared_at", "-pk")
    ids += list(own.values_list("pk", flat=True))
    found = (reader_of(point.person, report_id) for report_id in dict.fromkeys(ids))
    return [reader for reader in found if reader and reader.report.is_live][:MOST_TO_CHOOSE]


def last_alert(point: ContactPoint, among: Sequence[Reader]) -> Reader | None:
    """The report of the last alert that went to this address; None when two came so close that either may be meant."""
    live = {reader.report.pk: reader for reader in among}
    sent = Delivery.objects.filter(
        contact_point_id=point.pk,
        id__gte=first_id_at(timezone.now() - ANSWERS_WITHIN),
        priority__lte=1,
        state=Delivery.State.HANDED_OVER,
    )
    rows = list(sent.order_by("-handed_over_at", "-pk").values_list("intent_id", "handed_over_at")[:LATEST])
    intents = Intent.objects.in_bulk([intent_id for intent_id, _at in rows])
    about = [(intents[intent_id], at) for intent_id, at in rows if at and intent_id in intents]
    told = [(report_id, at) for intent, at in about if (report_id := _report_of(intent)) in live]
    if not told:
        return None
    newest, newest_at = told[0]
    if any(report_id != newest and newest_at - at < APART for report_id, at in told):
        return None
    return live[newest]


def reader_of(person: Person, report_id: UUID | str) -> Reader | None:
    """The report with this id, for this person; None when it is not there or not theirs to read."""
    try:
        return writer_for(person, UUID(str(report_id)))
    except (DomainError, ValueError):
        return None


def _report_of(intent: Intent) -> UUID | None:
    if intent.kind == "report.entry":
        return Entry.objects.filter(pk=intent.subject_id).values_list("report_id", flat=True).first()
    if intent.kind.startswith("report.buddy"):
        return BuddyRequest.objects.filter(pk=intent.subject_id).values_list("report_id", flat=True).first()
    if intent.kind.startswith("report.photo"):
        return Photo.objects.filter(pk=intent.subject_id).values_list("report_id", flat=True).first()
    if intent.kind == "dialogue.turn":
        return Turn.objects.filter(pk=intent.subject_id).values_list("report_id", flat=True).first()
    return intent.subject_id if intent.kind.startswith("report.") else None
