# SPDX-License-Identifier: EUPL-1.2
"""How an officer wants to be reached by coordinators."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.models import OfficerCard
from buurtwacht.groups.models import Organisation, OrganisationRole, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person


@transaction.atomic
def fill_card(
    organisation: Organisation,
    *,
    by: Person,
    groups: Iterable[WatchGroup] = (),
    phone: str = "",
    email: str = "",
    hours: str = "",
    gives_workshops: bool = False,
) -> OfficerCard:
    """Write down where and when this officer can be reached. Without groups the card holds for all of them."""
    role = organisation.roles.get(person_id=by.pk, role=OrganisationRole.Role.OFFICER)
    values = {"phone": phone, "email": email, "hours": hours, "gives_workshops": gives_workshops}
    card, _is_new = OfficerCard.objects.update_or_create(role=role, defaults=values | {"changed_at": timezone.now()})
    card.groups.set(groups)
    record("officer.card_filled", card.pk, by=by, organisation=organisation.pk, groups=card.groups.count())
    return card
