# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Organisation
from buurtwacht.lib.ids import new_id


class DataParty(models.Model):
    """Who decides about the data of an organisation's groups, or works with them on its behalf (GDPR, articles 4, 26
    and 28). An office, not a person: everybody reads it on the privacy page."""

    class Role(models.TextChoices):
        CONTROLLER = "controller", _("Decides what the data are for (controller)")
        PROCESSOR = "processor", _("Works with the data for who decides (processor)")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="data_parties")
    role = models.CharField(max_length=12, choices=Role)
    name = models.CharField(max_length=120)
    contact = models.CharField(max_length=200)  # a mail address, a telephone number or a page
    does = models.CharField(max_length=200, blank=True)  # what it does: "keeps the server"
    since = models.DateField()
    order = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["role", "order"]

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"
