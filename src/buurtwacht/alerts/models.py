# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Report


class Acknowledgement(models.Model):
    """What one neighbour let know about a report, in silence. One answer each; a mind may change."""

    class Answer(models.TextChoices):
        SEEN = "seen", _("Seen")
        WATCHING = "watching", _("I watch from home")
        TWO = "two", _("The two of us can come")
        CANNOT = "cannot", _("I cannot")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey(Report, models.CASCADE, related_name="acknowledgements")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "person"], name="acknowledgement_once")]

    def __str__(self) -> str:
        return f"{self.answer} {self.report_id}"
