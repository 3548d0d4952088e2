# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.fields import EncryptedBinaryField, EncryptedTextField
from buurtwacht.lib.ids import new_id


class DemoMail(models.Model):
    """Something that the outside world received in the demo: a mail, a message on a phone, a letter. Nothing left."""

    class Kind(models.TextChoices):
        MAIL = "mail", _("Mail")
        PHONE = "phone", _("On a phone")
        LETTER = "letter", _("On paper")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    to_address = EncryptedTextField()
    subject = EncryptedTextField()
    body = EncryptedTextField()
    link = EncryptedTextField(blank=True)
    sender = EncryptedTextField(blank=True)  # the number from which a visitor texted this
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "pages"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class DemoFile(models.Model):
    """A file that came with a mail of the demo, or the letter itself."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    mail = models.ForeignKey(DemoMail, models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    data = EncryptedBinaryField()

    class Meta:
        app_label = "pages"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"file {self.pk}"
