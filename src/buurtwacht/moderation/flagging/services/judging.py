# SPDX-License-Identifier: EUPL-1.2
"""What those who judge decide about a message that was flagged."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.info.rules import LONGEST_WORDS, USUAL_DAYS
from buurtwacht.groups.info.services import write_note
from buurtwacht.groups.models import InfoNote
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.flagging import queries
from buurtwacht.moderation.flagging.access import no_such_message
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.people.models import Person
from buurtwacht.reports.compose.calm import calm_words
from buurtwacht.reports.content import own_words
from buurtwacht.reports.hiding import HideReason
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread.services import hide_entry

from .nudging import send_nudge
from .settling import settle


@transaction.atomic
def let_it_stay(entry: Entry, *, by: Person, answer: str = "") -> None:
    """The words may stay. Whoever flagged them reads the sentence."""
    _judge(entry, by)
    settle(entry, Flag.Outcome.FINE, by=by, answer=answer)


@transaction.atomic
def nudge_the_writer(entry: Entry, *, by: Person) -> Nudge:
    """Ask the writer privately. It comes back to the desk only when they keep the words, or say nothing."""
    _judge(entry, by)
    if queries.nudge_about(entry):
        raise DomainError(_("The writer was asked before. Decide yourself now."))
    reasons = queries.open_flags(entry).order_by("at", "pk").values_list("reason", flat=True)
    nudge = send_nudge(entry, by=by, reasons=dict.fromkeys(reasons))
    queries.open_flags(entry).update(desk_at=None)
    return nudge


@transaction.atomic
def hide_it(entry: Entry, *, by: Person, reason: str) -> None:
    """Out of sight, with a trace; everybody who was told the words hears that they are gone."""
    _judge(entry, by)
    hide_entry(entry, by=by, reason=reason)
    settle(entry, Flag.Outcome.HIDDEN, by=by)


@transaction.atomic
def move_to_information(entry: Entry, *, by: Person) -> InfoNote:
    """It belongs in the weekly information: out of the report, and a draft of a note, without looks, for who decides.

    Raises `NotFound` for whoever does not coordinate the group, and `DomainError` when no words are left.
    """
    group = entry.report.group
    if not is_coordinator(by, group):
        no_such_message()
    words = calm_words(own_words(entry))[:LONGEST_WORDS]
    hide_it(entry, by=by, reason=HideReason.NOT_FOR_HERE)
    today = timezone.localdate(timezone=group.tz)
    return write_note(group, words=words, first=today, last=today + timedelta(days=USUAL_DAYS - 1), by=by)


def _judge(entry: Entry, by: Person) -> None:
    """Raises `NotFound` for whoever may not judge this: their own words included."""
    if not queries.judges_of(entry).filter(pk=by.pk).exists():
        no_such_message()
