# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.fields import EncryptedJSONField, EncryptedTextField
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Entry


class Case(models.Model):
    """A member may have broken a rule, and administrators look into it. They never judge their own case."""

    class Desk(models.TextChoices):
        """Who looks into it now."""

        ADMINISTRATORS = "administrators", _("The administrators of the group")
        ORGANISATION = "organisation", _("Who answers for the organisation")

    class Outcome(models.TextChoices):
        MEASURE = "measure", _("A measure was taken")
        NOTHING = "nothing", _("Nothing needed to be done")
        LEFT = "left", _("The member left")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="cases")
    membership = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="cases")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="cases")  # whom it is about
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="cases")
    rule = models.CharField(max_length=40)  # the key of the house rule, or "unforeseen" (R149)
    quoted = EncryptedTextField(blank=True)  # the words concerned, as they stood: the member reads them too
    note = EncryptedTextField(blank=True)  # what happened, in the words of who opened the case; the member reads it too
    view = EncryptedTextField(blank=True)  # how the member sees it, in their own words, before it is decided
    view_at = models.DateTimeField(null=True)
    desk = models.CharField(max_length=16, choices=Desk, default=Desk.ADMINISTRATORS)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    escalated_at = models.DateTimeField(null=True)
    question = EncryptedTextField(blank=True)  # what the administrators ask of who answers for the organisation
    advisers = ArrayField(models.CharField(max_length=12), default=list)  # whose advice is asked: police, municipality
    reminded = models.PositiveSmallIntegerField(default=0)  # of the question: once halfway, once when the term is over
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    emptied_at = models.DateTimeField(null=True)  # when all words of it were erased; codes and dates stay a while

    class Meta:
        ordering = ["opened_at"]

    def __str__(self) -> str:
        return str(self.pk)


class Measure(models.Model):
    """One step of the ladder. Where the policy wants two people, it holds once the second has agreed, within a day."""

    class Kind(models.TextChoices):
        TALK = "talk", _("A talk")
        WARNING = "warning", _("Warning")
        REPRIMAND = "reprimand", _("Written reprimand by the chief of police")
        SUSPENSION = "suspension", _("Suspension")
        PROSECUTOR = "prosecutor", _("Report to the prosecutor, with suspension")
        RELIEF = "relief", _("Relieved as coordinator")
        REMOVAL = "removal", _("Removal")
        ENDING = "ending", _("End of taking part")  # of a coordinator, without a ban

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("Waits for a second administrator")
        TAKEN = "taken", _("Taken")
        DECLINED = "declined", _("The second administrator said no")
        WITHDRAWN = "withdrawn", _("Withdrawn by who proposed it")
        LAPSED = "lapsed", _("Nobody agreed in time")
        OVERTURNED = "overturned", _("Taken back")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="measures")
    kind = models.CharField(max_length=12, choices=Kind)
    status = models.CharField(max_length=12, choices=Status, default=Status.PROPOSED)
    until = models.DateTimeField(null=True)  # the end of a suspension, and of the ban after a removal
    reason = EncryptedTextField(blank=True)  # the sentence that the member reads
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    lapses_at = models.DateTimeField(null=True)  # until then a second person can agree; empty: none is needed
    seconded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    declined_because = EncryptedTextField(blank=True)  # why the second administrator said no
    signed_on = models.DateField(null=True)  # when the chief of police signed the letter, where the step is theirs
    address = EncryptedJSONField(null=True)  # of who was removed: for the letter, and when it is taken back
    decided_at = models.DateTimeField(null=True)
    appeal_until = models.DateTimeField(null=True)  # empty: no appeal

    class Meta:
        ordering = ["proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"], condition=Q(status="proposed"), name="measure_proposed_once"
            ),
            models.CheckConstraint(
                name="measure_needs_two_people",
                condition=Q(seconded_by=None) | ~Q(seconded_by=models.F("proposed_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Appeal(models.Model):
    """The member disagrees. Somebody who had no part in the measure decides."""

    class Verdict(models.TextChoices):
        UPHELD = "upheld", _("The measure stays")
        SHORTENED = "shortened", _("The measure ends sooner")
        OVERTURNED = "overturned", _("The measure is taken back")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    measure = models.OneToOneField(Measure, models.CASCADE, related_name="appeal")
    words = EncryptedTextField()
    at = models.DateTimeField(default=timezone.now)
    answer_by = models.DateTimeField()  # when the member should have an answer
    verdict = models.CharField(max_length=12, choices=Verdict, blank=True)
    answer = EncryptedTextField(blank=True)  # in words that the member reads
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")  # by letter
    reminded = models.PositiveSmallIntegerField(default=0)  # once halfway, once when the term is over

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return str(self.pk)
