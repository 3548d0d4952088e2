# SPDX-License-Identifier: EUPL-1.2
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.fields import EncryptedJSONField, EncryptedTextField
from buurtwacht.lib.ids import new_id
from buurtwacht.places.models import Area
from buurtwacht.policy.presets import policy_for

if TYPE_CHECKING:
    from buurtwacht.policy.model import Policy


class Organisation(models.Model):
    """Who stands behind groups: a municipality, a police zone, an association or a neighbourhood team."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality")
        POLICE_ZONE = "police_zone", _("Police zone")
        ASSOCIATION = "association", _("Association")
        TEAM = "team", _("Neighbourhood team")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.MUNICIPALITY)
    language = models.CharField(max_length=8, default="nl")  # the language of its groups: nl or nl-be
    time_zone = models.CharField(max_length=40, default="Europe/Amsterdam")
    police_name = models.CharField(max_length=120, blank=True)  # how the police desk is called: "Basisteam Ede"
    police_mailbox = models.EmailField(blank=True)  # where dossiers go
    police_code_mailbox = models.EmailField(blank=True)  # where the code goes, apart from the link
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OrganisationRole(models.Model):
    """What a person may do for an organisation: police officer, municipal official, or auditor."""

    class Role(models.TextChoices):
        OFFICER = "officer", _("Police officer")
        OFFICIAL = "official", _("Municipal official")
        AUDITOR = "auditor", _("Auditor")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="roles")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="organisation_roles")
    role = models.CharField(max_length=12, choices=Role)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "person", "role"], name="organisation_role_once"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"


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
    goal = models.TextField(blank=True)  # what the group is for, in its own words; shown to who wants to join (R011)
    needed_members = models.PositiveSmallIntegerField(default=10)  # so many neighbours before it starts (R033)
    split_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="split_into")
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)  # when it became active for the first time

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def policy(self) -> "Policy":
        return policy_for(self.preset, self.overrides)

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.organisation.time_zone)


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


class Membership(models.Model):
    """A person in a group, with a role and dates. What neighbours see of somebody is a first name and a street."""

    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        MODERATOR = "moderator", _("Moderator")
        COORDINATOR = "coordinator", _("Coordinator")

    class Kind(models.TextChoices):
        LIVES = "lives", _("Lives there")
        BUSINESS = "business", _("Has a business there")
        WORKS = "works", _("Works there")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role, default=Role.MEMBER)
    deputy_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="deputies")
    deputy_from = models.DateField(null=True)
    deputy_until = models.DateField(null=True)  # the last day; set while the coordinator is away
    street = EncryptedTextField(_("Street"))
    house_number = EncryptedTextField(_("House number"), blank=True)
    home = EncryptedJSONField(null=True)  # {"latitude": …, "longitude": …}, for "300 metres from your house"
    postcode = EncryptedTextField(_("Postcode"), blank=True)
    town = EncryptedTextField(_("Town"), blank=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.LIVES)
    serves = models.BooleanField(default=False)  # says to work for the police or an emergency service (R064)
    proxy = models.ForeignKey("self", models.SET_NULL, null=True, related_name="told_by_proxy")  # who rings the bell
    renewed_at = models.DateTimeField(null=True)  # when they last said that they still live there and take part
    welcomed_at = models.DateTimeField(null=True)  # when they said yes to the rules on the welcome page (R025)
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(left_at=None), name="membership_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(deputy_from=None) | Q(deputy_from__lte=models.F("deputy_until")),
                name="deputy_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"
