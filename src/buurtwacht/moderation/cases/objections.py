# SPDX-License-Identifier: EUPL-1.2
"""No coordinator ends the membership of a neighbour alone while a case about them is open (R148)."""

from django.utils.translation import gettext as _

from buurtwacht.enrolment.members.ending import objects_to_ending
from buurtwacht.groups.models import Membership
from buurtwacht.moderation.models import Case


@objects_to_ending
def an_open_case(membership: Membership) -> str:
    if not Case.objects.filter(membership=membership, closed_at=None).exists():
        return ""
    return _("A case about this neighbour is open. Close it first, or let this neighbour leave by themselves.")
