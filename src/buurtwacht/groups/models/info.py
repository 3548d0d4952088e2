# SPDX-License-Identifier: EUPL-1.2
"""What is worth knowing and no alarm (R140, C10)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id

from .group import WatchGroup


class InfoNote(models.Model):
    """A trick that goes round, a burglary of last week, a tip. Never an alarm, and never in the list of reports.

    Members read it on a page and in their digest, with the role of who wrote it and never a name.
    """

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", _("Coordinator")
        OFFICIAL = "official", _("Municipality")
        OFFICER = "officer", _("Police")
        NEIGHBOUR = "neighbour", _("A neighbour")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        WAITING = "waiting", _("Waits for the coordinator")
        PUBLISHED = "published", _("To be read")
        DECLINED = "declined", _("Not used")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="info")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    role = models.CharField(max_length=12, choices=Role)
    state = models.CharField(max_length=10, choices=State)
    words = EncryptedTextField(max_length=1000)
    starts_at = models.DateTimeField()  # members read it from here; never before it was published
    ends_at = models.DateTimeField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-starts_at", "-id"]
        indexes = [models.Index(fields=["group", "state", "ends_at"], name="info_of_group")]
        constraints = [models.CheckConstraint(condition=Q(starts_at__lte=F("ends_at")), name="info_days_in_order")]

    def __str__(self) -> str:
        return f"info {self.pk}"

    @property
    def last_moment(self) -> datetime:
        """A moment on its last day."""
        return self.ends_at - timedelta(seconds=1)


class InfoTold(models.Model):
    """Up to which moment somebody was sent what is worth knowing: so that nothing is sent to them twice."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="info_told")
    up_to = models.DateTimeField()

    def __str__(self) -> str:
        return f"told {self.pk}"
