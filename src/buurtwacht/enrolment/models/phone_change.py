# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone

from buurtwacht.lib.fields import EncryptedJSONField, EncryptedTextField
from buurtwacht.lib.ids import new_id


class PhoneChange(models.Model):
    """A member's new phone number, until the code that went there comes back. It is gone after that, or after a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="phone_change")
    phone = EncryptedTextField()  # as E.164
    code = EncryptedJSONField(null=True)  # see enrolment/codes.py
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return f"phone change {self.pk}"
