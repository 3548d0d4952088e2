# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable, Sequence
from email.message import Message
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.people.models import Person

from .models import DemoFile, DemoMail

MOST_KEPT = 500
KINDS = [("", _("Everything")), *DemoMail.Kind.choices]
File = tuple[str, bytes, str]  # its name, what is in it, and its media type


class RealPeople(Exception):
    """There are people in this database who are not made up."""


def refuse_real_people() -> None:
    """In the demo everybody reads all mail, codes to sign in included: nobody real may be in it."""
    if Person.objects.filter(is_demo=False).exists():
        raise RealPeople


class MailboxBackend(BaseEmailBackend):
    """Takes what would be mailed and keeps it in the demo, where everybody can read it. No mail leaves."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        refuse_real_people()
        for mail in email_messages:
            files = [_file_of(attachment) for attachment in mail.attachments]
            for address in mail.recipients():
                keep(DemoMail.Kind.MAIL, address, str(mail.subject), str(mail.body), files=files)
        forget_the_oldest()
        return len(email_messages)


def keep(kind: str, to: str, subject: str, body: str, *, files: Iterable[File] = ()) -> DemoMail:
    """Put something in the mailbox that everybody reads."""
    mail = DemoMail.objects.create(kind=kind, to_address=to, subject=subject, body=body, received_at=timezone.now())
    DemoFile.objects.bulk_create(
        DemoFile(mail=mail, name=name[:120], media_type=media_type, data=data) for name, data, media_type in files
    )
    return mail


def forget_the_oldest() -> None:
    """A demo that runs for weeks must not fill the disk."""
    oldest = DemoMail.objects.order_by("-received_at", "-pk").values("pk")[MOST_KEPT:]
    DemoMail.objects.filter(pk__in=list(oldest.values_list("pk", flat=True))).delete()


def newest(kind: str = "", count: int = 100) -> list[DemoMail]:
    """What arrived last, of one kind or of all."""
    mails = DemoMail.objects.filter(kind=kind) if kind in DemoMail.Kind.values else DemoMail.objects.all()
    return list(mails.prefetch_related("files").order_by("-received_at", "-pk")[:count])


def _file_of(attachment: Any) -> File:
    """An attachment as Django keeps it: a part of a mail, or a name with what is in it."""
    if isinstance(attachment, Message):
        data = attachment.get_payload(decode=True)
        return attachment.get_filename() or "bestand", bytes(data or b""), attachment.get_content_type()
    name, content, media_type = attachment
    data = content.encode() if isinstance(content, str) else bytes(content)
    return name or "bestand", data, media_type or "application/octet-stream"
