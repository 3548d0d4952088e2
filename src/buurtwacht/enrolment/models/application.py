# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.fields import EncryptedJSONField, EncryptedTextField
from buurtwacht.lib.ids import new_id

from .invitation import Invitation


class Application(models.Model):
    """Somebody asks to take part in a group. What they tell stays here until they are in, or until it is forgotten.

    Each thing that the policy asks has its own moment below; `steps.py` says which of them this group asks, and in
    which order. `status` follows from those moments and is written by `services/advance.py` only.
    """

    class Status(models.TextChoices):
        SUBMITTED = "submitted", _("Filled in")
        CONFIRMED = "confirmed", _("Address confirmed")
        CHECKING = "checking", _("Being checked")
        WAITING = "waiting", _("On the waiting list")
        APPROVED = "approved", _("Approved")
        JOINED = "joined", _("Member")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Source(models.TextChoices):
        SITE = "site", _("On the site")
        PAPER = "paper", _("On paper")
        IMPORT = "import", _("From a list")
        MOVE = "move", _("Moved house")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="applications")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="applications")
    status = models.CharField(max_length=12, choices=Status, default=Status.SUBMITTED)
    source = models.CharField(max_length=8, choices=Source, default=Source.SITE)
    # Which of several coordinators looks after this one; empty: whoever lives nearest (R056).
    coordinator = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    invitation = models.ForeignKey(Invitation, models.SET_NULL, null=True, related_name="applications")
    language = models.CharField(max_length=8, default="nl")

    # What the form asks (R073). All of it is encrypted; fingerprints find the same address again.
    first_name = EncryptedTextField(_("First name"))
    family_name = EncryptedTextField(_("Family name"), blank=True)
    email = EncryptedTextField(_("E-mail address"), blank=True)
    email_fingerprint = models.CharField(max_length=64, blank=True)
    phone = EncryptedTextField(_("Phone number"), blank=True)  # as E.164
    phone_fingerprint = models.CharField(max_length=64, blank=True)
    street = EncryptedTextField(_("Street"))
    house_number = EncryptedTextField(_("House number"), blank=True)
    postcode = EncryptedTextField(_("Postcode"), blank=True)
    town = EncryptedTextField(_("Town"), blank=True)
    home = EncryptedJSONField(null=True)  # {"latitude": …, "longitude": …}
    national_number = EncryptedTextField(_("National number"), blank=True)  # until the verdict, and never longer
    kind = models.CharField(max_length=12, choices=Membership.Kind, default=Membership.Kind.LIVES)
    serves = models.BooleanField(default=False)  # says to work for the police or an emergency service (R064)
    proxy = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")  # who will ring at their door
    wants_to_coordinate = models.BooleanField(default=False)
    is_minor = models.BooleanField(default=False)  # below the minimum age, so a parent signs too; no date of birth
    guardian_name = EncryptedTextField(_("Name of the parent"), blank=True)
    guardian_email = EncryptedTextField(_("E-mail address of the parent"), blank=True)

    # The codes that were sent: {"code": …, "sent_at": …, "tries": …}
    email_code = EncryptedJSONField(null=True)
    phone_code = EncryptedJSONField(null=True)

    # What has been done, and when.
    submitted_at = models.DateTimeField(default=timezone.now)
    email_proven_at = models.DateTimeField(null=True)
    phone_proven_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    guardian_signed_at = models.DateTimeField(null=True)
    residence_proven_at = models.DateTimeField(null=True)
    vetted_at = models.DateTimeField(null=True)
    placed_at = models.DateTimeField(null=True)  # there is room in the group, and it is kept for this one
    gate_passed_at = models.DateTimeField(null=True)
    admitted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)  # joined, refused or withdrawn
    reminded_at = models.DateTimeField(null=True)
    ending_printed_at = models.DateTimeField(null=True)  # the letter that it ended, to who has no mail

    class Meta:
        ordering = ["submitted_at"]
        indexes = [
            models.Index(fields=["group", "status"], name="application_of_group"),
            models.Index(fields=["email_fingerprint"], name="application_by_mail"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "email_fingerprint"],
                condition=Q(ended_at=None) & ~Q(email_fingerprint=""),
                name="application_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.pk}"
