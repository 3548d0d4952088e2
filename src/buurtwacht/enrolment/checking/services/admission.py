# SPDX-License-Identifier: EUPL-1.2
"""The coordinator lets somebody in, or does not (R043)."""

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import mark_done, refuse
from buurtwacht.enrolment.services.advance import locked, step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def admit(application: Application, *, by: Person) -> Application:
    """One tap: this neighbour is let in. Raises `DomainError` when that is not what the application waits for."""
    application = _waiting(application, by)
    return mark_done(application, Step.ADMISSION, by=by)


@transaction.atomic
def turn_away(application: Application, reason: str, *, by: Person) -> Application:
    """Not let in. The reason is a code for the figures; the letter is neutral and names none."""
    application = _waiting(application, by)
    if reason not in rules.TURN_AWAY:
        raise DomainError(_("Choose one of the reasons."))
    return refuse(application, by=by, reason=reason)


@transaction.atomic
def note_details_seen(application: Application, *, by: Person, fields: str = "name.phone.address") -> None:
    """The coordinator looked at name, phone and address of somebody who was approved (R076), or at these `fields`."""
    record("application.viewed", application.pk, by=by, group=application.group_id, fields=fields)


def _waiting(application: Application, by: Person) -> Application:
    application = locked(application.pk)
    if application.person_id == by.pk:
        raise DomainError(_("You cannot let yourself in. Ask another coordinator."))
    if step_of(application) is not Step.ADMISSION:
        raise DomainError(_("This application does not wait for you any more."))
    return application
