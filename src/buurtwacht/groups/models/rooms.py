# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id

from .group import WatchGroup


class ChatRoom(models.Model):
    """A room on another network (Matrix, Telegram, Signal) in which a group hears its alerts, all members at once.

    Who is in it sees who else is; which of them has read something, nobody knows.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="rooms")
    channel = models.CharField(max_length=20)
    address = EncryptedTextField()
    fingerprint = models.CharField(max_length=64)
    is_on = models.BooleanField(default=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    gone_at = models.DateTimeField(null=True)  # the other side says that this room does not exist any more

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "fingerprint"], name="room_once"),
            models.UniqueConstraint(fields=["group", "channel"], name="room_of_group_once", condition=Q(gone_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"

    def save(self, **kwargs: Any) -> None:
        self.fingerprint = fingerprint(self.address, f"room:{self.channel}")
        super().save(**kwargs)


class RoomCode(models.Model):
    """A coordinator wants to attach a room: the code that is typed there, until it comes in or is a day old.

    The code itself is not kept. Whoever asked for it gets it back once, in `code`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="room_codes")
    channel = models.CharField(max_length=20)
    code_fingerprint = models.CharField(max_length=64, unique=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    code = ""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "channel"], name="room_code_once")]

    def __str__(self) -> str:
        return f"room code {self.channel} {self.pk}"
