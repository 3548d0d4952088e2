# SPDX-License-Identifier: EUPL-1.2
"""A report that a neighbouring group passed on (R020): what happens and where, never how anybody looks."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.models import Person
from buurtwacht.wording.plates import plates_in

from .compose import title_of
from .content import Content, VehicleCard, read
from .entries import add_entry
from .models import Entry, Report

Kind = Entry.Kind
FULL_TELLINGS = (Kind.SHARED, Kind.CORRECTION)
MISSING = "…"  # stands where a plate was


def content_for_neighbours(report: Report) -> Content:
    """What another group may be told: signs, place, direction, times, and vehicles without plates.

    Persons, photos and the words of who wrote stay in the own group. Of what was hidden nothing is told.
    """
    if report.status == Report.Status.HIDDEN:
        return Content(source=report.group.name)
    entries = [entry for entry in report.entries.order_by("sequence") if entry.content]
    full = [read(entry) for entry in entries if entry.kind in FULL_TELLINGS]
    told = ([one for one in full if one.behaviours] or full or [Content()])[-1]
    added = [card for entry in entries if entry.kind == Kind.VEHICLE for card in read(entry).vehicles]
    return Content(
        behaviours=tuple(report.behaviours),
        place=_without_plates(told.place or report.place),
        location=told.location,
        direction=_without_plates(told.direction),
        in_sight=told.in_sight or report.in_sight,
        seen_at=told.seen_at or report.seen_at,
        called_at=report.called_at,
        vehicles=tuple(card for card in map(_vehicle, (*told.vehicles, *added)) if not card.is_empty),
        source=report.group.name,
    )


def addition_for_neighbours(entry: Entry) -> Content:
    """What another group may be told of one addition: where, which way, and vehicles without plates."""
    if entry.hidden_at is not None or entry.content is None or entry.report.status == Report.Status.HIDDEN:
        return Content()
    told = read(entry)
    return Content(
        place=_without_plates(told.place),
        direction=_without_plates(told.direction),
        vehicles=tuple(card for card in map(_vehicle, told.vehicles) if not card.is_empty),
    )


@transaction.atomic
def share_from_neighbours(report: Report, group: WatchGroup, *, by: Person, copy_id: UUID) -> Report:
    """Tell `group` what goes on in the group next to it, as a report of its own without a reporter.

    `by` coordinates `group`. Sharing with the same `copy_id` again gives the same report back.
    """
    if not is_coordinator(by, group):
        raise NotFound(_("There is no such group."))
    if group.status != WatchGroup.Status.ACTIVE:
        raise DomainError(_("The group rests: it cannot be warned."))
    WatchGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    if shared := Report.objects.filter(pk=copy_id, group=group).first():
        return shared
    content, now = content_for_neighbours(report), timezone.now()
    with override(group.organisation.language):
        content = replace(content, title=title_of(content))
    copy = Report.objects.create(
        id=copy_id,
        group=group,
        reporter=None,
        behaviours=list(content.behaviours),
        title=content.title,
        place=content.place,
        location=content.location.to_json() if content.location else None,
        in_sight=content.in_sight,
        seen_at=content.seen_at or now,
        called_at=content.called_at,
        shared_at=now,
        shown_at=now,
        last_news_at=now,
    )
    add_entry(copy, kind=Kind.SHARED, role=Entry.Role.COORDINATOR, author=by, content=content)
    return copy


def _vehicle(card: VehicleCard) -> VehicleCard:
    """The kind, the colour and the make. A plate stays behind, and so do loose words and who sat in it."""
    return VehicleCard(
        kind=card.kind,
        colour=_without_plates(card.colour),
        make=_without_plates(card.make),
        model=_without_plates(card.model),
        direction=_without_plates(card.direction),
    )


def _without_plates(text: str) -> str:
    """A plate may have been typed where it does not belong."""
    for span in reversed(plates_in(text)):
        text = text[: span.start] + MISSING + text[span.end :]
    return text
