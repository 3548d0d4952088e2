# SPDX-License-Identifier: EUPL-1.2
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

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

    class News(models.TextChoices):
        """How much somebody wants to be told besides alarms and how they ended."""

        ALL = "all", _("Alarms, and news about them")
        ALARMS = "alarms", _("Alarms only, and how they ended")

    class Info(models.TextChoices):
        """How often somebody wants to read what is worth knowing and no alarm (R140)."""

        WEEKLY = "weekly", _("Once a week, on Friday afternoon")
        DAILY = "daily", _("At five o'clock on days when there is some")
        NONE = "none", _("Never; I read it on the page when I like")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # Kept readable because signing in looks a person up by it. Everything else about a person is encrypted.
    email = models.EmailField(_("E-mail address"), unique=True)
    first_name = EncryptedTextField(_("First name"))
    family_name = EncryptedTextField(_("Family name"), blank=True)
    language = models.CharField(_("Language"), max_length=8, default="nl")
    lock_screen = models.CharField(_("On a locked screen"), max_length=8, choices=LockScreen, default=LockScreen.FULL)
    quiet_from = models.TimeField(_("Quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("Quiet until"), null=True, blank=True)
    news = models.CharField(
        _("What do you want to hear?"), max_length=8, choices=News, default=News.ALL, db_default="all"
    )
    repeats = models.BooleanField(default=False, db_default=False)  # an alarm sounds again until it was answered
    info = models.CharField(
        _("Information that is no alarm"), max_length=8, choices=Info, default=Info.WEEKLY, db_default="weekly"
    )
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
