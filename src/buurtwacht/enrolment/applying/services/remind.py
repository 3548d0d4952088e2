# SPDX-License-Identifier: EUPL-1.2
"""One reminder to who began and stopped half-way; and an end to what nobody comes back for."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.models import AddressProof, Application
from buurtwacht.enrolment.services import withdraw
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.journal.services import record

SILENT, UNANSWERED = "silent", "unanswered"  # why something ended: the applicant did nothing, or we did not
REMIND_AFTER = timedelta(days=3)
REMIND_LATER = timedelta(days=7)  # of what takes its time: a letter is under way, or a workshop has a date
UNFINISHED_UNTIL = timedelta(days=28)  # after thirty everything is deleted; the mail that it ended comes before that
GIVE_UP_AFTER = timedelta(days=60)
NOBODY_ANSWERED_AFTER = timedelta(days=180)
OTHERS = (Step.POLICE, Step.ADMISSION)  # what waits for the police or a coordinator
BEGINNING = (Step.PHONE, Step.SIGN, Step.GUARDIAN)
THEIRS = (*BEGINNING, Step.RESIDENCE, Step.GATE)  # what the applicant does, or a parent, and nobody else


def remind_unfinished() -> int:
    """Promise one reminder to those who proved their address and did not go on. Returns how many.

    Nobody is reminded whose address was never proven: perhaps somebody else filled it in, and the owner of that
    mailbox, who got a code and left it, has answered already.
    """
    now = timezone.now()
    begun = Application.objects.filter(ended_at=None, reminded_at=None, submitted_at__lt=now - REMIND_AFTER)
    begun = begun.exclude(email_proven_at=None).exclude(source=Application.Source.IMPORT)
    due = [application for application in begun.select_related("group") if _is_to_be_reminded(application, now)]
    for application in due:
        remind(application)
    return len(due)


def withdraw_silent() -> int:
    """End what waits for an applicant, or for a parent, who has done nothing for long. Returns how many.

    Who stopped at the phone, the signature or the parent hears it after four weeks; who has to show an address or to
    do a workshop, after sixty days. What waits for the police, a coordinator or a printer ends after half a year:
    nobody's data lie about for ever. What they told us goes soon after (`personal_data/applications.py`).
    """
    now = timezone.now()
    lying = Application.objects.filter(ended_at=None, submitted_at__lt=now - UNFINISHED_UNTIL)
    ended = 0
    for application in lying.select_related("group"):
        if reason := _why_it_ends(application, now):
            withdraw(application, reason=reason)
            ended += 1
    return ended


@transaction.atomic
def remind(application: Application) -> None:
    """The mail follows from the journal."""
    Application.objects.filter(pk=application.pk).update(reminded_at=timezone.now())
    record("application.reminded", application.pk, group=application.group_id)


def _is_to_be_reminded(application: Application, now: datetime) -> bool:
    step = step_of(application)
    since = application.submitted_at
    return step in BEGINNING or (step in THEIRS and since < now - REMIND_LATER and not _waits_for_printer(application))


def _why_it_ends(application: Application, now: datetime) -> str:
    """A code for the figures; nothing when it goes on."""
    step, waited = step_of(application), now - application.submitted_at
    if step in OTHERS or (step is Step.RESIDENCE and _waits_for_printer(application)):
        return UNANSWERED if waited > NOBODY_ANSWERED_AFTER else ""
    if step in BEGINNING or (step in THEIRS and waited > GIVE_UP_AFTER):
        return SILENT
    return ""


def _waits_for_printer(application: Application) -> bool:
    """Did this one ask for a letter that nobody has printed? Then it is not the applicant who is silent."""
    letters = application.address_proofs.filter(way=AddressProof.Way.LETTER, ended_at=None, proven_at=None)
    return letters.filter(printed_at=None).exists()
