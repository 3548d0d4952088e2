# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils import timezone

from buurtwacht.lib.ids import new_id


class DeletionProof(models.Model):
    """That something was forgotten on time: how many rows of which model, when, and by which term. Nobody's data."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(default=timezone.now)
    model = models.CharField(max_length=80)
    rows = models.PositiveIntegerField()
    kept_for = models.DurationField(null=True)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["model", "-at"], name="deletion_of_model")]

    def __str__(self) -> str:
        return f"{self.rows} {self.model}"
