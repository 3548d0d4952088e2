# SPDX-License-Identifier: EUPL-1.2
from django.db import models


class CodeCost(models.Model):
    """What codes cost on one channel in one month, in thousandths of a euro. It names nobody."""

    month = models.DateField()  # its first day, by the clock of the installation
    channel = models.CharField(max_length=20)
    cost = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "channel"], name="code_cost_once")]

    def __str__(self) -> str:
        return f"{self.channel} {self.month}"
