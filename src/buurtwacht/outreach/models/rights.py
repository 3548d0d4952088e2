# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Organisation
from buurtwacht.lib.fields import EncryptedJSONField, EncryptedTextField
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Report

from .asked import Asked


class RightsRequest(Asked):
    """Somebody who may have been described in a report asks what it says, or to have it corrected or erased (R145).

    Everything that they tell is sealed. Until the code from the mail came back it has not been received;
    a letter has been on the day that it came.
    """

    class Kind(models.TextChoices):
        ACCESS = "access", _("I want to know what was written about me")
        CORRECTION = "correction", _("Something about me is wrong, and I want it corrected")
        ERASURE = "erasure", _("I want what was written about me to be erased")
        OBJECTION = "objection", _("I object to something being kept about me")

    class Known(models.TextChoices):
        DETAILS = "details", _("What they tell fits; no more is needed")
        TALK = "talk", _("We spoke with them")
        APPOINTMENT = "appointment", _("They came to an appointment")

    class Outcome(models.TextChoices):
        GRANTED = "granted", _("We do what was asked")
        PARTLY = "partly", _("We do a part of it")
        REFUSED = "refused", _("We do not do it")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="rights_requests")
    kind = models.CharField(max_length=12, choices=Kind)
    language = models.CharField(max_length=8, default="nl")
    name = EncryptedTextField(_("Name"))
    email = EncryptedTextField(_("E-mail address"), blank=True)  # empty only on paper
    address = EncryptedTextField(_("Address for the answer"), blank=True)  # of a letter; as the post wants it
    on_paper = models.BooleanField(default=False)  # somebody of the desk typed a letter over
    words = EncryptedTextField(_("What is it about?"))
    moment = EncryptedJSONField(null=True)  # {"street": …, "on": ISO date, "hour": 0 to 23 or null}
    code = EncryptedJSONField(null=True)  # see enrolment/codes.py; empty once it came back
    received_at = models.DateTimeField(null=True)  # the mail address was proven, or a letter came: the term begins
    due_on = models.DateField(null=True)
    prolonged_at = models.DateTimeField(null=True)
    prolonged_because = EncryptedTextField(blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    concerns = models.ManyToManyField(Report, related_name="rights_requests")  # as who answers found
    known_by = models.CharField(max_length=12, choices=Known, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)

    class Meta:
        ordering = ["due_on"]
        indexes = [models.Index(fields=["organisation", "answered_at"], name="request_to_organisation")]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Eight signs by which both sides can name it."""
        return self.id.hex[-8:].upper()
