# SPDX-License-Identifier: EUPL-1.2
"""Who had a part in a case. They do not judge an appeal against what came of it."""

from collections.abc import Iterator
from uuid import UUID

from buurtwacht.moderation.models import Case, Flag, Nudge


def involved_in(case: Case) -> set[UUID]:
    """Whom it is about, who flagged, nudged, opened, proposed, agreed, said no or advised."""
    deciders = (one for pair in case.measures.values_list("proposed_by", "seconded_by") for one in pair)
    advisers = case.advice.values_list("by", flat=True)
    return {one for one in (*deciders, *advisers, *_before_it(case)) if one}


def _before_it(case: Case) -> Iterator[UUID | None]:
    yield case.person_id
    yield case.opened_by_id
    if case.entry_id:
        yield from Flag.objects.filter(entry=case.entry_id).values_list("by", flat=True)
        yield from Nudge.objects.filter(entry=case.entry_id).values_list("by", flat=True)
