# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from buurtwacht.delivery.services import intend
from buurtwacht.groups.notices import NOTICE
from buurtwacht.journal.services import record
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights.rules import REMIND, reminders_due

WORTH_TELLING = timedelta(days=7)


def remind_of_terms(today: date) -> int:
    """Tell who answers that a term comes near: a week before, and a day. Returns how many requests that were."""
    near = RightsRequest.objects.filter(answered_at=None, received_at__isnull=False, due_on__lte=today + max(REMIND))
    return sum(_remind(request.pk, today) for request in near.filter(reminders__lt=len(REMIND)))


@transaction.atomic
def _remind(request_id: UUID, today: date) -> bool:
    request = RightsRequest.objects.select_for_update().get(pk=request_id)
    due = reminders_due(request.due_on, today) if request.due_on and not request.answered_at else 0
    if due <= request.reminders:
        return False
    request.reminders = due
    request.save(update_fields=["reminders"])
    record("request.term_neared", request.pk, organisation=request.organisation_id, reminders=due)
    intend("request.term_neared", request.pk, priority=NOTICE, valid_for=WORTH_TELLING)
    return True
