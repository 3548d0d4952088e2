# SPDX-License-Identifier: EUPL-1.2
"""How people were described: added up when each text was shared."""

from buurtwacht.insight.models import DescriptionCount

from .span import Counted, Span, put

NAMES = {
    "described": "told",
    "with_behaviour": "behaviour",
    "with_looks": "looks",
    "traits": "traits",
    "with_skin_colour": "skin",
    "skin_colour_early": "skin_early",
    "only_looks": "only_looks",
}


def count(span: Span, counted: Counted) -> None:
    for row in DescriptionCount.objects.filter(group__in=span.groups, month__in=span.months):
        for key, name in NAMES.items():
            put(counted, key, [(row.group_id, row.month, getattr(row, name))])
