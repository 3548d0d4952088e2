# SPDX-License-Identifier: EUPL-1.2
"""Text messages of the demo: kept as the phone would show them, where everybody can read them. None leaves."""

from asgiref.sync import sync_to_async
from django.conf import settings
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Message, Receipt
from buurtwacht.channels.sms.channel import SmsChannel
from buurtwacht.channels.sms.text import text_of

from .mailbox import forget_the_oldest, keep, refuse_real_people
from .models import DemoMail
from .phones import DemoPhones


class DemoTextMessages(SmsChannel):
    """Takes the place of the provider when the program runs as a demo."""

    async def send(self, message: Message, address: str) -> Receipt:
        if not DemoPhones.silent:
            await sync_to_async(keep_text)(message, address)
        return Receipt()

    def problems(self) -> list[str]:
        return []


def keep_text(message: Message, number: str) -> None:
    """Put a text message in the mailbox that everybody reads. Raises `RealPeople`."""
    refuse_real_people()
    subject = _("Text message from %(sender)s") % {"sender": settings.SMS_FROM}
    keep(DemoMail.Kind.PHONE, number, subject, text_of(message))
    forget_the_oldest()
