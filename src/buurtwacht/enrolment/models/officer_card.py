# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import OrganisationRole, WatchGroup
from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id


class OfficerCard(models.Model):
    """How coordinators reach the officer of their neighbourhood, and for which groups that is (R046, R053, R062)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    role = models.OneToOneField(OrganisationRole, models.CASCADE, related_name="card")
    groups = models.ManyToManyField(WatchGroup, related_name="officer_cards", blank=True)  # none: all of them
    phone = EncryptedTextField(_("Phone number at work"), blank=True)
    email = EncryptedTextField(_("E-mail address at work"), blank=True)
    hours = EncryptedTextField(_("When can you be reached?"), blank=True)
    gives_workshops = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["changed_at"]

    def __str__(self) -> str:
        return f"officer card {self.pk}"
