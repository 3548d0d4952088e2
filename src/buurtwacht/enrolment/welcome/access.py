# SPDX-License-Identifier: EUPL-1.2
"""Doors around a welcome. Absent and forbidden sound the same."""

from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.enrolment.links import APPLICANT, application_by
from buurtwacht.enrolment.models import Application, Invitation
from buurtwacht.groups.access import group_to_coordinate
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person

from .leaflets import Leaflet, leaflets_for
from .queries import waiting_at_the_gate


def applicant_by(token: str) -> Application:
    """The application of whoever has this link, with its group."""
    return application_by(APPLICANT, token)


def leaflet_of(group: WatchGroup, code: str) -> Leaflet:
    """One leaflet of the starter pack of this group."""
    found = next((one for one in leaflets_for(group.policy) if one.code == code), None)
    if found is None:
        raise NotFound(_("There is no such leaflet."))
    return found


def applicant_at_the_gate(person: Person, slug: str, application_id: UUID) -> Application:
    """Somebody who waits for the workshop, in a group that this person coordinates today."""
    group = group_to_coordinate(person, slug)
    found = next((one for one in waiting_at_the_gate(group) if one.pk == application_id), None)
    return found or no_such_application()


def invitation_to_manage(person: Person, slug: str, invitation_id: UUID) -> Invitation:
    """An invitation of a group that this person coordinates today."""
    group = group_to_coordinate(person, slug)
    found = Invitation.objects.select_related("group__organisation").filter(group=group, pk=invitation_id).first()
    if found is None:
        raise NotFound(_("There is no such invitation."))
    return found


def no_such_application() -> NoReturn:
    raise NotFound(_("There is no such application."))
