# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.members.ending import check_nothing_open
from buurtwacht.enrolment.models import Departure
from buurtwacht.enrolment.staying.services import count_departure, is_last_coordinator
from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import end_membership
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

# Why a coordinator may end a membership alone. Whoever broke a rule is judged in a case, by the policy (R147, R148).
COUNTED_AS = {
    "asked": Departure.Reason.UNSAID,
    "moved": Departure.Reason.MOVED,
    "died": Departure.Reason.UNSAID,
}


@transaction.atomic
def end_for(membership: Membership, *, reason: str, by: Person) -> Membership:
    """Write down that a neighbour stops: they asked it, moved away or died. They get a mail that says so.

    Raises `DomainError` for another reason, for oneself as the only coordinator, and while something about this
    neighbour is not settled.
    """
    if reason not in COUNTED_AS:
        raise DomainError(_("A membership ends here only when somebody asked it, moved or died."))
    membership = Membership.objects.select_for_update().select_related("group__organisation").get(pk=membership.pk)
    if membership.left_at:
        return membership
    if by.pk == membership.person_id and is_last_coordinator(membership):
        raise DomainError(_("You are the only coordinator. First hand over to somebody else, then you can leave."))
    check_nothing_open(membership)
    count_departure(membership.group, COUNTED_AS[reason])
    return end_membership(membership, by=by, reason=reason)
