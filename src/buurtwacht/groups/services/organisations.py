# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from buurtwacht.groups import rules
from buurtwacht.groups.models import Organisation, OrganisationRole
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .groups import shared_by


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
def share_municipal_reports(
    organisation: Organisation, *, url: str, number: str, by: Person | None = None
) -> Organisation:
    """Where the town takes reports about loose tiles, once for all groups. What a group says itself wins.

    Raises `DomainError` for what would not fit a group either.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    organisation.municipal_report_url, organisation.municipal_number = url.strip(), number.strip()
    shared = shared_by(organisation)
    rules.check_settings("nl", shared)
    organisation.save(update_fields=["municipal_report_url", "municipal_number"])
    changed = organisation.groups.exclude(shared=shared).update(shared=shared)
    record("organisation.settings_shared", organisation.pk, by=by, groups=changed)
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
