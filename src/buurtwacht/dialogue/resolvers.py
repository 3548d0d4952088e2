# SPDX-License-Identifier: EUPL-1.2
"""Whom our turn in a conversation concerns, and its words."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Action, Message, Urgency
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Recipient, Resolved, resolves

from .models import Turn

URGENCIES: tuple[Urgency, ...] = ("alarm", "update", "notice", "digest")


@resolves("dialogue.turn")
def tell_turn(intent: Intent) -> Resolved:
    """Our turn goes to the one who spoke, on the way by which they spoke, and nowhere else."""
    turn = Turn.objects.filter(pk=intent.subject_id, said__isnull=False).first()
    if turn is None:
        return Resolved()
    point_id = turn.contact_point_id or turn.pk
    recipient = Recipient(
        person_id=turn.person_id or turn.pk,
        contact_point_id=point_id,
        channel=turn.channel,
        address=turn.address,
        message=_message(turn, intent, str(delivery_id(intent.pk, point_id))),
    )
    return Resolved([recipient])


def _message(turn: Turn, intent: Intent, reference: str) -> Message:
    url = f"{settings.SITE_URL}/meldingen/{turn.report_id}/" if turn.report_id else f"{settings.SITE_URL}/"
    choices = [(str(code), str(title)) for code, title in turn.said["choices"]]
    fits = 0 < len(choices) <= _buttons(turn.channel)
    with translation.override(turn.language):
        title = _("Answer of Buurtwacht")
    return Message(
        title=title,
        body=turn.said["text"] if fits else with_numbers(turn.said["text"], choices),
        url=url,
        urgency=URGENCIES[intent.priority],
        ttl=intent.ttl,
        language=turn.language,
        actions=tuple(Action(code, title, url) for code, title in choices) if fits else (),
        sound=False,
        reference=reference,
        said=True,
        answers=turn.said["answers"],
    )


def with_numbers(text: str, choices: list[tuple[str, str]]) -> str:
    """The answers to choose from under the words, for channels that have no buttons, or too few."""
    numbered = [f"{number}. {title}" for number, (_code, title) in enumerate(choices, 1)]
    return "\n".join([text, *numbered])


def _buttons(kind: str) -> int:
    channel = channels().get(kind)
    return channel.buttons if channel else 0
