# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from buurtwacht.channels.registry import channels
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id
from buurtwacht.people.about import About, about, readable_address

from .person import Person


def mark_of(channel: str, address: str) -> str:
    """By which an address on a channel is found again."""
    return fingerprint(address, f"contact:{channel}")


class ContactPoint(models.Model):
    """One address of one person on one channel: a mail address, a phone, a browser that takes Web Push."""

    class Agreed(models.TextChoices):
        CODE = "code"  # a code of ours came in from this address
        TEXT = "text"  # a code that we sent there was typed on the page
        NUMBER = "number"  # one tap, for a number that was proven before
        PAGE = "page"  # switched on again on the page
        MESSAGE = "message"  # switched on again by a message

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="contact_points")
    channel = models.CharField(max_length=20)
    address = EncryptedTextField()
    fingerprint = models.CharField(max_length=64)
    label = models.CharField(max_length=80, blank=True)  # "Firefox on Android": which device this is
    # A second name of the same address, where the other side has one: WhatsApp's own id beside the number.
    other_address = EncryptedTextField(blank=True)
    other_fingerprint = models.CharField(max_length=64, blank=True)
    verified_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)  # when its owner last said that we may write here
    agreed_how = models.CharField(max_length=10, choices=Agreed, blank=True)
    stopped_at = models.DateTimeField(null=True)  # when its owner asked, on the channel itself, to be left alone
    # When an alarm is tried here, in the owner's own order: 0 at once, then later. Nothing: our order.
    step = models.PositiveSmallIntegerField(null=True)
    is_on = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)  # the other side says that this address does not exist any more
    proven_at = models.DateTimeField(null=True)  # when something was last shown here: a test or an alarm
    proof_seconds = models.FloatField(null=True)  # of the last test that its owner asked for: from asking to showing
    # The sign-in on the same device: when that ends, this device is told nothing more.
    session = models.ForeignKey("usersessions.UserSession", models.SET_NULL, null=True, related_name="+")

    after: float | None = None  # seconds after an alarm at which it has its turn, where a query worked that out

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "fingerprint"], name="contact_point_once"),
            models.UniqueConstraint(
                fields=["channel", "other_fingerprint"],
                condition=~Q(other_fingerprint=""),
                name="contact_point_other_once",
            ),
        ]
        indexes = [models.Index(fields=["person", "channel"], name="contact_point_of_person")]

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"

    def save(self, **kwargs: Any) -> None:
        self.fingerprint = mark_of(self.channel, self.address)
        self.other_fingerprint = mark_of(self.channel, self.other_address) if self.other_address else ""
        super().save(**kwargs)

    @property
    def kind_in_words(self) -> str:
        """The way itself: "E-mail"."""
        channel = channels().get(self.channel)
        return str(channel.label) if channel else self.channel

    @property
    def name(self) -> str:
        """What its owner calls it: the device, else the way."""
        return self.label or self.kind_in_words

    @property
    def about(self) -> About:
        """What we say about this kind of channel."""
        return about(self.channel)

    @property
    def shown_address(self) -> str:
        """The address as its owner knows it; nothing where it is a number that only a machine knows."""
        return readable_address(self.channel, self.address)
