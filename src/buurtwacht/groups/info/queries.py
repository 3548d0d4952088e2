# SPDX-License-Identifier: EUPL-1.2
"""What there is to read, what waits, and for whom a digest is due."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from buurtwacht.groups.models import InfoNote, InfoTold, Membership, Organisation, WatchGroup
from buurtwacht.groups.queries import groups_under, now_in_group
from buurtwacht.people.models import Person

from .rules import last_due

State = InfoNote.State


class Due(NamedTuple):
    """A digest of one person: when it was due, and on the ceiling of which group it counts where it costs money."""

    at: datetime
    group_id: UUID


def current_notes(group: WatchGroup) -> QuerySet[InfoNote]:
    """What members of the group read today, the newest first."""
    return group.info.filter(_to_be_read(timezone.now()))


def waiting_notes(group: WatchGroup) -> QuerySet[InfoNote]:
    """What others offered and nobody decided about yet, the oldest first."""
    return group.info.filter(state=State.WAITING, ends_at__gt=timezone.now()).order_by("created_at", "pk")


def notes_to_manage(group: WatchGroup) -> QuerySet[InfoNote]:
    """What the coordinators wrote and what is to be read, now or later, but for what waits."""
    return group.info.filter(state__in=(State.DRAFT, State.PUBLISHED), ends_at__gt=timezone.now())


def groups_to_inform(organisation: Organisation) -> QuerySet[WatchGroup]:
    """The groups to whose coordinators police and municipality can offer a note."""
    return groups_under(organisation).filter(status=WatchGroup.Status.ACTIVE).order_by("name")


def groups_with_info(groups: Iterable[WatchGroup]) -> list[WatchGroup]:
    """Those of these groups in which there is something to read today."""
    groups = list(groups)
    here = set(
        InfoNote.objects.filter(_to_be_read(timezone.now()), group__in=groups).values_list("group_id", flat=True)
    )
    return [group for group in groups if group.pk in here]


def notes_for(person: Person, since: datetime | None, up_to: datetime) -> list[InfoNote]:
    """What a digest of this person holds: new after `since`, there at `up_to`, and still to be read now."""
    here = _hears(up_to) & Q(person=person)
    notes = InfoNote.objects.filter(
        _to_be_read(timezone.now()), starts_at__lte=up_to, group__in=Membership.objects.filter(here).values("group")
    )
    notes = notes.filter(starts_at__gt=since) if since else notes
    return list(notes.select_related("group__organisation").order_by("group__name", "starts_at", "pk"))


def due_digests(now: datetime) -> dict[UUID, Due]:
    """For whom a digest is due now, and the moment at which it was. Nobody for whom there is nothing new."""
    starts: dict[UUID, list[datetime]] = {}
    zones = {}
    for note in InfoNote.objects.filter(_to_be_read(now)).select_related("group__organisation"):
        starts.setdefault(note.group_id, []).append(note.starts_at)
        zones[note.group_id] = note.group.tz
    moments = {(pk, wish): last_due(wish, now, zone) for pk, zone in zones.items() for wish in Person.Info.values}
    groups = {pk for (pk, _wish), due in moments.items() if due}
    told = dict(InfoTold.objects.filter(person__memberships__group__in=groups).values_list("person_id", "up_to"))
    found: dict[UUID, Due] = {}
    for person_id, wish, group_id, joined_at in _readers(groups):
        due, since = moments[group_id, wish], told.get(person_id)
        if due is None or joined_at > due or (since and since >= due):
            continue
        if any(start <= due and (since is None or start > since) for start in starts[group_id]):
            found[person_id] = max(Due(due, group_id), found.get(person_id, Due(due, group_id)))
    return found


def _readers(groups: Iterable[UUID]) -> Iterable[tuple[UUID, str, UUID, datetime]]:
    rows = Membership.objects.filter(
        now_in_group(), group__in=groups, welcomed_at__isnull=False, person__is_active=True
    )
    return rows.values_list("person_id", "person__info", "group_id", "joined_at").iterator()


def _hears(up_to: datetime) -> Q:
    """Memberships whose digest holds what their group had at that moment."""
    return now_in_group() & Q(welcomed_at__isnull=False, joined_at__lte=up_to)


def _to_be_read(now: datetime) -> Q:
    return Q(state=State.PUBLISHED, starts_at__lte=now, ends_at__gt=now)
