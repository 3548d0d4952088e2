# SPDX-License-Identifier: EUPL-1.2
"""Whom a relay concerns: only the coordinators of the group that was asked."""

from collections.abc import Callable

from django.urls import reverse

from buurtwacht.alerts.addressing import Addressing
from buurtwacht.alerts.audience import coordinators_in, ears_of
from buurtwacht.alerts.messages import Envelope, Words, topic_of
from buurtwacht.alerts.models import Relay
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.reports.models import Entry, Report

from .additions import KIND as ADDED
from .additions import words_of
from .queries import goes_on_at_both, heard_that_it_was_hidden, relay_with_all
from .rules import refusal_to_pass_on
from .services import CORRECTED, ENDED, HIDDEN, KIND, MESSAGE_AGAIN, POLICE, STANDS_AGAIN
from .words import (
    words_of_addition,
    words_of_correction,
    words_of_end,
    words_of_hidden,
    words_of_message_again,
    words_of_police,
    words_of_question,
    words_of_standing_again,
)


@resolves(KIND)
def ask_to_pass_on(intent: Intent) -> Resolved:
    """While nobody answered and the report is still going on."""
    relay = relay_with_all(intent.subject_id)
    if relay is None or relay.answer or refusal_to_pass_on(relay.report):
        return Resolved()
    ears = ears_of(coordinators_in(relay.to_group))
    return _addressing(intent, relay, reverse("relay", args=[relay.pk])).to(ears, lambda ear: words_of_question(relay))


@resolves(ENDED)
def tell_of_the_end(intent: Intent) -> Resolved:
    """While their own report is still going on; nothing when it was shown again meanwhile."""
    relay = relay_with_all(intent.subject_id)
    if relay is None or relay.copy is None or not relay.copy.is_live or relay.report.is_live:
        return Resolved()
    return _to_who_has_the_copy(intent, relay, words_of_end)


@resolves(CORRECTED)
def tell_what_is_right(intent: Intent) -> Resolved:
    """The newest correction, while it goes on at both ends."""
    relay = relay_with_all(intent.subject_id)
    if relay is None or not goes_on_at_both(relay):
        return Resolved()
    corrections = relay.report.entries.filter(kind=Entry.Kind.CORRECTION).order_by("-sequence")
    newest = corrections.values_list("pk", flat=True).first()
    if str(newest) != str(intent.facts["entry"]):
        return Resolved()
    return _to_who_has_the_copy(intent, relay, words_of_correction)


@resolves(POLICE)
def tell_that_the_police_are_there(intent: Intent) -> Resolved:
    """Not where somebody said so on their own report."""
    relay = relay_with_all(intent.subject_id)
    if relay is None or not goes_on_at_both(relay) or (relay.copy and relay.copy.police_on_site_at):
        return Resolved()
    return _to_who_has_the_copy(intent, relay, words_of_police)


@resolves(ADDED)
def tell_what_was_added(intent: Intent) -> Resolved:
    """While it goes on at both ends, and as long as it stands there."""
    relay = relay_with_all(intent.subject_id)
    entry = Entry.objects.select_related("report").filter(pk=intent.facts["entry"]).first()
    if relay is None or entry is None or not goes_on_at_both(relay) or not words_of(entry):
        return Resolved()
    return _to_who_has_the_copy(intent, relay, lambda relay: words_of_addition(relay, entry))


@resolves(STANDS_AGAIN)
def tell_that_it_stands_again(intent: Intent) -> Resolved:
    """Nothing when it was hidden again meanwhile."""
    relay = relay_with_all(intent.subject_id)
    if relay is None or relay.report.status == Report.Status.HIDDEN or not heard_that_it_was_hidden(relay):
        return Resolved()
    return _to_who_has_the_copy(intent, relay, words_of_standing_again)


@resolves(HIDDEN)
@resolves(MESSAGE_AGAIN)
def tell_about_a_message(intent: Intent) -> Resolved:
    """That a message was hidden, or stands again: what is still so, while their own report is going on."""
    relay = relay_with_all(intent.subject_id)
    if relay is None or relay.copy is None or not relay.copy.is_live or not _still_holds(intent):
        return Resolved()
    words = words_of_hidden if intent.kind == HIDDEN else words_of_message_again
    return _to_who_has_the_copy(intent, relay, words)


def _still_holds(intent: Intent) -> bool:
    entry = Entry.objects.filter(pk=intent.facts.get("entry")).first()
    return entry is None or (entry.hidden_at is not None) is (intent.kind == HIDDEN)


def _to_who_has_the_copy(intent: Intent, relay: Relay, words: Callable[[Relay], Words]) -> Resolved:
    path = reverse("report", args=[relay.copy_id])
    ears = ears_of(coordinators_in(relay.to_group))
    return _addressing(intent, relay, path).to(ears, lambda ear: words(relay))


def _addressing(intent: Intent, relay: Relay, path: str) -> Addressing:
    envelope = Envelope(
        path=path,
        priority=intent.priority,
        ttl=intent.ttl,
        topic=topic_of(relay.pk),
        group=relay.to_group,
    )
    return Addressing(intent, envelope, relay.pk, relay.to_group.tz)
