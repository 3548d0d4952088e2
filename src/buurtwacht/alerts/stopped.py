# SPDX-License-Identifier: EUPL-1.2
"""STOP in a text message is believed, and its sender can be forged: so the member hears of it on every other way."""

from datetime import timedelta

from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.delivery.models import Intent, Priority
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.delivery.services import intend
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.people.models import ContactPoint

from .audience import ears_of, these
from .messages import Words
from .selftest import to_my_phone

KIND = "contact_point.stopped"
WORTH_KNOWING = timedelta(days=7)


@on("contact_point.stopped")
def ask_whether_it_was_them(line: Line) -> None:
    channel = channels().get(str(line.facts["channel"]))
    if channel and channel.sender_can_be_forged:
        intend(KIND, line.subject_id, priority=Priority.NOTICE, valid_for=WORTH_KNOWING)


@resolves(KIND)
def tell_on_other_ways(intent: Intent) -> Resolved:
    """Nobody when it works again, or was forgotten. A member without another way hears nothing: it is believed."""
    point = ContactPoint.objects.filter(pk=intent.subject_id, stopped_at__isnull=False).first()
    if point is None:
        return Resolved()
    ears = [ear for ear in ears_of(these([point.person_id])) if ear.contact_point_id != point.pk]
    return to_my_phone(intent, ears, stopped_words)


def stopped_words() -> Words:
    """The number does not stand there: a locked screen is read by others."""
    story = _("STOP was sent from your number, so nothing goes there any more.")
    question = _("Was it not you? Turn it on again under “My phone”.")
    return Words(
        title=_("No more text messages"),
        story=f"{story} {question}",
        letter=f"{story}\n\n{question}",
    )
