# SPDX-License-Identifier: EUPL-1.2
"""Doors: who may come in where. Absent and forbidden sound the same."""

from django.utils.translation import gettext as _

from buurtwacht.groups.models import Organisation
from buurtwacht.groups.queries import groups_coordinated_by, roles_of
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person


def organisation_to_compare(person: Person, slug: str) -> Organisation:
    """An organisation whose groups this person may see side by side: its official, its auditor, or a coordinator of
    one of its groups, who sits at the same table."""
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is not None:
        roles = roles_of(person)
        coordinates = groups_coordinated_by(person).filter(organisation=organisation).exists()
        if coordinates or organisation in (*roles.official, *roles.auditor):
            return organisation
    raise NotFound(_("There is no such organisation."))
