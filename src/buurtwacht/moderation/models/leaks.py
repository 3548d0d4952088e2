# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Report


class LeakLook(models.Model):
    """An administrator looked up who could have passed something on. Those who were named read that in their data."""

    class Reason(models.TextChoices):
        SCREENSHOT = "screenshot", _("A screenshot or a photo of a screen went round")
        WORDS = "words", _("Words of a report stood somewhere else")
        PRINT = "print", _("A print was found")
        SPOKEN = "spoken", _("Somebody outside the group knew of it")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="leak_looks")
    report = models.ForeignKey(Report, models.SET_NULL, null=True, related_name="+")  # none: a mark was looked up
    reason = models.CharField(max_length=12, choices=Reason)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    people = ArrayField(models.UUIDField(), default=list)  # whose names were shown

    class Meta:
        ordering = ["-at"]
        indexes = [GinIndex(fields=["people"], name="leak_look_of_person")]

    def __str__(self) -> str:
        return str(self.pk)
