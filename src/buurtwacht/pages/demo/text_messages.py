# SPDX-License-Identifier: EUPL-1.2
"""Text messages of the demo, both ways: kept as the phone would show them, where everybody reads them. None leaves."""

import json
from collections.abc import Iterable

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Message, Receipt
from buurtwacht.channels.inbound import Event, Heard, Raw, Refused, Reply
from buurtwacht.channels.sms.channel import SmsChannel, SmsReceiver
from buurtwacht.channels.sms.text import text_of
from buurtwacht.delivery.inbox import storing

from .mailbox import forget_the_oldest, keep, newest, refuse_real_people
from .models import DemoMail
from .phones import DemoPhones

LONGEST = 640  # characters: four text messages


class DemoReceiver(SmsReceiver):
    """Reads what a visitor typed on a phone of the demo. Nobody outside can hand anything in."""

    def greet(self, raw: Raw) -> Reply:
        raise Refused("in the demo text messages come from the page with the phone")

    def read(self, raw: Raw) -> Iterable[Event]:
        said = json.loads(raw.body)
        return [Heard(id=said["id"], sender=said["number"], text=said["text"], at=raw.at or timezone.now())]


class DemoTextMessages(SmsChannel):
    """Takes the place of the provider when the program runs as a demo."""

    receiver = DemoReceiver
    listens = False

    def __init__(self) -> None:
        super().__init__()
        self.listens, self.per_second = False, None

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


@transaction.atomic
def say(number: str, text: str) -> None:
    """A visitor texts from a phone of the demo: it comes in as from a provider."""
    refuse_real_people()
    text = text.strip()[:LONGEST]
    if not text:
        return
    subject = _("Text message to Buurtwacht")
    mail = DemoMail.objects.create(
        kind=DemoMail.Kind.PHONE, to_address="Buurtwacht", subject=subject, body=text, sender=number
    )
    storing.keep("sms", Raw(body=json.dumps({"id": str(mail.pk), "number": number, "text": text}).encode()))


def conversation(number: str) -> list[DemoMail]:
    """What this phone got and sent, the oldest first."""
    texts = [mail for mail in newest(DemoMail.Kind.PHONE) if number in (mail.to_address, mail.sender)]
    return texts[::-1]
