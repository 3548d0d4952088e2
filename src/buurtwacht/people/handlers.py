# SPDX-License-Identifier: EUPL-1.2
"""Sending the code that proves an address, over the channel itself. From the journal, so that no page waits for it."""

import structlog
from asgiref.sync import async_to_sync
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.channels.base import DeliveryFailed, Message
from buurtwacht.channels.registry import channels
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from .models import Connecting

log = structlog.get_logger(__name__)


@on("contact_point.code_made")
def send_code(line: Line) -> None:
    """Send it once. An address that takes nothing is not tried again: its owner sees on the page what else to do."""
    waiting = Connecting.objects.select_related("person").filter(pk=line.subject_id).first()
    if waiting is None or not waiting.to_send or waiting.channel not in channels():
        return
    with override(waiting.person.language):
        body = _("%(code)s is your code for Buurtwacht. Type it on the page “My phone”. Give it to nobody.")
        words = body % {"code": _spoken(waiting)}
    message = Message(title="Buurtwacht", body=words, url="", language=waiting.person.language, said=True)
    try:
        async_to_sync(_send)(message, waiting)
    except DeliveryFailed as failure:
        if not failure.permanent:
            raise
        log.warning("connecting.code_not_sent", channel=waiting.channel, reason=failure.reason)
    Connecting.objects.filter(pk=waiting.pk).update(to_send="")


def _spoken(waiting: Connecting) -> str:
    """A voice says digits one by one."""
    return ", ".join(waiting.to_send) if waiting.channel == "voice" else waiting.to_send


async def _send(message: Message, waiting: Connecting) -> None:
    """By a channel of its own, since that of the dispatcher belongs to another event loop."""
    channel = type(channels()[waiting.channel])()
    try:
        await channel.send(message, waiting.address)
    finally:
        await channel.close()
