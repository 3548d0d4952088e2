# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.fields import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField
from buurtwacht.lib.ids import new_id


class Behaviour(models.TextChoices):
    """The thirteen signs of suspicious behaviour (source 000, R120), and four things that need no sign.

    What somebody does comes first; how somebody looks comes later, if at all.
    """

    WANDERS = "wanders", _("Walks back and forth")
    LOOKS_AROUND = "looks_around", _("Keeps looking around")
    LOOKS_INSIDE = "looks_inside", _("Looks inside")
    TAKES_PHOTOS = "takes_photos", _("Takes photos")
    TRIES_DOORS = "tries_doors", _("Tries doors or gates")
    AVOIDS_LIGHT = "avoids_light", _("Avoids light")
    FOCUSED = "focused", _("Stares at one house")
    COVERS_FACE = "covers_face", _("Covers the face")
    HIDES = "hides", _("Hides in the dark")
    COUNTS_HOMES = "counts_homes", _("Counts homes")
    STRANGE_STORY = "strange_story", _("Strange story")
    ILLOGICAL_ROUTE = "illogical_route", _("Walks an odd route")
    CARRIES_TOOLS = "carries_tools", _("Carries tools or loot")
    VIOLENCE = "violence", _("Quarrel or violence")
    VANDALISM = "vandalism", _("Breaks things")
    MISSING = "missing", _("Someone is missing")
    OTHER = "other", _("Something else")


