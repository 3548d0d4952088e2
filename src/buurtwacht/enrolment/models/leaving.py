# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.ids import new_id

from .application import Application


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
        REMOVED = "removed", _("The group decided it")  # nobody chooses this one

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="departures")
    reason = models.CharField(max_length=8, choices=Reason, default=Reason.UNSAID)
    month = models.DateField()  # the first day of the month: finer than that would say who

    class Meta:
        ordering = ["month"]

    def __str__(self) -> str:
        return f"{self.reason} {self.month}"


class Renewal(models.Model):
    """The yearly question whether a member still lives there and takes part. It is gone once they answered (F9)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    membership = models.OneToOneField(Membership, models.CASCADE, related_name="renewal")
    asked_at = models.DateTimeField(default=timezone.now)
    reminders = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return f"renewal {self.pk}"


class Move(models.Model):
    """A member is moving house. The old membership goes on until the new one begins, or until its last day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    membership = models.OneToOneField(Membership, models.CASCADE, related_name="move")
    application = models.OneToOneField(Application, models.SET_NULL, null=True, related_name="move")
    moves_on = models.DateField()
    last_day = models.DateField()  # of the old membership, when nothing comes of the new one before that

    class Meta:
        ordering = ["last_day"]

    def __str__(self) -> str:
        return f"move {self.pk}"


class StarterPackReading(models.Model):
    """That a member has read one of the leaflets of the starter pack, or was at the workshop (R085, R086)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    application = models.ForeignKey("enrolment.Application", models.CASCADE, null=True, related_name="readings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    leaflet = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.leaflet
