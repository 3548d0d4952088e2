# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.fields import EncryptedTextField


class Asked(models.Model):
    """A question and its one answer. Both are sealed."""

    words = EncryptedTextField(_("Your question"))
    asked_at = models.DateTimeField(default=timezone.now)
    answer = EncryptedTextField(_("Answer"), blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
