# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Organisation
from buurtwacht.lib.fields import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Entry, Report


class Dossier(models.Model):
    """What goes to the police about one closed report, and the answer that comes back."""

    class Status(models.TextChoices):
        TO_REVIEW = "to_review", _("To look through")
        HANDED_OVER = "handed_over", _("With the police")
        ANSWERED = "answered", _("Answered")
        SET_ASIDE = "set_aside", _("Not handed over")

    class Outcome(models.TextChoices):
        """What came of it (R154, R012)."""

        SPOKEN_TO = "spoken_to", _("Somebody was spoken to")
        ARREST = "arrest", _("Arrest")
        NOBODY_FOUND = "nobody_found", _("Nobody found")
        FALSE_ALARM = "false_alarm", _("False alarm")
        PLAN_DISRUPTED = "plan_disrupted", _("Plan disrupted")
        CANNOT_SAY = "cannot_say", _("I cannot say")
        NONE_KNOWN = "none_known", _("No outcome known")

    class Change(models.TextChoices):
        """What the police were told of what they had (GDPR, article 19)."""

        ERASED = "erased", _("Something was erased")
        CORRECTED = "corrected", _("Something was not right")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.OneToOneField(Report, models.CASCADE, related_name="dossier")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="dossiers")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()  # counts per organisation and year: dossier 2026-0147
    status = models.CharField(max_length=12, choices=Status, default=Status.TO_REVIEW)
    created_at = models.DateTimeField(default=timezone.now)
    review_due_on = models.DateField()
    outcome_due_on = models.DateField(null=True)
    reminded_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(max_length=16, choices=Outcome, blank=True)
    outcome_words = EncryptedTextField(blank=True)  # the sentence that the neighbours read
    answered_at = models.DateTimeField(null=True)
    police_reference = EncryptedTextField(blank=True)
    change = models.CharField(max_length=10, choices=Change, blank=True)  # after it was handed over: the last one
    changed_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)  # the content is gone; who, when and digest stay

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year", "serial"], name="dossier_number_once"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return f"{self.year}-{self.serial:04}"


class Redaction(models.Model):
    """What the coordinator decided about one entry: in the dossier or not, and what of it is taken out."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="redactions")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    is_included = models.BooleanField(default=True)
    cuts = EncryptedJSONField(default=list)  # [[start, end, reason], …] in the words as shown
    photos_out = models.JSONField(default=list)  # ids of photos of this entry that stay behind
    is_point_out = models.BooleanField(default=False)  # the exact point on the map, in the file only

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "entry"], name="redaction_once_per_entry")]

    def __str__(self) -> str:
        return str(self.pk)


class Excerpt(models.Model):
    """What neighbours said in an old WhatsApp group around the incident, as far as the coordinator chose it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="excerpts")
    by_id = models.UUIDField()  # who brought it in
    at = models.DateTimeField(default=timezone.now)
    lines = EncryptedJSONField(default=list)  # [{"at": local time, "who": shortened name, "words": …}, …]

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return str(self.pk)


class Handover(models.Model):
    """One giving of a dossier to the police: a link that works once, and a code that travels apart from it.

    The link is made from the id with the site's key, so that no token is kept. The code is kept, encrypted, until the
    dossier is opened, because the coordinator may have to read it out.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="handovers")
    by_id = models.UUIDField(null=True)  # an id, not a link: the log outlives a member who leaves
    mailbox = EncryptedTextField()
    code = EncryptedTextField(blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    package = EncryptedBinaryField(null=True)  # the zip file; empty once erased
    digest = models.BinaryField()  # SHA-256 of the zip file, kept as proof
    at = models.DateTimeField(default=timezone.now)
    mailed_at = models.DateTimeField(null=True)
    code_mailed_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)  # the receipt

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return str(self.pk)
