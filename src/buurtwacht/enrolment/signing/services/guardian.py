# SPDX-License-Identifier: EUPL-1.2
"""A parent signs for somebody who is not old enough, or would rather not (C6, R082)."""

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.limits import PARENTS
from buurtwacht.enrolment.models import Acceptance, Application
from buurtwacht.enrolment.services import mark_done, withdraw
from buurtwacht.enrolment.services.advance import locked, step_of
from buurtwacht.enrolment.signing.mark import Mark
from buurtwacht.enrolment.steps import Step
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError

from .keep import Signer, keep_acceptance

REFUSED = "parent"  # the reason in the figures


@transaction.atomic
def sign_as_guardian(application: Application, mark: Mark, *, language: str = "") -> Application:
    """The parent agrees. Raises `DomainError` when nothing waits for a parent."""
    application = _waiting(application)
    signer = Signer(
        group=application.group,
        language=language or application.language,
        application=application,
        person=application.person,
    )
    keep_acceptance(signer, Acceptance.Kind.GUARDIAN, mark.of(application.guardian_name))
    record("application.guardian_signed", application.pk, group=application.group_id, way=mark.way)
    return mark_done(application, Step.GUARDIAN)


@transaction.atomic
def ask_guardian_again(application: Application) -> Application:
    """Mail the parent once more. Raises `DomainError` when nothing waits for one, or after three times in a day."""
    application = _waiting(application)
    if not application.guardian_email:
        raise DomainError(_("We know no mail address of your parent. Ask your coordinator."))
    if not PARENTS.allows(application.guardian_email):
        raise DomainError(_("Your parent got this mail several times today. Look in the spam folder, or try tomorrow."))
    record("application.guardian_asked", application.pk, group=application.group_id)
    return application


@transaction.atomic
def refuse_as_guardian(application: Application) -> Application:
    """The parent does not agree: the application ends, and its data go."""
    return withdraw(_waiting(application), reason=REFUSED)


def _waiting(application: Application) -> Application:
    application = locked(application.pk)
    if step_of(application) is not Step.GUARDIAN:
        raise DomainError(_("No answer of a parent is needed here any more."))
    return application
