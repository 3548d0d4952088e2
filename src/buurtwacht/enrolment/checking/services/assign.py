# SPDX-License-Identifier: EUPL-1.2
"""To which group, and to which of its coordinators an applicant belongs (R056). By address, unless somebody decides."""

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import advance
from buurtwacht.enrolment.services.advance import locked
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinators_of
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .vetting import ask_the_police


@transaction.atomic
def assign(application: Application, group: WatchGroup, coordinator: Membership | None, *, by: Person) -> Application:
    """Both at once, as the form asks it. A coordinator of the group that was left does not go along."""
    moved = application.group_id != group.pk
    application = assign_group(application, group, by=by)
    return application if moved else assign_coordinator(application, coordinator, by=by)


@transaction.atomic
def assign_group(application: Application, group: WatchGroup, *, by: Person) -> Application:
    """Move an applicant to another group of the same organisation. What was proven stays proven.

    A place in the first group is given back. Raises `DomainError` for a group elsewhere or one that has stopped.
    """
    application = locked(application.pk)
    if application.ended_at:
        raise DomainError(_("This application has ended. Apply again if you would like to join."))
    if group.pk == application.group_id:
        return application
    if group.organisation_id != application.group.organisation_id or group.status == WatchGroup.Status.CLOSED:
        raise DomainError(_("Choose a group of the same municipality that has not stopped."))
    if _has_applied_there(application, group):
        raise DomainError(_("This neighbour has applied to that group as well. Answer that application."))
    before, application.group = application.group_id, group
    application.coordinator, application.placed_at, application.admitted_at = None, None, None
    application.save(update_fields=["group", "coordinator", "placed_at", "admitted_at"])
    record("application.assigned", application.pk, by=by, group=group.pk, before=before)
    application = advance(application, by=by)
    ask_the_police(application)
    return application


@transaction.atomic
def assign_coordinator(application: Application, coordinator: Membership | None, *, by: Person) -> Application:
    """Which of the coordinators looks after this one; None: whoever lives nearest."""
    application = locked(application.pk)
    if coordinator and not coordinators_of(application.group).filter(pk=coordinator.pk).exists():
        raise DomainError(_("Choose somebody who coordinates this group."))
    application.coordinator = coordinator
    application.save(update_fields=["coordinator"])
    facts = {"group": application.group_id, "coordinator": coordinator.pk if coordinator else None}
    record("application.assigned", application.pk, by=by, **facts)
    return application


def _has_applied_there(application: Application, group: WatchGroup) -> bool:
    mail = application.email_fingerprint
    return bool(mail) and Application.objects.filter(group=group, email_fingerprint=mail, ended_at=None).exists()
