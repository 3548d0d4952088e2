# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator changes about a member: a corrected address, who rings at whose door, and the role."""

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying.whereabouts import Address, where_is
from buurtwacht.enrolment.checking.services import appoint_if_ready, open_candidacy
from buurtwacht.enrolment.models import Candidacy
from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import change_address
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def correct_address(membership: Membership, address: Address, *, phone: str, by: Person) -> Membership:
    """It was written down wrongly. Who moves to another street applies there: see `staying`."""
    home = where_is(address, membership.group).home
    membership = change_address(membership, street=address.street, house_number=address.house_number, home=home, by=by)
    membership.postcode, membership.town, membership.phone = address.postcode, address.town, phone
    membership.save(update_fields=["postcode", "town", "phone"])
    record("member.corrected", membership.pk, by=by, group=membership.group_id, person=membership.person_id)
    return membership


@transaction.atomic
def set_proxy(membership: Membership, proxy: Membership | None, *, by: Person) -> Membership:
    """Let a neighbour, who agreed to it, ring at this member's door when there is an alert; None ends that.

    Raises `DomainError` for somebody of another group, and for the member itself.
    """
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    if proxy and (proxy.group_id != membership.group_id or proxy.left_at or proxy.pk == membership.pk):
        raise DomainError(_("Choose a neighbour of this group."))
    if membership.proxy_id == (proxy.pk if proxy else None):
        return membership
    membership.proxy = proxy
    membership.save(update_fields=["proxy"])
    facts = {"group": membership.group_id, "proxy": proxy.pk if proxy else None}
    record("proxy.set" if proxy else "proxy.ended", membership.pk, by=by, **facts)
    return membership


@transaction.atomic
def make_coordinator(membership: Membership, *, by: Person) -> Candidacy:
    """Ask a member to coordinate too, and appoint them when nothing lacks any more: screened where the rules ask it,
    and the promise to keep things private signed."""
    candidacy = open_candidacy(membership, by=by)
    return appoint_if_ready(candidacy, by=by)
