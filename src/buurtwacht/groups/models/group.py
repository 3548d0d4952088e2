# SPDX-License-Identifier: EUPL-1.2
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.ids import new_id
from buurtwacht.places.models import Area
from buurtwacht.policy.presets import policy_for

from .organisation import Organisation

if TYPE_CHECKING:
    from buurtwacht.policy.model import Policy


SHARED = frozenset({"municipal_report_url", "municipal_number"})  # settings that an organisation gives to its groups


class WatchGroup(models.Model):
    """A neighbourhood-watch group: neighbours of one area who watch out for each other."""

    class Status(models.TextChoices):
        IDEA = "idea", _("Idea")
        FORMING = "forming", _("Being formed")
        ACTIVE = "active", _("Active")
        DORMANT = "dormant", _("Dormant")
        CLOSED = "closed", _("Closed")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="groups")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="groups")
    name = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.ACTIVE)
    preset = models.CharField(max_length=24, default="nl")
    overrides = models.JSONField(default=dict, blank=True)  # the few values of the preset that this group changed
    shared = models.JSONField(default=dict, blank=True)  # what its organisation set once for all of its groups
    goal = models.TextField(blank=True)  # what the group is for, in its own words; shown to who wants to join (R011)
    needed_members = models.PositiveSmallIntegerField(default=10)  # so many neighbours before it starts (R033)
    split_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="split_into")
    slow_minutes = models.PositiveSmallIntegerField(
        default=0, db_default=0
    )  # between two additions of one member; 0: no wait
    announcements_until = models.DateTimeField(null=True)  # until then only reporter and coordinators add to a report
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)  # when it became active for the first time
    monthly_ceiling = models.PositiveIntegerField(null=True)  # thousandths of a euro; None as installed, 0 for none

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def policy(self) -> "Policy":
        return policy_for(self.preset, with_shared(self.shared, self.overrides))

    @property
    def is_announcing(self) -> bool:
        """Do only the reporter and the coordinators add to a report for now?"""
        return self.announcements_until is not None and self.announcements_until > timezone.now()

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.organisation.time_zone)


def with_shared(shared: dict[str, Any], overrides: dict[str, Any]) -> dict[str, Any]:
    """What a group says itself, and below it what its organisation says. They are one answer: a group that says one
    of them says it alone."""
    return overrides if overrides.keys() & SHARED else shared | overrides


class StreetRange(models.Model):
    """A street, or some of its house numbers, that belongs to a group. Without any, the group has its whole area."""

    class Side(models.TextChoices):
        BOTH = "both", _("All numbers")
        EVEN = "even", _("Even numbers")
        ODD = "odd", _("Odd numbers")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="street_ranges")
    street = models.CharField(max_length=120)
    first_number = models.PositiveIntegerField(null=True)  # None: from the first house
    last_number = models.PositiveIntegerField(null=True)  # None: to the last house
    side = models.CharField(max_length=4, choices=Side, default=Side.BOTH)

    class Meta:
        ordering = ["street", "first_number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_number=None) | Q(last_number=None) | Q(first_number__lte=models.F("last_number")),
                name="street_range_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.street


class PolicyVersion(models.Model):
    """One version of a group's settings: what its members agreed to, and since when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="policy_versions")
    number = models.PositiveIntegerField()
    preset = models.CharField(max_length=24)
    overrides = models.JSONField(default=dict, blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["group", "number"]
        constraints = [models.UniqueConstraint(fields=["group", "number"], name="policy_version_once")]

    def __str__(self) -> str:
        return f"{self.group_id} {self.number}"
