# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id

from .asked import Asked


class ContactMessage(Asked):
    """A question from the site, and its answer. Neither side sees the address or the number of the other (R030)."""

    class Desk(models.TextChoices):
        COORDINATORS = "coordinators", _("The coordinator of a group")
        MUNICIPALITY = "municipality", _("The municipality")
        COMPLAINT = "complaint", _("A complaint")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contact_messages")
    group = models.ForeignKey(WatchGroup, models.CASCADE, null=True, related_name="contact_messages")
    desk = models.CharField(max_length=12, choices=Desk)
    language = models.CharField(max_length=8, default="nl")
    name = EncryptedTextField(_("Name"), blank=True)
    email = EncryptedTextField(_("E-mail address"))

    class Meta:
        ordering = ["asked_at"]
        indexes = [
            models.Index(fields=["organisation", "desk"], name="contact_of_organisation"),
            models.Index(fields=["group", "desk"], name="contact_of_group"),
        ]

    def __str__(self) -> str:
        return f"{self.desk} {self.pk}"
