# SPDX-License-Identifier: EUPL-1.2
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.channels.registry import channels
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id


class PersonManager(BaseUserManager["Person"]):
    """Makes persons without a password: they sign in by a code or a passkey."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        person = self.model(email=email.strip().lower(), **fields)
        person.set_unusable_password()
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who uses Buurtwacht, in whatever role. Roles are given by a group or an organisation."""

    class LockScreen(models.TextChoices):
        FULL = "full", _("What is happening and where")
        SHORT = "short", _("Only that there is a report in my neighbourhood")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # Kept readable because signing in looks a person up by it. Everything else about a person is encrypted.
    email = models.EmailField(_("E-mail address"), unique=True)
    first_name = EncryptedTextField(_("First name"))
    family_name = EncryptedTextField(_("Family name"), blank=True)
    language = models.CharField(_("Language"), max_length=8, default="nl")
    lock_screen = models.CharField(_("On a locked screen"), max_length=8, choices=LockScreen, default=LockScreen.FULL)
    quiet_from = models.TimeField(_("Quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("Quiet until"), null=True, blank=True)
    test_asked_at = models.DateTimeField(null=True)  # when this person last asked for a test alarm
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True)

    objects: ClassVar[PersonManager] = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")

    def __str__(self) -> str:
        return str(self.pk)  # never a name: this ends up in logs


class ContactPoint(models.Model):
    """One address of one person on one channel: a mail address, a phone, a browser that takes Web Push."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="contact_points")
    channel = models.CharField(max_length=20)
    address = EncryptedTextField()
    fingerprint = models.CharField(max_length=64)
    label = models.CharField(max_length=80, blank=True)  # "Firefox on Android": which device this is
    verified_at = models.DateTimeField(null=True)
    is_on = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)  # the other side says that this address does not exist any more
    proven_at = models.DateTimeField(null=True)  # when the last test alarm was shown here
    proof_seconds = models.FloatField(null=True)  # from asking for that test to showing it
    # The sign-in on the same device: when that ends, this device is told nothing more.
    session = models.ForeignKey("usersessions.UserSession", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "fingerprint"], name="contact_point_once"),
        ]
        indexes = [models.Index(fields=["person", "channel"], name="contact_point_of_person")]

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"

    def save(self, **kwargs: Any) -> None:
        self.fingerprint = fingerprint(self.address, f"contact:{self.channel}")
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


class Attempt(models.Model):
    """A count of attempts to sign in, by network address or by a hash of a mail address. Django's cache writes it."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField()

    class Meta:
        managed = False  # migration 0003 makes the table, without a log
        db_table = "buurtwacht_cache"

    def __str__(self) -> str:
        return "attempt"  # never the key: it may hold a network address
