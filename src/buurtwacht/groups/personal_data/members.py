# SPDX-License-Identifier: EUPL-1.2
"""What groups keep about the people in them and those who work for them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Membership, OrganisationRole, PolicyVersion
from buurtwacht.groups.services import end_membership
from buurtwacht.privacy.declare import Basis, Declaration, declare

AFTER_LEAVING = timedelta(days=30)  # requirements, retention and defaults: member until leaving and 30 days


def export_memberships(person_id: UUID) -> list[dict[str, Any]]:
    memberships = Membership.objects.filter(person_id=person_id).select_related("group").order_by("joined_at")
    return [
        {
            "group": membership.group.name,
            "role": membership.role,
            "street": membership.street,
            "house_number": membership.house_number,
            "postcode": membership.postcode,
            "town": membership.town,
            "phone": membership.phone,
            "kind": membership.kind,
            "serves": membership.serves,
            "home": membership.home,
            "joined_at": membership.joined_at,
            "left_at": membership.left_at,
            "deputy_from": membership.deputy_from,
            "deputy_until": membership.deputy_until,
            "is_unchecked": membership.is_unchecked,
        }
        for membership in memberships
    ]


def erase_memberships(person_id: UUID) -> int:
    """End what still runs, so that the group hears of it, and empty the address."""
    erased = 0
    for membership in Membership.objects.filter(person_id=person_id):
        end_membership(membership, reason="erased")
        Membership.objects.filter(pk=membership.pk).update(street="", house_number="", home=None)
        erased += 1
    return erased


def forget_memberships(now: datetime) -> int:
    ended = Membership.objects.filter(left_at__lt=now - AFTER_LEAVING)
    return ended.delete()[0]


def export_roles(person_id: UUID) -> list[dict[str, Any]]:
    roles = OrganisationRole.objects.filter(person_id=person_id).select_related("organisation")
    return [{"organisation": role.organisation.name, "role": role.role, "since": role.since} for role in roles]


def erase_roles(person_id: UUID) -> int:
    return OrganisationRole.objects.filter(person_id=person_id).delete()[0]


def export_settings(person_id: UUID) -> list[dict[str, Any]]:
    versions = PolicyVersion.objects.filter(changed_by_id=person_id).select_related("group")
    return [{"group": one.group.name, "version": one.number, "changed_at": one.changed_at} for one in versions]


def erase_settings(person_id: UUID) -> int:
    return PolicyVersion.objects.filter(changed_by_id=person_id).update(changed_by=None)


declare(
    Declaration(
        model="groups.Membership",
        what=_(
            "Which group you take part in, your role, phone number and address, and the place of your home on the map."
        ),
        why=_("To warn you about what happens near you. Neighbours see your first name and your street only."),
        kept_for=AFTER_LEAVING,
        basis=Basis.AGREEMENT,
        labels={
            "group": _("Group"),
            "street": _("Street"),
            "house_number": _("House number"),
            "phone": _("Phone number"),
            "joined_at": _("Since"),
            "left_at": _("Until"),
        },
        export=export_memberships,
        erase=erase_memberships,
        forget=forget_memberships,
    ),
    Declaration(
        model="groups.Organisation",
        what=_("The mail addresses at which the police of an area take dossiers, and one for data breaches."),
        why=_("To hand a dossier over to the right desk, and to tell the organisation of a data breach."),
        kept_for=None,
        basis=Basis.PUBLIC_TASK,
    ),
    Declaration(
        model="groups.OrganisationRole",
        what=_("That you work with Buurtwacht for the police or the municipality, and since when."),
        why=_("To open to you what belongs to your work, and nothing else."),
        kept_for=None,
        basis=Basis.PUBLIC_TASK,
        labels={"organisation": _("Organisation"), "since": _("Since")},
        export=export_roles,
        erase=erase_roles,
    ),
    Declaration(
        model="groups.PolicyVersion",
        what=_("That you changed the settings of a group, and when."),
        why=_("So that members can see who decided what their group may do."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"group": _("Group"), "changed_at": _("Changed")},
        export=export_settings,
        erase=erase_settings,
    ),
)
