# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.ids import new_id


class RuleEdition(models.Model):
    """The rules that a group added to those of its source, as they read from one day on (R150).

    Once published an edition never changes and never goes: people agreed to it. A rule that was withdrawn is missing
    from the next edition. The one without a number is the draft on which coordinators work.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="rule_editions")
    number = models.PositiveIntegerField(null=True)  # 1, 2, …; empty: the draft
    rules = models.JSONField(default=list)  # in order: {"key": "local:…", "wordings": {"nl": [lead, words, why]}}
    reads_differently = models.BooleanField(default=True)  # from the edition before, so that members are asked again
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="rule_edition_numbered_once"),
            models.UniqueConstraint(fields=["group"], condition=Q(number=None), name="rule_edition_one_draft"),
            models.CheckConstraint(
                name="rule_edition_published_has_number",
                condition=Q(number=None, published_at=None) | Q(number__isnull=False, published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.number or 'draft'}"
