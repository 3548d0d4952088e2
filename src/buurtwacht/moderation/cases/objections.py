# SPDX-License-Identifier: EUPL-1.2
"""What may not happen yet because of a case.

No coordinator ends the membership of a neighbour alone while a case about them is open (R148), and nobody is forgotten
while they can still appeal.
"""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from buurtwacht.enrolment.members.ending import objects_to_ending
from buurtwacht.enrolment.staying.services import keeps_people
from buurtwacht.groups.models import Membership
from buurtwacht.moderation.models import Case

from . import queries


@objects_to_ending
def an_open_case(membership: Membership) -> str:
    if not Case.objects.filter(membership=membership, closed_at=None).exists():
        return ""
    return _("A case about this neighbour is open. Close it first, or let this neighbour leave by themselves.")


@keeps_people
def who_can_still_appeal(now: datetime) -> QuerySet[Any, Any]:
    """The ids of those who may still appeal against a measure, or wait for the answer to an appeal."""
    return queries.still_appealable(now).values_list("case__person", flat=True)
