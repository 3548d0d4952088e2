# SPDX-License-Identifier: EUPL-1.2
"""What happens to a group over the years: who stands in when, whose it is, and what helped it to start."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id

from .group import WatchGroup
from .membership import Membership
from .organisation import Organisation


class DeputyTurn(models.Model):
    """A period on the rota: who stands in for which coordinator, from the first up to and including the last day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    coordinator = models.ForeignKey(Membership, models.CASCADE, related_name="turns_covered")
    deputy = models.ForeignKey(Membership, models.CASCADE, related_name="turns")
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(condition=Q(first_day__lte=F("last_day")), name="turn_days_in_order"),
        ]

    def __str__(self) -> str:
        return f"turn {self.pk}"


class GroupTransfer(models.Model):
    """A group goes from one organisation to another: offered by the one, accepted or declined by the other (R037)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="transfers")
    offered_by = models.ForeignKey(Organisation, models.PROTECT, related_name="transfers_away")
    offered_to = models.ForeignKey(Organisation, models.PROTECT, related_name="transfers_here")
    offered_at = models.DateTimeField(default=timezone.now)
    offerer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)  # accepted, declined or taken back
    answerer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["offered_at"]
        constraints = [
            models.UniqueConstraint(fields=["group"], condition=Q(ended_at=None), name="transfer_once_at_a_time"),
            models.CheckConstraint(condition=~Q(offered_by=F("offered_to")), name="transfer_to_another"),
        ]

    def __str__(self) -> str:
        return f"transfer {self.pk}"


class GroupNote(models.Model):
    """Advice and arrangements while a group is being formed: the log of those who help, without taking over (R032)."""

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", _("Coordinator")
        OFFICIAL = "official", _("Municipal official")
        OFFICER = "officer", _("Police officer")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    role = models.CharField(max_length=12, choices=Role)
    words = EncryptedTextField(max_length=2000)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"note {self.pk}"


class GroupStep(models.Model):
    """A tick on the checklist for starting a group: what has been done, and when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="steps")
    name = models.CharField(max_length=20)  # one of `starting.STEPS`
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    done_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["done_at"]
        constraints = [models.UniqueConstraint(fields=["group", "name"], name="step_once_per_group")]

    def __str__(self) -> str:
        return self.name
