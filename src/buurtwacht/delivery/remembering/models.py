# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.db.models import Q
from django.utils import timezone


class TalkWindow(models.Model):
    """When an address last spoke to us, and when we last wrote to it first. A keyed hash: it cannot be read back."""

    channel = models.CharField(max_length=20)
    mark = models.CharField(max_length=64)
    heard_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(null=True)
    at = models.DateTimeField(default=timezone.now)  # the last change, by which it is forgotten

    class Meta:
        app_label = "delivery"
        constraints = [models.UniqueConstraint(fields=["channel", "mark"], name="talk_window_once")]
        indexes = [
            models.Index(fields=["at"], name="talk_window_at"),
            models.Index(fields=["channel", "begun_at"], name="talk_begun", condition=Q(begun_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"


class ChannelTrouble(models.Model):
    """What is wrong with the account of a channel, or with a template, in the provider's code. It names nobody."""

    channel = models.CharField(max_length=20)
    code = models.CharField(max_length=40)
    about = models.CharField(max_length=80, default="")
    began_at = models.DateTimeField(default=timezone.now)
    last_at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "delivery"
        constraints = [models.UniqueConstraint(fields=["channel", "code", "about"], name="channel_trouble_once")]

    def __str__(self) -> str:
        return f"{self.channel} {self.code}"
