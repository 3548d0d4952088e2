# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from buurtwacht.lib.ids import new_id

from .group import WatchGroup
from .membership import Membership


class GroupProposal(models.Model):
    """A second yes that is asked: one would end a group or split it, and somebody else agrees, or it stays as it is."""

    class Kind(models.TextChoices):
        CLOSE = "close"
        SPLIT = "split"

    class State(models.TextChoices):
        WAITING = "waiting"
        AGREED = "agreed"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"
        LAPSED = "lapsed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=8, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    streets = models.JSONField(default=list)  # of a split: the names of the streets that would go
    new_name = models.CharField(max_length=120, blank=True)  # of a split: how the new group would be called
    coordinator = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")  # of the new group
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    lapses_at = models.DateTimeField()  # without an answer before this moment nothing happens
    ended_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["group"], condition=Q(ended_at=None), name="proposal_once_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
