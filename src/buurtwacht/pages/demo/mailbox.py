# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from .models import DemoMail

MOST_KEPT = 500


class MailboxBackend(BaseEmailBackend):
    """Takes what would be mailed and keeps it in the demo, where everybody can read it. No mail leaves."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        rows = [
            DemoMail(kind=DemoMail.Kind.MAIL, to_address=address, subject=str(mail.subject), body=str(mail.body))
            for mail in email_messages
            for address in mail.recipients()
        ]
        DemoMail.objects.bulk_create(rows)
        forget_the_oldest()
        return len(email_messages)


def forget_the_oldest() -> None:
    """A demo that runs for weeks must not fill the disk."""
    oldest = DemoMail.objects.order_by("-pk").values("pk")[MOST_KEPT:]
    DemoMail.objects.filter(pk__in=list(oldest.values_list("pk", flat=True))).delete()


def newest(count: int = 100) -> list[DemoMail]:
    """What arrived last."""
    return list(DemoMail.objects.order_by("-pk")[:count])
