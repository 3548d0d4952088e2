# SPDX-License-Identifier: EUPL-1.2
"""Which letter says that an application ended."""

from buurtwacht.enrolment.links import APPLICANT, url_for
from buurtwacht.enrolment.models import Application

from .letters import Letter, refusal_letter, withdrawn_letter
from .mails import contact_of


def ending_letter(application: Application) -> Letter:
    """The refusal, with where to object, or that it stopped."""
    if application.status != Application.Status.REFUSED:
        return withdrawn_letter(application)
    return refusal_letter(
        application, contact_of(application), url_for(application, APPLICANT, "application_objection")
    )
