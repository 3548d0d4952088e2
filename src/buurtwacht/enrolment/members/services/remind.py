# SPDX-License-Identifier: EUPL-1.2
from contextlib import suppress
from datetime import datetime
from smtplib import SMTPRecipientsRefused
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from buurtwacht.enrolment.members import rules
from buurtwacht.enrolment.members.letters import send_reminder
from buurtwacht.enrolment.models import Application
from buurtwacht.journal.services import record

AT_ONCE = 500


def remind_undecided(now: datetime) -> int:
    """Ask those who did not answer for a week once more, and never again. Returns how many."""
    return sum(_remind(pk, now) for pk in list(_undecided(now).values_list("pk", flat=True)[:AT_ONCE]))


@transaction.atomic
def _remind(application_id: UUID, now: datetime) -> bool:
    rows = _undecided(now).select_for_update(of=("self",), skip_locked=True).select_related("group__organisation")
    application = rows.filter(pk=application_id).first()
    if application is None:
        return False
    with suppress(SMTPRecipientsRefused):  # refused for good: not tried again, and no address in a log
        send_reminder(application)
    application.reminded_at = now
    application.save(update_fields=["reminded_at"])
    record("consent.reminded", application.pk, group=application.group_id)
    return True


def _undecided(now: datetime) -> QuerySet[Application]:
    return Application.objects.filter(
        source=Application.Source.IMPORT,
        ended_at=None,
        email_proven_at=None,
        reminded_at=None,
        submitted_at__lt=now - rules.REMIND_AFTER,
    )
