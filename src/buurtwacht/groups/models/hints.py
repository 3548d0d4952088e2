# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from buurtwacht.lib.ids import new_id

from .group import WatchGroup


class HintCount(models.Model):
    """How often the wording check gave one kind of advice in a group in a month, and what came of it. Never to whom."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="hint_counts")
    month = models.DateField()  # the first day of the month
    reason = models.CharField(max_length=24)  # as the wording command names it, and off_topic
    shown = models.PositiveIntegerField(default=0)  # texts about which it was said
    changed = models.PositiveIntegerField(default=0)  # of those, sent without it
    kept = models.PositiveIntegerField(default=0)  # of those, sent as they were

    class Meta:
        ordering = ["month", "reason"]
        constraints = [models.UniqueConstraint(fields=["group", "month", "reason"], name="hint_count_once")]

    def __str__(self) -> str:
        return f"{self.reason} {self.month}"
