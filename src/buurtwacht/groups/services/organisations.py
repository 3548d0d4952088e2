# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Organisation, OrganisationRole
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def create_organisation(*, name: str, slug: str = "", by: Person | None = None, **fields: Any) -> Organisation:
    """Somebody who stands behind groups. `fields` are those of `Organisation`, such as kind and time zone."""
    slug = slug or slugify(name)
    if not slug or Organisation.objects.filter(slug=slug).exists():
        raise DomainError(_("There is already an organisation with this name. Choose another name."))
    organisation = Organisation.objects.create(name=name, slug=slug, **fields)
    record("organisation.created", organisation.pk, by=by, kind=organisation.kind)
    return organisation


@transaction.atomic
def give_role(organisation: Organisation, person: Person, role: str, *, by: Person | None = None) -> OrganisationRole:
    """Make this person officer, official or auditor of the organisation. Doing it twice changes nothing."""
    if role not in OrganisationRole.Role.values:
        raise ValueError(f"{role!r} is not a role in an organisation")
    given, is_new = OrganisationRole.objects.get_or_create(organisation=organisation, person=person, role=role)
    if is_new:
        record("role.given", organisation.pk, by=by, person=person.pk, role=role)
    return given


@transaction.atomic
def take_role(organisation: Organisation, person: Person, role: str, *, by: Person | None = None) -> None:
    """This person is no longer officer, official or auditor here."""
    taken, _rows = OrganisationRole.objects.filter(organisation=organisation, person=person, role=role).delete()
    if taken:
        record("role.taken", organisation.pk, by=by, person=person.pk, role=role)
