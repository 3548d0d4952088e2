# SPDX-License-Identifier: EUPL-1.2
"""One reminder to who began and stopped half-way; and an end to what nobody comes back for."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import withdraw
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.journal.services import record

REMIND_AFTER = timedelta(days=7)
GIVE_UP_AFTER = timedelta(days=60)
NOBODY_ANSWERED_AFTER = timedelta(days=180)
OTHERS = (Step.POLICE, Step.ADMISSION)  # what waits for the police or a coordinator
THEIRS = (Step.PHONE, Step.SIGN, Step.RESIDENCE, Step.GATE)  # what the applicant does, and nobody else


def remind_unfinished() -> int:
    """Promise a reminder to those who proved their address a week ago and did not go on. Returns how many.

    Nobody is reminded whose address was never proven: perhaps it is not theirs.
    """
    before = timezone.now() - REMIND_AFTER
    begun = Application.objects.filter(ended_at=None, reminded_at=None, submitted_at__lt=before)
    begun = begun.exclude(email_proven_at=None).exclude(source=Application.Source.IMPORT)
    due = [application for application in begun.select_related("group") if step_of(application) in THEIRS]
    for application in due:
        remind(application)
    return len(due)


def withdraw_silent() -> int:
    """End what waits for an applicant, or for a parent, who has done nothing for sixty days. Returns how many.

    What waits for the police or a coordinator ends after half a year: nobody's data lie about for ever. What they told
    us then goes with the term of every ended application.
    """
    now = timezone.now()
    lying = Application.objects.filter(ended_at=None, submitted_at__lt=now - GIVE_UP_AFTER).select_related("group")
    ended = 0
    for application in lying:
        step = step_of(application)
        forgotten = step in OTHERS and application.submitted_at < now - NOBODY_ANSWERED_AFTER
        if step in (*THEIRS, Step.GUARDIAN) or forgotten:
            withdraw(application, reason="unanswered" if forgotten else "silent")
            ended += 1
    return ended


@transaction.atomic
def remind(application: Application) -> None:
    """The mail follows from the journal."""
    Application.objects.filter(pk=application.pk).update(reminded_at=timezone.now())
    record("application.reminded", application.pk, group=application.group_id)
