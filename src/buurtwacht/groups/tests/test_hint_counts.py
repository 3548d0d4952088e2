# SPDX-License-Identifier: EUPL-1.2
"""Advice about words is counted per group and month, and never per person."""

from buurtwacht.groups.models import HintCount
from buurtwacht.groups.services import count_hints


def test_what_was_changed_and_what_was_kept(cast):
    count_hints(cast.group, before=["emoji", "insult"], after=["emoji"])
    count_hints(cast.group, before=["emoji"], after=[])
    count_hints(cast.group, before=[], after=["shouting"])  # nobody was shown this: it is no advice that was ignored

    counted = {row.reason: (row.shown, row.changed, row.kept) for row in HintCount.objects.all()}
    assert counted == {"emoji": (2, 1, 1), "insult": (1, 1, 0)}


def test_nothing_says_who():
    names = {field.name for field in HintCount._meta.get_fields()}
    assert names == {"id", "group", "month", "reason", "shown", "changed", "kept"}
