# SPDX-License-Identifier: EUPL-1.2
"""What is to be told, and how the telling went. Ids and codes only: the words are made when they are sent."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.fields import EncryptedBinaryField
from buurtwacht.lib.ids import new_id

INBOX = "inbox"  # the name on which PostgreSQL rings when something came in
CHANNEL = "intents"  # the name on which PostgreSQL rings when there is something to tell
LOST = "room.lost"  # the journal's word for: a room on another network does not exist any more
TOLD = "intent.told"  # the journal's word for: everybody whom an intent concerns has an outcome


class Priority(models.IntegerChoices):
    """Lower goes first, always: a digest never delays an alarm."""

    ALARM = 0, _("Alarm")
    UPDATE = 1, _("Update")
    NOTICE = 2, _("Notice")
    DIGEST = 3, _("Digest")


class Intent(models.Model):
    """The promise that something will be told. Committed with what it tells about, before anything is sent.

    A promise that is not done is taken up again: better told twice than never.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=40)  # which resolver knows whom to tell and what
    subject_id = models.UUIDField()
    priority = models.PositiveSmallIntegerField(choices=Priority)
    valid_until = models.DateTimeField()  # after this, telling it would do more harm than good
    facts = models.JSONField(default=dict)  # ids and codes, never text
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)  # moved on by whoever takes it: the lease
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    payer_id = models.UUIDField(null=True)  # the group on whose ceiling paid messages count; None: the common one
    climb_at = models.DateTimeField(null=True)  # when to see for whom the next way must be tried; None: no more

    class Meta:
        indexes = [
            models.Index(fields=["priority", "due_at"], name="intent_due", condition=Q(done_at=None)),
            models.Index(fields=["climb_at"], name="intent_to_climb", condition=Q(climb_at__isnull=False)),
            models.Index(
                fields=["payer_id", "created_at"], name="intent_of_payer", condition=Q(payer_id__isnull=False)
            ),
            models.Index(
                fields=["created_at"], name="intent_of_nobody", condition=Q(payer_id__isnull=True, priority__gt=0)
            ),
            models.Index(fields=["subject_id"], name="intent_of_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def ttl(self) -> int:
        """Whole seconds for which it is still worth telling; never less than 0."""
        return max(int((self.valid_until - timezone.now()).total_seconds()), 0)


class Delivery(models.Model):
    """How one intent went for one contact point. Written in bulk by `records.py`; this model is for reading.

    The table is partitioned by month on its id, which begins with the time of its intent: see `ids.py`. It has no
    foreign keys, because nothing may slow down or block the writing.
    """

    class State(models.TextChoices):
        HANDED_OVER = "handed_over", _("Handed over")
        DUE_AGAIN = "due_again", _("Will be tried again")
        HELD = "held", _("Waits for the end of the quiet hours")
        FAILED = "failed", _("Refused")
        GIVEN_UP = "given_up", _("Given up: it is no longer news")
        GONE = "gone", _("The address no longer exists")

    id = models.UUIDField(primary_key=True, editable=False)
    intent_id = models.UUIDField()
    contact_point_id = models.UUIDField()
    person_id = models.UUIDField()
    channel = models.CharField(max_length=20)
    priority = models.PositiveSmallIntegerField(choices=Priority)
    rung = models.PositiveSmallIntegerField(default=0)  # how far up the ladder of channels: 0 is the first choice
    state = models.CharField(max_length=12, choices=State)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True)  # filled only while there is something left to do
    provider_id = models.CharField(max_length=120, default="")
    error = models.CharField(max_length=60, default="")
    created_at = models.DateTimeField()
    handed_over_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    cost = models.IntegerField(default=0, db_default=0)  # in thousandths of a euro, as the channel's price says

    class Meta:
        verbose_name_plural = _("deliveries")

    def __str__(self) -> str:
        return f"{self.state} {self.intent_id}"


class Incoming(models.Model):
    """Something that a provider handed us, as it came, until it is read."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    channel = models.CharField(max_length=20)
    raw = EncryptedBinaryField()
    at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)  # moved on by whoever reads it: the lease
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["due_at"], name="incoming_due")]
        verbose_name_plural = _("incoming")

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"


class KnownEvent(models.Model):
    """That something was heard, by a keyed hash of the provider's name for it: providers tell us things twice."""

    channel = models.CharField(max_length=20)
    mark = models.CharField(max_length=64)
    fresh = models.BooleanField(default=True)  # True until it was heard to the end
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "mark"], name="event_known_once")]
        indexes = [models.Index(fields=["at"], name="event_known_at")]

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"


class ChannelState(models.Model):
    """How one channel stands in one worker, as that worker last wrote it. For the operator; it names nobody."""

    channel = models.CharField(max_length=20)
    worker = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)
    is_owner = models.BooleanField(default=True)  # whether this worker may send on the account
    waiting = models.IntegerField(default=0)  # jobs that wait for a place
    open_until = models.DateTimeField(null=True)  # the circuit breaker is open until then; None: it is closed
    allowances = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "worker"], name="channel_state_once")]

    def __str__(self) -> str:
        return f"{self.channel} {self.worker}"
