# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.ids import new_id


class MonthFigures(models.Model):
    """What was counted of one group in one month. Numbers only: what they were counted from is erased long before."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="month_figures")
    month = models.DateField()  # the first day of the month
    counts = models.JSONField(default=dict)  # a number for each key of columns.py; what is absent was not counted
    counted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["month"]
        constraints = [models.UniqueConstraint(fields=["group", "month"], name="month_figures_once")]

    def __str__(self) -> str:
        return f"{self.group_id} {self.month}"


class DescriptionCount(models.Model):
    """How the texts of a group described people in a month, counted when each was shared (N9).

    Added up at once, since the words themselves are erased after thirty days. Never by whom, and never about whom.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="description_counts")
    month = models.DateField()  # the first day of the month
    told = models.PositiveIntegerField(default=0)  # texts that were shared
    behaviour = models.PositiveIntegerField(default=0)  # of these, where it was told what somebody does
    looks = models.PositiveIntegerField(default=0)  # of these, that said how somebody looks
    traits = models.PositiveIntegerField(default=0)  # things by which somebody can be recognised, skin colour apart
    skin = models.PositiveIntegerField(default=0)  # texts that mention skin colour
    skin_early = models.PositiveIntegerField(default=0)  # of these, without behaviour or without two other traits
    only_looks = models.PositiveIntegerField(default=0)  # texts with looks and no behaviour: 0, or a door is open

    class Meta:
        ordering = ["month"]
        constraints = [models.UniqueConstraint(fields=["group", "month"], name="description_count_once")]

    def __str__(self) -> str:
        return f"{self.group_id} {self.month}"
