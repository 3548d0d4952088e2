# SPDX-License-Identifier: EUPL-1.2
"""A request that came on paper: somebody of the desk types it over."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from buurtwacht.delivery.services import intend
from buurtwacht.groups.models import Organisation
from buurtwacht.groups.notices import NOTICE
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import refuse_if
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights import rules
from buurtwacht.people.models import Person

from .reminding import WORTH_TELLING


@transaction.atomic
def enter_letter(
    organisation: Organisation,
    *,
    by: Person,
    kind: str,
    name: str,
    address: str,
    words: str,
    street: str,
    on: date,
    received_on: date,
    hour: int | None = None,
    email: str = "",
    language: str = "nl",
) -> RightsRequest:
    """Keep a letter as a request that was received on the day that it came: the month counts from there.

    Raises `DomainError` for a day that is still to come, or more than a year ago.
    """
    zone = ZoneInfo(organisation.time_zone)
    refuse_if(rules.refusal_of_day(received_on, timezone.localdate(timezone=zone)))
    request = RightsRequest.objects.create(
        organisation=organisation,
        kind=RightsRequest.Kind(kind).value,
        name=name,
        email=email,
        address=address,
        on_paper=True,
        words=words,
        moment={"street": street, "on": on.isoformat(), "hour": hour},
        language=language,
        received_at=datetime.combine(received_on, time(12), zone),
        due_on=rules.due_on(received_on),
    )
    record("request.entered", request.pk, by=by, organisation=organisation.pk, kind=request.kind)
    intend("request.received", request.pk, priority=NOTICE, valid_for=WORTH_TELLING)
    return request
