# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone

from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id

from .cases import Appeal


class SteppedAside(models.Model):
    """Somebody who could judge an appeal leaves it to others: they know the member too well, for example."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appeal = models.ForeignKey(Appeal, models.CASCADE, related_name="aside")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    reason = EncryptedTextField(blank=True)  # for who judges in their place
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["appeal", "by"], name="stepped_aside_once")]

    def __str__(self) -> str:
        return str(self.pk)
