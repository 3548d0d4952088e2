# SPDX-License-Identifier: EUPL-1.2
"""What the wizard does at once: a new idea with its place, and somebody to begin with."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership, Organisation, WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.people.services import create_person
from buurtwacht.places.models import Area

from .coordinators import appoint_coordinator
from .life import start_idea
from .members import add_member
from .plan import set_place

BELGIAN = "nl-be"  # the language of organisations in Flanders


@transaction.atomic
def plan_new_group(
    organisation: Organisation,
    *,
    name: str,
    area: Area | None,
    streets: Iterable[str] = (),
    by: Person | None = None,
) -> WatchGroup:
    """Write down a group that may come: its name and its place. It begins with our advice for its country."""
    preset = "be" if organisation.language == BELGIAN else "nl"
    group = start_idea(organisation, name=name.strip(), preset=preset, by=by)
    return set_place(group, area=area, streets=streets, by=by)


@transaction.atomic
def add_first_coordinator(
    group: WatchGroup, *, first_name: str, email: str, street: str, house_number: str, by: Person
) -> Membership:
    """Who takes the initiative takes part and coordinates. What they must sign is asked when they sign in.

    Raises `DomainError` once somebody coordinates: from then on the group decides itself.
    """
    if group.memberships.filter(left_at=None, role=Membership.Role.COORDINATOR).exists():
        raise DomainError(_("Somebody coordinates this group already."))
    known = Person.objects.filter(email=email.strip().lower()).first()
    language = group.organisation.language
    person = known or create_person(email=email, first_name=first_name, language=language, by=by)
    membership = add_member(group, person, street=street.strip(), house_number=house_number.strip(), by=by)
    return appoint_coordinator(membership, by=by)
