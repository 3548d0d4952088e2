# SPDX-License-Identifier: EUPL-1.2
"""Doors to the register and to lists that are taken over. Absent and forbidden sound the same."""

from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.enrolment.links import CONSENT, application_by
from buurtwacht.enrolment.models import Application, MemberImport
from buurtwacht.enrolment.signing.access import members_data_for
from buurtwacht.groups.models import Membership, OrganisationRole, WatchGroup
from buurtwacht.groups.queries import is_coordinator, members_of, membership_in
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person


def register_for(person: Person, slug: str) -> WatchGroup:
    """A group whose register this person may see: who coordinates it today and promised to keep things private."""
    return members_data_for(person, slug)


def member_for(person: Person, slug: str, membership_id: UUID) -> Membership:
    """A member in that register."""
    group = register_for(person, slug)
    found = members_of(group).select_related("group__organisation", "proxy__person").filter(pk=membership_id).first()
    return found or no_such_member()


def lists_for(person: Person, slug: str) -> WatchGroup:
    """A group into which this person may take over a list: its coordinator, or the official of its organisation."""
    group = WatchGroup.objects.select_related("organisation", "area").filter(slug=slug).first()
    if group and not is_coordinator(person, group) and _is_official(person, group):
        return group
    return register_for(person, slug)


def list_for(person: Person, slug: str, import_id: UUID) -> MemberImport:
    """A list that was taken over into such a group."""
    group = lists_for(person, slug)
    found = MemberImport.objects.select_related("group__organisation", "by").filter(group=group, pk=import_id).first()
    if found is None:
        raise NotFound(_("There is no such list."))
    return found


def question_for(token: str) -> Application:
    """The application of somebody from a list, by the link in the mail."""
    application = application_by(CONSENT, token)
    if application.source != Application.Source.IMPORT:
        raise NotFound(_("There is no such application."))
    return application


def those_rung_for(person: Person, slug: str) -> Membership:
    """This person's own membership, for who rings at the door of somebody else."""
    group = WatchGroup.objects.filter(slug=slug).first()
    own = membership_in(person, group) if group else None
    return own or no_such_member()


def no_such_member() -> NoReturn:
    raise NotFound(_("There is no such member."))


def _is_official(person: Person, group: WatchGroup) -> bool:
    role = OrganisationRole.Role.OFFICIAL
    return OrganisationRole.objects.filter(organisation=group.organisation_id, person=person, role=role).exists()
