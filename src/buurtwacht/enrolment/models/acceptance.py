# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.fields import EncryptedBinaryField, EncryptedTextField
from buurtwacht.lib.ids import new_id

from .application import Application


class AgreedText(models.Model):
    """A text as somebody agreed to it, kept once for everybody who did: so it can be shown later, word for word."""

    digest = models.CharField(max_length=64, primary_key=True)  # SHA-256 of its paragraphs
    text = models.CharField(max_length=60)  # "be-politiezone/declaration/1"
    language = models.CharField(max_length=8)
    content = models.JSONField()  # {"title": …, "opening": …, "points": [[key, lead, words, why(, language)], …]}

    class Meta:
        ordering = ["text", "language"]

    def __str__(self) -> str:
        return f"{self.text} {self.language}"


class Acceptance(models.Model):
    """What somebody agreed to: which text in which version, when and how. The evidence of R071, R072 and R077."""

    class Kind(models.TextChoices):
        DECLARATION = "declaration", _("Declaration of intent")
        RULES = "rules", _("House rules")
        CHARTER = "charter", _("Charter")
        CONFIDENTIALITY = "confidentiality", _("Confidentiality agreement")
        GUARDIAN = "guardian", _("Signature of a parent")
        TRANSFER = "transfer", _("Data to the police for checking")

    class Way(models.TextChoices):
        SIGNED_UP = "signed_up", _("By signing up")
        TICKED = "ticked", _("Ticked")
        TYPED = "typed", _("Name typed")
        DRAWN = "drawn", _("Drawn on the screen")
        PAPER = "paper", _("Signed on paper")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="acceptances")
    application = models.ForeignKey(Application, models.SET_NULL, null=True, related_name="acceptances")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="acceptances")
    kind = models.CharField(max_length=16, choices=Kind)
    way = models.CharField(max_length=10, choices=Way)
    text = models.CharField(max_length=60)  # which text and version: "be-politiezone/declaration/1"
    digest = models.CharField(max_length=64)  # SHA-256 of the text as it was shown, in that language
    language = models.CharField(max_length=8)
    policy_version = models.PositiveIntegerField(default=1)  # the group's settings at that moment
    signed_name = EncryptedTextField(blank=True)
    place = EncryptedTextField(blank=True)
    signature = EncryptedBinaryField(null=True)  # the strokes as SVG path data, or the scan of the paper
    signature_type = models.CharField(max_length=40, blank=True)  # its media type
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)  # replaced by a newer one, or the person left: then kept for a year

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["person", "group", "kind"], name="acceptance_of_person")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
