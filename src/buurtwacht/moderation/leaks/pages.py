# SPDX-License-Identifier: EUPL-1.2
"""What the page with names shows: only to who gave a reason, and only today."""

from typing import Any

from buurtwacht.groups.models import Membership
from buurtwacht.moderation.models import LeakLook
from buurtwacht.people.models import Person

from .queries import Viewer, audience_of


def look_page(look: LeakLook, person: Person) -> dict[str, Any]:
    """The viewers whose names were asked for, those who surely opened it first."""
    return {
        "group": look.group,
        "look": look,
        "viewers": sorted(_viewers(look), key=lambda viewer: not viewer.opened),
        "me": person.pk,
    }


def _viewers(look: LeakLook) -> list[Viewer]:
    if look.report:
        return [one for one in audience_of(look.report).viewers if one.membership.person_id in look.people]
    members = Membership.objects.filter(group=look.group, person__in=look.people, left_at=None).select_related("person")
    return [Viewer(membership=member, ways=(), opened=False, wrote=False) for member in members]