class Report(models.Model):
    """A melding: what one member saw, told in the order of SAAR; the thread of entries that grows from it.

    Before it is shared a report does not exist on the server: the draft travels in the form and stays on the device.
    Its id is made with the draft, so that sharing twice shares once.
    """

    class Status(models.TextChoices):
        DOUBT = "doubt", _("A question, not yet called")
        WAITING = "waiting", _("Waits for the coordinator to raise the alarm")
        OPEN = "open", _("Going on now")
        HIDDEN = "hidden", _("Hidden by a coordinator")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CLOSED = "closed", pgettext_lazy("report", "Closed")

    class InSight(models.TextChoices):
        NOW = "now", _("Yes, I see it now")
        JUST_GONE = "just_gone", _("Just gone")
        GONE = "gone", _("No, gone for longer")

    class CloseReason(models.TextChoices):
        POLICE_DEALT = "police_dealt", _("The police have been")
        NOTHING_MORE = "nothing_more", _("Nothing suspicious any more")
        FALSE_ALARM = "false_alarm", _("False alarm")
        SILENCE = "silence", _("No news for a long time")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.PROTECT, related_name="reports")
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="reports")
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    behaviours = ArrayField(models.CharField(max_length=20, choices=Behaviour), default=list)
    title = EncryptedTextField()  # "Man tries back gates": the headline, in the language of its reporter
    place = EncryptedTextField()  # in words: a street, an alley between two
    location = EncryptedJSONField(null=True)  # {"latitude": …, "longitude": …}
    in_sight = models.CharField(max_length=12, choices=InSight, default=InSight.NOW)
    seen_at = models.DateTimeField(default=timezone.now)
    called_at = models.DateTimeField(null=True)  # empty only while in doubt, or where the coordinator raises the alarm
    caller = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="calls")
    shared_at = models.DateTimeField(default=timezone.now)
    shown_at = models.DateTimeField(default=timezone.now, null=True)  # empty while only the coordinator sees it (C3)
    doubt_until = models.DateTimeField(null=True)
    last_news_at = models.DateTimeField(default=timezone.now)
    asked_to_close_at = models.DateTimeField(null=True)
    police_on_site_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    close_reason = models.CharField(max_length=16, choices=CloseReason, blank=True)
    erased_at = models.DateTimeField(null=True)  # the words are gone; the digests stay

    class Meta:
        ordering = ["-shared_at"]
        constraints = [
            models.CheckConstraint(
                name="report_closed_has_a_time", condition=~Q(status="closed") | Q(closed_at__isnull=False)
            ),
            models.CheckConstraint(
                name="report_doubt_has_an_end", condition=~Q(status="doubt") | Q(doubt_until__isnull=False)
            ),
        ]
        indexes = [
            models.Index(fields=["group", "-shared_at"], name="report_of_group"),
            models.Index(
                fields=["last_news_at"], name="report_open", condition=Q(status__in=["open", "doubt", "waiting"])
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def headline(self) -> str:
        """Its title, for lists and pages that speak of many reports. What was hidden, or erased, has none there."""
        return "" if self.status == self.Status.HIDDEN else self.title

    @property
    def is_live(self) -> bool:
        return self.status in (self.Status.OPEN, self.Status.DOUBT, self.Status.WAITING)


class Entry(models.Model):
    """One thing that was said on a report. Entries are added, never edited: a correction is a new entry.

    `digest = H(previous ‖ H(salt ‖ content))`. Erasing removes content and salt and keeps both digests, so that the
    chain can still be checked after the law has had its way. Hiding puts both aside, until somebody shows them again
    or their time has come.
    """

    class Kind(models.TextChoices):
        SHARED = "shared", _("Report")
        RAISED = "raised", _("Alarm raised by the coordinator")
        CALL = "call", _("Called")
        SIGHTING = "sighting", _("Seen again")
        VEHICLE = "vehicle", _("Vehicle")
        PERSON = "person", _("Person")
        POLICE_ON_SITE = "police_on_site", _("Police on site")
        ADVICE = "advice", _("Answer of the coordinator")
        CORRECTION = "correction", _("Correction")
        HIDDEN = "hidden", _("Hidden")
        SHOWN_AGAIN = "shown_again", _("Shown again")
        FALSE_ALARM = "false_alarm", _("False alarm")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CLOSING = "closing", pgettext_lazy("report", "Closed")
        HANDOVER = "handover", _("Handed over to the police")
        OUTCOME = "outcome", _("Outcome")

    # That something happened, nothing said.
    WITHOUT_WORDS = (Kind.RAISED, Kind.HIDDEN, Kind.SHOWN_AGAIN, Kind.HANDOVER)

    class Role(models.TextChoices):
        REPORTER = "reporter", _("Reporter")
        MEMBER = "member", _("Neighbour")
        COORDINATOR = "coordinator", _("Coordinator")
        POLICE = "police", _("Police")
        PROGRAM = "program", _("Buurtwacht")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey(Report, models.CASCADE, related_name="entries")
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=Kind)
    role = models.CharField(max_length=12, choices=Role)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="entries")
    at = models.DateTimeField(default=timezone.now)
    content = EncryptedJSONField(null=True)  # see reports/content.py for its shape; empty once erased or hidden
    salt = models.BinaryField(null=True)
    content_digest = models.BinaryField()
    digest = models.BinaryField()
    # Hidden words lie apart, so that whoever reads `content` finds nothing: see thread/services/hide_entry.py.
    hidden_at = models.DateTimeField(null=True)
    hidden_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    hidden_reason = models.CharField(max_length=20, blank=True)
    hidden_content = EncryptedJSONField(null=True)
    hidden_salt = models.BinaryField(null=True)

    class Meta:
        ordering = ["report", "sequence"]
        verbose_name_plural = _("entries")
        constraints = [models.UniqueConstraint(fields=["report", "sequence"], name="entry_sequence_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def has_words(self) -> bool:
        """Did somebody say something here that still stands?"""
        return self.content is not None and self.role != self.Role.PROGRAM and self.kind not in self.WITHOUT_WORDS


class Calling(models.Model):
    """Somebody is calling the emergency number right now, so that neighbours nearby add instead of calling too.

    Its id is the id of the draft that it belongs to.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    behaviours = ArrayField(models.CharField(max_length=20), default=list)
    place = EncryptedTextField()
    location = EncryptedJSONField(null=True)
    at = models.DateTimeField(default=timezone.now)
    called_at = models.DateTimeField(null=True)  # empty while the call is going on

    class Meta:
        indexes = [models.Index(fields=["group", "at"], name="calling_of_group")]

    def __str__(self) -> str:
        return str(self.pk)


class Photo(models.Model):
    """A photo, for the description only: re-encoded, upright, without metadata, encrypted, and never without words.

    There are two of it: `image` as it was taken, for the police, and `shown`, the copy for the group, in which people
    and plates were made unrecognisable. The group never sees the first, and sees the second after somebody said yes.
    """

    class Audience(models.TextChoices):
        POLICE = "police", _("Only the police")
        WAITING = "waiting", _("Waits for the coordinator")
        GROUP = "group", _("The group")

    class Refusal(models.TextChoices):
        WORDS_DO = "words_do", _("Words say the same")
        RECOGNISABLE = "recognisable", _("Somebody stays recognisable, also when it is blurred")
        NOT_ABOUT_IT = "not_about_it", _("It does not show what the report is about")
        FOR_THE_POLICE = "for_the_police", _("It helps the police, and not the neighbours")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey(Report, models.CASCADE, related_name="photos")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="photos")
    audience = models.CharField(max_length=8, choices=Audience, default=Audience.POLICE)
    description = EncryptedTextField()
    image = EncryptedBinaryField(null=True)  # JPEG, whole; empty once erased
    shown = EncryptedBinaryField(null=True)  # JPEG, the copy for the group; empty until somebody made it
    own_areas = EncryptedJSONField(null=True)  # what its writer blurred, see reports/blurring.py
    areas = EncryptedJSONField(null=True)  # what whoever decides blurred as well
    refused_because = models.CharField(max_length=16, choices=Refusal, blank=True)
    digest = models.BinaryField()  # SHA-256 of the JPEG, sealed into the entry
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    taken_in_at = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="photo_group_has_a_copy",
                condition=~Q(audience="group") | Q(shown__isnull=False) | Q(erased_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class BuddyRequest(models.Model):
    """A wish not to go alone. Nobody goes alone: it takes a second person, and a check-in after ten minutes (R113)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey(Report, models.CASCADE, related_name="buddy_requests")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    joined_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    check_in_due_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)  # when the two were last asked whether all is well
    checked_in_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)
