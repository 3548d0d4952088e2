# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups import queries, rules
from buurtwacht.groups.doorkeepers import Newcomer, check_doorkeepers
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def add_member(
    group: WatchGroup,
    person: Person,
    *,
    street: str,
    house_number: str = "",
    home: dict[str, float] | None = None,
    role: str = Membership.Role.MEMBER,
    by: Person | None = None,
    comes_back: bool = False,
    **details: Any,
) -> Membership:
    """Let somebody take part. `home` is latitude and longitude, for "300 metres from your house".

    `details` are further fields of `Membership`: postcode, town, phone, kind, serves, proxy, welcomed_at,
    is_unchecked. Who is written down by hand has talked to somebody and counts as welcomed; who applied has that still
    before them.
    `comes_back` is for whose removal was taken back: neither a full group nor a doorkeeper stands in their way.

    Raises `DomainError` when the group is full or closed, when the person is in it already, or when a doorkeeper turns
    them away.
    """
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    if group.status == WatchGroup.Status.CLOSED:
        raise DomainError(_("This group has stopped. Look for another group near you."))
    if queries.membership_in(person, group):
        raise DomainError(_("This person is already in the group."))
    if not comes_back:
        rules.check_room(queries.members_of(group).count(), group.policy)
        phone = str(details.get("phone") or "")
        check_doorkeepers(group, Newcomer(phones=(phone,) if phone else (), person=person))
    details.setdefault("welcomed_at", timezone.now())
    membership = Membership.objects.create(
        group=group, person=person, street=street, house_number=house_number, home=home, role=role, **details
    )
    record("member.joined", membership.pk, by=by, group=group.pk, person=person.pk, role=role)
    return membership


@transaction.atomic
def change_address(
    membership: Membership,
    *,
    street: str,
    house_number: str = "",
    home: Any = None,
    postcode: str = "",
    town: str = "",
    by: Person | None = None,
) -> Membership:
    """Somebody lives elsewhere now, or was written down wrongly."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    membership.street, membership.house_number, membership.home = street, house_number, home
    membership.postcode, membership.town = postcode, town
    membership.save(update_fields=["street", "house_number", "home", "postcode", "town"])
    record("member.moved", membership.pk, by=by, group=membership.group_id, person=membership.person_id)
    return membership


@transaction.atomic
def end_membership(
    membership: Membership, *, by: Person | None = None, reason: str = "", decided: bool = False
) -> Membership:
    """Somebody takes no further part. Ending it twice changes nothing.

    House number and home go at once. The street stays for a while, since neighbours know a reporter as
    "Bram, Merelweg": see personal_data.py. `reason` is a short code. Raises `DomainError` for one coordinator who
    would end the membership of another, unless it was `decided` by two people.
    """
    membership = Membership.objects.select_for_update().select_related("group__organisation").get(pk=membership.pk)
    if membership.left_at:
        return membership
    rules.check_not_alone(membership, by.pk if by else None, decided=decided)
    group = membership.group
    was_coordinator = queries.is_coordinator(membership.person, group)
    membership.left_at = timezone.now()
    membership.role = Membership.Role.MEMBER
    membership.house_number, membership.home, membership.proxy = "", None, None
    membership.postcode = membership.town = membership.phone = ""
    membership.deputy_of = membership.deputy_from = membership.deputy_until = None
    membership.save()
    record("member.left", membership.pk, by=by, group=group.pk, person=membership.person_id, reason=reason)
    if was_coordinator and not queries.coordinators_of(group).exists():
        record("group.lost_coordinator", group.pk, by=by)
    return membership
