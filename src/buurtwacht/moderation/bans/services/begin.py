# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.moderation.bans.marks import Mark, marks_of
from buurtwacht.moderation.ladder import BAN
from buurtwacht.moderation.models import Ban, BanMark, Measure
from buurtwacht.people.models import Person
from buurtwacht.people.queries import known_addresses

REMOVAL, TAKEN = Measure.Kind.REMOVAL, Measure.Status.TAKEN


@transaction.atomic
def begin_ban(measure: Measure) -> Ban | None:
    """Hold back who was removed, until the day of the measure and for a year at most. Beginning twice makes one.

    None for another measure, for one that no longer stands, and for one whose day has passed.
    """
    measure = Measure.objects.select_for_update(of=("self",)).select_related("case__person").get(pk=measure.pk)
    case, now = measure.case, timezone.now()
    group = WatchGroup.objects.select_for_update().get(pk=case.group_id)  # so that nobody comes in meanwhile
    ends_at = _end_of(measure, now)
    if measure.kind != REMOVAL or measure.status != TAKEN or ends_at <= now or case.person.erased_at:
        return None
    ban, is_new = Ban.objects.get_or_create(
        measure=measure, defaults={"group": group, "reason": case.rule, "began_at": now, "ends_at": ends_at}
    )
    marks = _marks_of(case.person, group, str((measure.address or {}).get("phone", "")))
    BanMark.objects.bulk_create(
        [BanMark(ban=ban, kind=one.kind, mark=one.mark) for one in sorted(marks)], ignore_conflicts=True
    )
    if is_new:
        record("ban.began", ban.pk, by=measure.seconded_by or measure.proposed_by, group=group.pk, marks=len(marks))
    return ban


def _end_of(measure: Measure, now: datetime) -> datetime:
    latest = (measure.decided_at or now) + BAN
    return min(measure.until, latest) if measure.until else latest


def _marks_of(person: Person, group: WatchGroup, phone: str) -> set[Mark]:
    """Of everything by which this person was known: to us, to any group, and in an application that is going on.

    Only what they showed to be theirs, or a group wrote down: whoever fills in the address of a neighbour takes nobody
    along.
    """
    known = known_addresses(person, proven=True)
    memberships = [one.phone for one in Membership.objects.filter(person=person)]
    applications = Application.objects.filter(person=person)
    emails = [*known.emails, *(one.email for one in applications if one.email_proven_at)]
    phones = [phone, *known.phones, *memberships, *(one.phone for one in applications if one.phone_proven_at)]
    return marks_of(emails, phones, person.pk, accounts=known.accounts, country=group.policy.country)
