# SPDX-License-Identifier: EUPL-1.2
"""What the advice about words did. It was counted when each text was sent, per group and never per person."""

from buurtwacht.groups.models import HintCount
from buurtwacht.wording.reasons import Reason

from .span import Counted, Span, put


def count(span: Span, counted: Counted) -> None:
    """A text about which two things were said counts under both; one that is off topic counts once as that."""
    rows = HintCount.objects.filter(group__in=span.groups, month__in=span.months)
    for row in rows:
        place = (row.group_id, row.month)
        if row.reason == Reason.OFF_TOPIC:
            put(counted, "off_topic_changed", [(*place, row.changed)])
            put(counted, "off_topic_kept", [(*place, row.kept)])
        else:
            put(counted, "hints_shown", [(*place, row.shown)])
            put(counted, "hints_changed", [(*place, row.changed)])
            put(counted, "hints_kept", [(*place, row.kept)])
