# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.ids import new_id


class Departure(models.Model):
    """That somebody left a group and, if they said so, why. Not who: it is there for the figures (R141)."""

    class Reason(models.TextChoices):
        UNSAID = "unsaid", _("I would rather not say")
        MOVED = "moved", _("I am moving house")
        TOO_MANY = "too_many", _("Too many messages")
        TOO_FEW = "too_few", _("Nothing happens here")
        UNSAFE = "unsafe", _("It made me feel less safe")
        QUARREL = "quarrel", _("The tone, or a quarrel")
        OTHER = "other", _("Something else")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="departures")
    reason = models.CharField(max_length=8, choices=Reason, default=Reason.UNSAID)
    month = models.DateField()  # the first day of the month: finer than that would say who

    class Meta:
        ordering = ["month"]

    def __str__(self) -> str:
        return f"{self.reason} {self.month}"


class StarterPackReading(models.Model):
    """That a member has read one of the leaflets of the starter pack (R086)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    application = models.ForeignKey("enrolment.Application", models.CASCADE, null=True, related_name="readings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    leaflet = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.leaflet
