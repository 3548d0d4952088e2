# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Entry, Report


class Flag(models.Model):
    """A neighbour says that something on a report should not stand there. Who said so is for nobody else to know."""

    class Reason(models.TextChoices):
        HURTS = "hurts", _("It hurts or insults somebody")
        DISCRIMINATES = "discriminates", _("It is about origin or looks only")
        ACCUSES = "accuses", _("It accuses somebody, or names a neighbour")
        DANGEROUS = "dangerous", _("It calls people to go there, follow or stop somebody")
        PRIVATE = "private", _("It shows who somebody is: a photo, a number plate, an address")
        NOT_FOR_HERE = "not_for_here", _("It does not belong here")
        UNTRUE = "untrue", _("It is not true")
        OTHER = "other", _("Something else")

    class Outcome(models.TextChoices):
        CHANGED = "changed", _("The writer changed or took back the words")
        HIDDEN = "hidden", _("The words were hidden")
        CASE = "case", _("The administrators look into it")
        FINE = "fine", _("The words may stay")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="flags")
    report = models.ForeignKey(Report, models.CASCADE, related_name="flags")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="flags")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="flags")
    reason = models.CharField(max_length=16, choices=Reason)
    words = EncryptedTextField(blank=True)  # what the neighbour wants to say about it
    at = models.DateTimeField(default=timezone.now)
    desk_at = models.DateTimeField(null=True)  # since when people look at it; empty while the program asks the writer
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    settled_at = models.DateTimeField(null=True)
    answer = EncryptedTextField(blank=True)  # the sentence that the neighbour reads about it

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["entry", "by"], name="flag_once_by_each")]

    def __str__(self) -> str:
        return f"{self.reason} {self.pk}"


class Nudge(models.Model):
    """A private, kind word to the writer about their own words: by the program first, so that no neighbour has to."""

    class Answer(models.TextChoices):
        CHANGED = "changed", _("Changed the words")
        TAKEN_BACK = "taken_back", _("Took the words back")
        KEPT = "kept", _("Keeps the words")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="nudges")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="nudges")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="nudges")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")  # None: the program
    reasons = ArrayField(models.CharField(max_length=24), default=list)  # of the wording check, or of the flag
    at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=12, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["entry"], name="nudge_once_per_entry")]

    def __str__(self) -> str:
        return str(self.pk)
