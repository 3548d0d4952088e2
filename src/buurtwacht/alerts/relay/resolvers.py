# SPDX-License-Identifier: EUPL-1.2
"""Whom a relay concerns: only the coordinators of the group that was asked."""

from django.urls import reverse

from buurtwacht.alerts.addressing import Addressing
from buurtwacht.alerts.audience import coordinators_in, ears_of
from buurtwacht.alerts.messages import Envelope, topic_of
from buurtwacht.alerts.models import Relay
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves

from .queries import relay_with_all
from .rules import refusal_to_pass_on
from .services import ENDED, HIDDEN, KIND
from .words import words_of_end, words_of_hidden, words_of_question


@resolves(KIND)
def ask_to_pass_on(intent: Intent) -> Resolved:
    """While nobody answered and the report is still going on."""
    relay = relay_with_all(intent.subject_id)
    if relay is None or relay.answer or refusal_to_pass_on(relay.report):
        return Resolved()
    ears = ears_of(coordinators_in(relay.to_group))
    return _addressing(intent, relay, reverse("relay", args=[relay.pk])).to(ears, lambda ear: words_of_question(relay))


@resolves(ENDED)
@resolves(HIDDEN)
def tell_of_the_end(intent: Intent) -> Resolved:
    """That it ended there, or that a message was hidden; while their own report is still going on."""
    words = words_of_hidden if intent.kind == HIDDEN else words_of_end
    relay = relay_with_all(intent.subject_id)
    if relay is None or relay.copy is None or not relay.copy.is_live:
        return Resolved()
    ears = ears_of(coordinators_in(relay.to_group))
    path = reverse("report", args=[relay.copy.pk])
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
