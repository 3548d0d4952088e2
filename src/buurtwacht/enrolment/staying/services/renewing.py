# SPDX-License-Identifier: EUPL-1.2
"""Every year: do you still live there, and do you still take part? (F9)"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from buurtwacht.enrolment.models import Renewal
from buurtwacht.enrolment.staying import rules
from buurtwacht.enrolment.telling import reads_mail
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import now_in_group
from buurtwacht.groups.services import end_membership
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person

MOST_AT_ONCE = 500  # in one night; the others follow in the next


@transaction.atomic
def renew(membership: Membership, *, by: Person | None = None) -> Membership:
    """They still take part. `by` is the coordinator who asked at the door, or nobody for a link from a mail.

    Renewing twice changes nothing, and who has left stays away.
    """
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    asked = Renewal.objects.filter(membership=membership).delete()[0]
    if membership.left_at or not asked:
        return membership
    membership.renewed_at = timezone.now()
    membership.save(update_fields=["renewed_at"])
    record("member.renewed", membership.pk, by=by, group=membership.group_id, person=membership.person_id)
    return membership


def ask_to_renew(now: datetime) -> int:
    """Ask everybody whose last yes is more than a year old, and who was not asked yet. Returns how many."""
    last_yes = Greatest("joined_at", Coalesce("renewed_at", "joined_at"))
    due = Membership.objects.annotate(last_yes=last_yes).filter(
        now_in_group(), group__status=WatchGroup.Status.ACTIVE, renewal=None, last_yes__lt=now - rules.A_YEAR
    )
    chosen = due.order_by("last_yes", "pk")[:MOST_AT_ONCE]
    return sum(_ask(membership, now) for membership in chosen)


def remind(now: datetime) -> int:
    """Remind, twice at most, those who have not answered. A night that was missed makes one reminder, not two."""
    waiting = Renewal.objects.filter(reminders__lt=len(rules.REMINDERS), asked_at__lte=now - rules.REMINDERS[0])
    return sum(_remind(renewal, now) for renewal in waiting.select_related("membership"))


def end_unanswered(now: datetime) -> int:
    """End the membership of who said nothing for sixty days.

    Who has no mail address could not answer: for them the coordinator says it, and until then they stay.
    """
    silent = Renewal.objects.filter(Q(membership__left_at=None), asked_at__lt=now - rules.LONGEST_SILENCE)
    ended = 0
    for renewal in silent.select_related("membership__person"):
        if reads_mail(renewal.membership.person):
            end_membership(renewal.membership, reason=rules.NOT_RENEWED)
            ended += 1
    return ended


@transaction.atomic
def _ask(membership: Membership, now: datetime) -> bool:
    """Ask one member. False when another worker did so in the meantime."""
    _renewal, is_new = Renewal.objects.get_or_create(membership=membership, defaults={"asked_at": now})
    if is_new:
        record("member.asked_to_stay", membership.pk, group=membership.group_id, reminder=0)
    return is_new


@transaction.atomic
def _remind(renewal: Renewal, now: datetime) -> bool:
    due = rules.reminders_due(now - renewal.asked_at)
    behind = Renewal.objects.filter(pk=renewal.pk, reminders__lt=due)
    if not behind.update(reminders=due):
        return False
    membership = renewal.membership
    record("member.asked_to_stay", membership.pk, group=membership.group_id, reminder=due)
    return True
