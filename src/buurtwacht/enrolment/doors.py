# SPDX-License-Identifier: EUPL-1.2
"""An applicant at the door of a group: which of what they filled in the doorkeepers hear."""

from buurtwacht.groups.doorkeepers import Newcomer

from .models import Application


def newcomer_of(application: Application, *, unproven_too: bool = False) -> Newcomer:
    """The applicant by the addresses that were proven: from what anybody can fill in nobody learns who is turned away.

    With `unproven_too` by all of them: for the last step, when everything else was done.
    """
    email = application.email if unproven_too or application.email_proven_at else ""
    phone = application.phone if unproven_too or application.phone_proven_at else ""
    return Newcomer(
        emails=(email,) if email else (), phones=(phone,) if phone else (), person=application.person or None
    )
