# SPDX-License-Identifier: EUPL-1.2
"""One ban that runs in the Vogelbuurt, of somebody who never was: marks without a person."""

from datetime import timedelta

from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.moderation.bans.marks import marks_of
from buurtwacht.moderation.ladder import BAN
from buurtwacht.moderation.models import Ban, BanMark

AGO = timedelta(days=90)
RULE = "no_judge"  # a rule that this preset has


def leave_a_ban() -> None:
    """It began three months ago and ends in nine."""
    group = WatchGroup.objects.get(slug="vogelbuurt")
    began_at = timezone.now() - AGO
    ban = Ban.objects.create(group=group, reason=RULE, began_at=began_at, ends_at=began_at + BAN)
    marks = marks_of(["iemand.anders@voorbeeld.example"], ["06 00000000"], country=group.policy.country)
    BanMark.objects.bulk_create([BanMark(ban=ban, kind=one.kind, mark=one.mark) for one in sorted(marks)])
    record("ban.began", ban.pk, group=group.pk, marks=len(marks))
