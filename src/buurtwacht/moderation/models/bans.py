# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.ids import new_id

from .cases import Measure


class Ban(models.Model):
    """Somebody who was removed does not come back before this day (requirements, section 4.3: twelve months).

    Keyed hashes of mail address and phone number in one spelling, so that a return is noticed and nobody can be looked
    up. No name, no number, no text: when the day has passed the row goes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="bans")
    measure = models.OneToOneField(Measure, models.SET_NULL, null=True, related_name="ban")
    email_mark = models.CharField(max_length=64, blank=True)
    phone_mark = models.CharField(max_length=64, blank=True)
    reason = models.CharField(max_length=40)  # the key of the house rule
    began_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["ends_at"]
        indexes = [
            models.Index(fields=["email_mark"], name="ban_email", condition=~models.Q(email_mark="")),
            models.Index(fields=["phone_mark"], name="ban_phone", condition=~models.Q(phone_mark="")),
        ]

    def __str__(self) -> str:
        return str(self.pk)
