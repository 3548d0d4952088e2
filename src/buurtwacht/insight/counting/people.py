# SPDX-License-Identifier: EUPL-1.2
"""How many took part, came and left, and why. The rows about leaving say no name."""

from django.db.models import Count, Q

from buurtwacht.enrolment.models import Departure
from buurtwacht.groups.models import Membership
from buurtwacht.insight.months import begins_at, later

from .span import Counted, Span, put


def count(span: Span, counted: Counted) -> None:
    rows = Membership.objects.filter(group__in=span.groups)
    for month in span.months:
        end = begins_at(later(month), span.zone)
        there = rows.filter(Q(left_at=None) | Q(left_at__gte=end), joined_at__lt=end).order_by()
        per_group = there.values_list("group_id").annotate(number=Count("pk"))
        put(counted, "members", ((group, month, number) for group, number in per_group))
    put(counted, "joined", span.by_month(rows, "joined_at", "group_id"))
    left = Departure.objects.filter(group__in=span.groups, month__in=span.months).order_by()
    for group_id, month, reason, number in left.values_list("group_id", "month", "reason").annotate(n=Count("pk")):
        put(counted, "leavers", [(group_id, month, number)])
        put(counted, f"left_{reason}", [(group_id, month, number)])
