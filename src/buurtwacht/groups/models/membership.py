# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.fields import EncryptedJSONField, EncryptedTextField
from buurtwacht.lib.ids import new_id

from .group import WatchGroup


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
    phone = EncryptedTextField(_("Phone number"), blank=True)  # as E.164; only the coordinator sees it (R084)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.LIVES)
    serves = models.BooleanField(default=False)  # says to work for the police or an emergency service (R064)
    proxy = models.ForeignKey("self", models.SET_NULL, null=True, related_name="told_by_proxy")  # who rings the bell
    # The first neighbours of a new group: nobody who was checked has said that they live there.
    is_unchecked = models.BooleanField(default=False)
    renewed_at = models.DateTimeField(null=True)  # when they last said that they still live there and take part
    welcomed_at = models.DateTimeField(null=True)  # when they said yes to the rules on the welcome page (R025)
    suspended_until = models.DateTimeField(null=True)  # until then they read and are told, and write nothing
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True)

    coordinates: bool  # the group, today; only where `queries.memberships_of` fetched it

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

    @property
    def is_suspended(self) -> bool:
        return self.suspended_until is not None and self.suspended_until > timezone.now()
