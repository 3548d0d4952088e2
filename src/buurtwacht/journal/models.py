# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.db.models import Q
from django.utils import timezone

from buurtwacht.lib.ids import new_id


class Line(models.Model):
    """Who did what to what, when. Ids and field names only, never personal text.

    The journal is the audit trail and the trigger: a line with `handled_at` empty still waits for its handlers.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    action = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    by_id = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(null=True, default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    handled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["subject_id", "at"], name="journal_subject"),
            models.Index(fields=["due_at"], name="journal_due", condition=Q(handled_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject_id}"
