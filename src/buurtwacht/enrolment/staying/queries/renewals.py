# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime

from buurtwacht.enrolment.models import Renewal
from buurtwacht.enrolment.staying import rules
from buurtwacht.enrolment.telling import reads_mail
from buurtwacht.groups.models import Membership, WatchGroup


def asked(membership: Membership) -> bool:
    """Does the yearly question wait for an answer?"""
    return Renewal.objects.filter(membership=membership).exists()


def unanswered_in(group: WatchGroup, now: datetime) -> list[Renewal]:
    """Whom the coordinator may ask in person: who answered no mail for five weeks, or gets none."""
    waiting = Renewal.objects.filter(membership__group=group, membership__left_at=None).order_by("asked_at", "pk")
    since = now - rules.TO_THE_DESK
    rows = waiting.select_related("membership__person", "membership__group")
    return [one for one in rows if one.asked_at <= since or not reads_mail(one.membership.person)]
