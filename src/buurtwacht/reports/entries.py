# SPDX-License-Identifier: EUPL-1.2
"""The one way to add an entry to a report."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from buurtwacht.delivery.services import intend
from buurtwacht.groups.queries import coordinators_of, members_of
from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id
from buurtwacht.live.services import publish
from buurtwacht.people.models import Person

from . import chain, rules
from .compose import line_of
from .content import Content, PhotoSeal, filtered
from .content.seal import sealed
from .looks import is_a_sign
from .looks_gate import let_through
from .models import Entry, Photo, Report
from .photos import TakenPhoto
from .signatures import signature_of

Kind = Entry.Kind

ALARM, UPDATE = 0, 1
ALARM_VALID_FOR = timedelta(minutes=60)  # an alarm of an hour ago helps nobody any more (R105)
NEWS_VALID_FOR = timedelta(hours=12)
PHOTO_WAITS = timedelta(hours=12)
ALARMS = (Kind.SHARED, Kind.RAISED)

ACTIONS = {
    Kind.SHARED: "report.shared",
    Kind.RAISED: "report.raised",
    Kind.CALL: "report.called",
    Kind.SIGHTING: "report.supplemented",
    Kind.VEHICLE: "report.supplemented",
    Kind.PERSON: "report.supplemented",
    Kind.POLICE_ON_SITE: "report.police_arrived",
    Kind.ADVICE: "report.advised",
    Kind.CORRECTION: "report.corrected",
    Kind.HIDDEN: "report.hidden",
    Kind.SHOWN_AGAIN: "report.shown_again",
    Kind.FALSE_ALARM: "report.withdrawn",
    Kind.WITHDRAWN: "report.withdrawn",
    Kind.CLOSING: "report.closed",
    Kind.HANDOVER: "report.handed_over",
    Kind.OUTCOME: "report.answered",
}


@transaction.atomic
def add_entry(
    report: Report,
    *,
    kind: Kind,
    role: Entry.Role,
    content: Content,
    author: Person | None = None,
    tell: bool = True,
    alarm: bool = False,
    entry_id: UUID | None = None,
    photos: Sequence[TakenPhoto] = (),
) -> Entry:
    """Append to the thread: seal it in the chain, promise to tell it, show it on open screens, write the journal.

    Change the report's own row first: this shows the entry to whoever may see the report as it is now. Make it the
    last statement of the transaction, see `live.services.publish`. `alarm` tells it with the urgency of a first alarm.
    `entry_id` is made with the form, so that whoever sends a form twice can be recognised. The digests of `photos` are
    sealed into the entry. Raises `DomainError` when it says how somebody looks and nothing of what somebody does.
    """
    now = timezone.now()
    held = Report.objects.select_for_update(of=("self",)).select_related("group__organisation").get(pk=report.pk)
    last = held.entries.order_by("-sequence").first()
    entry = Entry(report=held, kind=kind, role=role, author=author, at=now)
    entry.id = entry_id or entry.id
    entry.sequence = last.sequence + 1 if last else 1
    kept = [(new_id(), photo) for photo in photos]
    content = replace(content, photos=tuple(_seal_of(photo_id, photo) for photo_id, photo in kept) or content.photos)
    known = is_a_sign(held.behaviours) and kind != Kind.CORRECTION
    content = filtered(placed(content, held.place), held.group.policy, known=known)
    content = let_through(held, content, is_correction=kind == Kind.CORRECTION)
    entry.content = sealed(content, held.group.policy)
    chain.seal(entry, bytes(last.digest) if last else chain.first_link(held.pk))
    entry.save(force_insert=True)
    for photo in Photo.objects.bulk_create(_row(photo_id, photo, entry) for photo_id, photo in kept):
        _ask_to_look(photo)
    Report.objects.filter(pk=held.pk).update(last_news_at=now)
    report.last_news_at = now
    record(ACTIONS[kind], held.pk, by=author, entry=entry.pk)
    if tell:
        _promise(entry, urgent=alarm or kind in ALARMS)
        show(entry)
    return entry


def placed(content: Content, place: str) -> Content:
    """Every vehicle with a place: its own, else that of the entry, else that of the report (R124)."""
    where = content.place or place
    return replace(content, vehicles=tuple(replace(card, place=card.place or where) for card in content.vehicles))


def _seal_of(photo_id: UUID, photo: TakenPhoto) -> PhotoSeal:
    return PhotoSeal(id=str(photo_id), digest=photo.digest.hex(), description=photo.description)


def _row(photo_id: UUID, photo: TakenPhoto, entry: Entry) -> Photo:
    return Photo(
        id=photo_id,
        report=entry.report,
        entry=entry,
        audience=photo.audience,
        description=photo.description,
        image=photo.jpeg,
        digest=photo.digest,
        width=photo.width,
        height=photo.height,
    )


def _ask_to_look(photo: Photo) -> None:
    """Whoever decides about photos hears that one waits. The alert goes out meanwhile."""
    if photo.audience == Photo.Audience.WAITING:
        intend("report.photo_waits", photo.pk, priority=UPDATE, valid_for=PHOTO_WAITS, payer_id=photo.report.group_id)


def _promise(entry: Entry, *, urgent: bool) -> None:
    intend(
        "report.entry",
        entry.pk,
        priority=ALARM if urgent else UPDATE,
        valid_for=ALARM_VALID_FOR if urgent else NEWS_VALID_FOR,
        payer_id=entry.report.group_id,
    )


def show(entry: Entry, event: str = "entry") -> None:
    """Put the entry on every open screen that may see it, rendered once per language that is spoken there.

    The event `replace` puts it in the place of the same entry, as it was shown before. The group's own topic gets no
    words, only that something happened: its screens fetch themselves, and nothing stays there to be read again after
    a report was hidden.
    """
    report = entry.report
    if report.status == Report.Status.HIDDEN and entry.kind != Kind.HIDDEN:
        return  # nothing of a hidden report stays on a screen, or can be replayed there
    group = report.group
    everybody = rules.is_for_everybody(report, group.policy)
    members = members_of(group) if everybody else coordinators_of(group)
    languages = set(members.order_by().values_list("person__language", flat=True))
    if report.reporter:
        languages.add(report.reporter.language)
    spoken = [(language, fragment(entry, language)) for language in sorted(languages)]
    for language, html in spoken:  # all words are ready now: publishing makes every other publisher wait
        publish(f"report:{report.pk}:{language}", event, html)
        if everybody:
            publish(f"group:{group.pk}:{language}", event, _news(entry, language))


def _news(entry: Entry, language: str) -> str:
    """That something happened, for a screen reader, without what."""
    with translation.override(language):
        words = _("There is news in your neighbourhood.")
    return format_html('<li id="regel-{}" data-live-announce="{}"></li>', entry.pk, words)


def fragment(entry: Entry, language: str) -> str:
    """The entry as it stands in the timeline, in this language."""
    report = entry.report
    zone = report.group.tz
    with translation.override(language), timezone.override(zone):
        line = line_of(entry, report.group.policy, zone, signature_of(entry))
        return render_to_string("reports/_entry.html", {"line": line, "report": report, "is_new": True})
