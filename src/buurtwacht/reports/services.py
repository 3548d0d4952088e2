# SPDX-License-Identifier: EUPL-1.2
"""From a call to a shared report. What happens to it afterwards is in `thread/services`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import is_coordinator, membership_in, somebody_else_coordinates
from buurtwacht.groups.services import count_hints
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.models import Person

from . import rules
from .compose import title_of
from .draft import Draft
from .entries import add_entry
from .hints import hints_for
from .left_out import fit_draft
from .models import Calling, Entry, Report
from .nearby import Neighbour, told_nearby
from .whereabouts import place_of, point_of

CALLINGS_KEPT = timedelta(hours=24)


class AlreadyTold(DomainError):
    """A neighbour shared something nearby in the meantime: is it the same?"""

    def __init__(self, neighbour: Neighbour) -> None:
        super().__init__(_("A neighbour has called already. Is it about the same thing?"))
        self.neighbour = neighbour


@transaction.atomic
def start_calling(draft: Draft, *, by: Person) -> Calling:
    """Let neighbours know that somebody is calling about this, so that they add instead of calling too (R098)."""
    _refuse_outsiders(draft, by)
    Calling.objects.filter(at__lt=timezone.now() - CALLINGS_KEPT).delete()
    draft = located(draft)
    told = {
        "behaviours": list(draft.content.behaviours),
        "place": draft.content.place,
        "location": _plain(draft),
        "called_at": draft.content.called_at,
    }
    calling, is_new = Calling.objects.get_or_create(pk=draft.id, defaults=told | {"group": draft.group, "person": by})
    if calling.person_id != by.pk:
        raise NotFound(_("There is no such report."))
    if is_new:
        record("call.started", draft.id, by=by, group=draft.group.pk)
    elif any(getattr(calling, name) != value for name, value in told.items()):
        Calling.objects.filter(pk=draft.id).update(**told)
        record("call.noted", draft.id, by=by, called=draft.content.called_at is not None)
    return calling


def share_report(draft: Draft, *, by: Person, shown: Iterable[str] = ()) -> Report:
    """Tell the group. Sharing the same draft again gives the same report back.

    `shown` are the reasons of the wording check that were said about it before. Where there is danger, skin colour that
    was told too early is left out: `left_out.fit_draft` says which words.

    Raises `DomainError` when a step of SAAR is still to be done or when words must change first, and `AlreadyTold`
    when a neighbour was first and the reporter did not say yet that it is something else.
    """
    own = _refuse_outsiders(draft, by)
    if shared := _shared_before(draft, by):
        return shared
    try:
        with transaction.atomic():
            return _share(located(draft), by, shown, is_suspended=own.is_suspended)
    except IntegrityError:  # the same form came in twice at the same moment, and the other one was first
        if shared := _shared_before(draft, by):
            return shared
        raise


def located(draft: Draft) -> Draft:
    """With a point for a street that we know, and with words for a pin on the map."""
    content = draft.content
    point = content.location or point_of(draft.group, content.place)
    place = content.place or place_of(draft.group, point)
    return replace(draft, content=replace(content, location=point, place=place))


def _share(draft: Draft, by: Person, shown: Iterable[str], *, is_suspended: bool) -> Report:
    content, policy, now = draft.content, draft.group.policy, timezone.now()
    if rules.next_step(content, policy, in_doubt=draft.in_doubt, insists=draft.insists) is not rules.Step.APP:
        raise DomainError(_("Call the police first, then tell the group."))
    hints = hints_for(draft)
    if blocking := [hint for hint in hints if hint.blocks]:
        raise DomainError(" ".join(filter(None, (blocking[0].why, blocking[0].instead))))
    draft, _left_out = fit_draft(draft)
    content = draft.content
    # One report at a time per group, so that two neighbours who share at the same moment hear of each other.
    type(draft.group).objects.select_for_update(no_key=True).get(pk=draft.group.pk)
    if (neighbour := told_nearby(draft, by.pk)) and neighbour.report:
        raise AlreadyTold(neighbour)
    coordinates = is_coordinator(by, draft.group)
    is_read = somebody_else_coordinates(draft.group, by)
    status = rules.first_status(content, policy, by_coordinator=coordinates, is_suspended=is_suspended, is_read=is_read)
    until = rules.doubt_ends_at(now, policy) if status == Report.Status.DOUBT else None
    content = replace(content, title=title_of(content), until=until)
    report = Report.objects.create(
        id=draft.id,
        group=draft.group,
        reporter=by,
        status=status,
        behaviours=list(content.behaviours),
        title=content.title,
        place=content.place,
        location=_plain(draft),
        in_sight=content.in_sight,
        seen_at=content.seen_at or now,
        called_at=content.called_at,
        caller=by if content.called_at else None,
        shared_at=now,
        shown_at=None if rules.coordinator_is_first(status, policy) else now,
        doubt_until=until,
        last_news_at=now,
    )
    Calling.objects.filter(pk=draft.id).delete()
    count_hints(draft.group, shown, {hint.reason for hint in hints})
    if until:
        record("report.doubted", report.pk, by=by)
    add_entry(
        report,
        kind=Entry.Kind.SHARED,
        role=Entry.Role.REPORTER,
        author=by,
        content=content,
        photos=[draft.photo] if draft.photo else [],
    )
    return report


def _shared_before(draft: Draft, by: Person) -> Report | None:
    report = Report.objects.filter(pk=draft.id).first()
    if report is not None and (report.reporter_id != by.pk or report.group_id != draft.group.pk):
        raise NotFound(_("There is no such report."))
    return report


def _refuse_outsiders(draft: Draft, by: Person) -> Membership:
    own = membership_in(by, draft.group)
    if own is None:
        raise NotFound(_("There is no such group."))
    return own


def _plain(draft: Draft) -> dict[str, float] | None:
    point = draft.content.location
    return point.to_json() if point else None
