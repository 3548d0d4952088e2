# SPDX-License-Identifier: EUPL-1.2
"""Counting how people are described, right after a text was shared: its words are erased later on."""

from django.db import connection

from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.lib import clock
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.content import read
from buurtwacht.reports.looks import Description, description_in, is_a_sign
from buurtwacht.reports.models import Entry

_ADD = """
INSERT INTO insight_descriptioncount
  (id, group_id, month, told, behaviour, looks, traits, skin, skin_early, only_looks)
VALUES (%s, %s, %s, 1, %s, %s, %s, %s, %s, %s)
ON CONFLICT (group_id, month) DO UPDATE SET
  told = insight_descriptioncount.told + excluded.told,
  behaviour = insight_descriptioncount.behaviour + excluded.behaviour,
  looks = insight_descriptioncount.looks + excluded.looks,
  traits = insight_descriptioncount.traits + excluded.traits,
  skin = insight_descriptioncount.skin + excluded.skin,
  skin_early = insight_descriptioncount.skin_early + excluded.skin_early,
  only_looks = insight_descriptioncount.only_looks + excluded.only_looks
"""


@on("report.shared", "report.supplemented", "report.corrected")
def weigh_what_was_told(line: Line) -> None:
    """Add one text to the counts of its group. A text that is erased by now is not counted; that is rare.

    What is added to a report is weighed with what the report has told: nobody repeats what everybody reads above it.
    """
    entry = Entry.objects.select_related("report__group__organisation").get(pk=line.facts["entry"])
    if entry.content is None:
        return
    found = description_in(read(entry))
    earlier = entry.report.entries.filter(sequence__lt=entry.sequence, content__isnull=False)
    told = [description_in(read(one)) for one in earlier] if _asks_for_more(found) else []
    known = is_a_sign(entry.report.behaviours) or any(one.behaviour for one in told)
    traits = max((one.traits for one in told), default=0)
    _add(entry, found, known=known, traits=traits)


def _asks_for_more(found: Description) -> bool:
    return (found.looks and not found.behaviour) or found.skin


def _add(entry: Entry, found: Description, *, known: bool, traits: int) -> None:
    group = entry.report.group
    month = clock.month(entry.at, group.tz)
    numbers = [
        int(found.behaviour or known),
        int(found.looks),
        found.traits,
        int(found.skin),
        int(found.skin_is_early(known=known, traits=traits)),
        int(found.is_only_looks(known=known)),
    ]
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [new_id(), group.pk, month, *numbers])
