# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.db.models import Q
from django.utils import timezone

from buurtwacht.lib.fields import EncryptedTextField

from .names import Answer, Kind


class Event(models.Model):
    """Something that open screens show: a piece of HTML under a topic.

    Ids are handed out in the order of the commits, so whoever has seen id N has seen everything before N that
    concerns them. `services.publish` sees to that; nothing else may write here.
    """

    id = models.BigAutoField(primary_key=True)
    topic = models.CharField(max_length=100)
    name = models.CharField(max_length=20)
    body = EncryptedTextField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["topic", "id"], name="live_event_of_topic")]

    def __str__(self) -> str:
        return f"{self.id} {self.name} {self.topic}"


class Receipt(models.Model):
    """What a screen or a phone told us about one delivery, as it came in. Folded into figures a moment later."""

    id = models.BigAutoField(primary_key=True)
    delivery_id = models.UUIDField()
    person_id = models.UUIDField()
    report_id = models.UUIDField()
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in Kind])
    answer = models.CharField(max_length=8, choices=[(answer.value, answer.value) for answer in Answer], blank=True)
    at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    folded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["due_at", "id"], name="live_receipt_due", condition=Q(folded_at=None))]
        constraints = [
            # A phone that doubts whether it was heard says it again; an answer may be changed and changed back.
            models.UniqueConstraint(
                fields=["delivery_id", "kind"], name="live_receipt_once", condition=~Q(kind="acknowledged")
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.delivery_id}"
