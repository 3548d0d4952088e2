# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id

from .application import Application


class AddressProof(models.Model):
    """How somebody shows that they live where they say: one row per attempt."""

    class Way(models.TextChoices):
        LETTER = "letter", _("Letter with a code")
        NEIGHBOUR = "neighbour", _("A neighbour knows me")
        VISIT = "visit", _("The coordinator comes by")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="address_proofs")
    way = models.CharField(max_length=10, choices=Way)
    code = EncryptedTextField(blank=True)  # in the letter, or what the applicant gives to the neighbour
    tries = models.PositiveSmallIntegerField(default=0)
    neighbour = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    printed_at = models.DateTimeField(null=True)  # when somebody printed the letter
    proven_at = models.DateTimeField(null=True)
    proven_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)  # another way was chosen, or too many tries

    class Meta:
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return f"{self.way} {self.pk}"


class Verdict(models.TextChoices):
    """What the police say. Never why (C11, R055)."""

    YES = "yes", _("Agreed")
    UNTIL = "until", _("Agreed until a date")
    NO = "no", _("Not agreed")


class Vetting(models.Model):
    """The question to the police about one applicant, and the answer. The name goes with the application."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    application = models.OneToOneField(Application, models.CASCADE, related_name="vetting")
    asked_at = models.DateTimeField(default=timezone.now)
    verdict = models.CharField(max_length=6, choices=Verdict, blank=True)
    valid_until = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    number_erased_at = models.DateTimeField(null=True)  # when the national number went, if there was one
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(verdict="until") | Q(valid_until__isnull=False), name="vetting_until_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"vetting {self.pk}"


class Objection(models.Model):
    """Somebody who was refused asks to look again (R075). It goes with the application, on the same day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="objections")
    words = EncryptedTextField()
    made_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    upheld = models.BooleanField(null=True)  # True: the verdict was changed

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return f"objection {self.pk}"


class Candidacy(models.Model):
    """A member who would like to coordinate: candidate, screened where the policy asks, signed, then appointed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="candidacies")
    membership = models.OneToOneField(Membership, models.CASCADE, related_name="candidacy")
    asked_at = models.DateTimeField(default=timezone.now)
    agreed_at = models.DateTimeField(null=True)  # that the police may be asked, where the policy asks them
    verdict = models.CharField(max_length=6, choices=Verdict, blank=True)  # of the police, where the policy asks them
    valid_until = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)  # the confidentiality agreement
    appointed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "candidacies"
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return f"candidacy {self.pk}"


class Clearance(models.Model):
    """That the police agreed with a member, and until when. It outlives the application, soon gone (N12)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    membership = models.OneToOneField(Membership, models.CASCADE, related_name="clearance")
    checked_at = models.DateTimeField(default=timezone.now)  # of the last verdict
    valid_until = models.DateField()  # the last day; before it the police are asked again
    asked_at = models.DateTimeField(null=True)  # when they were asked again; empty once they answered
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["valid_until"]

    def __str__(self) -> str:
        return f"clearance {self.pk}"
