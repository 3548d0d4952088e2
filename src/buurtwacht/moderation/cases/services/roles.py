# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import queries
from buurtwacht.moderation.cases.words import UNFORESEEN
from buurtwacht.moderation.ladder import CHANGES
from buurtwacht.moderation.models import Measure
from buurtwacht.people.models import Person

from .opening import open_case
from .proposing import propose_measure


@transaction.atomic
def ask_change(membership: Membership, kind: str, *, by: Person, reason: str) -> Measure:
    """Ask a second person that another coordinator stops: as coordinator, or altogether and without a ban.

    It is a case without a broken rule, so that the coordinator hears of it and can say how they see it. Asked again,
    the same comes back. Raises `DomainError` about oneself, and about who does not coordinate.
    """
    WatchGroup.objects.select_for_update(of=("self",)).get(pk=membership.group_id)  # before the member, as who lets out
    membership = Membership.objects.select_related("group__organisation").get(pk=membership.pk)
    if kind not in {rung.kind for rung in CHANGES}:
        raise DomainError(_("The rules of this group do not know this step. Choose one of the list."))
    if membership.person_id == by.pk:
        raise DomainError(_("You stop by yourself. Nobody else has to agree."))
    if membership.left_at or membership.role != Membership.Role.COORDINATOR:
        raise DomainError(_("This neighbour does not coordinate the group any more."))
    if waiting := _waiting(membership, kind):
        return waiting
    case = open_case(membership, rule=UNFORESEEN, by=by, note=reason)
    return propose_measure(case, kind, by=by, reason=reason)


def _waiting(membership: Membership, kind: str) -> Measure | None:
    for case in queries.cases_of(membership.group).filter(membership=membership, closed_at=None):
        if found := queries.waiting_in(case).filter(kind=kind).first():
            found.case = case
            return found
    return None
