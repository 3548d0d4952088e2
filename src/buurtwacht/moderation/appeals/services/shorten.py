# SPDX-License-Identifier: EUPL-1.2
"""A measure ends sooner: what an appeal may come to. Inside the transaction of the verdict, with the measure locked."""

from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import lift_suspension, suspend_member
from buurtwacht.journal.services import record
from buurtwacht.moderation.models import Measure
from buurtwacht.people.models import Person

SUSPENDING = (Measure.Kind.SUSPENSION, Measure.Kind.PROSECUTOR)


def shorten(measure: Measure, *, until: datetime, by: Person) -> Measure:
    """A suspension or a ban ends sooner. Who holds bans hears of it by the verdict."""
    measure.until = until
    measure.save(update_fields=["until"])
    case = measure.case
    record("measure.shortened", measure.pk, by=by, group=case.group_id, kind=measure.kind, person=case.person_id)
    member = membership_in(case.person, case.group)
    if member and measure.kind in SUSPENDING:
        _suspend_until_the_last(member, by)
    return measure


def _suspend_until_the_last(member: Membership, by: Person) -> None:
    """Two suspensions may hold side by side: the one that ends last counts."""
    now = timezone.now()
    theirs = Measure.objects.filter(case__group=member.group_id, case__person=member.person_id)
    held = theirs.filter(kind__in=SUSPENDING, status=Measure.Status.TAKEN, until__gt=now)
    last = held.aggregate(last=Max("until"))["last"]
    if last:
        suspend_member(member, last, by=by)
    elif member.is_suspended:
        lift_suspension(member, by=by)
