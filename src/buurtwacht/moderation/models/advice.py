# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id

from .cases import Case


class CaseAdvice(models.Model):
    """What police, municipality or another judge say about a case that the rules do not foresee (R149). They advise."""

    class Role(models.TextChoices):
        POLICE = "police", _("Police")
        MUNICIPALITY = "municipality", _("Municipality")
        ORGANISATION = "organisation", _("Who answers for the organisation")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="advice")
    role = models.CharField(max_length=12, choices=Role)
    words = EncryptedTextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"
