# SPDX-License-Identifier: EUPL-1.2
"""A year of figures, as the nights before today would have kept them."""

from collections.abc import Iterator
from random import Random

from buurtwacht.groups.models import HintCount, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.insight.models import DescriptionCount, MonthFigures
from buurtwacht.insight.months import later, month_now, up_to

MONTHS = 12
ALARMS = (1, 0, 1, 3, 2, 1, 0, 1, 1, 2, 1)  # of the Vogelbuurt; most months are within the aim
REASONS = ("moved", "moved", "too_many", "unsaid", "moved", "quarrel")
HINTS = (("emoji", 9, 9), ("chit_chat", 6, 6), ("missing_place", 5, 4), ("discrimination", 3, 3), ("off_topic", 13, 13))


def tell_a_year() -> None:
    """Months before this one, for every group that runs. What was advised this month is counted as it always is."""
    groups = WatchGroup.objects.filter(status=WatchGroup.Status.ACTIVE).select_related("organisation")
    rows: list[MonthFigures] = []
    for group in groups:
        rows += _rows(group)
        month = month_now(group.tz)
        HintCount.objects.bulk_create(
            [
                HintCount(group=group, month=month, reason=reason, shown=shown, changed=changed, kept=shown - changed)
                for reason, shown, changed in HINTS
            ],
            ignore_conflicts=True,
        )
    MonthFigures.objects.bulk_create(rows, ignore_conflicts=True)
    DescriptionCount.objects.bulk_create((_described(row) for row in rows), ignore_conflicts=True)


def _rows(group: WatchGroup) -> Iterator[MonthFigures]:
    chance = Random(group.slug)  # noqa: S311 - a seed, not a secret
    members, now = members_of(group).count(), month_now(group.tz)
    for place, month in enumerate(up_to(later(now, -1), MONTHS - 1)):
        counts = _counts(chance, ALARMS[place % len(ALARMS)], max(members - 2 * (MONTHS - place), 4))
        yield MonthFigures(group=group, month=month, counts=counts)


def _counts(chance: Random, alarms: int, members: int) -> dict[str, int]:
    """Numbers that belong together: nobody adds to a report that there was not."""
    added = sum(chance.randrange(2, 6) for _ in range(alarms))
    texts, shown = alarms + added, chance.randrange(4, 14)
    off_topic = min(chance.choice((0, 0, 0, 1)), texts)
    left = chance.choice((0, 0, 1, 1, 2))
    reasons = [f"left_{chance.choice(REASONS)}" for _ in range(left)]
    flags = chance.choice((0, 0, 0, 1))
    return {
        "alarms": alarms,
        "reports": alarms + chance.choice((0, 0, 1)),
        "supplements": added,
        "closed": alarms,
        "false_alarms": int(alarms > 1 and chance.random() < 0.5),
        "minutes_to_close": chance.randrange(35, 110) if alarms else 0,
        "texts": texts,
        "hints_shown": shown,
        "hints_changed": shown - off_topic,
        "hints_kept": off_topic,
        "off_topic_changed": shown // 2,
        "off_topic_kept": off_topic,
        "members": members,
        "joined": chance.randrange(4),
        "leavers": left,
        **{reason: reasons.count(reason) for reason in reasons},
        "described": texts,
        "with_behaviour": texts - int(texts > 4),
        "with_looks": texts // 2,
        "traits": (texts // 2) * 3,
        "with_skin_colour": int(texts > 6),
        "flags": flags,
        "nudges": flags,
        "nudges_heeded": flags,
    }


def _described(row: MonthFigures) -> DescriptionCount:
    """The same numbers where they were added up, so that a night counts them again as they are."""
    counts = row.counts
    return DescriptionCount(
        group_id=row.group_id,
        month=row.month,
        told=counts["described"],
        behaviour=counts["with_behaviour"],
        looks=counts["with_looks"],
        traits=counts["traits"],
        skin=counts["with_skin_colour"],
    )
