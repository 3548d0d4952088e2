# SPDX-License-Identifier: EUPL-1.2
"""Until when the police agreed with somebody, and asking them again in time (N12)."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.models import Clearance, Verdict
from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import end_membership, relieve_coordinator
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.policy.model import Vetting as Who


@transaction.atomic
def clear_member(membership: Membership, verdict: str, until: date | None, *, by: Person | None = None) -> Clearance:
    """Keep with the membership until when the police agreed. An earlier clearance is replaced."""
    today = timezone.localdate(timezone=membership.group.tz)
    found, _is_new = Clearance.objects.update_or_create(
        membership=membership,
        defaults={
            "checked_at": timezone.now(),
            "valid_until": rules.good_until(verdict, until, today),
            "asked_at": None,
            "checked_by": by,
        },
    )
    record("clearance.given", found.pk, by=by, member=membership.pk, group=membership.group_id)
    return found


@transaction.atomic
def ask_again_in_time() -> int:
    """Put whoever's clearance ends within a month in the queue of the police. Returns how many.

    Only where the rules still ask for it; where they no longer do, the clearance is forgotten.
    """
    last_day = timezone.localdate() + rules.ASK_AGAIN_BEFORE
    due = Clearance.objects.select_for_update(of=("self",)).filter(
        asked_at=None, valid_until__lte=last_day, membership__left_at=None
    )
    asked = 0
    for clearance in due.select_related("membership__group"):
        membership = clearance.membership
        if not is_checked(membership):
            clearance.delete()
            continue
        clearance.asked_at = timezone.now()
        clearance.save(update_fields=["asked_at"])
        record("clearance.asked", clearance.pk, member=membership.pk, group=membership.group_id)
        asked += 1
    return asked


@transaction.atomic
def renew_clearance(clearance: Clearance, verdict: str, *, until: date | None, by: Person) -> None:
    """The police answer again. After a no somebody takes no further part, or no longer coordinates."""
    clearance = Clearance.objects.select_for_update().get(pk=clearance.pk)
    if clearance.asked_at is None:
        raise DomainError(_("This one has been answered already. Nothing was changed."))
    membership = Membership.objects.select_related("group__organisation", "person").get(pk=clearance.membership_id)
    if verdict != Verdict.NO:
        clear_member(membership, verdict, until, by=by)
        return
    record("clearance.withdrawn", clearance.pk, by=by, member=membership.pk, group=membership.group_id)
    clearance.delete()
    if membership.group.policy.vetting == Who.POLICE:
        end_membership(membership, by=by, reason="police", decided=True)
    else:
        relieve_coordinator(membership, by=by, last_too=True, decided=True)


def is_checked(membership: Membership) -> bool:
    """Do the rules of this group ask the police about this member, as a member or as its coordinator?"""
    policy = membership.group.policy
    coordinates = membership.role == Membership.Role.COORDINATOR
    return policy.vetting == Who.POLICE or (policy.vetting == Who.COORDINATOR_ONLY and coordinates)
