# SPDX-License-Identifier: EUPL-1.2
"""A membership that must end before somebody can join another group."""

from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import memberships_of
from buurtwacht.people.models import Person


def membership_instead(group: WatchGroup, person: Person) -> Membership | None:
    """Where this person takes part already, so that they cannot join this group besides; None when they can."""
    mine = list(memberships_of(person))
    here = next((one for one in mine if one.group_id == group.pk), None)
    return here or (mine[0] if len(mine) >= group.policy.most_groups_per_person else None)


def membership_in_the_way(application: Application) -> Membership | None:
    """Where the applicant takes part already, so that this one cannot end well; None when nothing is in the way.

    Known only of somebody who signed in or proved their address. Who moves house changes groups on joining.
    """
    if application.ended_at or application.source == Application.Source.MOVE:
        return None
    person = application.person
    if person is None and application.email and application.email_proven_at:
        person = Person.objects.filter(email=application.email.strip().lower()).first()
    return membership_instead(application.group, person) if person else None
