# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Report

from .asked import Asked


class MemberQuestion(Asked):
    """What a member asks the coordinators of the group, privately: one question, one answer, one more, and it ends."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="member_questions")
    report = models.ForeignKey(Report, models.SET_NULL, null=True, related_name="questions")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="questions")
    follows = models.OneToOneField("self", models.CASCADE, null=True, related_name="followed_by")

    class Meta:
        ordering = ["asked_at"]
        indexes = [models.Index(fields=["group", "answered_at"], name="question_to_group")]

    def __str__(self) -> str:
        return str(self.pk)
