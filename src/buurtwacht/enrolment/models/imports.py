# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.fields import EncryptedBinaryField, EncryptedJSONField
from buurtwacht.lib.ids import new_id

from .application import Application


class MemberImport(models.Model):
    """A list from before, taken over: read, looked at, then a mail to each, or taken back whole."""

    class Status(models.TextChoices):
        READING = "reading", _("Being read")
        READY = "ready", _("Read: look at it first")
        INVITING = "inviting", _("Mails are going out")
        DONE = "done", _("Everybody has been asked")
        TAKEN_BACK = "taken_back", _("Taken back")
        UNREADABLE = "unreadable", _("Could not be read")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="member_imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    status = models.CharField(max_length=12, choices=Status, default=Status.READING)
    kind = models.CharField(max_length=5)  # "csv" or "vcard"
    file = EncryptedBinaryField(null=True)  # until it has been read
    problem = models.CharField(max_length=200, blank=True)  # why the whole file could not be read
    lines_total = models.PositiveIntegerField(default=0)
    lines_read = models.PositiveIntegerField(default=0)
    lines_asked = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.status} {self.pk}"


class ImportLine(models.Model):
    """One line of the list: what was read, what is wrong with it, and the application that came of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member_import = models.ForeignKey(MemberImport, models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()  # as the person sees it in the file, from 1
    values = EncryptedJSONField(null=True)
    problems = models.JSONField(default=list, blank=True)  # codes, such as "email_wrong"; never what stood there
    application = models.ForeignKey(Application, models.SET_NULL, null=True, related_name="import_lines")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["member_import", "number"], name="import_line_once")]

    def __str__(self) -> str:
        return f"line {self.number}"
