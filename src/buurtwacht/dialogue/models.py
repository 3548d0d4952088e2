# SPDX-License-Identifier: EUPL-1.2
"""Conversations by text. What was said is kept only for as long as the conversation lasts."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.fields import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField
from buurtwacht.lib.ids import new_id
from buurtwacht.people.models import ContactPoint


class Conversation(models.Model):
    """Where the conversation with somebody stands, on one of their channels."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    contact_point = models.OneToOneField(ContactPoint, models.CASCADE, related_name="+")
    group = models.ForeignKey(WatchGroup, models.SET_NULL, null=True, related_name="+")
    state = EncryptedJSONField(default=dict)  # see engine/model.py; empty when nothing is going on
    photo = EncryptedBinaryField(null=True)  # JPEG, re-encoded and without metadata, until it is shared
    heard_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True)  # when something that was not shared is let go; None: nothing waits

    class Meta:
        indexes = [
            models.Index(
                fields=["expires_at"], name="conversation_expires", condition=models.Q(expires_at__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Turn(models.Model):
    """Something that we say. Its words are erased when they have been sent, or after a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    contact_point = models.ForeignKey(ContactPoint, models.CASCADE, null=True, related_name="+")
    report_id = models.UUIDField(null=True)  # the report that it is about, so that an answer to it finds its way
    channel = models.CharField(max_length=20)
    address = EncryptedTextField()
    language = models.CharField(max_length=8)
    said = EncryptedJSONField(null=True)  # text, choices, and the name of the message that it answers
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.pk)
