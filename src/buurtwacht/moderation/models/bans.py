# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.ids import new_id

from .cases import Measure


class Ban(models.Model):
    """Somebody who was removed does not come back before this day (requirements, section 4.3: twelve months).

    Of the person there are only marks: keyed hashes by which a return is noticed and by which nobody can be looked up.
    No name, no number, no text: when the day has passed the row goes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="bans")
    measure = models.OneToOneField(Measure, models.SET_NULL, null=True, related_name="ban")
    reason = models.CharField(max_length=40)  # the key of the house rule
    began_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    lift_asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    lift_asked_at = models.DateTimeField(null=True)  # an administrator would like to end it sooner; another one agrees

    class Meta:
        ordering = ["ends_at"]

    def __str__(self) -> str:
        return str(self.pk)


class BanMark(models.Model):
    """One mail address, phone number or account (here or on Telegram or Matrix) under a ban, as a keyed hash."""

    class Kind(models.TextChoices):
        EMAIL = "email"
        PHONE = "phone"
        PERSON = "person"
        TELEGRAM = "telegram"
        MATRIX = "matrix"

    ban = models.ForeignKey(Ban, models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=20, choices=Kind)
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ban", "kind", "mark"], name="ban_mark_once")]
        indexes = [models.Index(fields=["mark"], name="ban_by_mark")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.ban_id}"


class SharedAddress(models.Model):
    """A member uses an address that is under a ban. It may be a housemate: somebody looks, nobody is removed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    ban = models.ForeignKey(Ban, models.CASCADE, related_name="shared")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    noticed_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)  # an administrator looked: it is somebody else

    class Meta:
        ordering = ["noticed_at"]
        constraints = [models.UniqueConstraint(fields=["ban", "membership"], name="shared_address_once")]

    def __str__(self) -> str:
        return str(self.pk)
