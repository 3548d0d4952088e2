# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from buurtwacht.groups.models import Organisation
from buurtwacht.lib.ids import new_id

LONGEST_BODY = 20_000
LONGEST_QUESTION = 200
LONGEST_ANSWER = 2_000


class Section(models.TextChoices):
    """The parts of the site of an organisation, exactly those of R181."""

    WHAT = "what", pgettext_lazy("site", "What it is")
    HOW = "how", pgettext_lazy("site", "How it works")
    GROUPS = "groups", pgettext_lazy("site", "The groups")
    RULES = "rules", pgettext_lazy("site", "Rules of conduct")
    QUESTIONS = "questions", pgettext_lazy("site", "Questions and answers")
    JOIN = "join", pgettext_lazy("site", "Sign up")


class SitePage(models.Model):
    """One part of the site of an organisation in one language. Without a version it has our own words."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="site_pages")
    section = models.CharField(max_length=10, choices=Section)
    language = models.CharField(max_length=8)

    class Meta:
        ordering = ["section", "language"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "section", "language"], name="site_page_once"),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.language}"


class SiteVersion(models.Model):
    """One version of a page. The one that was published last is what visitors read; an unpublished one is a draft."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    page = models.ForeignKey(SitePage, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    body = models.TextField(blank=True)  # Markdown, as far as lib/markdown.py knows it
    questions = models.JSONField(default=list, blank=True)  # [{"question": …, "answer": …}], in the order shown
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="site_version_once"),
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(published_at=None), name="site_version_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"


class SiteLink(models.Model):
    """A page elsewhere that an organisation points its visitors to, and whether it still answers (R176)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="site_links")
    title = models.CharField(max_length=120)
    url = models.URLField(max_length=500)
    order = models.PositiveSmallIntegerField(default=1)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)  # times in a row that nothing answered

    class Meta:
        ordering = ["order", "title"]

    def __str__(self) -> str:
        return self.title
