# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Report


class Acknowledgement(models.Model):
    """What one neighbour let know about a report, in silence. One answer each; a mind may change."""

    class Answer(models.TextChoices):
        SEEN = "seen", _("Seen")
        WATCHING = "watching", _("I watch from home")
        TWO = "two", _("The two of us can come")
        CANNOT = "cannot", _("I cannot")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey(Report, models.CASCADE, related_name="acknowledgements")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "person"], name="acknowledgement_once")]

    def __str__(self) -> str:
        return f"{self.answer} {self.report_id}"


class TestAlarm(models.Model):
    """A test for a whole group: does every telephone show what we send? What came of it stands in the deliveries.

    The totals are kept with it, because deliveries are erased sooner.
    """

    __test__ = False  # no test of pytest's
    LASTS = timedelta(hours=3)  # a telephone that was off at eleven may be on at one

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="test_alarms")
    is_loud = models.BooleanField(default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)  # from then on nobody is waited for any more
    told = models.PositiveIntegerField(default=0)  # neighbours whose telephone was tested
    proven = models.PositiveIntegerField(default=0)  # of whom a telephone showed it
    by_mail_only = models.PositiveIntegerField(default=0)  # neighbours who have nothing but mail, which proves nothing
    # After how many seconds half, and 9 in 10, of those tested had it on the screen; None: that many never did.
    half_seconds = models.FloatField(null=True)
    most_seconds = models.FloatField(null=True)

    class Meta:
        indexes = [models.Index(fields=["group", "-at"], name="test_alarm_of_group")]

    def __str__(self) -> str:
        return f"test of {self.group_id}"

    @property
    def ends_at(self) -> datetime:
        """When it will have had its time."""
        return self.at + self.LASTS

    @property
    def percent(self) -> int:
        """Of those whose telephone was tested, rounded down: 100 only when nobody was missed."""
        return 100 * self.proven // self.told if self.told else 0


class Relay(models.Model):
    """The question to a neighbouring group whether it passes a report on to its own members (R020), and its answer."""

    class Answer(models.TextChoices):
        PASSED_ON = "passed_on", _("Passed on")
        DECLINED = "declined", _("Not passed on")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey(Report, models.CASCADE, related_name="relays")
    to_group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="relays_in")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    # The report that it became in the other group.
    copy = models.ForeignKey(Report, models.SET_NULL, null=True, related_name="came_by")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "to_group"], name="relay_once")]

    def __str__(self) -> str:
        return f"relay of {self.report_id}"
