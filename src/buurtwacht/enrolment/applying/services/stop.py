# SPDX-License-Identifier: EUPL-1.2
"""The applicant stops."""

from django.db import transaction

from buurtwacht.enrolment.models import Acceptance, Application, Vetting
from buurtwacht.enrolment.services import withdraw
from buurtwacht.enrolment.services.advance import locked
from buurtwacht.journal.services import record


@transaction.atomic
def stop_application(application: Application) -> bool:
    """End it, and erase at once what was filled in. False when that stays for its thirty days.

    It stays when the police were asked, so that the applicant can still read what they got (R074), and when somebody
    moves house: then it is about a member, and the old membership is told first.
    """
    application = withdraw(locked(application.pk), reason="applicant")
    if is_kept_a_while(application):
        return False
    record("application.erased", application.pk, group=application.group_id)
    application.import_lines.update(values=None)
    Acceptance.objects.filter(application=application).delete()
    application.delete()
    return True


def is_kept_a_while(application: Application) -> bool:
    """Does what was filled in stay for thirty days after the applicant stops?"""
    if application.status in (Application.Status.JOINED, Application.Status.REFUSED):
        return True
    return application.source == Application.Source.MOVE or Vetting.objects.filter(application=application).exists()
